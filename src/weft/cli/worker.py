"""Do the long work apart from the server (for PostgreSQL: docs/running/worker.md)."""

import argparse

from weft.cli.house import work_apart


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "--once", action="store_true", help="do what is waiting now, then stop"
    )


def run(args: argparse.Namespace) -> int:
    """Work until stopped."""
    return work_apart(args.data_dir, once=args.once)
