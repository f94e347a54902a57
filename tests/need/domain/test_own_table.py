import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.need.building import HERE
from weft.commons.errors import NotPossible
from weft.need.domain.own_table import (
    MOST_BYTES,
    read_own_table,
    value_of,
)

KNOWN = set(HERE)


def read(text, *, encoding="utf-8"):
    return read_own_table(text.encode(encoding), known=KNOWN)


def test_own_columns_are_laid_by_code():
    own = read("name,lsoa,visits\nA,E01000001,12\nB,E01000002,\n")

    assert own.columns == ("name", "visits")
    assert own.rows == {"E01000001": ("A", 12.0), "E01000002": ("B", None)}


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_any_usual_mark_between_cells_will_do(between):
    own = read(f"code{between}visits\ne01000001{between}3\n")

    assert own.rows == {"E01000001": (3.0,)}


def test_a_mark_of_byte_order_and_windows_letters_are_read():
    with_mark = read_own_table("\ufeffcode,café\nE01000001,1\n".encode(), known=KNOWN)
    windows = read("code,café\nE01000001,1\n", encoding="cp1252")

    assert with_mark.columns == windows.columns == ("café",)


def test_what_is_not_here_is_counted_and_named():
    own = read("code,n\nE01000001,1\nE01999999,2\nall,3\n")

    assert own.strangers == ("E01999999",)
    assert own.unread == 1


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b"   \n \n", "empty"),
        (b",", "empty"),
        (b";;\n;;\n", "empty"),
        (b"PK\x03\x04rest", "Excel"),
        (b"a,b\n\x00\x00\n", "not a text file"),
        (b"name,visits\nA,1\n", "No column holds codes"),
        (b"code\nE01999999\n", "LSOA 2011 and LSOA 2021 differ"),
        (b"code,n\nE01000001,1\nE01000001,2\n", "Line 3 tells E01000001 again; line 2"),
        (b"x" * (MOST_BYTES + 1), "larger than 2 MB"),
    ],
)
def test_a_file_that_will_not_do_is_told_what_to_change(raw, says):
    with pytest.raises(NotPossible, match=says):
        read_own_table(raw, known=KNOWN)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,234", 1234.0),
        ("12%", 12.0),
        (" -3.5 ", -3.5),
        ("..", None),
        ("=1+1", "=1+1"),
        ("1e999", "1e999"),
        ("-", None),
        (".", "."),
    ],
)
def test_a_cell_is_a_number_a_text_or_nothing(cell, value):
    assert value_of(cell) == value


@given(raw=st.binary(max_size=300))
def test_whatever_is_sent_is_read_or_kindly_refused(raw):
    try:
        own = read_own_table(raw, known=KNOWN)
    except NotPossible:
        return
    assert set(own.rows) <= KNOWN


@given(text=st.text(max_size=200))
def test_whatever_text_is_sent_is_read_or_kindly_refused(text):
    try:
        own = read_own_table(f"code,own\nE01000001,{text}\n".encode(), known=KNOWN)
    except NotPossible:
        return
    assert "E01000001" in own.rows
