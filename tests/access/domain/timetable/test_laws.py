"""What holds for every timetable, and equality with the slow twin on small odd ones."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.access.domain.timetable.little import (
    MIDNIGHT,
    STOPS,
    Little,
    a_trip,
    little_timetables,
)
from tests.oracles import timetable as oracle
from weft.access.domain.spans import MINUTE
from weft.access.domain.timetable import (
    LONGEST,
    NEVER,
    Rider,
    earliest_arrivals,
    latest_departures,
)

PLANES = {
    Rider.ON_FOOT: "012",
    Rider.WHEELS_CERTAIN: "1",
    Rider.WHEELS_POSSIBLE: "01",
}
stops = st.integers(0, STOPS - 1)
minutes = st.integers(8 * 60 - 5, 9 * 60 + 30)


def at(minute):
    return MIDNIGHT + minute * MINUTE


def alone(stop, value, rest):
    values = np.full(STOPS, rest, np.int32)
    values[stop] = value
    return values


def arrivals(little, stop, minute, rider=Rider.ON_FOOT):
    day, changing = little.laid
    ready = alone(stop, at(minute), NEVER)
    return earliest_arrivals(day, changing, ready, rider=rider)


def departures(little, stop, minute, rider=Rider.ON_FOOT):
    day, changing = little.laid
    by = alone(stop, at(minute), -NEVER)
    return latest_departures(day, changing, by, rider=rider)


@given(little_timetables(), stops, minutes, st.sampled_from(Rider))
def test_scan_and_slow_twin_agree(little, stop, minute, rider):
    buses = little.buses(PLANES[rider])
    when = at(minute)

    arrived = oracle.earliest(buses, {str(stop): when}, until=when + LONGEST)
    left = oracle.latest(buses, {str(stop): when}, since=when - LONGEST)

    assert arrivals(little, stop, minute, rider).tolist() == [
        arrived.get(str(n), NEVER) for n in range(STOPS)
    ]
    assert departures(little, stop, minute, rider).tolist() == [
        left.get(str(n), -NEVER) for n in range(STOPS)
    ]


@given(little_timetables(), a_trip(), stops, minutes)
def test_one_more_trip_makes_nobody_later(little, trip, stop, minute):
    more = Little((*little.trips, trip), little.walks, little.boarding)

    assert (arrivals(more, stop, minute) <= arrivals(little, stop, minute)).all()
    assert (departures(more, stop, minute) >= departures(little, stop, minute)).all()


@given(little_timetables(), stops, minutes, st.integers(1, 30))
def test_who_leaves_later_does_not_arrive_earlier(little, stop, minute, more):
    later = arrivals(little, stop, minute + more)

    assert (later >= arrivals(little, stop, minute)).all()


@given(little_timetables(), stops, minutes)
def test_there_is_the_mirror_of_back(little, stop, minute):
    """Whoever may leave as late as is told does arrive, and nobody may leave later."""
    day, changing = little.laid
    for end, arrives in enumerate(arrivals(little, stop, minute).tolist()):
        if arrives == NEVER:
            continue
        by = alone(end, arrives, -NEVER)
        last = int(latest_departures(day, changing, by)[stop])
        assert last >= at(minute)
        again = earliest_arrivals(day, changing, alone(stop, last, NEVER))
        assert again[end] == arrives
        too_late = earliest_arrivals(day, changing, alone(stop, last + 1, NEVER))
        assert too_late[end] > arrives


@given(little_timetables(), stops, minutes)
def test_what_is_certain_is_possible_and_what_is_possible_can_be_walked_onto(
    little, stop, minute
):
    certain, possible, foot = (
        arrivals(little, stop, minute, rider)
        for rider in (Rider.WHEELS_CERTAIN, Rider.WHEELS_POSSIBLE, Rider.ON_FOOT)
    )

    assert (certain >= possible).all()
    assert (possible >= foot).all()


@given(little_timetables(), stops, minutes)
def test_where_nobody_recorded_anything_nothing_is_certain_and_nothing_shut(
    little, stop, minute
):
    unknown = Little(
        tuple(type(trip)(trip.calls, accessible=0) for trip in little.trips),
        little.walks,
    )

    assert (arrivals(unknown, stop, minute, Rider.WHEELS_CERTAIN) == NEVER).all()
    assert (
        arrivals(unknown, stop, minute, Rider.WHEELS_POSSIBLE)
        == arrivals(unknown, stop, minute)
    ).all()
