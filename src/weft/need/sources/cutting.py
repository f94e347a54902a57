"""Which rows of a published table are about this region, and what do they say?

Every importer of this part reads through here: the table is cut down to the areas
that the ground of this build knows, numbers are read or counted as not understood,
and a table about other areas than it was said to be is refused by name.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from weft.commons.errors import FileNotUnderstood, WrongVintage
from weft.commons.files import Row
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked
from weft.need.domain.columns import Column
from weft.need.domain.frames import AreaFrame

ENGLAND = "E92000001"
MOST_STRANGE_ROWS = 0.1
"""If more of the rows hold something that is not a number, it is another table."""

_GEOGRAPHIES = {
    "E00": Geography.OA,
    "E01": Geography.LSOA,
    "E02": Geography.MSOA,
    "E05": Geography.WARD,
    "E06": Geography.DISTRICT,
    "E07": Geography.DISTRICT,
    "E08": Geography.DISTRICT,
    "E09": Geography.DISTRICT,
    "E38": Geography.PLACE,
    "E54": Geography.ICB,
    "E92": Geography.COUNTRY,
}

Told = Iterable[tuple[int, str, Mapping[str, str]]]
"""Rows of a table: its line, the area's code, and the cells by heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a table is, before its rows are read."""

    table: str
    title: str
    vintage: Vintage
    year: int
    columns: tuple[Column, ...]
    headings: tuple[str, ...]  # where each column's numbers stand, in the same order
    code: str  # the heading of the codes
    file: str


def geography_of(code: str) -> Geography | None:
    """Say what sort of area a code stands for, by its first three letters."""
    return _GEOGRAPHIES.get(code[:3])


def district_vintage(asked: Asked) -> Vintage:
    """Say which year's districts the region is made of, as ground loaded them."""
    known = [v for v in asked.areas if v.geography is Geography.DISTRICT]
    declared = asked.origin.vintage
    if declared and declared.geography is Geography.DISTRICT:
        return declared
    return max(known, default=Vintage(Geography.DISTRICT, 2021))


def vintage_for(asked: Asked, geography: Geography, *, year: int) -> Vintage:
    """Say which areas a code of this geography means in this source."""
    if geography is Geography.DISTRICT:
        return district_vintage(asked)
    declared = asked.origin.vintage
    if declared and declared.geography is geography:
        return declared
    return Vintage(geography, year)


def wanted(asked: Asked, vintage: Vintage) -> frozenset[str]:
    """List the areas of the region that a table of this vintage should cover."""
    match vintage.geography:
        case Geography.DISTRICT:
            return frozenset(asked.region.districts)
        case Geography.COUNTRY:
            return frozenset({ENGLAND})
        case _:
            return asked.areas.get(vintage, frozenset())


