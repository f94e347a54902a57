"""What streets and buses are there, ready to be asked how one gets about?

What takes long is made once and kept: doors hung on the streets, walks from stop to
stop, the hops of a day. Nothing here depends on who asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import isnan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.fit import Plane
from weft.access.domain.journeys.means import PLANES, Means
from weft.access.domain.journeys.never_waiting import never_waiting
from weft.access.domain.spans import MINUTE
from weft.access.domain.streets.entrances import Entrances, at_points, entrances
from weft.access.domain.streets.network import Network
from weft.access.domain.streets.search import Ground, Table
from weft.access.domain.streets.snapping import Snapped, Snapper
from weft.access.domain.streets.times import Between
from weft.access.domain.timetable import (
    Changing,
    Day,
    Timetable,
    Walks,
    changing,
    day_of,
    silent_about,
    walks_from,
)
from weft.access.domain.travel import Way
from weft.commons.places import Point
from weft.commons.times import Week
from weft.ground.domain.grid import points_in_metres

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
CHANGE_WALK = 5 * MINUTE
"""The longest walk from one stop to another: an assumption (375 m at our pace)."""

STOP_WALK = 15 * MINUTE
"""The longest walk between a door and a stop: an assumption, generous because the stop
of a hill village is often further than the 400 m that planners of buses reckon with."""

DAY_MARGIN = 6 * 60 * MINUTE
DAYS_HELD = 16
NOWHERE = Point(0.0, 0.0)
"""In the sea off Ghana: no street of ours is within reach of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Doors:
    """Places by their doors: where one enters them, hung on the streets once.

    ``points`` are the middles of the places; none for the stops that are near them.
    """

    entered: Entrances
    count: int
    points: Sequence[Point] = ()
    hung: dict[tuple[Way, Plane], Snapped] = field(default_factory=dict)
    near: dict[Means, "ToStops"] = field(default_factory=dict)


class ToStops(NamedTuple):
    """By row of doors: the stops near it, how long the walk there, and from there."""

    there: Walks
    back: Walks


@dataclass(slots=True, eq=False)
class Surroundings:
    """A region's streets, and its timetable where it has one."""

    network: Network
    timetable: Timetable | None = None
    snapper: Snapper = field(init=False)
    _stops: Doors | None = None
    _changing: dict[Means, Changing] = field(default_factory=dict)
    _days: dict[date, Day] = field(default_factory=dict)
    _quickest: dict[Means, Ground] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.snapper = Snapper(self.network)

    def speaks_of(self, week: Week) -> bool:
        """Tell whether there is a timetable that speaks of all of a week."""
        return self.timetable is not None and not silent_about(self.timetable, week)

    def doors(
        self, points: Sequence[Point], gates: Sequence[Sequence[Point]] | None = None
    ) -> Doors:
        """Find where each place is entered; its own gates beat those of a fence."""
        return Doors(entrances(self.network, points, gates), len(points), points)

    def with_timetable(self, timetable: Timetable) -> "Surroundings":
        """Take another timetable of the same stops; what hangs on them is shared."""
        return replace(self, timetable=timetable, _days={}, _quickest={})

    def homes(self, points: Sequence[Point]) -> Doors:
        """Enter each home where it is."""
        return Doors(at_points(points_in_metres(points)), len(points), points)

    def has_streets_at(self, point: Point) -> bool:
        """Tell whether a way on foot begins near a point at all."""
        return not self.off_the_streets(self.homes([point])).any()

    def off_the_streets(self, doors: Doors) -> Flags:
        """Tell of each place whether no way on foot leads from it, as far as we know.

        It lies beyond the map that was loaded, or where nobody has drawn a path.
        """
        hung = self._hung(doors, Way.FOOT, Plane.POSSIBLE)
        off = np.ones(doors.count, np.bool_)
        off[doors.entered.of[hung.edge >= 0]] = False
        return off

    def known_alike(self, way: Way) -> bool:
        """Tell whether nothing of a way is unknown, so that its planes are one."""
        sure, perhaps = (self.network.graph(way, plane) for plane in PLANES)
        return bool(
            (sure.there_open == perhaps.there_open).all()
            and (sure.back_open == perhaps.back_open).all()
        )

    def between(self, start: Doors, end: Doors, means: Means) -> Between:
        """Lay out the search along the streets from some doors to others."""
        hung = (self._hung(doors, means.way, means.plane) for doors in (start, end))
        return Between(self.network, means.way, means.plane, *hung)

    @property
    def buses(self) -> Timetable:
        """Give the timetable.

        Raises
        ------
        ValueError
            Where none is loaded; ask ``speaks_of`` first.
        """
        if self.timetable is None:
            raise ValueError("there is no timetable")
        return self.timetable

    def day(self, day: date) -> Day:
        """Lay out the hops of a date; a few days are kept at hand."""
        if day not in self._days:
            if len(self._days) >= DAYS_HELD:
                self._days.pop(next(iter(self._days)))
            self._days[day] = day_of(self.buses, day, margin=DAY_MARGIN)
        return self._days[day]

    def stops(self) -> Doors:
        """Give every stop as a door; one without a place stands nowhere."""
        if self._stops is None:
            told = self.buses
            at = zip(told.stop_lat.tolist(), told.stop_lon.tolist(), strict=True)
            self._stops = self.homes(
                [NOWHERE if isnan(north) else Point(north, east) for north, east in at]
            )
        return self._stops

    def changing(self, means: Means) -> Changing:
        """Say how long each change takes, walks between stops included."""
        if means not in self._changing:
            stops = self.stops()
            both = self.between(stops, stops, means).sparse_times(CHANGE_WALK)
            walks = as_walks(both.there, stops.count, but_to_itself=True)
            self._changing[means] = changing(self.buses, walks)
        return self._changing[means]

    def quickest(self, means: Means) -> Ground:
        """Lay out how soon one could be from stop to stop, without ever waiting."""
        if means not in self._quickest:
            walks = self.changing(means).onwards.walks
            self._quickest[means] = never_waiting(self.buses, walks)
        return self._quickest[means]

    def to_stops(self, doors: Doors, means: Means) -> ToStops:
        """Say which stops are near some doors, and how long the walk is, both ways."""
        if means not in doors.near:
            doors.near[means] = self._to_stops(doors, means)
        return doors.near[means]

    def _to_stops(self, doors: Doors, means: Means) -> ToStops:
        """Search for the stops."""
        entered, rows = doors.entered, np.arange(len(doors.entered.of))
        gates = Doors(replace(entered, of=rows), len(rows))
        both = self.between(gates, self.stops(), means).sparse_times(STOP_WALK)
        return ToStops(
            *(
                as_walks(table, doors.count, of=entered.of)
                for table in (both.there, both.back)
            )
        )

    def _hung(self, doors: Doors, way: Way, plane: Plane) -> Snapped:
        """Hang doors on the streets of a way."""
        if (way, plane) not in doors.hung:
            doors.hung[way, plane] = self.snapper.snap(doors.entered, way, plane)
        return doors.hung[way, plane]


def as_walks(
    table: Table, rows: int, *, of: Whole | None = None, but_to_itself: bool = False
) -> Walks:
    """Read a table of spans as walks by row, or by what the row is ``of``."""
    here = np.repeat(np.arange(len(table.first) - 1), np.diff(table.first))
    there, takes = table.target, table.deciseconds.astype(np.int32)
    if but_to_itself:
        other = here != there
        here, there, takes = here[other], there[other], takes[other]
    return walks_from(rows, here if of is None else of[here], there, takes)
