"""How does a table leave the house: as CSV, as Excel, and safely opened by both?

A cell that a spreadsheet would run as a formula is made text: in CSV by a leading
apostrophe (OWASP, CSV Injection), in Excel by writing it as a string. Numbers are
numbers in both. Below the rows stand the source, the date and the licence.
"""

import csv
import io
import re
from datetime import UTC, date, datetime

import xlsxwriter
from django.http import Http404, HttpResponse
from django.utils.text import slugify

from weft.shell.tables import Cell, Column, Table

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RUNS = re.compile(r"^[\s\x00-\x1f]*[=+\-@\t\r|%]")
_A_NUMBER = re.compile(r"[-+]?\d[\d,]*(\.\d+)?%?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
WIDEST, NARROWEST = 60, 8  # letters of a column in Excel
LONGEST_CELL = 32_767  # letters Excel holds in one cell
SHEET = "Table"


def as_csv(table: Table) -> HttpResponse:
    """Answer with the table as CSV, in UTF-8 with the mark that Excel looks for."""
    return as_download(
        csv_bytes(table), "text/csv; charset=utf-8", f"{_name(table)}.csv"
    )


def as_xlsx(table: Table) -> HttpResponse:
    """Answer with the table as an Excel workbook."""
    return as_download(xlsx_bytes(table), EXCEL, f"{_name(table)}.xlsx")


def as_file(table: Table | None, kind: str) -> HttpResponse:
    """Answer with a table in the form that an address asks for.

    Raises
    ------
    Http404
        There is no such table, or it leaves in no such form.
    """
    if table is None or kind not in FILES:
        raise Http404
    return FILES[kind](table)


FILES = {"csv": as_csv, "xlsx": as_xlsx}
"""The forms in which every table leaves, by the end of its address."""


def csv_bytes(table: Table) -> bytes:
    """Write the table as CSV: headings, rows, a blank line, where it comes from."""
    out = io.StringIO(newline="")
    write = csv.writer(out, lineterminator="\r\n")
    write.writerow([safe_text(column.words) for column in table.columns])
    write.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    write.writerow([])
    write.writerows([safe_text(line)] for line in (table.title, *table.lines_below))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def xlsx_bytes(table: Table) -> bytes:
    """Write the table as Excel: the same rows, the first line frozen.

    The file's own date is fixed, so that the same table gives the same bytes.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties(
        {"title": table.title, "created": datetime(2026, 1, 1, tzinfo=UTC)}
    )
    sheet = book.add_worksheet(SHEET)
    bold, day = (
        book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        book.add_format({"num_format": "d mmmm yyyy"}),
    )
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.words, bold)
        sheet.set_column(at, at, _width(table, at, column))
    for line, row in enumerate(table.rows, start=1):
        for at, cell in enumerate(row):
            _excel_cell(sheet, (line, at), cell, day)
    for below, text in enumerate((table.title, *table.lines_below)):
        sheet.write_string(len(table.rows) + 2 + below, 0, text)
    sheet.freeze_panes(1, 1)
    book.close()
    return out.getvalue()


def safe_text(text: str) -> str:
    """Give a text that no spreadsheet runs as a formula; numbers stay as they are."""
    clean = _FORBIDDEN.sub("", text)
    if _RUNS.match(clean) and not _A_NUMBER.fullmatch(clean):
        return f"'{clean}"
    return clean


def _csv_cell(cell: Cell) -> str | int | float:
    """Write one cell for CSV; what is not known stays empty."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return safe_text(cell) if isinstance(cell, str) else cell


def _excel_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    cell: Cell,
    day: xlsxwriter.format.Format,
) -> None:
    """Write one cell for Excel, as what it is."""
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(*place, _FORBIDDEN.sub("", cell)[:LONGEST_CELL])
    elif isinstance(cell, date):
        sheet.write_datetime(*place, cell, day)
    else:
        sheet.write_number(*place, cell)


def _width(table: Table, at: int, column: Column) -> int:
    """Make a column as wide as its words, within reason."""
    longest = max((len(str(row[at])) for row in table.rows), default=0)
    return min(WIDEST, max(NARROWEST, longest + 2, min(len(column.words), 24)))


def _name(table: Table) -> str:
    """Name the file after the table."""
    return slugify(table.title)[:60] or "table"


def as_download(content: bytes, kind: str, name: str) -> HttpResponse:
    """Answer with a file to keep.

    Parameters
    ----------
    content
        What is in it.
    kind
        Its media type.
    name
        Of the file; letters that may stand in a header.
    """
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
