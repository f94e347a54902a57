"""By bus from one home to many places and back: each time that is asked, scanned once.

Four questions. Two begin at a place: when must one leave home to be there by a time,
and when is one home who leaves it then? Two begin at home: when is one at each place,
leaving then, and when must one leave each place to be home by then?
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.journeys.means import Means
from weft.access.domain.journeys.surroundings import Doors, Surroundings, ToStops
from weft.access.domain.timetable import (
    NEVER,
    Around,
    Events,
    Limits,
    Walks,
    earliest_arrivals,
    latest_departures,
    since_monday,
    spans_back,
    spans_there,
    turned,
)
from weft.commons.times import LONDON, Week

Times = NDArray[np.int32]
LONG = NEVER // 2
"""Longer than any journey: what is left of ``NEVER`` once a time is taken from it."""
Asked = tuple[int, datetime]
"""Which place, and when."""


@dataclass(slots=True, eq=False)
class Rides:
    """Everything by bus for one home, some places, and one means.

    Attributes
    ----------
    within
        The longest journey, in deciseconds.
    """

    around: Surroundings
    home: Doors
    places: Doors
    means: Means
    within: int
    _of_places: Around = field(init=False)
    _at_home: ToStops = field(init=False)
    _at_places: ToStops = field(init=False)
    _there: dict[Asked, int] = field(default_factory=dict)
    _back: dict[Asked, int] = field(default_factory=dict)
    _from_home: dict[tuple[datetime, int], Times] = field(default_factory=dict)
    _home_by: dict[tuple[datetime, int], Times] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._at_home = self.around.to_stops(self.home, self.means)
        self._at_places = self.around.to_stops(self.places, self.means)
        stops = self.around.stops().count
        self._of_places = Around(
            changing=self.around.changing(self.means),
            from_places=self._at_places.there,
            to_places=self._at_places.back,
            from_areas=turned(self._at_home.there, stops),
            to_areas=turned(self._at_home.back, stops),
            areas=1,
        )

    def look_up(self, starts: Iterable[Asked], ends: Iterable[Asked]) -> None:
        """Scan for many starts and ends of sessions together, day by day."""
        for day, some in _by_day(starts).items():
            events = _events(some)
            spans, _ = spans_there(
                self.around.day(day), self._of_places, events, self._going
            )
            self._there.update(zip(some, spans[:, 0].tolist(), strict=True))
        for day, some in _by_day(ends).items():
            events = _events(some)
            spans, _ = spans_back(
                self.around.day(day), self._of_places, events, self._going
            )
            self._back.update(zip(some, spans[:, 0].tolist(), strict=True))

    def there(self, place: int, by: datetime) -> int:
        """Say how long before a time one has to leave home; ``FAR`` without a way."""
        if (place, by) not in self._there:
            self.look_up([(place, by)], [])
        return self._there[place, by]

    def back(self, place: int, leaving: datetime) -> int:
        """Say how long after a time one is home."""
        if (place, leaving) not in self._back:
            self.look_up([], [(place, leaving)])
        return self._back[place, leaving]

    def from_home(self, leaving: datetime, within: int) -> Times:
        """Say how long after leaving home at a time one is at each place by bus.

        Returns
        -------
        numpy.ndarray
            Deciseconds, int32, ``NEVER`` where no bus leads within so many.
        """
        key = (leaving, within)
        if key not in self._from_home:
            date = _date(leaving)
            now = since_monday(Week.of(date), leaving)
            vehicle = earliest_arrivals(
                self.around.day(date),
                self.around.changing(self.means),
                _by_stop(self._at_home.there, self.around.stops().count, now),
                rider=self.means.rider,
                within=within,
            )
            walks = self._at_places.back
            self._from_home[key] = _soonest(vehicle[walks.to] - now, walks)
        return self._from_home[key]

    def home_by(self, by: datetime, within: int) -> Times:
        """Say how long before a time one has to leave each place to be home by bus."""
        key = (by, within)
        if key not in self._home_by:
            date = _date(by)
            then = since_monday(Week.of(date), by)
            late = latest_departures(
                self.around.day(date),
                self.around.changing(self.means),
                -_by_stop(self._at_home.back, self.around.stops().count, -then),
                rider=self.means.rider,
                within=within,
            )
            walks = self._at_places.there
            self._home_by[key] = _soonest(then - late[walks.to], walks)
        return self._home_by[key]

    @property
    def _going(self) -> Limits:
        return Limits(rider=self.means.rider, within=self.within)


def _by_stop(walks: Walks, stops: int, now: int) -> Times:
    """Say from when one can stand at each stop, who begins the walk now."""
    ready = np.full(stops, NEVER, np.int32)
    ready[walks.to] = walks.takes + now
    return ready


def _soonest(spans: Times, walks: Walks) -> Times:
    """Take the soonest of all stops near each place, the walk counted in."""
    many = np.diff(walks.first)
    found = np.full(len(many), NEVER, np.int32)
    near = np.flatnonzero(many)
    if len(near):
        whole = np.where(spans < LONG, spans + walks.takes, NEVER)
        found[near] = np.minimum.reduceat(whole, walks.first[near])
    return found


def _date(instant: datetime) -> date:
    return instant.astimezone(LONDON).date()


def _by_day(asked: Iterable[Asked]) -> dict[date, list[Asked]]:
    """Sort what is asked by its day, each once."""
    found: defaultdict[date, list[Asked]] = defaultdict(list)
    for one in dict.fromkeys(asked):
        found[_date(one[1])].append(one)
    return found


def _events(asked: Iterable[Asked]) -> Events:
    """Put what is asked of one day in deciseconds of its week."""
    rows = [(place, since_monday(Week.of(_date(when)), when)) for place, when in asked]
    told = np.array(rows, dtype=np.int32).reshape(-1, 2)
    return Events(place=told[:, 0].copy(), when=told[:, 1].copy())
