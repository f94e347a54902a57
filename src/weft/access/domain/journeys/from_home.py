"""How does one get from one front door to many places, and home again, in one week?

Everything that will be asked is looked up together: one search along the streets for
each means, and one scan of the timetable for each place and time. Whatever was not
looked up together is looked up when it is asked.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from math import ceil

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.going import (
    NO_WAY,
    VISIT_MINUTES,
    Asked,
    Basis,
    StraightLine,
    Trip,
)
from weft.access.domain.journeys.means import Means, means_of
from weft.access.domain.journeys.reaching import furthest
from weft.access.domain.journeys.rides import Rides
from weft.access.domain.journeys.surroundings import Doors, Surroundings
from weft.access.domain.spans import FAR, MINUTE
from weft.access.domain.streets.search import LONGEST
from weft.access.domain.timetable import NEVER
from weft.access.domain.travel import Way
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window, at

FURTHER = 30 * MINUTE
"""How much beyond their limit ways are looked up, so that what lacks can be said."""

ANY_DAY, ANY_HOUR = 2, time(12)
"""Wednesday at noon: when one goes by bus, where nobody said when."""

EVERY = 5 * MINUTE
"""How often one may leave, where one may come at any time."""

HowLong = tuple[int, Way]
"""How long, in deciseconds, and by which way."""
Spread = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Times, and how long the way takes to or from each place at each."""


