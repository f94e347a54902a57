"""What is a table, on the page and in every file that is made of it?

One frozen value is drawn on the page, written as CSV and written as Excel, so that
the three can never differ.
"""

from dataclasses import dataclass
from datetime import date

from weft.commons.tongues import Said

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and how what stands below it is said.

    ``said`` is the same in a reader's language, for the page; files take ``words``.
    """

    words: str
    numeric: bool = False
    decimals: int | None = None  # of numbers; as they come, if not said
    unit: str = ""  # «%», «£»: said on the page, left out of files
    said: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings, with where they come from.

    Every row is as long as ``columns``; its first cell names it. ``None`` is not
    known, and is said so; it is never nought.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str = ""  # publisher, edition, date
    licence: str = ""
    notes: tuple[str, ...] = ()
    here: int | None = None  # the row that the page is about
    said: Said | None = None  # the title in a reader's language, for the page

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"«{self.title}» has {len(self.columns)} columns, "
                    f"a row has {len(row)} cells: {row}"
                )

    @property
    def lines_below(self) -> tuple[str, ...]:
        """Say where the table comes from and on what terms, a line each."""
        told = (
            f"Source: {self.source}" if self.source else "",
            f"Licence: {self.licence}" if self.licence else "",
            *self.notes,
        )
        return tuple(line for line in told if line)


def shown(cell: Cell, column: Column) -> str:
    """Say one cell as a reader should see it."""
    if cell is None:
        return "not known"
    if isinstance(cell, float) or (isinstance(cell, int) and column.numeric):
        text = f"{cell:,.{column.decimals}f}" if column.decimals is not None else ""
        return f"{_money(column)}{text or _plain(cell)}{_after(column)}"
    if isinstance(cell, date):
        return f"{cell.day} {cell:%B %Y}"
    return str(cell)


def _plain(value: float) -> str:
    """Write a number with commas and no needless noughts."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def _money(column: Column) -> str:
    return column.unit if column.unit == "£" else ""


def _after(column: Column) -> str:
    if column.unit in ("", "£"):
        return ""
    return column.unit if column.unit == "%" else f" {column.unit}"
