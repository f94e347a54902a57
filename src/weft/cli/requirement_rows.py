"""Which rows are there of what the workshop asked for, and which tests show each?"""

import json
import re
from dataclasses import dataclass

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
