"""Say which rows of docs/requirements.md are shown by tests that ran and passed."""

import argparse
import json
import re
from dataclasses import asdict, dataclass

from weft.cli.line import ROOT

ROWS = ROOT / "docs" / "requirements.md"
SHOWN = ROOT / ".cache" / "shows.json"
ROW = re.compile(r"^\| ([A-HST]\d+) \| ([\d, -]+) \| (.+?) \|", flags=re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One statement of the workshop, and the tests that show it."""

    id: str
    line: str
    statement: str
    tests: list[str]


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


def requirements() -> list[Requirement]:
    """Read every row, with the tests that ran, passed, and say they show it."""
    passed: dict[str, list[str]] = (
        json.loads(SHOWN.read_text()) if SHOWN.exists() else {}
    )
    by_row: dict[str, list[str]] = {}
    for test, rows in sorted(passed.items()):
        for row in rows:
            by_row.setdefault(row, []).append(test)
    return [
        Requirement(id=id_, line=line, statement=said, tests=by_row.get(id_, []))
        for id_, line, said in ROW.findall(ROWS.read_text())
    ]
