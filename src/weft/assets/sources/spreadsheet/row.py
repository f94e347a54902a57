"""Which cells stand in one row of a sheet, and which of them has nobody asked for?

What no reader asks for, and what cannot be read, stays in the teller's words: nothing
of a row is dropped in silence.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from weft.assets.domain.sheets import Left
from weft.assets.sources.own_cells import Cells
from weft.assets.sources.spreadsheet.headings import PRIVATE, Headings
from weft.commons.files import Row

T = TypeVar("T")
SHEETS_OWN = {"phone": "telephone"}
"""What the columns of Weft's own tables are called among a sheet's."""
_NOTHING_TOLD = frozenset({"", "?", "-", "n/a", "na", "none", "unknown", "not known"})
_FORMULA = re.compile(
    r"=.*|#(?:REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|SPILL)[!?]?", re.DOTALL
)


@dataclass(slots=True)
class SheetRow:
    """The cells of one row, and which of them were not understood."""

    cells: Mapping[str, str]
    labels: Mapping[str, str]
    left: list[Left] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    telephone: str = ""

    def text(self, name: str) -> str:
        """Give a cell; "" where nothing was told, or a formula went wrong."""
        self.asked.add(name)
        told = self.cells.get(name, "").strip()
        return "" if told.lower() in _NOTHING_TOLD else told

    def read(self, name: str, to: Callable[[str], T | None]) -> T | None:
        """Read a cell, and keep its words where it cannot be read."""
        told = self.text(name)
        found = to(told) if told else None
        if told and found is None:
            self.leave(name, told)
        return found

    def leave(self, name: str, words: str) -> None:
        """Keep words that have no place here."""
        self.left.append(Left(heading=self.labels.get(name, name), words=words))

    def leave_unasked(self) -> None:
        """Keep the words of every cell that nobody has asked for."""
        for name in self.cells:
            if name not in self.asked and (words := self.text(name)):
                self.leave(name, words)

    def own(self, line: int, columns: Collection[str]) -> Row:
        """Give some cells the way the readers of Weft's own tables take them."""
        told = {one: self.text(SHEETS_OWN.get(one, one)) for one in columns}
        return Row(line=line, cells=told)


class CellsOfARow(Cells):
    """Reads cells as Weft's own tables do, and keeps those that cannot be read."""

    def __init__(self, row: SheetRow) -> None:
        super().__init__()
        self._row = row

    def read(self, row: Row, column: str, to: Callable[[str], T | None]) -> T | None:
        """Read a cell; None where it is empty, or cannot be read and is kept."""
        told = row.text(column)
        found = to(told) if told else None
        if told and found is None:
            self._row.leave(SHEETS_OWN.get(column, column), told)
        return found


def parted(cells: tuple[str, ...], headings: Headings) -> SheetRow:
    """Give each cell its name; keep formulas, and what no known heading stands over."""
    row = SheetRow(
        cells={
            name: cells[at]
            for at, name in headings.fields.items()
            if name != PRIVATE and at < len(cells)
        },
        labels={name: headings.labels[at] for at, name in headings.fields.items()},
    )
    for at, words in enumerate(cells):
        if words and at not in headings.fields:
            label = headings.labels[at] if at < len(headings.labels) else ""
            row.left.append(Left(heading=label, words=words))
    broken = {n: w for n, w in row.cells.items() if _FORMULA.fullmatch(w)}
    for name, words in broken.items():
        row.leave(name, words)
    row.cells = {n: w for n, w in row.cells.items() if n not in broken}
    return row