@dataclass(slots=True)
class Cut:
    """A table on its way to being a frame: rows kept so far, and what was strange."""

    layout: Layout
    asked: Asked
    tally: Tally
    everywhere: bool = False  # keep the rows of all England too
    _rows: dict[str, list[float]] = field(default_factory=dict)
    _lines: dict[str, int] = field(default_factory=dict)
    _outside: dict[str, list[float]] = field(default_factory=dict)
    _strangers: dict[str, int] = field(default_factory=dict)
    _problems: list[FileNotUnderstood] = field(default_factory=list)

    def read(self, told: Told) -> "Cut":
        """Take every row, and say what came of it."""
        here = wanted(self.asked, self.layout.vintage)
        others = self._other_years()
        for line, code, cells in told:
            if code in here:
                self._keep(line, code, cells)
                continue
            if code in others:
                self._strangers[code] = line
            if self.everywhere and code.startswith("E"):
                self._outside[code] = self._numbers(line, cells)
            self.tally.leave_out(outside(code, here, self.layout.vintage))
        self._refuse_other_years()
        self._refuse_strange()
        return self

    def frame(self) -> AreaFrame:
        """Give the region's rows, by code; none where its areas are not loaded.

        Raises
        ------
        FileNotUnderstood
            When none of the region's areas is in the table.
        """
        here = wanted(self.asked, self.layout.vintage)
        self.tally.joined(str(self.layout.vintage), hits=len(self._rows), of=len(here))
        if not self._rows and here:
            raise FileNotUnderstood(
                f"no row is about {self.asked.region.name} ({self.layout.vintage})",
                file=self.layout.file,
                column=self.layout.code,
                remedy="Is it the right file, and its vintage as the region file says?",
            )
        return self._frame_of(self._rows)

    def frame_everywhere(self) -> AreaFrame:
        """Give every row of England that was read, the region's among them."""
        return self._frame_of({**self._outside, **self._rows})

    def _frame_of(self, rows: Mapping[str, Sequence[float]]) -> AreaFrame:
        codes = tuple(sorted(rows))
        values = np.array([rows[code] for code in codes], dtype=np.float64)
        return AreaFrame(
            table=self.layout.table,
            title=self.layout.title,
            vintage=self.layout.vintage,
            year=self.layout.year,
            codes=codes,
            columns=self.layout.columns,
            values=values.reshape(len(codes), len(self.layout.columns)),
        )

    def _keep(self, line: int, code: str, cells: Mapping[str, str]) -> None:
        """Take one row of the region, once."""
        before = len(self._problems)
        numbers = self._numbers(line, cells)
        if code in self._rows:
            if not np.array_equal(self._rows[code], numbers, equal_nan=True):
                raise FileNotUnderstood(
                    f"«{code}» is told twice, here and in line {self._lines[code]}, "
                    "differently",
                    file=self.layout.file,
                    line=line,
                    column=self.layout.code,
                    remedy="Keep the right one of the two, or save the file again.",
                )
            self.tally.leave_out("told twice, in the same words")
            return
        self._rows[code], self._lines[code] = numbers, line
        if len(self._problems) > before:
            self.tally.complain(
                "a cell is not a number; it is taken as not known",
                example=str(self._problems[-1]),
            )
        else:
            self.tally.use()

    def _numbers(self, line: int, cells: Mapping[str, str]) -> list[float]:
        """Read a row's numbers; what is not known, or not a number, is nan."""
        row = Row(line, cells, self.layout.file)
        return [self._number(row, heading) for heading in self.layout.headings]

    def _number(self, row: Row, heading: str) -> float:
        try:
            number = row.number(heading)
        except FileNotUnderstood as problem:
            self._problems.append(problem)
            return np.nan
        return np.nan if number is None else number

    def _other_years(self) -> frozenset[str]:
        """List the areas of other years that are none of this one."""
        mine = self.layout.vintage
        here = wanted(self.asked, mine)
        if mine.geography is Geography.DISTRICT:
            return frozenset()
        found: set[str] = set()
        for vintage, codes in self.asked.areas.items():
            if vintage.geography is mine.geography and vintage.year != mine.year:
                found |= codes - here
        return frozenset(found)

    def _refuse_other_years(self) -> None:
        """Refuse a table that speaks of areas of another year than was said."""
        if not self._strangers or not self._rows:
            return
        code, line = next(iter(self._strangers.items()))
        raise WrongVintage(
            f"{self.layout.file}, line {line}, column «{self.layout.code}»: «{code}» "
            f"is not an area of {self.layout.vintage}, nor are "
            f"{len(self._strangers) - 1} others, but all are known of another year. "
            f"Correct «vintage» of «{self.asked.source}» in the region file, or use "
            "the publisher's file for those areas."
        )

    def _refuse_strange(self) -> None:
        """Refuse a table in which too much is not a number."""
        seen = len(self._rows) + len(self._outside)
        if len(self._problems) > MOST_STRANGE_ROWS * max(seen, 1):
            raise self._problems[0]


def outside(code: str, here: frozenset[str], vintage: Vintage) -> str:
    """Say why a row is left out."""
    if not here:
        return f"no areas of {vintage} are loaded"
    return "outside the region" if code[:1] in "EWSN" else "not about an area"


def told_rows(
    rows: Iterable[Row], *, code: str, clean: Callable[[str], str] = str.strip
) -> Iterator[tuple[int, str, Mapping[str, str]]]:
    """Give each row with the code of its area."""
    for row in rows:
        yield row.line, clean(row.text(code)), row.cells


def spare_columns(tally: Tally, file: str, headings: Iterable[str]) -> None:
    """Say which columns of a file were not taken, among the ledger's examples."""
    left = [heading for heading in headings if heading]
    if left and len(tally.examples) < tally.MOST_EXAMPLES:
        tally.examples.append(f"{file}: columns not taken: {', '.join(left)[:300]}")
