"""Are the hours of a week those of the clock on the wall, also when it changes?"""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from weft.access.domain.by_hour import Open, free_hours, open_in, wall_hours
from weft.access.domain.lives import Life
from weft.commons.times import Week

USUAL, SPRING, AUTUMN = (
    Week(date(2026, 11, 23)),
    Week(date(2027, 3, 22)),
    Week(date(2026, 10, 19)),
)
TUESDAY_TEN = 4 * (24 + 10)
A_LIFE = Life(slug="a", title="A", free=((TUESDAY_TEN, TUESDAY_TEN + 5),), goes=())


@pytest.mark.parametrize(
    ("week", "hours", "of_one"), [(USUAL, 168, 1), (SPRING, 167, 0), (AUTUMN, 169, 2)]
)
def test_sunday_has_its_second_hour_once_never_or_twice(week, hours, of_one):
    told = wall_hours(week)
    assert [one.number for one in told] == list(range(hours))
    assert sum((one.day, one.hour) == (6, 1) for one in told) == of_one
    assert (told[-1].day, told[-1].hour) == (6, 23)


def test_an_hour_that_is_free_in_part_is_free():
    free = free_hours(A_LIFE, USUAL)
    assert np.flatnonzero(free).tolist() == [34, 35]


def test_a_night_that_began_on_sunday_before_is_in_the_week():
    night = replace(A_LIFE, free=((672 - 8, 672 + 8),))
    assert np.flatnonzero(free_hours(night, USUAL)).tolist() == [0, 1, 166, 167]


def test_what_is_certain_is_told_as_known_and_the_rest_as_to_be_asked():
    hours = np.zeros((1, 3, 2, 24), np.uint8)
    hours[0, 0] = hours[0, 1, 1] = np.packbits(np.arange(192) == 34, bitorder="little")
    told = SimpleNamespace(choice=SimpleNamespace(hours=hours))
    found = open_in(told, 0, 34).tolist()
    assert found == [Open.KNOWN, Open.ASK, Open.NOTHING]
    assert not open_in(told, 0, 35).any()
