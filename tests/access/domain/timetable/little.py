"""Timetables of a few stops, laid out by hand or by hypothesis."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from hypothesis import strategies as st

from tests.oracles.timetable import Buses, Call
from weft.access.domain.spans import MINUTE
from weft.access.domain.timetable import (
    Changing,
    Day,
    Timetable,
    changing,
    day_of,
    walks_from,
)

DAY = date(2026, 11, 24)  # a Tuesday
MIDNIGHT = 24 * 60 * MINUTE
STOPS = 6


@dataclass(frozen=True)
class Trip:
    """Stops, and minutes at which it comes and goes; whether a wheelchair can ride."""

    calls: tuple[tuple[int, int, int], ...]
    accessible: int = 0


@dataclass(frozen=True)
class Little:
    """A day's trips, walks in minutes, what is known of the stops."""

    trips: tuple[Trip, ...]
    walks: dict[tuple[int, int], int] = field(default_factory=dict)
    boarding: tuple[int, ...] = (0,) * STOPS

    @property
    def timetable(self) -> Timetable:
        return timetable_of(self.trips, self.boarding)

    @property
    def laid(self) -> tuple[Day, Changing]:
        timetable = self.timetable
        here, there = (
            np.array([pair[end] for pair in self.walks], np.int32) for end in (0, 1)
        )
        takes = np.array(list(self.walks.values()), np.int32) * MINUTE
        walks = walks_from(STOPS, here, there, takes)
        return day_of(timetable, DAY), changing(timetable, walks)

    def buses(self, known="012") -> Buses:
        """The same for the slow twin."""
        can = [str(boarding) in known for boarding in self.boarding]
        vehicles = [
            [
                Call(
                    str(stop),
                    MIDNIGHT + comes * MINUTE,
                    MIDNIGHT + goes * MINUTE,
                    may_board=str(trip.accessible) in known and can[stop],
                    may_alight=str(trip.accessible) in known and can[stop],
                )
                for stop, comes, goes in trip.calls
            ]
            for trip in self.trips
        ]
        walks = {
            (str(a), str(b)): takes * MINUTE for (a, b), takes in self.walks.items()
        }
        return Buses(vehicles, walks)


def timetable_of(trips, boarding=(0,) * STOPS) -> Timetable:
    """Lay trips out that run on every day of a year."""
    calls = [call for trip in trips for call in trip.calls]
    count, none = len(calls), np.empty(0, np.int32)
    texts, small = np.empty(0, np.str_), np.empty(0, np.int8)
    stops = np.array([str(n) for n in range(len(boarding))])
    return Timetable(
        stop_id=stops,
        stop_name=stops,
        stop_lat=np.full(len(stops), 53.7),
        stop_lon=np.full(len(stops), -1.9),
        stop_boarding=np.array(boarding, np.int8),
        route_name=np.array(["594"]),
        route_kind=np.array([3], np.int32),
        route_operator=np.array(["Valley Lines"]),
        trip_id=np.array([f"T{n}" for n in range(len(trips))], np.str_),
        trip_route=np.zeros(len(trips), np.int32),
        trip_service=np.zeros(len(trips), np.int32),
        trip_headsign=np.array(["Clothmarket"] * len(trips), np.str_),
        trip_accessible=np.array([trip.accessible for trip in trips], np.int8),
        first=np.cumsum([0, *(len(trip.calls) for trip in trips)]).astype(np.int32),
        at_stop=np.array([call[0] for call in calls], np.int32),
        arrives=np.array([call[1] for call in calls], np.int32) * MINUTE,
        departs=np.array([call[2] for call in calls], np.int32) * MINUTE,
        pickup=np.zeros(count, np.int8),
        drop_off=np.zeros(count, np.int8),
        service_days=np.array([127], np.uint8),
        service_first=np.array([DAY.toordinal()], np.int32),
        service_last=np.array([DAY.toordinal()], np.int32),
        exception_service=none,
        exception_day=none,
        exception_runs=np.empty(0, bool),
        often_trip=none,
        often_first=none,
        often_last=none,
        often_every=none,
        often_exact=np.empty(0, bool),
        change_from=none,
        change_to=none,
        change_kind=small,
        change_takes=none,
        booked_trip=none,
        booked_stop=none,
        booked_opens=none,
        booked_closes=none,
        booked_rule=none,
        rule_message=texts,
        rule_phone=texts,
        rule_address=texts,
        about={},
    )


@st.composite
def a_trip(draw) -> Trip:
    stops = draw(st.lists(st.integers(0, STOPS - 1), min_size=2, max_size=5))
    at = draw(st.integers(8 * 60, 9 * 60))
    calls = []
    for stop in stops:
        comes = at + draw(st.integers(0, 4))
        at = comes + draw(st.integers(0, 2))
        calls.append((stop, comes, at))
    return Trip(tuple(calls), accessible=draw(st.integers(0, 2)))


@st.composite
def little_timetables(draw) -> Little:
    """Few stops, many trips in an hour, walks in both directions or one."""
    trips = draw(st.lists(a_trip(), min_size=1, max_size=8))
    pairs = st.tuples(st.integers(0, STOPS - 1), st.integers(0, STOPS - 1)).filter(
        lambda pair: pair[0] != pair[1]
    )
    walks = draw(st.dictionaries(pairs, st.integers(1, 9), max_size=6))
    boarding = draw(st.tuples(*[st.integers(0, 2)] * STOPS))
    return Little(tuple(trips), walks, boarding)
