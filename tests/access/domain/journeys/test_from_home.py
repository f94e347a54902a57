"""There and home again from one front door, by road and by bus."""

from itertools import pairwise

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
    going,
    tuesday,
)
from weft.access.domain.going import NO_WAY, VISIT_MINUTES, Basis
from weft.access.domain.journeys.means import Means, means_of
from weft.access.domain.travel import Way

OUT, HOME_AGAIN = a_bus(9 * 60), a_bus(12 * 60, back=True)
ALL_DAY = [a_bus(60 * hour, back=back) for hour in range(8, 19) for back in (0, 1)]


def test_a_walk_is_as_long_as_the_road():
    (trip,) = going(around()).trips((HALFWAY,), tuesday(10, 11))
    assert (trip.way, trip.minutes_there, trip.minutes_back) == (Way.FOOT, 46, 46)
    assert trip.basis is Basis.STREETS
    assert trip.metres == pytest.approx(3_450, abs=10)


def test_one_leaves_by_the_last_bus_that_is_in_time_and_comes_home_by_the_first():
    (trip,) = going(around(OUT, HOME_AGAIN)).trips((HALL,), tuesday(9.5, 11.5))
    # 9:00 from Mill Lane, 4 minutes' walk before it; there at 9:24, and it begins 9:30
    assert (trip.way, trip.minutes_there) == (Way.BUS, 34)
    # it ends 11:30; 12:00 from the Clothmarket, at Mill Lane 12:20, home 12:24
    assert (trip.way_back, trip.minutes_back) == (Way.BUS, 54)


def test_after_the_last_bus_there_is_no_way_home():
    (trip,) = going(around(OUT)).trips((HALL,), tuesday(9.5, 11.5))
    assert trip.minutes_there == 34
    assert trip.minutes_back == NO_WAY  # 88 minutes on foot are further than we look


def test_who_takes_no_bus_is_given_none():
    (trip,) = going(around(OUT, HOME_AGAIN), Way.FOOT).trips((HALL,), tuesday(9.5, 12))
    assert trip.way is Way.FOOT
    assert trip.minutes_there == NO_WAY


def test_a_timetable_of_another_week_is_not_asked():
    surroundings = around(OUT, HOME_AGAIN)
    assert surroundings.speaks_of(WEEK)
    assert not surroundings.speaks_of(WEEK.later(1))


def test_the_longest_stay_is_from_the_first_bus_to_the_last_that_is_home_in_time():
    open_from_to, free = tuesday(8, 18), [tuesday(8.5, 16)]
    ((stay, trip),) = going(around(*ALL_DAY)).stays((HALL,), open_from_to, free)
    # 9:00 from Mill Lane, there 9:24; home by 16:00 with the bus of 15:00
    assert (stay.start, stay.end) == (tuesday(9.4), tuesday(14 + 56 / 60))
    away = stay.stretched(before=trip.minutes_there, after=trip.minutes_back)
    assert away.within(free[0])


def test_a_bus_that_may_not_take_a_wheelchair_is_a_question():
    lit = {"surface": "asphalt", "sidewalk": "both"}
    surroundings = around(OUT, HOME_AGAIN, boarding=(1, 1, 1), **lit)
    sure, perhaps = _on_wheels(surroundings)
    assert sure is None
    assert (perhaps.minutes_there, perhaps.sure) == (35, False)
    rides = [a_bus(9 * 60, accessible=1), a_bus(12 * 60, back=True, accessible=1)]
    sure, perhaps = _on_wheels(around(*rides, boarding=(1, 1, 1), **lit))
    assert (sure.minutes_there, perhaps) == (35, None)
    refused = [a_bus(9 * 60, accessible=2), a_bus(12 * 60, back=True, accessible=2)]
    assert _on_wheels(around(*refused, boarding=(1, 1, 1), **lit)) == (None, None)


def _on_wheels(surroundings):
    trips = going(surroundings, Way.WHEELS, Way.BUS).trips((HALL,), tuesday(9.5, 11.5))
    told = [trip for trip in trips if trip.longest < NO_WAY]
    sure = next((trip for trip in told if trip.sure), None)
    return sure, next((trip for trip in told if not trip.sure), None)


def test_looking_up_together_changes_nothing():
    surroundings = around(*ALL_DAY)
    asked = [((HALL,), [tuesday(9.5, 11), tuesday(14, 15)]), ((HALFWAY,), [])]
    together, apart = going(surroundings), going(surroundings)
    together.look_up(asked)
    for doors, windows in asked:
        for window in (*windows, tuesday(10, 11), None):
            assert together.trips(doors, window) == apart.trips(doors, window)


@given(st.integers(0, 95), st.integers(2, 12))
def test_no_place_in_reach_lies_beyond_the_furthest(minutes, hundreds):
    home = going(SOME_BUSES, minutes=minutes)
    furthest = home.furthest_metres(minutes)
    for doors in ((HALL,), (HALFWAY,)):
        for hour in range(8, 18):
            for trip in home.trips(doors, tuesday(hour, hour + hundreds / 10)):
                if min(trip.minutes_there, trip.minutes_back) <= minutes:
                    assert HOME.metres_to(doors[0]) <= furthest


SOME_BUSES = around(*ALL_DAY)
free_times = st.tuples(st.integers(28, 64), st.integers(1, 40)).map(
    lambda t: tuesday(t[0] / 4, (t[0] + t[1]) / 4)
)


@given(free_times, free_times)
def test_a_stay_with_its_way_lies_in_free_time_and_in_the_open_hours(door, free):
    for stay, trip in going(SOME_BUSES).stays((HALL,), door, [free]):
        away = stay.stretched(before=trip.minutes_there, after=trip.minutes_back)
        assert stay.within(door)
        assert away.within(free)
        assert stay.minutes >= VISIT_MINUTES


def test_one_bus_more_never_takes_longer():
    few, many = going(around(*ALL_DAY[:8])), going(SOME_BUSES)
    for start, end in pairwise(range(8, 19)):
        (one,) = few.trips((HALL,), tuesday(start, end))
        (other,) = many.trips((HALL,), tuesday(start, end))
        assert other.minutes_there <= one.minutes_there
        assert other.minutes_back <= one.minutes_back


def test_a_car_takes_no_bus():
    assert not any(one.by_bus for one in means_of((Way.CAR, Way.BUS), buses=True))
    with pytest.raises(ValueError, match="onto a bus"):
        _ = Means(Way.CAR, means_of((Way.CAR,), buses=True)[0].plane).rider
