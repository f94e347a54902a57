import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.need.building import ALL_KINDS, NEW, OLD, PEOPLE, SHARE, a_frame
from weft.commons.errors import NotFound, WrongVintage
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import beside
from weft.need.domain.stored import Kept, as_parquet, from_parquet

ONE = {"E01000001": [10, 0.5, 1, 2, 3]}
CODES = st.lists(
    st.integers(0, 99).map(lambda n: f"E010000{n:02}"), unique=True, max_size=8
)
NUMBERS = st.floats(allow_infinity=False, width=64) | st.just(float("nan"))


def test_a_code_that_comes_twice_is_refused():
    one = a_frame(ONE)

    with pytest.raises(ValueError, match="code comes twice"):
        one.with_rows(("E01000001", "E01000001"), np.zeros((2, 5)))


def test_a_column_that_comes_twice_is_refused():
    with pytest.raises(ValueError, match="column comes twice"):
        a_frame({"E01000001": [1, 2]}, columns=(PEOPLE, PEOPLE))


def test_the_numbers_cannot_be_written_over():
    with pytest.raises(ValueError, match="read-only"):
        a_frame(ONE).values[0, 0] = 11


def test_what_is_not_known_is_none_and_not_nought():
    frame = a_frame({"E01000001": [10, float("nan"), 1, 2, 3]})

    assert frame.value("E01000001", "share") is None
    assert frame.value("E01000009", "people") is None
    assert "share" not in frame.row("E01000001")


def test_a_column_nobody_has_is_named():
    with pytest.raises(NotFound, match="joy"):
        a_frame(ONE).column("joy")


def test_tables_of_two_vintages_are_never_laid_beside_each_other():
    with pytest.raises(WrongVintage, match="1 codes look alike"):
        beside(a_frame(ONE, vintage=OLD), a_frame(ONE, vintage=NEW))


def test_tables_of_one_vintage_share_the_areas_they_share():
    two = a_frame({**ONE, "E01000002": [1, 1, 1, 1, 1]})

    assert beside(two, a_frame(ONE)) == ("E01000001",)


@settings(deadline=None)  # the first file takes as long as polars takes to load
@given(codes=CODES, data=st.data())
def test_a_frame_comes_back_from_its_file_as_it_was(codes, data):
    rows = {
        code: data.draw(st.lists(NUMBERS, min_size=2, max_size=2)) for code in codes
    }
    frame = a_frame(rows, columns=(PEOPLE, SHARE))
    kept = Kept(
        table=frame.table,
        title=frame.title,
        vintage=frame.vintage,
        year=frame.year,
        columns=frame.columns,
    )

    again = from_parquet(as_parquet(frame), kept)

    assert again.codes == frame.codes
    np.testing.assert_array_equal(again.values, frame.values)


def test_the_same_frame_is_the_same_bytes():
    assert as_parquet(a_frame(ONE)) == as_parquet(a_frame(ONE))


def test_a_column_comes_back_as_it_was_told():
    groups = Column(
        key="group",
        label="Group",
        unit="",
        kind=Kind.CLASS,
        classes=((1, "one"), (2, "two")),
    )

    for column in (*ALL_KINDS, groups):
        assert Column.from_told(column.as_told()) == column
    assert groups.class_name(2.0) == "two"


@given(codes=CODES, wanted=CODES)
def test_laying_out_in_order_keeps_every_number_and_invents_none(codes, wanted):
    frame = a_frame({code: [n] for n, code in enumerate(codes)}, columns=(PEOPLE,))

    laid = frame.in_order(wanted)

    for code in wanted:
        assert laid.value(code, "people") == frame.value(code, "people")
