"""Serve what is in the data folder, and do its work, in one process.

With PostgreSQL (WEFT_DATABASE_URL) several may serve the same data base, and
./weft worker may do the work apart: docs/running/worker.md
"""

import argparse

from weft.cli.house import serve


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Take only what every command takes."""


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    return serve(args.data_dir, port=args.port)
