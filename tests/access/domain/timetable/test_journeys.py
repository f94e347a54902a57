"""A journey that is told can be made, and is the best there is."""

from datetime import date
from random import Random

import numpy as np
import pytest

from tests.access.domain.timetable.little import DAY, Little, Trip, timetable_of
from tests.oracles import timetable as oracle
from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.timetable import (
    LONGEST,
    NEVER,
    Ends,
    OnFoot,
    Ride,
    Rider,
    booked_between,
    journey_back,
    journey_there,
)

AT = 24 * 60 * MINUTE


def ends_of(served, from_, to):
    """A door near each of two stops: a minute to the stop, and as far as walks lead."""
    names = [str(name) for name in served.timetable.stop_id]
    sides = []
    for door, way in ((from_, 0), (to, 1)):
        takes = np.full(len(names), NEVER, np.int32)
        takes[names.index(door)] = MINUTE
        for pair, walk in served.walks.items():
            if pair[way] == door:
                takes[names.index(pair[1 - way])] = MINUTE + walk
        sides.append(takes)
    return Ends(from_start=sides[0], to_end=sides[1])


def check(served, journey, buses, ends):
    """Follow it leg by leg in the feed itself."""
    names = [str(name) for name in served.timetable.stop_id]
    assert isinstance(journey.legs[0], OnFoot)
    assert isinstance(journey.legs[-1], OnFoot)
    now, here, rode = journey.leaves, None, False
    for leg in journey.legs:
        assert leg.from_stop == here
        if isinstance(leg, OnFoot):
            if leg.from_stop is None:
                assert leg.takes == ends.from_start[leg.to_stop]
            elif leg.to_stop is None:
                assert leg.takes == ends.to_end[leg.from_stop]
            else:
                pair = names[leg.from_stop], names[leg.to_stop]
                assert leg.takes == buses.walks[pair]
            now, rode = now + leg.takes, False
        else:
            change = buses.change(names[leg.from_stop]) if rode else 0
            assert leg.leaves >= now + change
            assert is_ridden(buses, leg, names)
            now, rode = leg.comes, True
        here = leg.to_stop
    assert here is None
    assert now == journey.arrives


def is_ridden(buses, leg, names):
    """Tell whether a vehicle of the feed does what the ride says."""
    for vehicle in buses.vehicles:
        on = [call for call in vehicle if call.departs == leg.leaves and call.may_board]
        off = [
            call for call in vehicle if call.arrives == leg.comes and call.may_alight
        ]
        if any(call.stop == names[leg.from_stop] for call in on) and any(
            call.stop == names[leg.to_stop] for call in off
        ):
            return True
    return False


@pytest.mark.parametrize(
    ("which", "day"),
    [("valley", date(2026, 11, 25)), ("newport", date(2023, 6, 14))],
)
def test_it_can_be_made_and_is_the_best_there_and_back(request, which, day):
    served = request.getfixturevalue(which)
    laid, changing = served.on(day)
    buses = oracle.buses_on(served.path, day, walks=served.walks)
    used = sorted({call.stop for vehicle in buses.vehicles for call in vehicle})
    names = [str(name) for name in served.timetable.stop_id]
    chance, told, changed = Random(which), 0, 0
    for _ in range(40 if which == "valley" else 60):
        home, place = chance.sample(used, 2)
        when = laid.begins + chance.randrange(8 * HOUR, 20 * HOUR, 5 * MINUTE)
        out, back = ends_of(served, home, place), ends_of(served, place, home)

        there = journey_there(laid, changing, out, when)
        home_again = journey_back(laid, changing, back, when)

        ready = {
            names[n]: when + int(back.from_start[n])
            for n in np.flatnonzero(back.from_start < NEVER)
        }
        first = min(ready.values()) - MINUTE
        arrived = oracle.earliest(buses, ready, until=first + MINUTE + LONGEST)
        best = min(
            (
                at + int(back.to_end[names.index(stop)])
                for stop, at in arrived.items()
                if back.to_end[names.index(stop)] < NEVER
            ),
            default=NEVER,
        )
        if best - when <= LONGEST:
            assert home_again.arrives == best
            check(served, home_again, buses, back)
            told += 1
            changed += home_again.changes > 0
        else:
            assert home_again is None
        if there is not None:
            assert there.arrives <= when
            check(served, there, buses, out)
            told += 1
    assert told >= 8
    if which == "valley":
        assert changed


