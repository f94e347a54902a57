import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.commons.errors import FileNotUnderstood
from weft.standards.xlsx import letters_of, rows_of, sheet_names

PRINTED = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f"),
    min_size=1,
    max_size=12,
).filter(lambda text: text == text.strip() and not text.startswith(("=", "_x")))
CELLS = st.lists(
    st.lists(st.none() | st.integers(-(10**9), 10**9) | PRINTED, max_size=5), max_size=5
)


def a_book(path, rows, *, title="A sheet"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def by_openpyxl(path):
    sheet = openpyxl.load_workbook(path, read_only=True).active
    return [
        [str(cell).strip() for cell in row if cell is not None and str(cell).strip()]
        for row in sheet.iter_rows(values_only=True)
    ]


@settings(deadline=None, max_examples=60)
@given(rows=CELLS)
def test_reads_what_openpyxl_reads(rows, tmp_path_factory):
    path = a_book(tmp_path_factory.mktemp("x") / "a.xlsx", rows)

    ours = {row.number: list(row.cells().values()) for row in rows_of(path, "A sheet")}

    theirs = dict(enumerate(by_openpyxl(path), start=1))
    assert {n: row for n, row in ours.items() if row} == {
        n: row for n, row in theirs.items() if row
    }


@settings(deadline=None, max_examples=30)
@given(rows=CELLS)
def test_one_cell_is_the_same_as_among_all(rows, tmp_path_factory):
    path = a_book(tmp_path_factory.mktemp("x") / "a.xlsx", rows)

    for row in rows_of(path, "A sheet"):
        cells = row.cells()
        for letters in "ABCDEF":
            assert row.cell(letters) == cells.get(letters, "")


def test_columns_are_named_as_in_excel():
    assert [letters_of(n) for n in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


def test_sheets_are_listed_and_a_missing_one_is_named(tmp_path):
    path = a_book(tmp_path / "a.xlsx", [[1]], title="Mid-2024 & more")

    assert sheet_names(path) == ("Mid-2024 & more",)
    with pytest.raises(FileNotUnderstood, match="no sheet «Other»; there are Mid-2024"):
        list(rows_of(path, "Other"))


def test_what_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"not a zip at all")
    with pytest.raises(FileNotUnderstood, match="not an Excel file"):
        sheet_names(path)


def test_a_sheet_that_ends_before_it_is_whole_is_refused(tmp_path):
    whole = a_book(tmp_path / "a.xlsx", [[1, 2], [3, 4]])
    cut = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(cut, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            end = raw.find(b"</sheetData>") if "sheet1" in name else len(raw)
            new.writestr(name, raw[:end])
    path = tmp_path / "b.xlsx"
    path.write_bytes(cut.getvalue())

    with pytest.raises(FileNotUnderstood, match="ends before it is whole"):
        list(rows_of(path, "A sheet"))


def test_days_and_times_are_given_as_they_look_to_whoever_asks(tmp_path):
    told = [date(2026, 9, 5), time(10, 30), datetime(2026, 9, 5, 18), 46270, "Tues"]
    path = a_book(tmp_path / "a.xlsx", [told])

    (row,) = rows_of(path, "A sheet", dated=True)
    assert list(row.cells().values()) == [
        "2026-09-05",
        "10:30",
        "2026-09-05 18:00",
        "46270",
        "Tues",
    ]
    (row,) = rows_of(path, "A sheet")
    assert row.cell("A") == "46270"


@pytest.mark.parametrize(
    ("form", "shown"),
    [("hh:mm AM/PM", "10:30"), ("[$-809]dd mmm", "10:30"), ('0.00" days"', "0.4375")],
)
def test_a_style_of_ones_own_says_whether_it_is_a_time(tmp_path, form, shown):
    book = openpyxl.Workbook()
    book.active.append([0.4375])
    book.active["A1"].number_format = form
    book.save(tmp_path / "a.xlsx")

    (row,) = rows_of(tmp_path / "a.xlsx", "Sheet", dated=True)
    assert row.cell("A") == shown


def test_a_formula_that_nobody_has_reckoned_is_given_as_it_is_written(tmp_path):
    path = a_book(tmp_path / "a.xlsx", [["a", "=1+1"]])
    (row,) = rows_of(path, "A sheet", dated=True)
    assert row.cell("B") == "=1+1"
    (row,) = rows_of(path, "A sheet")
    assert row.cell("B") == ""
