"""How long does it take to get there and back, where no street map is loaded?

An estimate from the straight line, marked as one wherever it is shown: the line times a
detour factor, over a speed, plus what it takes to begin and end the journey. There and
back are the same. Buses and trains are left out on purpose: without a timetable nobody
knows whether there is one home (docs/methods/straight-line.md).
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from weft.commons.places import Point


class Way(StrEnum):
    """A way of getting about."""

    FOOT = "foot"
    WHEELS = "wheels"  # a wheelchair, a mobility scooter, a frame on wheels
    BIKE = "bike"
    CAR = "car"
    BUS = "bus"  # bus, train and tram by a timetable; on foot or on wheels to the stop


ALONG_STREETS = (Way.FOOT, Way.WHEELS, Way.BIKE, Way.CAR)
"""Ways that have streets of their own; a bus goes by a timetable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast one way is, as the crow does not fly.

    Attributes
    ----------
    metres_a_minute
        Along the streets.
    minutes_more
        To lock and unlock, to park and walk from there; once each way.
    """

    metres_a_minute: float
    minutes_more: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Every number that an estimate rests on; each may be changed.

    Attributes
    ----------
    detour
        How much longer the way along streets is than the straight line. An assumption:
        an access study for Thurrock Council multiplies straight lines by 1.2, and our
        valleys, rivers and canals make ways longer.
    paces
        Walking at 4.5 and cycling at 14 km/h are slower than the 4.8 and 16 km/h of
        that study and of the Department for Transport's journey time statistics, which
        are for people who walk with ease. A car at 28 km/h lies between the 19 km/h of
        town streets and the 43 of A roads there. Wheels at 4 km/h, and the minutes to
        park and lock, are assumptions.
    """

    detour: float = 1.3
    foot: Pace = Pace(metres_a_minute=75.0)
    wheels: Pace = Pace(metres_a_minute=4_000 / 60)
    bike: Pace = Pace(metres_a_minute=14_000 / 60, minutes_more=2.0)
    car: Pace = Pace(metres_a_minute=28_000 / 60, minutes_more=5.0)

    @property
    def paces(self) -> Mapping[Way, Pace]:
        """Give the pace of each way."""
        return {
            Way.FOOT: self.foot,
            Way.WHEELS: self.wheels,
            Way.BIKE: self.bike,
            Way.CAR: self.car,
            Way.BUS: self.foot,  # without a timetable nobody knows of one
        }


USUAL = Estimate()


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One way there, or back: an estimate, never a route."""

    way: Way
    minutes: int
    metres: int  # straight line


def minutes_by(way: Way, metres: float, *, estimate: Estimate = USUAL) -> int:
    """Estimate how long a straight line takes along the streets.

    Parameters
    ----------
    way
        Which way of getting about.
    metres
        The straight line.
    estimate
        What the estimate rests on.

    Returns
    -------
    int
        Whole minutes, rounded up: it is kinder to arrive early. Never less for a
        longer line.
    """
    pace = estimate.paces[way]
    exact = metres * estimate.detour / pace.metres_a_minute + pace.minutes_more
    return math.ceil(exact - 1e-9)


def journey(
    start: Point,
    end: Point,
    ways: Collection[Way],
    *,
    estimate: Estimate = USUAL,
) -> Journey:
    """Estimate the quickest of somebody's ways; between equals, the first of ``Way``.

    Raises
    ------
    ValueError
        Where no way is given: somebody who cannot get about is asked, not guessed at.
    """
    if not ways:
        raise ValueError("a journey takes a way of getting about")
    metres = start.metres_to(end)
    minutes, way = min(
        (minutes_by(way, metres, estimate=estimate), list(Way).index(way))
        for way in ways
    )
    return Journey(way=list(Way)[way], minutes=minutes, metres=round(metres))


def furthest_metres(
    minutes: float, ways: Collection[Way], *, estimate: Estimate = USUAL
) -> int:
    """Say how long a straight line can be to be reached in so many minutes.

    Returns
    -------
    int
        Metres, rounded up, so that nothing within reach lies beyond.
    """
    reaches = (
        max(0.0, minutes - pace.minutes_more) * pace.metres_a_minute / estimate.detour
        for pace in (estimate.paces[way] for way in ways)
    )
    return math.ceil(max(reaches, default=0.0))
