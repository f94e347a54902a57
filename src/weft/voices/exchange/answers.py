"""Which statements of the workshop is Weft built to, and which tests show each?

Read from the house itself, as it stands: the list in ``docs/requirements.md``, and the
marks in ``tests``. A copy without them knows of none.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[4]
_SECTION = re.compile(r"^## ([A-Z])\. (.+)$")
_ROW = re.compile(r"^\| ([A-Z]\d+) \| ([\d, -]+) \| (.+?) \| ([\d,]+) \|$")
_MARK = re.compile(r"\bshows\(([^)]*)\)(?:(?!\bshows\().)*?\bdef (test_\w+)", re.DOTALL)
_ID = re.compile(r'"([A-Z]\d+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of the workshop, in our words.

    Attributes
    ----------
    lines
        Of the notes, as «3,11» or «152-153».
    parts
        The parts of Weft that answer to it, 1 to 6.
    tests
        Names of tests that say they show it.
    """

    id: str
    section: str
    lines: str
    words: str
    parts: tuple[int, ...]
    tests: tuple[str, ...]


@cache
def statements(house: Path = HOUSE) -> tuple[Statement, ...]:
    """Read them all, in their order."""
    file = house / "docs" / "requirements.md"
    if not file.is_file():
        return ()
    shown, section, told = _shown(house / "tests"), "", []
    for line in file.read_text(encoding="utf-8").splitlines():
        if head := _SECTION.match(line):
            section = head[2]
        elif row := _ROW.match(line):
            told.append(
                Statement(
                    id=row[1],
                    section=section,
                    lines=row[2].strip(),
                    words=row[3],
                    parts=tuple(int(one) for one in row[4].split(",")),
                    tests=tuple(sorted(shown.get(row[1], ()))),
                )
            )
    return tuple(told)


def _shown(tests: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(tests.rglob("test_*.py")):
        for marks, name in _MARK.findall(path.read_text(encoding="utf-8")):
            for id_ in _ID.findall(marks):
                found[id_].add(name)
    return found
