"""What do the public health profiles of OHID say of districts and middle areas?

The CSV of the Fingertips service: 27 columns, one row an indicator, area, sex, age
and period. England and parent rows are repeated, rows with a category are breakdowns
and not the value, and an empty value is missing and not nought
(docs/data/wellbeing.md).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame
from weft.need.domain.topics import slug
from weft.need.sources.cutting import Cut, Layout, geography_of, vintage_for, wanted

NEEDED = (
    "indicator id",
    "indicator name",
    "area code",
    "area type",
    "sex",
    "age",
    "category type",
    "time period",
    "value",
)
_LOW, _HIGH = "lower ci 95.0 limit", "upper ci 95.0 limit"
_YEAR = re.compile(r"(\d{4})")


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read replies of the service, each kind of area and year a table of its own.

    Raises
    ------
    FileNotUnderstood
        When the columns are not those of the service, or an area has two values of
        one indicator, sex, age and period.
    """
    tally = Tally()
    found: dict[tuple[Geography, int], list[_Value]] = {}
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        for value in _values(path, asked, tally):
            found.setdefault((value.geography, value.year), []).append(value)
    frames = [
        _frame(geography, year, values, asked, tally)
        for (geography, year), values in sorted(found.items())
    ]
    if not frames:
        raise FileNotUnderstood(
            f"no row is about {asked.region.name}",
            file=", ".join(path.name for path in asked.files),
            column="Area Code",
            remedy="Ask the service for the region's districts or middle areas.",
        )
    return Reading(asked=asked, content=frames, tally=tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """One value with its interval, as text."""

    file: str
    line: int
    code: str
    geography: Geography
    year: int
    key: str
    label: str
    of_whom: str
    told: tuple[str, str, str]  # value, lower and upper 95 % limit


def _values(path: Path, asked: Asked, tally: Tally) -> Iterator[_Value]:
    """Give the values about the region and England, each once."""
    seen: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    with open_rows(path, needed=NEEDED) as rows:
        for row in rows:
            reason = _unwanted(row, asked)
            if reason:
                tally.leave_out(reason)
                continue
            value = _value(row, rows)
            which = (value.code, value.key, row.text("time period"))
            if which not in seen:
                seen[which] = value.told
                tally.use()
                yield value
            elif seen[which] == value.told:
                tally.leave_out("told twice, in the same words")
            else:
                raise row.wrong(
                    "value", f"«{value.code}» has two values of «{value.label[:60]}»"
                )


def _unwanted(row: Row, asked: Asked) -> str:
    """Say why a row is not taken, "" if it is."""
    if row.text("category type"):
        return "a breakdown of the value"
    code = row.text("area code")
    geography = geography_of(code)
    if geography is None:
        return "not about an area of ours"
    if code not in wanted(asked, vintage_for(asked, geography, year=2021)):
        return "outside the region"
    if not _YEAR.search(row.text("time period sortable") or row.text("time period")):
        return "no period"
    return ""


def _value(row: Row, rows: Rows) -> _Value:
    """Read one row."""
    sex, age = row.text("sex"), row.text("age")
    whom = ", ".join(part for part in (sex, age) if part)
    limits = [row.text(limit) if rows.has(limit) else "" for limit in (_LOW, _HIGH)]
    # The sortable period begins with the year in which a period of years starts.
    year = _YEAR.search(row.text("time period sortable") or row.text("time period"))
    geography = geography_of(row.text("area code"))
    assert year is not None  # noqa: S101 _unwanted has seen both
    assert geography is not None  # noqa: S101 the caller asked for areas only
    return _Value(
        file=row.file,
        line=row.line,
        code=row.text("area code"),
        geography=geography,
        year=int(year[1]),
        key=f"ft.{row.needed('indicator id')}.{slug(whom) or 'all'}",
        label=f"{row.needed('indicator name')} ({whom}), {row.text('time period')}",
        of_whom=whom,
        told=(row.text("value"), limits[0], limits[1]),
    )


def _frame(
    geography: Geography,
    year: int,
    values: list[_Value],
    asked: Asked,
    tally: Tally,
) -> AreaFrame:
    """Lay the values of one kind of area and year out wide."""
    columns: dict[str, Column] = {}
    cells: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    for value in values:
        for part, told in zip(("", ".low", ".high"), value.told, strict=True):
            columns.setdefault(value.key + part, _column(value, part))
            cells.setdefault(value.code, {})[value.key + part] = told
        lines.setdefault(value.code, value.line)
    layout = Layout(
        table="Fingertips",
        title="Public health profiles",
        vintage=vintage_for(asked, geography, year=2021),
        year=year,
        columns=tuple(columns.values()),
        headings=tuple(columns),
        code="area code",
        file=values[0].file,
    )
    own = Tally()
    told_rows = [
        (lines[code], code, {**dict.fromkeys(columns, ""), **some})
        for code, some in cells.items()
    ]
    frame = Cut(layout, asked, own).read(told_rows).frame()
    for reason, rows in own.not_understood.items():
        tally.not_understood[reason] = tally.not_understood.get(reason, 0) + rows
    tally.joins.update(own.joins)
    return frame


def _column(value: _Value, part: str) -> Column:
    """Make the column of a value, or of one end of its interval."""
    ends = {"": "", ".low": ": lower 95% limit", ".high": ": upper 95% limit"}
    return Column(
        key=value.key + part,
        label=value.label + ends[part],
        unit="",
        kind=Kind.SCORE,
        of_whom=value.of_whom,
    )
