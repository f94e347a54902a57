"""How does a table about areas lie in a file?

As Parquet, one row an area and one column for each key, so that any tool reads it.
What the columns mean stands in the table of tables. The same frame gives the same
bytes: no clock, no chance, areas in the frame's order.
"""

import io
from dataclasses import dataclass

import numpy as np
import polars as pl

from weft.commons.provenance import Vintage
from weft.need.domain.columns import Column
from weft.need.domain.frames import AreaFrame

CODE = "code"


def as_parquet(frame: AreaFrame) -> bytes:
    """Write a frame; what is not known becomes null."""
    table = pl.DataFrame(
        {
            CODE: pl.Series(frame.codes, dtype=pl.String),
            **{
                key: pl.Series(frame.values[:, at], dtype=pl.Float64, nan_to_null=True)
                for at, key in enumerate(frame.keys)
            },
        }
    )
    out = io.BytesIO()
    table.write_parquet(out, compression="zstd", statistics=False)
    return out.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands in the table of tables of one frame: all but its numbers."""

    table: str
    title: str
    vintage: Vintage
    year: int
    columns: tuple[Column, ...]


def from_parquet(raw: bytes, kept: Kept) -> AreaFrame:
    """Read back what ``as_parquet`` wrote, with what was told of its columns."""
    columns = kept.columns
    read = pl.read_parquet(io.BytesIO(raw))
    numbers = read.select(column.key for column in columns)
    values = numbers.cast(pl.Float64).fill_null(np.nan).to_numpy()
    return AreaFrame(
        table=kept.table,
        title=kept.title,
        vintage=kept.vintage,
        year=kept.year,
        codes=tuple(read[CODE].to_list()),
        columns=columns,
        values=np.array(values, dtype=np.float64).reshape(len(read), len(columns)),
    )
