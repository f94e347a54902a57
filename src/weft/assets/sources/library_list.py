"""What does one edition of the list of public libraries say, row by row?

Two shapes are read. The *schema edition* gives staffed and unstaffed hours for each
day, ``00:00-00:00`` meaning closed. The yearly editions (2022, 2023) give bands of the
day and a column for each year's way of running it. E-mail addresses are never taken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

from weft.commons.files import Row, Rows, open_rows
from weft.commons.saying import DAY_NAMES
from weft.ground.domain.named import folded

DAYS = tuple(day.lower() for day in DAY_NAMES)
Clock = tuple[time, time]

_HOURS = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_YEARLY = re.compile(r"operation_(\d\d)")
_SCHEMA = ("local authority", "library name", "postcode")
_BANDED = ("name", "authority", "postcode", "monday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryRow:
    """One library in one edition.

    ``hours`` holds, for each day told in clocks, its opening times (none: closed);
    ``bands`` the words for each day told as a part of it.
    """

    authority: str
    name: str
    address: str
    postcode: str
    property_number: str
    operation: str
    operator: str
    closed_year: int | None
    closed: bool
    shut_for_now: bool
    website: str
    shares_with: tuple[str, ...]
    staffed_hours: str
    notes: str
    hours: Mapping[int, tuple[Clock, ...]] = field(default_factory=dict)
    bands: Mapping[int, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """By what it is found again in another edition: authority and name."""
        plain = folded(self.name).removesuffix(" library")
        return folded(self.authority), plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of the list, and the year it speaks of."""

    file: str
    year: int | None
    rows: tuple[LibraryRow, ...]
    dated: date | None = None


def read_edition(path: Path) -> Edition:
    """Read one edition, whichever shape it has.

    Raises
    ------
    FileNotUnderstood
        When it has the headings of neither.
    """
    with open_rows(path, needed=("postcode",)) as rows:
        years = [int(y[1]) for h in rows.headers if (y := _YEARLY.fullmatch(h))]
        if years:
            newest = 2000 + max(years)
            found = tuple(_banded(row, rows, max(years)) for row in rows)
            return Edition(file=path.name, year=newest, rows=found)
    with open_rows(path, needed=_SCHEMA) as rows:
        found = tuple(_schema(row) for row in rows)
        return Edition(file=path.name, year=_newest_year(found), rows=found)


def _newest_year(rows: tuple[LibraryRow, ...]) -> int | None:
    """Guess the year of an undated edition: it knows of no later closing."""
    return max((row.closed_year for row in rows if row.closed_year), default=None)


def _schema(row: Row) -> LibraryRow:
    """Read a row of the schema edition."""
    closed_year = _year(row.text("year closed"))
    hours = {
        day: times
        for day, name in enumerate(DAYS)
        if (times := _times(row, name)) is not None
    }
    lines = (row.text(f"address {n}") for n in (1, 2, 3))
    shares = row.text("co-located with")
    return LibraryRow(
        authority=row.text("local authority"),
        name=row.text("library name"),
        address=", ".join(line for line in lines if line),
        postcode=row.text("postcode"),
        property_number=row.text("unique property reference number"),
        operation=row.text("type of library"),
        operator="",
        closed_year=closed_year,
        closed=closed_year is not None,
        shut_for_now="currently closed" in row.text("notes").lower(),
        website=row.text("url"),
        shares_with=(shares,) if shares else (),
        staffed_hours="",
        notes=row.text("notes"),
        hours=hours,
    )


def _times(row: Row, day: str) -> tuple[Clock, ...] | None:
    """Read one day, staffed and unstaffed together; None where nothing is said."""
    told = f"{row.text(f'{day} staffed hours')} {row.text(f'{day} unstaffed hours')}"
    found = [
        (time(int(h1) % 24, int(m1)), time(int(h2) % 24, int(m2)))
        for h1, m1, h2, m2 in _HOURS.findall(told)
        if int(m1) < 60 and int(m2) < 60  # noqa: PLR2004 a clock's minutes
    ]
    if not found:
        return None
    return tuple(sorted({clock for clock in found if clock[0] != clock[1]}))


def _banded(row: Row, rows: Rows, year: int) -> LibraryRow:
    """Read a row of a yearly edition."""
    operation = row.text(f"operation_{year:02}")
    lines = (row.text(f"address{n}") for n in (1, 2, 3))
    closed_year = _year(row.text("closed"))
    shared = tuple(
        heading.removeprefix("co_located_").replace("_", " ")
        for heading in rows.headers
        if heading.startswith("co_located_") and row.text(heading).upper() == "X"
    )
    return LibraryRow(
        authority=row.text("authority"),
        name=row.text("name"),
        address=", ".join(line for line in lines if line),
        postcode=row.text("postcode"),
        property_number=row.text("uprn"),
        operation=operation,
        operator=row.text("operating_organisation").strip("-"),
        closed_year=closed_year,
        closed=closed_year is not None or operation.lower() == "closed",
        shut_for_now=operation.lower() == "temporary closure",
        website="",
        shares_with=shared,
        staffed_hours=row.text("staffed_hours"),
        notes="",
        bands={d: row.text(name) for d, name in enumerate(DAYS) if row.text(name)},
    )


def _year(told: str) -> int | None:
    """Read a year; a few cells hold a whole date."""
    found = _YEAR.search(told)
    return int(found[0]) if found else None


def clocks(times: Mapping[int, tuple[Clock, ...]]) -> Iterator[tuple[Clock, list[int]]]:
    """Put days of the same hours together."""
    by_clock: dict[Clock, list[int]] = {}
    for day in sorted(times):
        for clock in times[day]:
            by_clock.setdefault(clock, []).append(day)
    yield from by_clock.items()
