"""Is the gap what a hand reckons, with the sign the right way round?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.access.domain.weeks_published import NO_LIMIT, a_week
from weft.access.domain.choice.values import CERTAIN
from weft.access.domain.fairness import (
    groups,
    held_by_tenths,
    line_through,
    measures,
    places_of,
    shares_by,
)
from weft.access.domain.neighbourhoods import added_up, barest, whole_people

TWELVE = tuple(range(12))


def twelve(three, people=1000, rank=None):
    """Twelve areas in their order, the one where most is missing first."""
    return a_week(
        people=((people,) * 12,),
        three=(three,),
        rank=rank or tuple(n + 1 for n in TWELVE),
    )


def line_of(told):
    return line_through(groups(told, 0, CERTAIN))


def test_who_has_more_is_told_by_the_sign():
    more_where_least = line_of(twelve((0,) * 6 + (1,) * 6))
    more_where_most = line_of(twelve((1,) * 6 + (0,) * 6))
    assert more_where_least.index.value == pytest.approx(-more_where_most.index.value)
    assert more_where_least.index.low > 0
    assert more_where_most.index.high < 0
    # by hand: with x the middles of twelve equal parts, the rise is
    # sum((x - 1/2) y) / sum((x - 1/2)^2) = 1.5 / (143 / 144)
    assert more_where_least.index.value == pytest.approx(1.5 * 144 / 143)


def test_areas_that_stand_alike_are_one_group_and_few_say_nothing():
    told = twelve((1, 0) * 6, rank=tuple(n // 2 + 1 for n in TWELVE))
    group = groups(told, 0, CERTAIN)
    assert group.share.tolist() == [0.5] * 6
    assert line_through(group) is None
    assert measures(group) == ()
    assert groups(twelve((1,) * 12, rank=(0,) * 12), 0, CERTAIN).counted  # by tenth


def test_where_nobody_knows_how_many_live_so_each_area_counts_alike():
    group = groups(twelve((1,) * 6 + (0,) * 6, people=0), 0, CERTAIN)
    assert not group.counted
    assert group.people.tolist() == [1.0] * 12
    assert line_through(group).index.value < 0


def test_half_with_everything_leaves_the_other_half_nothing():
    group = groups(twelve((0,) * 6 + (1,) * 6), 0, CERTAIN)
    least = held_by_tenths(group, by_what_they_have=True)
    assert least == held_by_tenths(group, by_what_they_have=False)
    assert least[5] == 0
    assert least[-1] == 100
    nobody = groups(twelve((0,) * 12), 0, CERTAIN)
    assert held_by_tenths(nobody, by_what_they_have=True) is None


@pytest.mark.shows("G17")
def test_places_are_shared_over_who_could_take_them_and_need_may_count_twice():
    told = a_week()
    told.choice.takers[CERTAIN, 0, 1] = 10_000  # ten people where most is missing
    told.choice.takers[CERTAIN, 0, 9] = 10_000
    told.newcomers[:] = (4, NO_LIMIT, -1, 0)
    found = places_of(told, CERTAIN)
    assert found.places == 4
    assert found.evenly == pytest.approx(50)
    assert found.by_need == pytest.approx(100 * 2 / 3)
    assert found.people == pytest.approx(50)
    assert found.not_said == 1
    told.newcomers[:] = -1
    assert places_of(told, CERTAIN) is None
    of_the_first_form = a_week(newcomers=np.zeros(0, np.int32))
    assert places_of(of_the_first_form, CERTAIN) is None


@pytest.mark.shows("F7")
def test_towns_and_villages_are_counted_apart():
    told = a_week()
    classes = {"E0000": "Urban", "E0001": "Rural", "E0002": "Urban"}
    found = shares_by(told, 0, CERTAIN, classes)
    assert found == {"Urban": (4000, 4000), "Rural": (0, 2000)}


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=40))
def test_rounded_parts_add_up_to_the_rounded_whole(parts):
    found = whole_people(parts)
    assert sum(found) == (sum(parts) + 500) // 1000
    assert all(
        abs(1000 * one - part) < 1000 for one, part in zip(found, parts, strict=True)
    )


def test_the_barest_neighbourhoods_are_never_those_with_nobody():
    assert added_up(np.array([1, 2, 4]), [1, 0, 1], 3) == [2, 5, 0]
    assert barest([0, 5, 3, 5], most=2) == {1, 3}
    assert barest([0, 0], most=2) == frozenset()
