"""How is one table of a feed read, of any length, and how are its cells?

A table is taken some megabytes at a time, cut where a row ends, so that the times of
a whole country are read in the memory of what is kept of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import members, open_text
from weft.commons.provenance import Tally
from weft.standards.gtfs.feed import NOBODY

AT_ONCE = 32 * 1024 * 1024
_TIME = r"^(\d{1,3}):([0-5]\d):([0-5]\d)$"


@dataclass(frozen=True, slots=True)
class Box:
    """The zip that a feed comes in, and who counts what was wrong in it."""

    path: Path
    names: tuple[str, ...]
    tally: Tally

    @classmethod
    def opened(cls, path: Path, tally: Tally) -> "Box":
        """Look what is in the zip.

        Raises
        ------
        FileNotUnderstood
            When it is no zip.
        """
        return cls(path, members(path), tally)

    def has(self, table: str) -> bool:
        """Tell whether the feed has a table; a folder around all of them is common."""
        return any(_plain(name) == f"{table}.txt" for name in self.names)

    def heading(self, table: str) -> tuple[str, ...]:
        """Name the columns of a table; none where the feed has no such table."""
        if not self.has(table):
            return ()
        with open_text(self.path, member=rf"(^|/){table}\.txt$") as text:
            return tuple(_column(name) for name in text.readline().split(","))

    def pieces(self, table: str, columns: tuple[str, ...]) -> Iterator[pl.DataFrame]:
        """Give a table a piece at a time, every cell a text without blanks around it.

        A column that the feed does not have is null throughout, and so is a blank cell.

        Raises
        ------
        FileNotUnderstood
            When the table is not a table.
        """
        if not self.has(table):
            return
        with open_text(self.path, member=rf"(^|/){table}\.txt$") as text:
            heading = text.readline()
            left = ""
            while more := text.read(AT_ONCE):
                whole, left = _cut(left + more)
                yield self._piece(heading, whole, table, columns)
            if left.strip():
                yield self._piece(heading, left, table, columns)

    def table(self, table: str, columns: tuple[str, ...]) -> pl.DataFrame:
        """Give a whole table; an empty one where the feed has none."""
        empty = pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
        return pl.concat([empty, *self.pieces(table, columns)])

    def _piece(
        self, heading: str, rows: str, table: str, columns: tuple[str, ...]
    ) -> pl.DataFrame:
        try:
            read = pl.read_csv(
                (heading.strip("\r\n") + "\n" + rows).encode(),
                infer_schema=False,
                truncate_ragged_lines=True,
            )
        except (pl.exceptions.PolarsError, ValueError) as problem:
            raise FileNotUnderstood(
                f"this is not a table ({str(problem).splitlines()[0][:120]})",
                file=f"{self.path.name}/{table}.txt",
                remedy="Download the feed again, and compare its size.",
            ) from problem
        named = {
            plain: name for name in read.columns if (plain := name.strip().lower())
        }
        return read.select(
            _text(named[one]).alias(one)
            if one in named
            else pl.lit(None, pl.String).alias(one)
            for one in columns
        )

    def needed(self, table: str) -> None:
        """See that a table without which nothing can be said is there.

        Raises
        ------
        FileNotUnderstood
            When it is not.
        """
        if not self.has(table):
            raise FileNotUnderstood(
                f"there is no {table}.txt in it, so it is not a GTFS timetable",
                file=self.path.name,
                remedy="Choose the zip that its publisher calls GTFS.",
            )


def _column(name: str) -> str:
    return name.strip().strip('"').strip().lower()


def _plain(name: str) -> str:
    return name.rpartition("/")[2].lower()


def _cut(text: str) -> tuple[str, str]:
    """Cut after the last whole row; a line end inside quotes ends none."""
    at = text.rfind("\n") + 1
    while at and text.count('"', 0, at) % 2:
        at = text.rfind("\n", 0, at - 1) + 1
    return text[:at], text[at:]


def _text(name: str) -> pl.Expr:
    told = pl.col(name).str.strip_chars()
    return pl.when(told != "").then(told)


def seconds(column: str) -> pl.Expr:
    """Read ``25:10:00`` as seconds; null for a blank, and for what is no time."""
    parts = pl.col(column).str.extract_groups(_TIME)
    hours, minutes, rest = (
        parts.struct.field(str(n)).cast(pl.Int32, strict=False) for n in (1, 2, 3)
    )
    return (hours * 3600 + minutes * 60 + rest).alias(column)


def whole(column: str, default: int, kind: type[pl.DataType] = pl.Int16) -> pl.Expr:
    """Read a whole number; the default of the reference where there is none."""
    return pl.col(column).cast(kind, strict=False).fill_null(default)


def day(column: str) -> pl.Expr:
    """Read ``20261130``; null for what is no day."""
    return pl.col(column).str.to_date("%Y%m%d", strict=False)


def rows_of(ids: pl.Series) -> Mapping[str, int]:
    """Say which row each name has; of two with one name, the first."""
    found: dict[str, int] = {}
    for row, name in enumerate(ids.to_list()):
        found.setdefault(name, row)
    return found


def row_in(column: str, ids: pl.Series, *, name: str) -> pl.Expr:
    """Make names rows of another table; -1 where it has no such name."""
    kind = pl.Enum(ids.unique(maintain_order=True).drop_nulls())
    first = rows_of(ids)
    rows = pl.Series([first[one] for one in kind.categories], dtype=pl.Int32)
    physical = pl.col(column).cast(kind, strict=False).to_physical().cast(pl.Int32)
    if rows.is_empty():
        return pl.lit(NOBODY, pl.Int32).alias(name)
    return (
        physical.replace_strict(
            pl.Series(range(len(rows)), dtype=pl.Int32), rows, default=NOBODY
        )
        .fill_null(NOBODY)
        .cast(pl.Int32)
        .alias(name)
    )