@dataclass(slots=True, eq=False, kw_only=True)
class FromHome:
    """All ways of somebody, along streets and by timetable (a ``Going``).

    Attributes
    ----------
    around
        The region's streets and buses.
    start, ways, week, minutes
        The front door, how somebody gets about, in which week, how far at most.
    """

    around: Surroundings
    start: Point
    ways: tuple[Way, ...]
    week: Week
    minutes: int
    _means: tuple[Means, ...] = field(init=False)
    _home: Doors = field(init=False)
    _line: StraightLine = field(init=False)
    _looked_up: "_LookedUp" = field(init=False)

    def __post_init__(self) -> None:
        buses = self.around.speaks_of(self.week)
        self._means = tuple(
            one
            for one in means_of(self.ways, buses=buses)
            if one.sure or one.way is Way.WHEELS or not self.around.known_alike(one.way)
        )
        self._home = self.around.homes([self.start])
        self._line = StraightLine(start=self.start, ways=self.ways)
        self._looked_up = self._look_at(())

    @property
    def basis(self) -> Basis:
        """Say whether a timetable counts."""
        by_bus = any(means.by_bus for means in self._means)
        return Basis.TIMETABLE if by_bus else Basis.STREETS

    def furthest_metres(self, minutes: int) -> int:
        """Say how long a straight line to a place in reach can be, rounded up."""
        limit = min(minutes * MINUTE, LONGEST)
        return max(
            self._line.furthest_metres(minutes),
            *(furthest(self.around, self._home, one, limit) for one in self._means),
        )

    def look_up(self, asked: Iterable[Asked]) -> None:
        """Look up together what will be asked of some places and their sessions."""
        sessions: dict[tuple[Point, ...], list[Window]] = {}
        for doors, windows in asked:
            sessions.setdefault(tuple(doors), []).extend(windows)
        self._looked_up = self._look_at(tuple(sessions))
        numbered = [
            (n, (*windows, self._any)) for n, windows in enumerate(sessions.values())
        ]
        starts = [(n, one.start) for n, windows in numbered for one in windows]
        ends = [(n, one.end) for n, windows in numbered for one in windows]
        for rides in self._looked_up.rides.values():
            rides.look_up(starts, ends)

    def trips(self, doors: Sequence[Point], session: Window | None) -> Sequence[Trip]:
        """List one trip for each means, and a second where what is unknown helps.

        To where no street is loaded the way is estimated, as if there were none at all;
        whether it has steps nobody knows.
        """
        place, when = self._place(doors), session or self._any
        if self._looked_up.off[place]:
            return tuple(
                replace(trip, sure=trip.own is not Way.WHEELS)
                for trip in self._line.trips(doors, session)
            )
        return _that_differ(
            self._trip(means, place, when, doors) for means in self._means
        )

    def stays(
        self, doors: Sequence[Point], open_from_to: Window, free: Collection[Window]
    ) -> Sequence[tuple[Window, Trip]]:
        """List the longest stay for each means, of those whose ways are short enough.

        One leaves home, and is home again, on a full five minutes of the free time.
        """
        place = self._place(doors)
        if self._looked_up.off[place]:
            return self._line.stays(doors, open_from_to, free)
        found = {}
        for means in self._means:
            stays = (self._stay(means, place, open_from_to, window) for window in free)
            longest = max(
                (stay for stay in stays if stay is not None),
                key=lambda one: (one.minutes, -one.start.timestamp()),
                default=None,
            )
            if longest is not None:
                found[self._trip(means, place, longest, doors)] = longest
        return tuple((found[trip], trip) for trip in _that_differ(found))

    @property
    def _any(self) -> Window:
        """Give the time of which the way is told, where nobody said when."""
        noon = at(self.week.days[ANY_DAY], ANY_HOUR)
        return Window(noon, noon + timedelta(minutes=VISIT_MINUTES))

    def _look_at(self, places: tuple[tuple[Point, ...], ...]) -> "_LookedUp":
        limit = looked_up_to(self.minutes)
        return _LookedUp(self.around, self._home, places, self._means, limit)

    def _place(self, doors: Sequence[Point]) -> int:
        """Give a place its number; one not looked up yet is looked up with the rest."""
        known = self._looked_up.number
        if tuple(doors) not in known:
            self._looked_up = self._look_at((*known, tuple(doors)))
        return self._looked_up.number[tuple(doors)]

    def _trip(
        self, means: Means, place: int, session: Window, doors: Sequence[Point]
    ) -> Trip:
        """Go there and back by one means."""
        there, way = self._looked_up.there(means, place, session.start)
        back, way_back = self._looked_up.back(means, place, session.end)
        return Trip(
            own=means.way,
            way=way,
            way_back=way_back,
            minutes_there=in_minutes(there),
            minutes_back=in_minutes(back),
            metres=round(min(map(self.start.metres_to, doors))),
            basis=self.basis,
            sure=means.sure,
        )

    def _stay(
        self, means: Means, place: int, open_from_to: Window, window: Window
    ) -> Window | None:
        """Find the longest stay within one stretch of free time."""
        leaving, there = self._looked_up.from_home(means, window)
        home, back = self._looked_up.home_by(means, window)
        limit = self.minutes * MINUTE
        opens, closes = (
            since(window.start, edge) for edge in (open_from_to.start, open_from_to.end)
        )
        starts = np.maximum(leaving + there[:, place], opens)
        ends = np.minimum(home - back[:, place], closes)
        starts = starts[starts - leaving <= limit]
        ends = ends[home - ends <= limit]
        if not len(starts) or not len(ends):
            return None
        start, end = -(-int(starts.min()) // MINUTE), int(ends.max()) // MINUTE
        if end - start < VISIT_MINUTES:
            return None
        day = Window(window.start, window.start)
        return Window(
            day.stretched(before=0, after=start).end,
            day.stretched(before=0, after=end).end,
        )


@dataclass(slots=True, eq=False)
class _LookedUp:
    """Some places, and all ways to them that were looked up."""

    around: Surroundings
    home: Doors
    places: tuple[tuple[Point, ...], ...]
    means: tuple[Means, ...]
    limit: int
    number: dict[tuple[Point, ...], int] = field(init=False)
    off: NDArray[np.bool_] = field(init=False)
    streets: dict[Means, tuple[NDArray[np.uint16], NDArray[np.uint16]]] = field(
        default_factory=dict
    )
    rides: dict[Means, Rides] = field(default_factory=dict)
    spreads: dict[tuple[Means, Window, bool], Spread] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.number = {doors: n for n, doors in enumerate(self.places)}
        self.off = np.zeros(0, np.bool_)
        if not self.places:
            return
        doors = self.around.doors(
            [one[0] for one in self.places],
            [one if len(one) > 1 else () for one in self.places],
        )
        home, there = map(self.around.off_the_streets, (self.home, doors))
        self.off = home.any() | there
        for means in self.means:
            both = self.around.between(self.home, doors, means).times(self.limit)
            self.streets[means] = both.there[0], both.back[0]
            if means.by_bus:
                self.rides[means] = Rides(
                    self.around, self.home, doors, means, self.limit
                )

    def there(self, means: Means, place: int, by: datetime) -> HowLong:
        """Say how long before a time one has to leave home."""
        walk, rides = int(self.streets[means][0][place]), self.rides.get(means)
        return _sooner(means, walk, rides.there(place, by) if rides else FAR)

    def back(self, means: Means, place: int, leaving: datetime) -> HowLong:
        """Say how long after a time one is home."""
        walk, rides = int(self.streets[means][1][place]), self.rides.get(means)
        return _sooner(means, walk, rides.back(place, leaving) if rides else FAR)

    def from_home(self, means: Means, window: Window) -> Spread:
        """Say when to leave home, and how long it then takes to each place.

        Returns
        -------
        two arrays
            Deciseconds since the window's start, (leavings,); deciseconds that the
            way takes, (leavings, places).
        """
        return self._spread(means, window, home_bound=False)

    def home_by(self, means: Means, window: Window) -> Spread:
        """Say when to be home, and how long before one has to leave each place."""
        return self._spread(means, window, home_bound=True)

    def _spread(self, means: Means, window: Window, *, home_bound: bool) -> Spread:
        key = (means, window, home_bound)
        if key not in self.spreads:
            length, rides = since(window.start, window.end), self.rides.get(means)
            times = np.arange(0, length + 1, EVERY, dtype=np.int64)
            if home_bound:
                times = length - times
            walk = self.streets[means][int(home_bound)].astype(np.int64)
            spans = np.tile(np.where(walk < FAR, walk, NEVER), (len(times), 1))
            if rides is not None:
                ask = rides.home_by if home_bound else rides.from_home
                for row, time in zip(spans, times.tolist(), strict=True):
                    when = window.start.astimezone(UTC) + timedelta(seconds=time / 10)
                    np.minimum(row, ask(when.astimezone(LONDON), self.limit), out=row)
            self.spreads[key] = times, spans
        return self.spreads[key]


def since(start: datetime, end: datetime) -> int:
    """Count the deciseconds that pass between two instants."""
    return round((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() * 10)


def looked_up_to(minutes: int) -> int:
    """Say how far ways are looked up for somebody who goes so far, in deciseconds."""
    return min(minutes * MINUTE + FURTHER, LONGEST)


def in_minutes(span: int) -> int:
    """Give whole minutes, rounded up: it is kinder to arrive early."""
    return NO_WAY if span >= FAR else ceil(span / MINUTE)


def _sooner(means: Means, walk: int, ride: int) -> HowLong:
    """Ride only where it is sooner than going all the way by oneself."""
    return (ride, Way.BUS) if ride < walk else (walk, means.way)


def _that_differ(trips: Iterable[Trip]) -> tuple[Trip, ...]:
    """Leave out a trip that is not sure where the sure one is no longer."""
    kept: list[Trip] = []
    for trip in trips:
        as_good = (
            one.sure
            and one.minutes_there <= trip.minutes_there
            and one.minutes_back <= trip.minutes_back
            for one in kept
        )
        if trip.sure or not any(as_good):
            kept.append(trip)
    return tuple(kept)
