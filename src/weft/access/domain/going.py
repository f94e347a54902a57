"""How does one get to something and home again, for one time that it is on?

A *trip* is there and back: whoever goes by bike or by car comes home with it, and who
goes on foot or by bus may come home by the other of the two. What a trip rests on is
said on it: streets and a timetable, or the straight line.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from weft.access.domain.travel import (
    USUAL,
    Estimate,
    Way,
    furthest_metres,
    journey,
)
from weft.commons.places import Point
from weft.commons.times import Window

VISIT_MINUTES = 30
"""The least time worth going for, to a place one may enter while it is open."""

NO_WAY = 10_000
"""Minutes, where there is no way at all: more than a week's free time ever holds."""


class Basis(StrEnum):
    """What ways are reckoned from."""

    STRAIGHT_LINE = "straight line"
    STREETS = "streets"
    TIMETABLE = "streets and timetable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """There and back, for one session.

    Attributes
    ----------
    own
        What has to come home again: feet, wheels, a bike, a car.
    way, way_back
        The slowest thing one needs on the way: a bus where any bus is taken.
    minutes_there, minutes_back
        From the door at home till the session begins, and from its end till the door
        closes, waits included; ``NO_WAY`` where there is none.
    metres
        The straight line.
    basis
        What they are reckoned from.
    sure
        False where nobody has told whether all of the way can be used on wheels.
    """

    own: Way
    way: Way
    way_back: Way
    minutes_there: int
    minutes_back: int
    metres: int
    basis: Basis = Basis.STRAIGHT_LINE
    sure: bool = True

    @property
    def longest(self) -> int:
        """Give the longer of the two ways, in minutes."""
        return max(self.minutes_there, self.minutes_back)


Asked = tuple[Sequence[Point], Sequence[Window]]
"""The doors of a place, and the sessions that will be asked about there."""


class Going(Protocol):
    """All ways of somebody to a place and home again."""

    @property
    def basis(self) -> Basis:
        """Say what they are reckoned from."""

    def furthest_metres(self, minutes: int) -> int:
        """Say how long a straight line to a place in reach can be, rounded up."""

    def look_up(self, asked: Iterable[Asked]) -> None:
        """Look up together what will be asked; it is quicker, and changes nothing."""

    def trips(self, doors: Sequence[Point], session: Window | None) -> Sequence[Trip]:
        """List the trips to a session, one at least; to any time for None.

        One stands for each thing that has to come home again (feet, a bike, a car)
        and each plane; the caller takes whichever fits best.
        """

    def stays(
        self, doors: Sequence[Point], open_from_to: Window, free: Collection[Window]
    ) -> Sequence[tuple[Window, Trip]]:
        """List the longest stays at a place that one may enter while it is open.

        Each with its trip; none where no free time leaves long enough.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class StraightLine:
    """Going by estimate, where no street map is loaded (docs/methods/straight-line.md).

    Raises
    ------
    ValueError
        When no way is given: somebody who cannot get about is asked, not guessed at.
    """

    start: Point
    ways: tuple[Way, ...]
    estimate: Estimate = USUAL

    def __post_init__(self) -> None:
        if not self.ways:
            raise ValueError("going takes a way of getting about")

    @property
    def basis(self) -> Basis:
        """Say that nothing is known of streets."""
        return Basis.STRAIGHT_LINE

    def furthest_metres(self, minutes: int) -> int:
        """Go the other way round: from minutes to a straight line."""
        return furthest_metres(minutes, self._ways, estimate=self.estimate)

    def look_up(self, asked: Iterable[Asked]) -> None:
        """Look nothing up: a line is drawn when it is asked for."""

    @property
    def _ways(self) -> tuple[Way, ...]:
        """Go on foot to a bus that nobody has a timetable of."""
        told = tuple(way for way in self.ways if way is not Way.BUS)
        return told or (Way.FOOT,)

    def trips(self, doors: Sequence[Point], session: Window | None) -> Sequence[Trip]:  # noqa: ARG002 at any hour the same
        """Estimate the quickest way to the nearest door; it is the same way back."""
        nearest = min(doors, key=self.start.metres_to)
        one = journey(self.start, nearest, self._ways, estimate=self.estimate)
        return (
            Trip(
                own=one.way,
                way=one.way,
                way_back=one.way,
                minutes_there=one.minutes,
                minutes_back=one.minutes,
                metres=one.metres,
            ),
        )

    def stays(
        self, doors: Sequence[Point], open_from_to: Window, free: Collection[Window]
    ) -> Sequence[tuple[Window, Trip]]:
        """Stay as long as the estimate leaves."""
        (trip,) = self.trips(doors, None)
        found = stay(
            open_from_to,
            free=tuple(free),
            minutes_there=trip.minutes_there,
            minutes_back=trip.minutes_back,
        )
        return ((found, trip),) if found else ()


def stay(
    open_from_to: Window,
    *,
    free: Sequence[Window],
    minutes_there: int,
    minutes_back: int,
    least: int = VISIT_MINUTES,
) -> Window | None:
    """Find the longest stay at a place that one may enter at any time it is open.

    Parameters
    ----------
    open_from_to
        When the door is open.
    free
        Free time; none for any time.
    minutes_there, minutes_back
        Travel, which comes out of free time.
    least
        The shortest stay worth going for, in minutes.

    Returns
    -------
    Window or None
        Between equals the earliest; None where no free time leaves ``least`` minutes.
    """
    away = open_from_to.stretched(before=minutes_there, after=minutes_back)
    stays = []
    for window in free or [away]:
        if window.minutes < minutes_there + minutes_back + least:
            continue
        there = window.stretched(before=-minutes_there, after=-minutes_back)
        start = max(open_from_to.start, there.start)
        end = min(open_from_to.end, there.end)
        if start <= end and Window(start, end).minutes >= least:
            stays.append(Window(start, end))
    return max(
        stays, key=lambda one: (one.minutes, -one.start.timestamp()), default=None
    )
