"""Back up everything into one file, also while it is being served.

The file holds the data base, every other file of the data folder and the secret key:
keep it as carefully as the data folder itself.
"""

import argparse
from pathlib import Path

from django.db import connection

from weft.cli.house import see_that_it_answers
from weft.cli.keeping import backup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "file", nargs="?", type=Path, help="default: in the data folder's backups"
    )


def run(args: argparse.Namespace) -> int:
    """Back up."""
    if connection.vendor == "postgresql":  # SQLite would make the file by being asked
        see_that_it_answers()
    saved = backup(folder=args.data_dir, target=args.file)
    print(f"Backed up to {saved} ({saved.stat().st_size / 1e6:,.1f} MB)")
    return 0
