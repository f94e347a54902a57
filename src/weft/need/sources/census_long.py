"""What does a census table say in the layouts of those who re-publish it?

Three layouts are read: long with one row an area and category (``lsoa21_code, …, n,
prop``, and ``area_code, …, unit, value``), and wide with one column a category. Which
table it is shows in its headings and categories (docs/data/census.md).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.frames import AreaFrame
from weft.need.domain.topics import (
    CENSUS_YEAR,
    TOTAL,
    Topic,
    column_for,
    is_total,
    leaves_at_top,
    plain_label,
    topic_of_words,
)
from weft.need.sources.cutting import (
    Cut,
    Layout,
    geography_of,
    vintage_for,
    wanted,
)

_CODE = r"(?:(?:lsoa|msoa|oa)(?:11|21)_?(?:code|cd)|area_code|geo_code)"
_VALUE = (r"n", r"value")
_NAMING = frozenset(
    {"area_name", "geography", "period", "measure", "unit", "prop", "value", "n"}
)
_PASSED = re.compile(r"prop(?:ortion)?\b|prop_|.*_name$|cdu_id|geo_.*", re.IGNORECASE)
_UNIT = re.compile(r"^.*? : (.*?) - Unit : .*$")


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read re-published census tables, one a file.

    Raises
    ------
    FileNotUnderstood
        When there is no code of an area, or nothing tells which table it is.
    """
    tally = Tally()
    frames = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frames.append(_read_one(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


def _read_one(path: Path, asked: Asked, tally: Tally) -> AreaFrame:
    """Read one file, long or wide."""
    aliases = {"code": _CODE, "n": _VALUE}
    with open_rows(path, needed=("code",), aliases=aliases) as rows:
        if rows.has("n"):
            return _Long.of(rows, asked, tally).frame()
        return _wide(rows, asked, tally)


@dataclass(slots=True)
class _Long:
    """A long table on its way to a wide one: the region's rows, area by area."""

    rows: Rows
    asked: Asked
    tally: Tally
    category: str
    total: str
    cells: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    outside: dict[str, str] = field(default_factory=dict)
    first: Row | None = None

    @classmethod
    def of(cls, rows: Rows, asked: Asked, tally: Tally) -> "_Long":
        """Find which column holds the categories, and which the total."""
        named = [
            heading
            for heading in rows.headers
            if heading not in _NAMING and not re.fullmatch(_CODE, heading)
        ]
        total = next((h for h in named if h.startswith("total_")), "")
        categories = [heading for heading in named if heading != total]
        if not categories:
            raise FileNotUnderstood(
                "no column holds the categories",
                file=rows.file,
                line=rows.header_line,
                remedy="The long form has a column of categories beside the numbers.",
            )
        # «indicator» holds a sentence, the same in every row, unless it stands alone.
        others = [h for h in categories if h != "indicator"]
        category = others[0] if others else categories[0]
        return cls(rows=rows, asked=asked, tally=tally, category=category, total=total)

    def frame(self) -> AreaFrame:
        """Read every row, lay the table out wide and cut it."""
        for row in self.rows:
            self._take(row)
        codes = [*self.cells, *self.outside]
        if self.first is None or not codes:
            raise FileNotUnderstood(
                "there are no rows", file=self.rows.file, remedy="Save the file again."
            )
        topic = self._topic()
        labels = {plain_label(one): one for one in self.labels.values()}
        columns = [column_for(topic, plain) for plain in labels]
        headings = list(labels.values())
        if not any(column.key.endswith(f".{TOTAL}") for column in columns):
            columns.insert(0, column_for(topic, "Total"))
            headings.insert(0, TOTAL)
            self._sum_up(list(labels))
        layout = Layout(
            table=topic.tables[0],
            title=topic.title,
            vintage=_vintage(codes[0], self.rows, self.asked),
            year=_year(self.first),
            columns=tuple(columns),
            headings=tuple(headings),
            code="code",
            file=self.rows.file,
        )
        return _cut(layout, self._told(), self.asked, self.tally)

    def _take(self, row: Row) -> None:
        """Put one row's number under its area and category."""
        self.first = self.first or row
        code, label = row.needed("code"), row.needed(self.category)
        geography = geography_of(code)
        here = geography is not None and code in wanted(
            self.asked,
            vintage_for(self.asked, geography, year=_year_of_code(self.rows)),
        )
        if not here:
            self.outside.setdefault(code, code)
            self.tally.leave_out("outside the region")
            return
        told = self.cells.setdefault(code, {})
        self.lines.setdefault(code, row.line)
        self.labels.setdefault(label, label)
        if told.setdefault(label, row.text("n")) != row.text("n"):
            raise FileNotUnderstood(
                f"«{code}» has two numbers for «{label[:40]}»",
                file=row.file,
                line=row.line,
                column=self.category,
                remedy="Keep the right one of the two, or save the file again.",
            )
        if self.total:
            told[TOTAL] = row.text(self.total)
        self.tally.use()

    def _topic(self) -> Topic:
        """Say which table of the census this is."""
        words = [self.category, *self.labels]
        topic = topic_of_words([self.category]) or topic_of_words(words)
        if topic is None:
            raise FileNotUnderstood(
                f"nothing here tells which table of the census it is "
                f"(«{self.category}»: {', '.join(list(self.labels)[:3])})",
                file=self.rows.file,
                line=self.rows.header_line,
                column=self.category,
                remedy="Tables known: see docs/data/census.md.",
            )
        return topic

    def _sum_up(self, plain: list[str]) -> None:
        """Make the total of each area, where the file has none, of its categories."""
        if self.total:
            return
        told = list(self.labels.values())
        top = [told[at] for at in leaves_at_top(plain)]
        for code, cells in self.cells.items():
            row = Row(self.lines[code], cells, self.rows.file)
            parts = [row.number(label) for label in top]
            known = [part for part in parts if part is not None]
            cells[TOTAL] = str(sum(known)) if len(known) == len(parts) else ""

    def _told(self) -> Iterator[tuple[int, str, Mapping[str, str]]]:
        """Give the region's areas, each as one row."""
        for code, cells in self.cells.items():
            yield self.lines[code], code, cells


def _wide(rows: Rows, asked: Asked, tally: Tally) -> AreaFrame:
    """Read a table that has one column a category."""
    counting = [
        (heading, label)
        for heading, label in zip(rows.headers, rows.labels, strict=True)
        if not re.fullmatch(_CODE, heading) and not _PASSED.match(heading)
    ]
    topic = topic_of_words([heading for heading, _ in counting])
    if topic is None:
        raise FileNotUnderstood(
            "nothing here tells which table of the census it is",
            file=rows.file,
            line=rows.header_line,
            remedy="Tables known: see docs/data/census.md.",
        )
    labels = [plain_label(_bare(label)) for _, label in counting]
    columns = [column_for(topic, label) for label in labels]
    told = [(row.line, row.needed("code"), row.cells) for row in rows]
    headings = [heading for heading, _ in counting]
    if not any(is_total(label) for label in labels):
        top = [headings[at] for at in leaves_at_top(labels)]
        told = [
            (line, code, {**cells, TOTAL: _sum(Row(line, cells, rows.file), top)})
            for line, code, cells in told
        ]
        columns.insert(0, column_for(topic, "Total"))
        headings.insert(0, TOTAL)
    vintage = _vintage(told[0][1], rows, asked)
    layout = Layout(
        table=topic.tables[0],
        title=topic.title,
        vintage=vintage,
        year=CENSUS_YEAR if vintage.year == CENSUS_YEAR else vintage.year,
        columns=tuple(columns),
        headings=tuple(headings),
        code="code",
        file=rows.file,
    )
    return Cut(layout, asked, tally).read(told).frame()


def _bare(label: str) -> str:
    """Take the category out of the long headings of 2011, and words out of names."""
    found = _UNIT.match(label)
    told = (found[1] if found else label).replace("\\", " ")
    return told if " " in told else told.replace("_", " ")


def _sum(row: Row, headings: list[str]) -> str:
    """Add cells up, "" when one is not known or not a number."""
    try:
        parts = [row.number(heading) for heading in headings]
    except FileNotUnderstood:
        return ""
    known = [part for part in parts if part is not None]
    return str(sum(known)) if len(known) == len(parts) else ""


def _cut(
    layout: Layout,
    told: Iterator[tuple[int, str, Mapping[str, str]]],
    asked: Asked,
    tally: Tally,
) -> AreaFrame:
    """Make the frame; its rows were counted one by one when they were read."""
    own = Tally()
    frame = Cut(layout, asked, own).read(told).frame()
    for reason, rows in own.not_understood.items():
        tally.used -= rows
        tally.not_understood[reason] = tally.not_understood.get(reason, 0) + rows
    tally.examples.extend(own.examples[: tally.MOST_EXAMPLES - len(tally.examples)])
    tally.joins.update(own.joins)
    return frame


def _year_of_code(rows: Rows) -> int:
    """Say which census the areas are of, by the heading of the codes."""
    return (
        2011 if any("11" in h for h in rows.headers if re.fullmatch(_CODE, h)) else 2021
    )


def _vintage(code: str, rows: Rows, asked: Asked) -> Vintage:
    """Say which areas the table is about."""
    geography = geography_of(code)
    if geography is None:
        raise FileNotUnderstood(
            f"«{code}» is not the code of an area of England",
            file=rows.file,
            column="code",
            remedy="Codes look like E01010568.",
        )
    return vintage_for(asked, geography, year=_year_of_code(rows))


def _year(row: Row) -> int:
    """Say which year the numbers speak of."""
    day = row.day("period") if row.text("period") else None
    return day.year if day else CENSUS_YEAR
