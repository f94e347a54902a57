"""Which buses does a region have: stops, routes, trips and their times, as arrays?

Spans are whole deciseconds. Times of a trip are deciseconds since noon less twelve
hours of its day of service, as GTFS counts them; days are ordinals of ``date``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.arrays import Arrays, What
from weft.access.domain.timetable.fares import NO_FARES, Fares
from weft.commons.times import Week

Texts = NDArray[np.str_]
Numbers = NDArray[np.int32]
Small = NDArray[np.int8]
Degrees = NDArray[np.float64]
Flags = NDArray[np.bool_]

UNKNOWN, YES, NO = 0, 1, 2
"""Whether a wheelchair can board, at a stop or onto a vehicle."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Timetable:
    """What a feed says, as arrays; -1 stands for what it does not hold.

    Attributes
    ----------
    stop_id, stop_name, stop_lat, stop_lon, stop_boarding
        Of each stop; degrees are nan where it has no place.
    route_name, route_kind, route_operator
        Of each route; ``route_kind`` is GTFS's ``route_type``.
    trip_id, trip_route, trip_service, trip_headsign, trip_accessible
        Of each trip.
    first
        Where the rows of each trip begin among those that follow; one more than trips.
    at_stop, arrives, departs, pickup, drop_off
        Of each call, trip by trip in their order.
    service_days, service_first, service_last
        Of each service: bit n for the nth day after Monday, between two days.
    exception_service, exception_day, exception_runs
        Days on which a service runs besides, or does not.
    often_trip, often_first, often_last, often_every, often_exact
        Trips that stand for a bus every so often.
    change_from, change_to, change_kind, change_takes
        What ``transfers`` says; ``change_takes`` is -1 where it says no time.
    booked_trip, booked_stop, booked_opens, booked_closes, booked_rule
        Where one is fetched who has rung before.
    rule_message, rule_phone, rule_address
        How one books.
    about
        ``publisher``, ``version``, ``first`` and ``last`` day, as texts.
    fares
        What tickets there are; none where the feed tells of none.
    """

    stop_id: Texts
    stop_name: Texts
    stop_lat: Degrees
    stop_lon: Degrees
    stop_boarding: Small
    route_name: Texts
    route_kind: Numbers
    route_operator: Texts
    trip_id: Texts
    trip_route: Numbers
    trip_service: Numbers
    trip_headsign: Texts
    trip_accessible: Small
    first: Numbers
    at_stop: Numbers
    arrives: Numbers
    departs: Numbers
    pickup: Small
    drop_off: Small
    service_days: NDArray[np.uint8]
    service_first: Numbers
    service_last: Numbers
    exception_service: Numbers
    exception_day: Numbers
    exception_runs: Flags
    often_trip: Numbers
    often_first: Numbers
    often_last: Numbers
    often_every: Numbers
    often_exact: Flags
    change_from: Numbers
    change_to: Numbers
    change_kind: Small
    change_takes: Numbers
    booked_trip: Numbers
    booked_stop: Numbers
    booked_opens: Numbers
    booked_closes: Numbers
    booked_rule: Numbers
    rule_message: Texts
    rule_phone: Texts
    rule_address: Texts
    about: Mapping[str, object]
    fares: Fares = NO_FARES

    @property
    def stops(self) -> int:
        """Count the stops."""
        return len(self.stop_id)

    @property
    def trips(self) -> int:
        """Count the trips."""
        return len(self.trip_id)

    def runs(self, day: date) -> Flags:
        """Tell which services run on a day, exceptions heard."""
        number = day.toordinal()
        weekly = (self.service_days >> np.uint8(day.weekday())) & np.uint8(1) == 1
        within = (self.service_first <= number) & (number <= self.service_last)
        running: Flags = weekly & within
        today = self.exception_day == number
        running[self.exception_service[today]] = self.exception_runs[today]
        return running

    def calls_between(self, trip: int, aboard: int, off: int) -> tuple[int, ...]:
        """List the stops of a trip from one to another, both told.

        Of a trip that calls twice at one of them, the shortest stretch.
        """
        calls = self.at_stop[self.first[trip] : self.first[trip + 1]].tolist()
        begins = [n for n, stop in enumerate(calls) if stop == aboard]
        ends = [n for n, stop in enumerate(calls) if stop == off]
        spans = [(b - a, a, b) for a in begins for b in ends if a < b]
        if not spans:
            return aboard, off
        _, first, last = min(spans)
        return tuple(calls[first : last + 1])

    @property
    def span(self) -> tuple[date, date] | None:
        """Say from which day to which the timetable speaks; None where it never does.

        Its own word and its calendars' must both hold.
        """
        weekly = self.service_days > 0
        added = self.exception_day[self.exception_runs]
        begins = [*self.service_first[weekly].tolist(), *added.tolist()]
        ends = [*self.service_last[weekly].tolist(), *added.tolist()]
        if not begins:
            return None
        first, last = date.fromordinal(min(begins)), date.fromordinal(max(ends))
        if told := self.about.get("first"):
            first = max(first, date.fromisoformat(str(told)))
        if told := self.about.get("last"):
            last = min(last, date.fromisoformat(str(told)))
        return (first, last) if first <= last else None


def silent_about(timetable: Timetable, week: Week) -> str:
    """Say why a timetable cannot speak of a whole week; "" where it can."""
    span = timetable.span
    if span is None:
        return "no service of this timetable ever runs"
    first, last = span
    monday, sunday = week.days[0], week.days[-1]
    if last < sunday:
        return f"this timetable ends on {_told(last)}"
    if first > monday:
        return f"this timetable begins on {_told(first)}"
    return ""


def _told(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


_APART = {"about", "fares"}
_FARES = "fares_"


def as_arrays(timetable: Timetable) -> Arrays:
    """Give the timetable to be kept."""
    names = [field.name for field in fields(Timetable) if field.name not in _APART]
    kept = {name: getattr(timetable, name) for name in names}
    for field in fields(Fares):
        kept[_FARES + field.name] = getattr(timetable.fares, field.name)
    return Arrays(what=What.TIMETABLE, arrays=kept, about=timetable.about)


def from_arrays(kept: Arrays) -> Timetable:
    """Take a timetable back that was kept; one kept before fares were read has none.

    Raises
    ------
    ValueError
        When it was kept by another version of Weft.
    """
    named: dict[str, Any] = dict(kept.arrays)
    fares = {
        field.name: named.pop(_FARES + field.name)
        for field in fields(Fares)
        if _FARES + field.name in named
    }
    if {field.name for field in fields(Timetable)} != {*named, *_APART}:
        raise ValueError("the timetable was kept by another version: build again")
    told = Fares(**fares) if fares else NO_FARES
    return Timetable(**named, about=kept.about, fares=told)
