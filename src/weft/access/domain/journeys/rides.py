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
    Around,
    Events,
    Going,
    since_monday,
    spans_back,
    spans_there,
    turned,
)
from weft.commons.times import LONDON, Week

Spans = NDArray[np.uint16]
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
    _of_home: Around = field(init=False)
    _there: dict[Asked, int] = field(default_factory=dict)
    _back: dict[Asked, int] = field(default_factory=dict)
    _from_home: dict[datetime, Spans] = field(default_factory=dict)
    _home_by: dict[datetime, Spans] = field(default_factory=dict)

    def __post_init__(self) -> None:
        at_home = self.around.to_stops(self.home, self.means)
        at_places = self.around.to_stops(self.places, self.means)
        self._of_places = self._around(at_places, at_home, homes=1)
        self._of_home = self._around(at_home, at_places, homes=self.places.count)

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

    def from_home(self, place: int, leaving: datetime) -> int:
        """Say how long after leaving home at a time one is at a place."""
        if leaving not in self._from_home:
            day = self.around.day(_date(leaving))
            asked = _events([(0, leaving)])
            spans, _ = spans_back(day, self._of_home, asked, self._going)
            self._from_home[leaving] = spans[0]
        return int(self._from_home[leaving][place])

    def home_by(self, place: int, by: datetime) -> int:
        """Say how long before a time one has to leave a place to be home by then."""
        if by not in self._home_by:
            day = self.around.day(_date(by))
            asked = _events([(0, by)])
            spans, _ = spans_there(day, self._of_home, asked, self._going)
            self._home_by[by] = spans[0]
        return int(self._home_by[by][place])

    @property
    def _going(self) -> Going:
        return Going(rider=self.means.rider, within=self.within)

    def _around(self, doors: ToStops, homes_doors: ToStops, *, homes: int) -> Around:
        """Say all that is not riding, from some doors to some homes."""
        stops = self.around.stops().count
        return Around(
            changing=self.around.changing(self.means),
            from_places=doors.there,
            to_places=doors.back,
            from_areas=turned(homes_doors.there, stops),
            to_areas=turned(homes_doors.back, stops),
            areas=homes,
        )


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
