"""What does a file say that somebody saved by hand from a Nomis query?

Title lines above (table, units, date, filters), then headings, a blank line, rows
with code and name in one cell or the code under «mnemonic», and footnotes below. Used
for census queries and for the jobs survey.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, open_lines, open_rows
from weft.commons.provenance import Tally, Vintage
from weft.ground.domain.asked import Asked
from weft.need.domain.columns import Column
from weft.need.domain.frames import AreaFrame
from weft.need.sources.cutting import (
    Cut,
    Layout,
    geography_of,
    told_rows,
    vintage_for,
)

MOST_TITLE_LINES = 20
TOTAL = "our total"
_AREA = r"(?:(20[12]1) )?(?:super output area.*|output area.*|local authorit.*|area)"
_CODE = re.compile(r"[EWSN]\d{8}")
_YEAR = re.compile(r"\b(20\d\d)\b")

Meaning = Callable[[str], Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What the lines above the headings say."""

    first: str
    said: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """Read one line, as ``Date : 2021``, by the word before the colon."""
        return next((value for key, value in self.said if key == name.lower()), "")

    @property
    def year(self) -> int | None:
        """Say which year the numbers speak of, if a line does."""
        found = _YEAR.search(self.get("date"))
        return int(found[1]) if found else None


def titles_of(path: Path) -> Titles:
    """Read the lines above the headings."""
    first = ""
    said = []
    for number, line in open_lines(path):
        text = line.replace('"', "").rstrip(", ")
        first = first or text
        key, _, value = text.partition(":")
        if number > 1 and value:
            said.append((key.strip().lower(), value.strip(" ,")))
        elif "," in text and number > 1:
            cells = [cell.strip() for cell in text.split(",")]
            said.append((cells[0].lower(), cells[1]))
        if number > MOST_TITLE_LINES:
            break
    return Titles(first=first, said=tuple(said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is known of a query's file before its rows are read."""

    path: Path
    table: str
    title: str
    year: int
    meaning: Meaning  # label of a heading -> the column it is
    total: Column | None = None  # made by adding up, where the file has none


def read_query(query: Query, asked: Asked, tally: Tally) -> AreaFrame:
    """Read the table between the titles and the footnotes.

    Raises
    ------
    FileNotUnderstood
        When there are no headings beginning with an area, or no code in a row.
    """
    # The names' column of files with a «mnemonic» comes second in this choice.
    aliases = {"code": ("mnemonic", _AREA)}
    with open_rows(query.path, needed=("code",), aliases=aliases, titles=True) as rows:
        counting = [
            (heading, label)
            for heading, label in zip(rows.headers, rows.labels, strict=True)
            if heading and heading != "mnemonic" and not re.fullmatch(_AREA, heading)
        ]
        told = list(told_rows(rows, code="code", clean=_code))
        columns = {heading: query.meaning(label) for heading, label in counting}
        if query.total and query.total.key not in {c.key for c in columns.values()}:
            told = [
                (line, code, {**cells, TOTAL: _sum(cells, columns, rows.file, line)})
                for line, code, cells in told
            ]
            columns = {TOTAL: query.total, **columns}
        layout = Layout(
            table=query.table,
            title=query.title,
            vintage=_vintage(query, rows.headers, [code for _, code, _ in told], asked),
            year=query.year,
            columns=tuple(columns.values()),
            headings=tuple(columns),
            code="code",
            file=rows.file,
        )
    return Cut(layout, asked, tally).read(told).frame()


def _sum(
    cells: Mapping[str, str], headings: Iterable[str], file: str, line: int
) -> str:
    """Add a row up, "" when one cell is not known or not a number."""
    row = Row(line, cells, file)
    try:
        parts = [row.number(heading) for heading in headings]
    except FileNotUnderstood:
        return ""
    known = [part for part in parts if part is not None]
    return str(sum(known)) if len(known) == len(parts) else ""


def _code(cell: str) -> str:
    """Take the code from ``E01010646 : Bradford 001A``."""
    found = _CODE.search(cell)
    return found[0] if found else cell.strip()


def _vintage(
    query: Query, headings: tuple[str, ...], codes: list[str], asked: Asked
) -> Vintage:
    """Say which areas the rows are about, by the heading and the codes."""
    geography = next(filter(None, map(geography_of, codes)), None)
    if geography is None:
        raise FileNotUnderstood(
            "no row begins with the code of an area",
            file=query.path.name,
            column=headings[0],
            remedy="Save the query again with codes as well as names.",
        )
    told = next(filter(None, (re.fullmatch(_AREA, h) for h in headings)), None)
    year = int(told[1]) if told and told[1] else 2021
    return vintage_for(asked, geography, year=year)
