"""What do the Census 2021 topic tables say, as Nomis packs them in bulk?

One zip a table, with a member for each kind of area; members are found by a tolerant
pattern since a few are misspelt (``-lsoa..csv``, ``-llta.csv``), and headings lose
their variable and the ``; measures: Value`` that only the oldest tables carry
(docs/data/census.md).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Rows, members, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column
from weft.need.domain.frames import AreaFrame
from weft.need.domain.topics import (
    CENSUS_YEAR,
    Topic,
    column_for,
    plain_label,
    topic_of_table,
)
from weft.need.sources.cutting import (
    Cut,
    Layout,
    told_rows,
    vintage_for,
    wanted,
)

_MEMBERS = {
    Geography.OA: r"-oa\.+csv$",
    Geography.LSOA: r"-lsoa\.+csv$",
    Geography.MSOA: r"-msoa\.+csv$",
    Geography.DISTRICT: r"-(ltla|llta)\.+csv$",
    Geography.COUNTRY: r"-ctry\.+csv$",
}
_SMALL = frozenset({Geography.OA, Geography.LSOA, Geography.MSOA})
_TABLE = re.compile(r"(ts\d{3}[a-z]?)", re.IGNORECASE)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read the zips, one table each.

    Returns
    -------
    Reading
        For each table one frame for each kind of area that its zip holds and the
        region's ground knows.

    Raises
    ------
    FileNotUnderstood
        When a zip holds no member for small areas, or no row about the region.
    """
    tally = Tally()
    frames: list[AreaFrame] = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frames.extend(_read_zip(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


def _read_zip(path: Path, asked: Asked, tally: Tally) -> Iterator[AreaFrame]:
    """Read every member that is about areas we know."""
    named = _TABLE.search(path.name)
    inside = members(path)
    found = {
        geography: pattern
        for geography, pattern in _MEMBERS.items()
        if any(re.search(pattern, member, re.IGNORECASE) for member in inside)
    }
    if named is None or not found.keys() & {
        Geography.OA,
        Geography.LSOA,
        Geography.MSOA,
    }:
        raise FileNotUnderstood(
            "this is not a bulk table for small areas; it holds "
            f"{', '.join(inside[:5]) or 'nothing'}",
            file=path.name,
            remedy="Save census2021-tsNNN.zip from the Nomis page of bulk tables.",
        )
    for geography, pattern in found.items():
        vintage = vintage_for(asked, geography, year=CENSUS_YEAR)
        if wanted(asked, vintage):
            member = _Member(path=path, pattern=pattern, vintage=vintage)
            yield _read_member(member, named[1].upper(), asked, tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """One member of a zip, and the areas it is about."""

    path: Path
    pattern: str
    vintage: Vintage


def _read_member(member: _Member, table: str, asked: Asked, tally: Tally) -> AreaFrame:
    """Read one member."""
    needed = ("geography code",)
    with open_rows(member.path, member=member.pattern, needed=needed) as rows:
        topic = topic_of_table(table) or _own_topic(table, rows)
        columns = _columns(rows, topic)
        layout = Layout(
            table=table,
            title=topic.title,
            vintage=member.vintage,
            year=CENSUS_YEAR,
            columns=tuple(columns.values()),
            headings=tuple(columns),
            code="geography code",
            file=f"{rows.file} ({member.vintage})",
        )
        told = told_rows(rows, code="geography code")
        return Cut(layout, asked, tally).read(told).frame()


def _columns(rows: Rows, topic: Topic) -> dict[str, Column]:
    """Say what each heading counts; the first three name the area."""
    counting = [
        (heading, label)
        for heading, label in zip(rows.headers, rows.labels, strict=True)
        if heading not in {"date", "geography", "geography code"} and heading
    ]
    variable = _variable([label for _, label in counting])
    columns = {
        heading: column_for(topic, plain_label(label, variable=variable))
        for heading, label in counting
    }
    keys = [column.key for column in columns.values()]
    for heading, column in columns.items():
        if keys.count(column.key) > 1:
            raise FileNotUnderstood(
                "two columns count the same",
                file=rows.file,
                line=rows.header_line,
                column=heading,
                remedy="Save the zip again from the Nomis page of bulk tables.",
            )
    return columns


def _variable(labels: list[str]) -> str:
    """Find the variable that every heading begins with."""
    first = labels[0].partition(":")[0] if labels else ""
    return first if all(label.startswith(f"{first}:") for label in labels) else ""


def _own_topic(table: str, rows: Rows) -> Topic:
    """Make a topic of a table that we have no words for; it is loaded all the same."""
    labels = [label for label in rows.labels if ":" in label]
    title = _variable(labels) or table
    return Topic(key=table.lower(), tables=(table,), title=title, unit="", of_whom="")
