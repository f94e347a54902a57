"""Does a table say what it says, and is it refused where it goes wrong?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import (
    Row,
    open_cells,
    open_rows,
    plain_header,
    unrepeated,
)
from weft.commons.provenance import Tally


@pytest.fixture
def a_table(tmp_path):
    def written(text, encoding="utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return written


def rows_of(path, **more):
    with open_rows(path, **more) as rows:
        return list(rows)


def a_row(**cells):
    return Row(7, cells, "table.csv")


# --- headings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("\ufeffLSOA21CD", "lsoa21cd"),
        ("  LSOA code\n (2021) ", "lsoa code (2021)"),
        ("Value [note 12]", "value"),
        ("Value [x]", "value"),
    ],
)
def test_headings_are_compared_plainly(written, plain):
    assert plain_header(written) == plain


def test_a_column_is_found_by_any_of_its_headings_the_best_first(a_table):
    path = a_table("pcd7,pcds,lad25cd\nHX7  8EH,HX7 8EH,E08000033\n")
    names = {"postcode": ("pcds", "pcd7"), "lad": r"lad\d\dcd"}

    (row,) = rows_of(path, needed=("postcode", "lad"), aliases=names)

    assert (row.text("postcode"), row.text("lad")) == ("HX7 8EH", "E08000033")


def test_a_missing_heading_is_named_with_those_that_are_there(a_table):
    with pytest.raises(FileNotUnderstood) as told:
        rows_of(a_table("Place,Sum\nA,1\n"), needed=("code",))

    assert told.value.column == "code"
    assert "«place», «sum»" in str(told.value)


def test_two_columns_of_one_heading_are_refused(a_table):
    with pytest.raises(FileNotUnderstood, match="same heading"):
        rows_of(a_table("code,n,n\nA,1,2\n"))


def test_title_lines_above_and_footnotes_below_are_no_rows(a_table):
    path = a_table(
        "TS045 - Cars,,\nUnits,Households,\n,,\nmnemonic,Total,None\n,,\n"
        "E01000001,10,3\nE01000002,20,4\n,,\nIn order to protect against,,\n"
    )

    rows = rows_of(path, needed=("mnemonic",), titles=True)

    assert [(row.line, row.whole("none")) for row in rows] == [(6, 3), (7, 4)]


# --- rows --------------------------------------------------------------------------


def test_a_row_knows_its_line_also_behind_a_cell_of_several_lines(a_table):
    path = a_table('code,note\nA,"one\ntwo\nthree"\nB,\n')

    assert [row.line for row in rows_of(path)] == [2, 5]


def test_a_file_cut_short_within_a_row_is_refused_at_its_last_line(a_table):
    with pytest.raises(FileNotUnderstood) as told:
        rows_of(a_table("code,n,share\nA,1,2\nB,"))

    assert told.value.line == 3
    assert "cut short" in told.value.problem


def test_a_file_cut_short_within_quotes_is_refused(a_table):
    with pytest.raises(FileNotUnderstood):
        rows_of(a_table('code,name\nA,"Hebden Br'))


def test_a_comma_without_quotes_is_refused_where_it_stands(a_table):
    with pytest.raises(FileNotUnderstood) as told:
        rows_of(a_table("name,n\nMill, Old,3\n"))

    assert told.value.line == 2
    assert "quotes" in told.value.problem


def test_empty_cells_behind_the_last_heading_do_no_harm(a_table):
    assert len(rows_of(a_table("code,n\nA,1,,\n"))) == 1


def test_blank_lines_are_passed_over(a_table):
    assert len(rows_of(a_table("\ncode,n\n\nA,1\n,\nB,2\n\n"))) == 2


@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_what_stands_between_cells_is_found(a_table, between):
    path = a_table(f"code{between}n\nA{between}1\n")

    assert rows_of(path)[0].whole("n") == 1


def test_a_cell_too_long_to_be_one_is_refused(a_table):
    with pytest.raises(FileNotUnderstood, match="split into cells"):
        rows_of(a_table("code,n\nA," + "9" * 200_000 + "\n"))


def test_a_picture_is_no_text(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"\x89PNG\0\0\0\0")

    with pytest.raises(FileNotUnderstood, match="not a text"):
        rows_of(path)


def test_a_table_without_headings_is_read_by_its_width(a_table):
    with open_cells(a_table('"A","1"\n"B","2"\n'), width=2) as cells:
        assert list(cells) == [(1, ["A", "1"]), (2, ["B", "2"])]


def test_a_table_without_headings_of_another_width_is_refused(a_table):
    with (
        pytest.raises(FileNotUnderstood, match="2 cells of 27"),
        open_cells(a_table("A,1\n"), width=27) as cells,
    ):
        list(cells)


def test_only_some_columns_can_be_read(a_table):
    with open_rows(a_table("a,b,c\n1,2,3\n")) as rows:
        assert list(rows.columns("c", "a")) == [(2, ("3", "1"))]


# --- cells -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "number"),
    [
        (" 691 ", 691.0),
        ("1,404", 1404.0),
        ("12.7%", 12.7),
        ("\u00a012", 12.0),
        ("-3", -3.0),
        ("", None),
        ("-", None),
        ("..", None),
        ("[x]", None),
        ("N/A", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_numbers_are_read_through_padding_commas_and_marks(told, number):
    assert a_row(n=told).number("n") == number


@pytest.mark.parametrize("told", ["many", "1.2.3", "12 homes"])
def test_what_is_no_number_is_named_by_file_line_and_column(told):
    with pytest.raises(FileNotUnderstood) as problem:
        a_row(n=told).number("n")

    assert (problem.value.file, problem.value.line, problem.value.column) == (
        "table.csv",
        7,
        "n",
    )
    assert problem.value.remedy


def test_a_part_of_a_person_is_no_count():
    with pytest.raises(FileNotUnderstood, match="whole number"):
        a_row(n="3.5").whole("n")


@pytest.mark.parametrize(
    "told", ["2026-07-01", "01/07/2026", "20260701", "01JUL2026", "01-Jul-2026"]
)
def test_days_are_read_in_the_forms_that_publishers_use(told):
    assert a_row(day=told).day("day") == date(2026, 7, 1)


def test_a_blank_day_is_not_known():
    assert a_row(day=" ").day("day") is None


def test_a_blank_where_something_must_stand_is_refused():
    with pytest.raises(FileNotUnderstood, match="blank"):
        a_row(code=" ").needed("code")


@given(st.integers(-(10**9), 10**9), st.sampled_from(["", " ", "  ", "\t"]))
def test_a_whole_number_comes_back_as_it_was_told(number, padding):
    assert a_row(n=f"{padding}{number:,}{padding}").whole("n") == number


# --- keys --------------------------------------------------------------------------


def test_a_row_told_twice_in_the_same_words_counts_once():
    tally = Tally()
    rows = [a_row(code="A", n="1"), Row(8, {"code": "A", "n": "1"}, "t")]

    kept = list(unrepeated(rows, key="code", tally=tally))

    assert len(kept) == 1
    assert tally.left_out == {"told twice, in the same words": 1}


def test_a_key_told_twice_differently_is_refused_naming_both_lines():
    rows = [a_row(code="A", n="1"), Row(9, {"code": "A", "n": "2"}, "t")]

    with pytest.raises(FileNotUnderstood) as told:
        list(unrepeated(rows, key="code", tally=Tally()))

    assert told.value.line == 9
    assert "line 7" in told.value.problem
