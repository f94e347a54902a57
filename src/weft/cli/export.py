"""Write everything into a folder, in documented forms: CSV, JSON Schema, Parquet."""

import argparse
from datetime import datetime
from pathlib import Path

from weft.cli.exporting import export


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("folder", type=Path, help="a new or empty folder")


def run(args: argparse.Namespace) -> int:
    """Export."""
    done = export(args.folder, at=datetime.now().astimezone(), saying=print)
    rows = sum(one.rows for one in done)
    print(
        f"{rows:,} rows of {len(done)} tables are in {args.folder}: see its README.md"
    )
    return 0
