"""Say which rows of docs/requirements.md are shown by tests that ran and passed."""

import argparse
import json
from dataclasses import asdict

from weft.cli.requirement_rows import requirements


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("--json", action="store_true", help="all rows, for a machine")


def run(args: argparse.Namespace) -> int:
    """Print the rows with their tests, or how many are shown."""
    rows = requirements()
    if args.json:
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return 0
    shown = [row for row in rows if row.tests]
    for row in shown:
        print(f"{row.id:>4}  {row.statement}  ({len(row.tests)})")
    print(f"\n{len(shown)} of {len(rows)} rows shown by the last ./weft test")
    return 0
