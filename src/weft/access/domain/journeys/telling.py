"""How is one way told: when to leave, how far to walk, which bus, and home when?

And the effort of it part by part, never added up: minutes, changes, steps, walks in the
dark. What nobody knows of the way is said to be unknown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.daylight import dark_minutes
from weft.access.domain.journeys.means import Means
from weft.access.domain.journeys.surroundings import Doors, Surroundings
from weft.access.domain.spans import MINUTE
from weft.access.domain.streets.told import PathTold, told_path
from weft.access.domain.timetable import (
    NEVER,
    Ends,
    Journey,
    OnFoot,
    Ride,
    Walks,
    journey_back,
    journey_there,
    since_monday,
)
from weft.access.domain.timetable.fares import Ridden
from weft.access.domain.timetable.tables import NO, UNKNOWN
from weft.access.domain.travel import Way
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window

_A_DECISECOND = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg: by oneself, or on one vehicle.

    Attributes
    ----------
    way
        On foot, on wheels, by bike, by car, by bus.
    leaves, arrives
        When.
    begins, ends
        Where, by the name of a stop; "" for a door.
    route, headsign
        Of a vehicle.
    every
        Minutes: where it comes every so often, the longest wait; 0 where the time is
        told.
    path
        The streets of a leg by oneself; None of a ride, and where it is the straight
        way from one stop to another.
    on_wheels
        Whether a wheelchair can be taken all along: None where nobody has said.
    ridden
        What is to be paid for; None of a leg by oneself.
    """

    way: Way
    leaves: datetime
    arrives: datetime
    begins: str = ""
    ends: str = ""
    route: str = ""
    headsign: str = ""
    every: int = 0
    path: PathTold | None = None
    on_wheels: bool | None = None
    ridden: Ridden | None = None

    @property
    def minutes(self) -> int:
        """Say how long it takes, in whole minutes, rounded up."""
        return -(-int(Window(self.leaves, self.arrives).minutes * 60) // 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTold:
    """One way, there or back, from door to door."""

    legs: tuple[Leg, ...]
    near: Point  # where about, for the daylight

    @property
    def leaves(self) -> datetime:
        """Say when one closes the first door."""
        return self.legs[0].leaves

    @property
    def arrives(self) -> datetime:
        """Say when one opens the last."""
        return self.legs[-1].arrives

    @property
    def changes(self) -> int:
        """Count how often one changes vehicles."""
        return max(sum(leg.way is Way.BUS for leg in self.legs) - 1, 0)

    @property
    def walks(self) -> tuple[Leg, ...]:
        """List the legs by oneself."""
        return tuple(leg for leg in self.legs if leg.way is not Way.BUS)

    @property
    def flights(self) -> int:
        """Count the flights of steps that are known."""
        return sum(leg.path.flights for leg in self.walks if leg.path)

    @property
    def step_free(self) -> bool | None:
        """Tell whether all of it goes without steps; None where nobody knows."""
        told = {
            leg.on_wheels if leg.path is None else leg.path.step_free
            for leg in self.legs
        }
        if False in told:
            return False
        return None if None in told else True

    @property
    def dark_minutes(self) -> int:
        """Count the minutes by oneself in the dark."""
        return sum(
            dark_minutes(Window(leg.leaves, leg.arrives), self.near)
            for leg in self.walks
        )


@dataclass(slots=True, eq=False)
class Teller:
    """Tells the ways between one home and one place, by one means.

    Attributes
    ----------
    around
        Streets and buses.
    start
        The front door.
    doors
        Of the place; its own gates where there are several.
    means
        How somebody goes.
    limit
        The longest way that is looked for, in deciseconds.
    """

    around: Surroundings
    start: Point
    doors: Sequence[Point]
    means: Means
    limit: int
    _home: Doors = field(init=False)
    _place: Doors = field(init=False)

    def __post_init__(self) -> None:
        gates = tuple(self.doors) if len(self.doors) > 1 else ()
        self._home = self.around.homes([self.start])
        self._place = self.around.doors([self.doors[0]], [gates])

    def there(self, by: datetime) -> WayTold | None:
        """Tell the way there that leaves last and arrives by a time."""
        walk = self._walk(self._home, self._place)
        ride = self._ride(by, home_bound=False) if self.means.by_bus else None
        if ride is not None and (
            walk is None or _span(by, ride.leaves) < walk.deciseconds
        ):
            return ride
        if walk is None:
            return None
        return self._on_foot(walk, leaves=_later(by, -walk.deciseconds))

    def back(self, leaving: datetime) -> WayTold | None:
        """Tell the way home that leaves after a time and is home first."""
        walk = self._walk(self._home, self._place, back=True)
        ride = self._ride(leaving, home_bound=True) if self.means.by_bus else None
        if walk is None or (
            ride is not None and _span(ride.arrives, leaving) < walk.deciseconds
        ):
            return ride
        return self._on_foot(walk, leaves=leaving)

    def _walk(
        self, begin: Doors, end: Doors, *, row: int = 0, at: int = 0, back: bool = False
    ) -> PathTold | None:
        """Tell a way along the streets."""
        between = self.around.between(begin, end, self.means)
        return told_path(between, row, at, limit=self.limit, back=back)

    def _on_foot(self, walk: PathTold, *, leaves: datetime) -> WayTold:
        """Go all the way by oneself."""
        leg = Leg(
            way=self.means.way,
            leaves=leaves,
            arrives=_later(leaves, walk.deciseconds),
            path=walk,
            on_wheels=walk.on_wheels,
        )
        return WayTold(legs=(leg,), near=self.start)

    def _ride(self, when: datetime, *, home_bound: bool) -> WayTold | None:
        """Go by bus, as soon as that is at all possible."""
        date = when.astimezone(LONDON).date()
        week, stops = Week.of(date), self.around.stops().count
        at_home = self.around.to_stops(self._home, self.means)
        at_place = self.around.to_stops(self._place, self.means)
        if home_bound:
            ends = Ends(
                from_start=_by_stop(at_place.there, stops),
                to_end=_by_stop(at_home.back, stops),
            )
        else:
            ends = Ends(
                from_start=_by_stop(at_home.there, stops),
                to_end=_by_stop(at_place.back, stops),
            )
        find = journey_back if home_bound else journey_there
        found = find(
            self.around.day(date),
            self.around.changing(self.means),
            ends,
            since_monday(week, when),
            rider=self.means.rider,
            within=self.limit,
        )
        if found is None:
            return None
        legs = tuple(self._legs(found, week, home_bound=home_bound))
        return WayTold(legs=legs, near=self.start)

    def _legs(self, found: Journey, week: Week, *, home_bound: bool) -> Iterator[Leg]:
        """Put each leg in times and names."""
        now = found.leaves
        for leg in found.legs:
            if isinstance(leg, Ride):
                yield self._ridden(leg, week)
                now = leg.comes
            else:
                yield self._walked(leg, week, now, home_bound=home_bound)
                now += leg.takes

    def _ridden(self, ride: Ride, week: Week) -> Leg:
        """Tell a ride."""
        told = self.around.buses
        route = int(told.trip_route[ride.trip])
        known = {ride.aboard, ride.boarding, ride.alighting}
        return Leg(
            way=Way.BUS,
            leaves=_instant(week, ride.leaves),
            arrives=_instant(week, ride.comes),
            begins=str(told.stop_name[ride.from_stop]),
            ends=str(told.stop_name[ride.to_stop]),
            route=str(told.route_name[route]) if route >= 0 else "",
            headsign=str(told.trip_headsign[ride.trip]),
            every=-(-ride.every // MINUTE),
            on_wheels=False if NO in known else (None if UNKNOWN in known else True),
            ridden=Ridden(
                route=route,
                stops=told.calls_between(ride.trip, ride.from_stop, ride.to_stop),
                leaves=round(_instant(week, ride.leaves).timestamp() / _A_DECISECOND),
            ),
        )

    def _walked(self, walk: OnFoot, week: Week, now: int, *, home_bound: bool) -> Leg:
        """Tell a walk to, from or between stops."""
        path = self._path(walk, home_bound=home_bound)
        names = self.around.buses.stop_name
        return Leg(
            way=self.means.way,
            leaves=_instant(week, now),
            arrives=_instant(week, now + walk.takes),
            begins="" if walk.from_stop is None else str(names[walk.from_stop]),
            ends="" if walk.to_stop is None else str(names[walk.to_stop]),
            path=path,
            on_wheels=path.on_wheels if path else None,
        )

    def _path(self, walk: OnFoot, *, home_bound: bool) -> PathTold | None:
        """Find the streets of a walk; None where the timetable alone tells of it."""
        stops = self.around.stops()
        if walk.from_stop is not None and walk.to_stop is not None:
            return self._walk(stops, stops, row=walk.from_stop, at=walk.to_stop)
        stop = walk.to_stop if walk.from_stop is None else walk.from_stop
        if stop is None:
            return None
        leaving = walk.from_stop is None
        if leaving is home_bound:  # between the place and a stop
            return self._walk(stops, self._place, row=stop, back=leaving)
        return self._walk(self._home, stops, at=stop, back=not leaving)


def _by_stop(walks: Walks, stops: int) -> NDArray[np.int32]:
    """Lay out the walks of the only row by stop."""
    spans = np.full(stops, NEVER, np.int32)
    spans[walks.to] = walks.takes
    return spans


def _instant(week: Week, span: int) -> datetime:
    """Say which instant so many deciseconds after Monday's midnight are."""
    return _later(week.window.start, span)


def _later(instant: datetime, span: int) -> datetime:
    """Go on by so many deciseconds, as time passes and not as clocks are set."""
    return (instant.astimezone(UTC) + _time(span)).astimezone(LONDON)


def _time(span: int) -> timedelta:
    return timedelta(seconds=_A_DECISECOND) * span


def _span(later: datetime, earlier: datetime) -> int:
    """Count deciseconds, as time passes."""
    return round((later.astimezone(UTC) - earlier.astimezone(UTC)) / _time(1))
