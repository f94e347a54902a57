"""Does a table say the same on the page, in CSV and in Excel, and open safely?"""

import csv
import io
from datetime import date

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from weft.shell.downloads import as_csv, as_xlsx, csv_bytes, safe_text, xlsx_bytes
from weft.shell.tables import Column, Table, shown

TABLE = Table(
    title="Homes without a car",
    columns=(
        Column("Area"),
        Column("Homes", numeric=True),
        Column("In 100", numeric=True, decimals=1, unit="%"),
        Column("Told"),
    ),
    rows=(
        ("Waterside", 1290, 46.04, date(2021, 3, 21)),
        ("Ox Lea", None, None, None),
    ),
    source="Census 2021, TS045",
    licence="OGL v3",
    notes=("Everybody was counted, so there is no range.",),
)


def csv_rows(table):
    text = csv_bytes(table).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def excel_rows(table):
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table)))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def test_csv_holds_headings_rows_source_and_licence():
    rows = csv_rows(TABLE)
    assert rows[0] == ["Area", "Homes", "In 100", "Told"]
    assert rows[1] == ["Waterside", "1290", "46.04", "2021-03-21"]
    assert rows[2] == ["Ox Lea", "", "", ""]
    below = [row[0] for row in rows[4:]]
    assert below[0] == TABLE.title
    assert "Source: Census 2021, TS045" in below
    assert "Licence: OGL v3" in below


def test_excel_holds_the_same_with_numbers_as_numbers():
    rows = excel_rows(TABLE)
    assert rows[0] == ["Area", "Homes", "In 100", "Told"]
    assert rows[1][:3] == ["Waterside", 1290, 46.04]
    assert rows[1][3].date() == date(2021, 3, 21)
    assert rows[2] == ["Ox Lea", None, None, None]
    assert "Source: Census 2021, TS045" in [row[0] for row in rows]


def test_the_same_table_gives_the_same_bytes():
    assert xlsx_bytes(TABLE) == xlsx_bytes(TABLE)
    assert csv_bytes(TABLE) == csv_bytes(TABLE)


def test_a_download_is_a_file_with_a_plain_name():
    answers = ((as_csv(TABLE), "csv"), (as_xlsx(TABLE), "xlsx"))
    for answer, ending in answers:
        named = f'attachment; filename="homes-without-a-car.{ending}"'
        assert answer["Content-Disposition"] == named
        assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "+1+cmd|'/C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\n=1",
        "%00",
        "|x",
    ],
)
def test_what_a_spreadsheet_would_run_becomes_text(text):
    assert safe_text(text).startswith("'")


@pytest.mark.parametrize("text", ["-2.5", "+44", "-1,200", "12%", "Clay", "£2", ""])
def test_what_is_harmless_stays_as_it_is(text):
    assert safe_text(text) == text


@given(st.text(max_size=40))
@example("=1+1")
@example("\x00=1+1")
@example("\ufeff=1")
def test_no_cell_of_a_csv_can_be_run(text):
    table = Table(title="T", columns=(Column("A"),), rows=((text,),))
    cell = csv_rows(table)[1]
    said = cell[0] if cell else ""
    looks_like_a_number = said.lstrip("+-").replace(",", "").replace(".", "")
    assert not said.lstrip().startswith(("=", "@")) or said.startswith("'")
    if said.startswith(("+", "-")):
        assert looks_like_a_number.rstrip("%").isdigit()


@given(st.text(max_size=40))
def test_no_cell_of_an_excel_file_is_a_formula(text):
    table = Table(title="T", columns=(Column("A"),), rows=((text,),))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table)))
    assert book.active["A2"].data_type in {"s", "n"}  # n: nothing at all


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="2 columns"):
        Table(title="T", columns=(Column("A"), Column("B")), rows=(("a",),))


def test_not_known_is_said_and_is_never_nought():
    assert shown(None, Column("A", numeric=True)) == "not known"
    assert shown(0, Column("A", numeric=True)) == "0"


def test_numbers_are_said_with_their_unit():
    assert shown(46.04, TABLE.columns[2]) == "46.0%"
    assert shown(1290, TABLE.columns[1]) == "1,290"
    assert shown(2.5, Column("Price", numeric=True, decimals=2, unit="£")) == "£2.50"
    assert shown(61.3, Column("Age", numeric=True, unit="years")) == "61.3 years"
