"""Measure one thing beside its named peers, in the same run: ./weft bench search

Exit code 0: done and the goal is met; 1: the answers differ; 3: the goal is missed.
Peers are installed into an environment of their own, from benchmarks/NAME.txt.
"""

import argparse
import subprocess
import sys

from weft.cli.line import ROOT
from weft.commons.errors import WronglyConfigured

PASSES_ON = True
FOLDER = ROOT / "benchmarks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow; the rest goes to the benchmark."""
    parser.add_argument("name", nargs="?", help=f"one of: {', '.join(_names())}")


def run(args: argparse.Namespace) -> int:
    """Run a benchmark; its last line says figure, goal and whether answers are equal.

    Raises
    ------
    WronglyConfigured
        There is no such benchmark.
    """
    if args.name not in _names():
        known = ", ".join(_names())
        raise WronglyConfigured(
            f"There is no benchmark «{args.name or ''}». There are: {known}"
        )
    file = FOLDER / f"{args.name}.py"
    return subprocess.run(  # noqa: S603 one of ours
        [sys.executable, str(file), *args.others], check=False, cwd=ROOT
    ).returncode


def _names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem[0] != "_")
