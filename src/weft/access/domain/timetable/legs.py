"""How does one get there, leg by leg, so that it can be told?

A way there leaves as late as it can and then arrives as early as it can; a way back is
home as early as it can be and then leaves as late as it can.
"""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.timetable.changing import NEVER, Changing
from weft.access.domain.timetable.days import Day, Rider
from weft.access.domain.timetable.reach import LONGEST, scanned
from weft.access.domain.timetable.scan import Labels
from weft.access.domain.timetable.tables import Numbers

DOOR = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFoot:
    """A walk: from a stop or the door to a stop or the door (``None``)."""

    from_stop: int | None
    to_stop: int | None
    takes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ride:
    """A ride on one vehicle.

    Attributes
    ----------
    trip
        Its row in the timetable.
    from_stop, to_stop
        Where one gets on and off.
    leaves, comes
        Deciseconds since Monday; where it comes ``every`` so often, ``leaves`` is when
        to stand at the stop and ``comes`` when it is there after the longest wait.
    every
        The longest wait, 0 where the time is told.
    aboard, boarding, alighting
        What is known of a wheelchair on the vehicle and at either stop: 0 unknown,
        1 yes, 2 no.
    """

    trip: int
    from_stop: int
    to_stop: int
    leaves: int
    comes: int
    every: int
    aboard: int
    boarding: int
    alighting: int


Leg = OnFoot | Ride


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One way, from door to door; the first and the last leg are walks."""

    leaves: int
    arrives: int
    legs: tuple[Leg, ...]

    @property
    def changes(self) -> int:
        """Count how often one changes vehicles."""
        return max(sum(isinstance(leg, Ride) for leg in self.legs) - 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ends:
    """How long it takes on foot, of each stop: from the first door, to the last one.

    ``NEVER`` where it is too far.
    """

    from_start: Numbers
    to_end: Numbers


def journey_there(
    day: Day,
    changing: Changing,
    ends: Ends,
    arrive_by: int,
    *,
    rider: Rider = Rider.ON_FOOT,
    within: int = LONGEST,
) -> Journey | None:
    """Tell the way there that leaves last and arrives by a time; None where none is."""
    back = _turned(ends)
    late = _best(day, changing, back, -arrive_by, (rider, within), home=True)
    if late is None:
        return None
    return _best(day, changing, ends, -late.arrives, (rider, within), home=False)


def journey_back(
    day: Day,
    changing: Changing,
    ends: Ends,
    leave_at: int,
    *,
    rider: Rider = Rider.ON_FOOT,
    within: int = LONGEST,
) -> Journey | None:
    """Tell the way that leaves after a time and is home first; None where none is."""
    soon = _best(day, changing, ends, leave_at, (rider, within), home=False)
    if soon is None:
        return None
    back = _turned(ends)
    found = _best(day, changing, back, -soon.arrives, (rider, within), home=True)
    return None if found is None else turned_round(found)


def _turned(ends: Ends) -> Ends:
    return Ends(from_start=ends.to_end, to_end=ends.from_start)


def turned_round(journey: Journey) -> Journey:
    """Tell a journey of time turned round as it happens."""
    legs: list[Leg] = []
    for leg in reversed(journey.legs):
        ends = {"from_stop": leg.to_stop, "to_stop": leg.from_stop}
        if isinstance(leg, OnFoot):
            legs.append(OnFoot(**ends, takes=leg.takes))
        else:
            legs.append(_ride_turned(leg))
    return Journey(leaves=-journey.arrives, arrives=-journey.leaves, legs=tuple(legs))


def _ride_turned(ride: Ride) -> Ride:
    return Ride(
        trip=ride.trip,
        from_stop=ride.to_stop,
        to_stop=ride.from_stop,
        leaves=-ride.comes,
        comes=-ride.leaves,
        every=ride.every,
        aboard=ride.aboard,
        boarding=ride.alighting,
        alighting=ride.boarding,
    )


def _best(
    day: Day,
    changing: Changing,
    ends: Ends,
    since: int,
    asked: tuple[Rider, int],
    *,
    home: bool,
) -> Journey | None:
    """Find the first arrival after a time, in one direction of time, and tell it."""
    reachable = ends.from_start < NEVER
    ready = np.where(reachable, since + ends.from_start, NEVER).astype(np.int32)
    labels = scanned(day, changing, ready, asked, home=home)
    useful = (labels.vehicle < NEVER) & (ends.to_end < NEVER)
    arrives = np.where(useful, labels.vehicle.astype(np.int64) + ends.to_end, NEVER)
    stop = int(arrives.argmin()) if len(arrives) else 0
    if not len(arrives) or arrives[stop] - since > asked[1]:
        return None
    legs = _legs(day, labels, ends, stop, home=home)
    return Journey(leaves=since, arrives=int(arrives[stop]), legs=legs)


def _legs(
    day: Day, labels: Labels, ends: Ends, stop: int, *, home: bool
) -> tuple[Leg, ...]:
    """Follow the labels from the last stop to the first door."""
    hops = day.backwards if home else day.onwards
    legs: list[Leg] = [
        OnFoot(from_stop=stop, to_stop=None, takes=int(ends.to_end[stop]))
    ]
    while True:
        on, off = int(labels.first_hop[stop]), int(labels.last_hop[stop])
        got_on = int(hops.here[on])
        legs.append(_ride(day, (on, off), got_on, stop, home=home))
        before = int(labels.walked_from[got_on])
        if before == DOOR:
            takes = int(ends.from_start[got_on])
            legs.append(OnFoot(from_stop=None, to_stop=got_on, takes=takes))
            return tuple(reversed(legs))
        if before != got_on:
            walk = int(labels.ready[got_on] - labels.vehicle[before])
            legs.append(OnFoot(from_stop=before, to_stop=got_on, takes=walk))
        stop = before


def _ride(
    day: Day, ridden: tuple[int, int], got_on: int, got_off: int, *, home: bool
) -> Ride:
    """Tell one ride, from the hop by which one got on to that by which one got off."""
    hops = day.backwards if home else day.onwards
    on, off = ridden
    run, told = int(hops.run[on]), day.timetable
    trip = int(day.trip_of[run])
    return Ride(
        trip=trip,
        from_stop=got_on,
        to_stop=got_off,
        leaves=int(hops.leaves[on]),
        comes=int(hops.comes[off]),
        every=int(day.every[run]),
        aboard=int(told.trip_accessible[trip]),
        boarding=int(told.stop_boarding[got_on]),
        alighting=int(told.stop_boarding[got_off]),
    )
