"""There and back by estimate, and how long one may stay."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.going import VISIT_MINUTES, Basis, StraightLine, stay
from weft.access.domain.travel import Way
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window, window_on

HOME, HALL = Point(53.80, -1.55), Point(53.81, -1.55)
WEEK = Week(date(2026, 11, 23))


def on_tuesday(start, end):
    day = datetime(2026, 11, 24, tzinfo=LONDON)
    return Window(day + timedelta(minutes=start), day + timedelta(minutes=end))


def test_the_nearest_door_counts_and_the_way_back_is_the_same():
    (trip,) = StraightLine(start=HOME, ways=(Way.FOOT,)).trips((HALL, HOME), None)
    assert (trip.minutes_there, trip.minutes_back, trip.metres) == (0, 0, 0)
    (trip,) = StraightLine(start=HOME, ways=(Way.FOOT,)).trips((HALL,), None)
    assert trip.minutes_there == trip.minutes_back == trip.longest == 20
    assert trip.basis is Basis.STRAIGHT_LINE


def test_who_has_only_a_bus_walks_where_nobody_has_a_timetable():
    by_bus = StraightLine(start=HOME, ways=(Way.BUS,))
    on_foot = StraightLine(start=HOME, ways=(Way.FOOT,))
    assert by_bus.trips((HALL,), None) == on_foot.trips((HALL,), None)
    assert by_bus.furthest_metres(30) == on_foot.furthest_metres(30)


def test_who_cannot_get_about_is_asked():
    with pytest.raises(ValueError, match="way of getting about"):
        StraightLine(start=HOME, ways=())


times = st.integers(0, 24 * 60)
spans = st.tuples(times, st.integers(0, 600)).map(lambda t: on_tuesday(t[0], sum(t)))


@given(spans, st.lists(spans, min_size=1, max_size=3), st.integers(0, 90), times)
def test_a_stay_with_its_ways_lies_in_free_time_and_in_the_open_hours(
    door, free, there, back
):
    found = stay(door, free=free, minutes_there=there, minutes_back=back)
    if found is None:
        return
    away = found.stretched(before=there, after=back)
    assert found.within(door)
    assert any(away.within(window) for window in free)
    assert found.minutes >= VISIT_MINUTES


def test_a_stay_in_the_night_the_clocks_go_back_has_the_hour_that_comes_twice():
    night = window_on(date(2026, 10, 25), datetime.min.time(), datetime.min.time())
    door = Window(night.start, night.start.replace(hour=3))
    found = stay(door, free=[door], minutes_there=30, minutes_back=30)
    assert found is not None
    assert found.minutes == 180  # three hours on the wall are four
