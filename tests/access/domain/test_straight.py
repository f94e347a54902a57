"""Straight lines for many at once say what they say one by one."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.straight import near
from weft.access.domain.travel import USUAL, Way, minutes_by
from weft.commons.places import Point

points = st.lists(
    st.builds(Point, st.floats(53.5, 54.0), st.floats(-2.2, -1.2)), max_size=6
)
ways = st.sampled_from([way for way in Way if way is not Way.BUS])


@given(points, points, ways, st.integers(0, 60_000))
def test_many_at_once_are_as_one_by_one(areas, places, way, horizon):
    found = near(areas, places, way, horizon=horizon)

    assert len(found.first) == len(areas) + 1
    for n, area in enumerate(areas):
        rows = slice(found.first[n], found.first[n + 1])
        one_by_one = {}
        for at, place in enumerate(places):
            pace = USUAL.paces[way]
            exact = area.metres_to(place) * USUAL.detour / pace.metres_a_minute
            span = math.ceil((exact + pace.minutes_more) * 600 - 1e-6)
            if span <= horizon:
                one_by_one[at] = span
        told = dict(zip(found.place[rows].tolist(), found.takes[rows], strict=True))
        assert told.keys() == one_by_one.keys()
        assert all(abs(int(told[at]) - one_by_one[at]) <= 1 for at in told)


@given(points.filter(bool), points.filter(bool), ways)
def test_whole_minutes_are_those_of_the_finder(areas, places, way):
    found = near(areas, places, way, horizon=65_534)
    for n, area in enumerate(areas):
        for row in range(found.first[n], found.first[n + 1]):
            finder = minutes_by(way, area.metres_to(places[found.place[row]]))
            assert abs(math.ceil(int(found.takes[row]) / 600) - finder) <= 1


def test_nobody_and_nowhere_are_no_trouble():
    assert near([], [Point(53.8, -1.5)], Way.FOOT, horizon=9).first.tolist() == [0]
    nowhere = near([Point(53.8, -1.5)], [], Way.FOOT, horizon=9)
    assert nowhere.first.tolist() == [0, 0]
    assert nowhere.takes.dtype == np.uint16
