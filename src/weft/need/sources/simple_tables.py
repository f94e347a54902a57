"""How is a table read that has one row an area and one heading a column?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import open_rows
from weft.commons.provenance import Geography, Tally
from weft.ground.domain.asked import Asked
from weft.need.domain.columns import Column
from weft.need.domain.frames import AreaFrame
from weft.need.sources.cutting import (
    Cut,
    Layout,
    spare_columns,
    told_rows,
    vintage_for,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Simple:
    """What a publisher's plain table looks like."""

    table: str
    title: str
    year: int
    code: str  # pattern of the heading of the codes
    vintage: int  # of the LSOAs, where the region file does not say
    columns: Mapping[str, Column]  # pattern of a heading -> what it is
    passed_over: tuple[str, ...] = ()  # headings of names and the like


def read_simple(
    path: Path, simple: Simple, asked: Asked, tally: Tally, *, everywhere: bool = False
) -> tuple[AreaFrame, AreaFrame]:
    """Read a plain table about LSOAs.

    Returns
    -------
    tuple
        The region's areas; and every row of England if ``everywhere``, else the same.
    """
    ours = {f"our {column.key}": column for column in simple.columns.values()}
    aliases: dict[str, str] = {"code": simple.code}
    for pattern, column in simple.columns.items():
        aliases[f"our {column.key}"] = pattern
    with open_rows(path, needed=("code", *ours), aliases=aliases) as rows:
        layout = Layout(
            table=simple.table,
            title=simple.title,
            vintage=vintage_for(asked, Geography.LSOA, year=simple.vintage),
            year=simple.year,
            columns=tuple(ours.values()),
            headings=tuple(ours),
            code="code",
            file=rows.file,
        )
        known = len(ours) + 1 + len(simple.passed_over)
        if len(rows.headers) > known:
            spare_columns(tally, rows.file, rows.headers[known:])
        cut = Cut(layout, asked, tally, everywhere=everywhere)
        cut.read(told_rows(rows, code="code"))
    frame = cut.frame()
    return frame, cut.frame_everywhere() if everywhere else frame


def year_of(asked: Asked, *, usual: int | None = None) -> int:
    """Say which year the numbers speak of: the source's option, its date, or a usual.

    Raises
    ------
    FileNotUnderstood
        When nobody says.
    """
    told = asked.option("year")
    if told.isdigit():
        return int(told)
    if asked.origin.dated is not None:
        return asked.origin.dated.year
    if usual is not None:
        return usual
    raise FileNotUnderstood(
        "nobody says which year these numbers speak of",
        file=f"the region file, source «{asked.source}»",
        column="date",
        remedy='Add date = "2023-12-31", or [sources.….options] with year = 2023.',
    )
