"""What is a flat file of many rows, in every form in which people take it away?

A table on a page (``weft.shell.tables``) is held in memory and said in words; a flat
file may have a hundred thousand rows, is read by programs, and brings its dictionary
along.
"""

from weft.shell.flat.columns import HEADINGS, UNKNOWN, Cell, Field, Kind, dictionary
from weft.shell.flat.writing import (
    MOST,
    Rows,
    write_csv,
    write_geojson,
    write_parquet,
    write_xlsx,
)

__all__ = [
    "HEADINGS",
    "MOST",
    "UNKNOWN",
    "Cell",
    "Field",
    "Kind",
    "Rows",
    "dictionary",
    "write_csv",
    "write_geojson",
    "write_parquet",
    "write_xlsx",
]
