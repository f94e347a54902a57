import pytest

from tests.need.building import PEOPLE, RANK, SCORE, SHARE, TENTH
from weft.need.domain.columns import Column, Kind
from weft.need.domain.summing import How, Summary
from weft.need.pages.presenters.numbers import (
    cell_of,
    said,
    said_of_many,
    said_several,
)

GROUP = Column(
    key="g", label="G", unit="", kind=Kind.CLASS, classes=((10, "e-Withdrawn"),)
)
PERCENT = Column(key="p", label="P", unit="%", kind=Kind.RATE)


@pytest.mark.parametrize(
    ("value", "column", "words"),
    [
        (0.234, SHARE, "23 in 100"),
        (0.0123, SHARE, "1.2 in 100"),
        (0.0, SHARE, "0 in 100"),
        (12.7, PERCENT, "13 in 100"),
        (1404.0, PEOPLE, "1,404"),
        (3.0, TENTH, "3"),
        (22157.0, RANK, "22,157"),
        (12.374, SCORE, "12.4"),
        (10.0, GROUP, "e-Withdrawn"),
        (None, SHARE, "not known"),
        (99.0, GROUP, "not known"),
    ],
)
def test_a_number_is_said_so_that_it_can_be_held(value, column, words):
    assert said(value, column) == words


def test_of_tenths_many_areas_are_said_in_a_hundred():
    told = Summary(value=0.2115, how=How.FIRST_TENTH, known=9, areas=9)

    assert said_of_many(told, TENTH) == "21 in 100"


def test_numbers_of_merged_areas_stand_side_by_side():
    assert said_several((3.0, 5.0), TENTH) == "3 and 5"


def test_what_is_not_known_is_an_empty_cell_and_never_nought():
    assert cell_of(None, SHARE) is None
    assert cell_of(0.25, SHARE) == 25
