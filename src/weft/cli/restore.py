"""Bring back a backup, into an empty data folder or (--replace) over another."""

import argparse
from pathlib import Path

from weft.cli.keeping import restore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--replace",
        action="store_true",
        help="back up what is in the data folder, then put the backup in its place",
    )


def run(args: argparse.Namespace) -> int:
    """Restore, and say what was checked."""
    told = restore(args.file, folder=args.data_dir, replace=args.replace, saying=print)
    print(f"Restored what Weft {told.weft} backed up at {told.made_at}.")
    return 0
