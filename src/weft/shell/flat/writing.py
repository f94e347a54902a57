"""How are many rows written as CSV, Excel, GeoJSON and Parquet, never held all at once?

The same rows give the same bytes: no clock, no chance, rows in the order in which they
come. A cell that a spreadsheet would run is made text, as in ``weft.shell.downloads``.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

import polars as pl
import xlsxwriter

from weft.shell.downloads import LONGEST_CELL, safe_text
from weft.shell.flat.columns import HEADINGS, UNKNOWN, Cell, Field, Kind, dictionary

Row = Sequence[Cell]
Rows = Callable[[], Iterable[Row]]
"""Gives the rows from the first on, each time it is asked."""

MOST = {"csv": 10**12, "parquet": 10**12, "xlsx": 1_048_575}
"""How many rows a file of each form holds; Excel's limit is its own."""
AT_ONCE = 50_000  # rows of one group of a Parquet file
_TYPES: dict[Kind, "type[pl.DataType]"] = {
    Kind.TEXT: pl.String,
    Kind.LIST: pl.String,
    Kind.WHOLE: pl.Int64,
    Kind.NUMBER: pl.Float64,
    Kind.YES_NO: pl.Boolean,
    Kind.DAY: pl.String,
    Kind.MOMENT: pl.String,
}


def write_csv(
    into: Path, fields: Sequence[Field], rows: Rows, *, mark: bool = True
) -> None:
    """Write CSV (RFC 4180) in UTF-8, with the mark that Excel looks for, or without."""
    coding = "utf-8-sig" if mark else "utf-8"
    with into.open("w", encoding=coding, newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([one.name for one in fields])
        writer.writerows(map(_csv_cell, row) for row in rows())


def _csv_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return safe_text(cell) if isinstance(cell, str) else cell


def write_xlsx(
    into: Path, fields: Sequence[Field], rows: Rows, *, notes: Sequence[str] = ()
) -> None:
    """Write an Excel workbook: the rows, what each column means, where it comes from.

    The file's own date is fixed, so that the same rows give the same bytes.
    """
    book = xlsxwriter.Workbook(
        into,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "d mmmm yyyy"})
    sheet = book.add_worksheet("Rows")
    sheet.freeze_panes(1, 2)
    sheet.write_row(0, 0, [one.name for one in fields], bold)
    for line, row in enumerate(islice(rows(), MOST["xlsx"]), start=1):
        for at, (one, cell) in enumerate(zip(fields, row, strict=True)):
            _excel_cell(sheet, (line, at), one, cell, day)
    _told_sheet(book.add_worksheet("Columns"), fields, bold)
    about = book.add_worksheet("About")
    about.write_column(0, 0, [UNKNOWN, *notes])
    book.close()


def _excel_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    field: Field,
    cell: Cell,
    day: xlsxwriter.format.Format,
) -> None:
    """Write one cell as what it is; what is not known is not written."""
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(*place, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell)
    elif field.kind is Kind.DAY:
        told = date.fromisoformat(cell)
        sheet.write_datetime(*place, datetime(told.year, told.month, told.day), day)  # noqa: DTZ001 a day has no zone
    else:
        sheet.write_string(*place, cell[:LONGEST_CELL])


def _told_sheet(
    sheet: xlsxwriter.worksheet.Worksheet,
    fields: Sequence[Field],
    bold: xlsxwriter.format.Format,
) -> None:
    """Put the dictionary beside the rows."""
    sheet.write_row(0, 0, list(HEADINGS), bold)
    for line, told in enumerate(dictionary(fields), start=1):
        sheet.write_row(line, 0, list(told))


def write_geojson(into: Path, fields: Sequence[Field], rows: Rows) -> int:
    """Write what has a place as GeoJSON (RFC 7946), a feature a line.

    Returns
    -------
    int
        How many rows have a place.
    """
    names = [one.name for one in fields]
    latitude, longitude = names.index("latitude"), names.index("longitude")
    key, count = names.index("id"), 0
    with into.open("w", encoding="utf-8", newline="\n") as out:
        out.write('{"type": "FeatureCollection", "features": [')
        for row in rows():
            if row[latitude] is None or row[longitude] is None:
                continue
            told = {
                name: cell
                for at, (name, cell) in enumerate(zip(names, row, strict=True))
                if cell is not None and at not in {latitude, longitude}
            }
            feature = {
                "type": "Feature",
                "id": row[key],
                "geometry": {
                    "type": "Point",
                    "coordinates": [row[longitude], row[latitude]],
                },
                "properties": told,
            }
            out.write(",\n" if count else "\n")
            out.write(json.dumps(feature, ensure_ascii=False, allow_nan=False))
            count += 1
        out.write("\n]}\n")
    return count


def write_parquet(into: Path, fields: Sequence[Field], rows: Rows) -> None:
    """Write Parquet: a day and a moment as what they are, unknown as null.

    The columns of all rows are in memory while it is written, some 40 bytes a cell.
    """
    schema = {one.name: _TYPES[one.kind] for one in fields}
    frames = [
        pl.DataFrame(some, schema=schema, orient="row") for some in _some(rows())
    ] or [pl.DataFrame(schema=schema)]
    days = [one.name for one in fields if one.kind is Kind.DAY]
    moments = [one.name for one in fields if one.kind is Kind.MOMENT]
    table = pl.concat(frames, rechunk=True).with_columns(
        pl.col(days).str.to_date("%Y-%m-%d"),
        pl.col(moments).str.to_datetime("%Y-%m-%dT%H:%M:%S%z", time_zone="UTC"),
    )
    table.write_parquet(into, compression="zstd", row_group_size=AT_ONCE)


def _some(rows: Iterable[Row]) -> Iterator[list[Row]]:
    every = iter(rows)
    while some := list(islice(every, AT_ONCE)):
        yield some
