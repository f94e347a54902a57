"""What is reckoned for everybody at once is what each finds from their own door."""

from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.access.domain.journeys.valley import (
    HALFWAY,
    HALL,
    HOME,
    WEEK,
    a_bus,
    around,
    point,
    tuesday,
)
from weft.access.domain.choice.windows import of_week
from weft.access.domain.going import Basis
from weft.access.domain.journeys.everybody import Asked, Everybody, by_straight_lines
from weft.access.domain.journeys.from_home import FromHome
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.spans import FAR, MINUTE
from weft.access.domain.straight import near
from weft.access.domain.travel import Way

BUSES = around(
    *[a_bus(60 * hour + 7, back=back) for hour in range(8, 19) for back in (0, 1)]
)
HOMES = [HOME, point(1_500, 30), HALFWAY, point(0, 5_000)]
PLACES = [HALL, HALFWAY]
HORIZON = 3_600 * 10
times = st.lists(
    st.tuples(st.integers(0, 1), st.integers(32, 70), st.integers(1, 12)), max_size=5
)


def everybody():
    return Everybody(BUSES, BUSES.homes(HOMES), BUSES.doors(PLACES))


def rows(journeys, area):
    """Target, there and back of one area, in whole minutes."""
    here = slice(journeys.begin[area], journeys.end[area])
    spans = zip(journeys.there[here], journeys.back[here], strict=True)
    return {
        int(target): tuple(ceil(int(span) / 600) for span in both)
        for target, both in zip(journeys.target[here], spans, strict=True)
    }


def from_home(home, *ways):
    """Look as far as everybody's horizon: limit and what is looked at beyond it."""
    return FromHome(around=BUSES, start=home, ways=ways, week=WEEK, minutes=30)


@given(times)
def test_by_bus_everybody_finds_what_each_finds_from_their_own_door(told):
    windows = [tuesday(start / 4, (start + long) / 4) for _, start, long in told]
    occasions = Occasions(
        np.array([place for place, *_ in told], np.int32),
        np.array([of_week(one.start, WEEK) for one in windows], np.int32),
        np.array([of_week(one.end, WEEK) for one in windows], np.int32),
    )
    found = everybody().by_bus(
        occasions, Asked(way=Way.FOOT, horizon=HORIZON), week=WEEK
    )
    assert found.timed
    assert found.there_sure is None  # nothing is unknown of feet on this road
    for area, home in enumerate(HOMES):
        going, here = from_home(home, Way.FOOT, Way.BUS), {}
        for n, ((place, *_), window) in enumerate(zip(told, windows, strict=True)):
            trip = min(
                going.trips((PLACES[place],), window), key=lambda one: one.longest
            )
            if trip.longest <= HORIZON / MINUTE:
                here[n] = trip.minutes_there, trip.minutes_back
        assert rows(found, area) == here


@pytest.mark.parametrize("way", [Way.FOOT, Way.WHEELS])
@pytest.mark.parametrize("by_bus", [False, True])
def test_to_where_no_street_is_loaded_one_goes_by_a_line(by_bus, way):
    beyond, session = point(700, -900), tuesday(10, 11)  # over the border, say
    places = BUSES.doors([beyond, HALFWAY])
    everywhere = Everybody(BUSES, BUSES.homes(HOMES), places)
    asked, ends = Asked(way=way, horizon=HORIZON), (session.start, session.end)
    when = [np.array([of_week(one, WEEK)] * 2, np.int32) for one in ends]
    found = (
        everywhere.by_bus(
            Occasions(np.arange(2, dtype=np.int32), *when), asked, week=WEEK
        )
        if by_bus
        else everywhere.by_street(asked)
    )
    (trip,) = from_home(HOME, way).trips((beyond,), session)
    assert trip.basis is Basis.STRAIGHT_LINE
    assert rows(found, 0)[0] == (trip.minutes_there, trip.minutes_back)
    assert trip.sure is (way is Way.FOOT)  # nobody knows of steps
    sure = found.there if found.there_sure is None else found.there_sure
    assert (sure[found.target == 0] < FAR).all() == trip.sure


@pytest.mark.parametrize("way", [Way.FOOT, Way.BIKE, Way.CAR])
def test_along_the_streets_everybody_finds_the_same_too(way):
    found = everybody().by_street(Asked(way=way, horizon=HORIZON))
    assert not found.timed
    for area, home in enumerate(HOMES):
        going, here = from_home(home, way), {}
        for n, place in enumerate(PLACES):
            trip = min(going.trips((place,), None), key=lambda one: one.longest)
            if trip.longest <= HORIZON / MINUTE:
                here[n] = trip.minutes_there, trip.minutes_back
        assert rows(found, area) == here


def test_a_block_at_a_time_is_the_same_as_all_at_once(monkeypatch):
    whole = everybody().by_street(Asked(way=Way.FOOT, horizon=HORIZON))
    monkeypatch.setattr("weft.access.domain.journeys.everybody.AT_ONCE", 1)
    parts = everybody().by_street(Asked(way=Way.FOOT, horizon=HORIZON))
    for one, other in zip(whole[:5], parts[:5], strict=True):
        np.testing.assert_array_equal(one, other)


def test_straight_lines_are_laid_out_as_they_are_drawn():
    asked = Asked(way=Way.FOOT, horizon=HORIZON)
    drawn = near(HOMES, PLACES, Way.FOOT, horizon=HORIZON)
    told = by_straight_lines(HOMES, PLACES, asked)
    np.testing.assert_array_equal(told.target, drawn.place)
    np.testing.assert_array_equal(told.back, drawn.takes)
    assert told.end[-1] == len(drawn.place)


def test_who_stays_at_no_place_is_led_to_none():
    nowhere = Occasions(*(np.array([n], np.int32) for n in (-1, 360_000, 396_000)))
    asked = Asked(way=Way.FOOT, horizon=HORIZON)
    assert not len(everybody().by_bus(nowhere, asked, week=WEEK).target)
