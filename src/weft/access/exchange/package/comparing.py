"""Are two packages of a week the same to the last digit, and which rows are not?"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import open_text, read_bytes_safely
from weft.commons.times import Week

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """One row that is not the same: its key, and what each side says.

    ``here`` and ``there`` tell only the columns that differ; None where the row is on
    one side alone.
    """

    table: str
    key: tuple[str, ...]
    there: Row | None
    here: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One table of both packages."""

    table: str
    rows: int
    differs: tuple[Differs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Of what a package speaks, and by which keys its rows are known."""

    region: str
    week: Week
    tables: Mapping[str, tuple[str, ...]]


def about_package(file: Path) -> About:
    """Read what a package says of itself.

    Raises
    ------
    FileNotUnderstood
        When it is no package of a week of real choice.
    """
    raw = read_bytes_safely(file, member=r"^datapackage\.json$")
    try:
        told = json.loads(raw)
        return About(
            region=str(told["weft"]["region"]),
            week=Week(date.fromisoformat(told["weft"]["week"])),
            tables={
                str(one["name"]): tuple(map(str, one["schema"]["primaryKey"]))
                for one in told["resources"]
            },
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise FileNotUnderstood(
            f"this is no package of a week of real choice ({problem})",
            file=file.name,
            remedy="Take it from /choice/weeks.",
        ) from problem


def compared(there: Path, here: Path) -> Iterator[Compared]:
    """Hold every table of two packages against each other, row by row.

    Parameters
    ----------
    there
        The one that somebody took away.
    here
        The one that was made here and now.

    Raises
    ------
    FileNotUnderstood
        When one of them is no package of a week of real choice.
    """
    theirs, ours = about_package(there), about_package(here)
    for name, key in ours.tables.items():
        mine = _rows(here, name, key)
        other = _rows(there, name, key) if name in theirs.tables else {}
        found = _differing(name, other, mine)
        yield Compared(table=name, rows=len(mine), differs=tuple(found))
    for name in theirs.tables.keys() - ours.tables.keys():
        other = _rows(there, name, theirs.tables[name])
        yield Compared(table=name, rows=0, differs=tuple(_differing(name, other, {})))


Rows = dict[tuple[str, ...], dict[str, str]]


def _rows(file: Path, name: str, key: Sequence[str]) -> Rows:
    """Read a table by its keys."""
    with open_text(file, member=rf"^{name}\.csv$") as text:
        told = list(csv.DictReader(text))
    try:
        return {tuple(row[one] for one in key): row for row in told}
    except KeyError as problem:
        raise FileNotUnderstood(
            f"the table {name} has no column {problem}",
            file=file.name,
            remedy="Take it anew from /choice/weeks.",
        ) from problem


def _differing(name: str, there: Rows, here: Rows) -> Iterator[Differs]:
    """Find the rows that are not the same, in the order of both."""
    for key in dict.fromkeys([*here, *there]):
        mine, other = here.get(key), there.get(key)
        if mine == other:
            continue
        if mine is None or other is None:
            yield Differs(table=name, key=key, there=other, here=mine)
            continue
        columns = [
            one
            for one in dict.fromkeys([*mine, *other])
            if mine.get(one) != other.get(one)
        ]
        yield Differs(
            table=name,
            key=key,
            there={one: other.get(one, "") for one in columns},
            here={one: mine.get(one, "") for one in columns},
        )