def ends(stops, begin, end):
    from_start, to_end = (np.full(stops, NEVER, np.int32) for _ in range(2))
    from_start[begin[0]], to_end[end[0]] = begin[1] * MINUTE, end[1] * MINUTE
    return Ends(from_start=from_start, to_end=to_end)


def test_the_way_there_leaves_late_and_the_way_back_does_not_wait_at_the_door():
    """Two buses an hour; the second leg comes at half past. Told as a person would."""
    little = Little(
        (
            Trip(((0, 780, 780), (1, 790, 790))),  # 13:00
            Trip(((0, 810, 810), (1, 820, 820))),  # 13:30
            Trip(((1, 825, 825), (2, 835, 835)), accessible=1),  # 13:45 by a change
            Trip(((2, 900, 900), (1, 910, 910))),
            Trip(((1, 940, 940), (0, 950, 950))),
        ),
        boarding=(0, 1, 2, 0, 0, 0),
    )
    day, changing = little.laid

    there = journey_there(day, changing, ends(6, (0, 4), (2, 2)), AT + 840 * MINUTE)
    back = journey_back(day, changing, ends(6, (2, 2), (0, 4)), AT + 860 * MINUTE)

    assert (there.leaves - AT) / MINUTE == 810 - 4
    assert (there.arrives - AT) / MINUTE == 835 + 2
    assert there.changes == 1
    rides = [leg for leg in there.legs if isinstance(leg, Ride)]
    assert [(ride.boarding, ride.aboard, ride.alighting) for ride in rides] == [
        *((0, 0, 1), (1, 1, 2))
    ]
    assert (back.leaves - AT) / MINUTE == 900 - 2
    assert (back.arrives - AT) / MINUTE == 950 + 4


def test_no_way_is_told_where_there_is_none():
    day, changing = Little((Trip(((0, 780, 780), (1, 790, 790))),)).laid
    doors = ends(6, (0, 1), (1, 1))

    assert journey_there(day, changing, doors, AT + 785 * MINUTE) is None
    assert journey_back(day, changing, doors, AT + 780 * MINUTE) is None
    assert journey_back(day, changing, doors, AT + 779 * MINUTE) is not None
    certain = Rider.WHEELS_CERTAIN
    assert journey_back(day, changing, doors, AT + 779 * MINUTE, rider=certain) is None
    assert day.date == DAY
    assert timetable_of(()).trips == 0


@pytest.mark.shows("E8")
def test_a_bus_that_a_wheelchair_cannot_board_is_no_bus():
    """One bus says no, the next nothing, the last yes; then the stop says no."""
    trips = tuple(
        Trip(((0, leaves, leaves), (1, leaves + 10, leaves + 10)), accessible=known)
        for leaves, known in ((780, 2), (800, 0), (820, 1))
    )
    doors = ends(6, (0, 1), (1, 1))
    for boarding, expected in (
        ((1, 1, 0, 0, 0, 0), {"foot": 780, "possible": 800, "certain": 820}),
        ((1, 0, 0, 0, 0, 0), {"foot": 780, "possible": 800, "certain": None}),
        ((2, 1, 0, 0, 0, 0), {"foot": 780, "possible": None, "certain": None}),
    ):
        day, changing = Little(trips, boarding=boarding).laid
        for plane, rider in (
            ("foot", Rider.ON_FOOT),
            ("possible", Rider.WHEELS_POSSIBLE),
            ("certain", Rider.WHEELS_CERTAIN),
        ):
            told = journey_back(day, changing, doors, AT + 770 * MINUTE, rider=rider)
            leaves = told and (told.legs[1].leaves - AT) // MINUTE
            assert leaves == expected[plane]


def test_a_bus_for_those_who_ring_is_told_beside_and_never_ridden(valley):
    told, stops = valley.timetable, np.arange(valley.timetable.stops)

    (one,) = booked_between(
        told, date(2026, 11, 25), from_stops=stops[:1], to_stops=stops[-1:]
    )

    assert one.name == "Dial-a-Ride"
    assert one.phone == "01632 960 131"
    assert "Ring by noon" in one.message
    assert (one.opens // HOUR) % 24 == 9
    assert one.accessible == 1
    nowhere = np.empty(0, np.int32)
    assert (
        booked_between(told, date(2026, 11, 25), from_stops=stops, to_stops=nowhere)
        == ()
    )
    friday = date(2026, 11, 27)  # Monday to Thursday only
    assert booked_between(told, friday, from_stops=stops, to_stops=stops) == ()
    day, _ = valley.on(date(2026, 11, 25))
    assert not (day.trip_of == told.booked_trip[0]).any()
