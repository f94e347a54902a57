"""With what does somebody go, and what of the way is sure?

A means is whatever has to come home again: feet, wheels, a bike, a car. Feet and wheels
may take buses. Each stands on two planes: one on which everything that nobody knows of
the way is taken as shut, and one on which it is taken as open.
"""

from collections.abc import Collection
from dataclasses import dataclass

from weft.access.domain.fit import Plane
from weft.access.domain.timetable import Rider
from weft.access.domain.travel import Way

PLANES = (Plane.CERTAIN, Plane.POSSIBLE)
_RIDERS = {
    (Way.FOOT, Plane.CERTAIN): Rider.ON_FOOT,
    (Way.FOOT, Plane.POSSIBLE): Rider.ON_FOOT,
    (Way.WHEELS, Plane.CERTAIN): Rider.WHEELS_CERTAIN,
    (Way.WHEELS, Plane.POSSIBLE): Rider.WHEELS_POSSIBLE,
}


@dataclass(frozen=True, slots=True)
class Means:
    """One means, on one plane, with buses or without."""

    way: Way
    plane: Plane
    by_bus: bool = False

    @property
    def sure(self) -> bool:
        """Tell whether all of the way is known."""
        return self.plane is Plane.CERTAIN

    @property
    def rider(self) -> Rider:
        """Say as whom one rides a bus.

        Raises
        ------
        ValueError
            For a bike or a car: it is not taken onto a bus.
        """
        if (self.way, self.plane) not in _RIDERS:
            raise ValueError(f"nobody takes a {self.way} onto a bus")
        return _RIDERS[self.way, self.plane]


def means_of(ways: Collection[Way], *, buses: bool) -> tuple[Means, ...]:
    """List somebody's means, each on both planes.

    Parameters
    ----------
    ways
        How somebody gets about; with nothing but a bus they walk to it.
    buses
        Whether there is a timetable that speaks of the time asked about.
    """
    by_bus = buses and Way.BUS in ways
    own = [way for way in Way if way in ways and way is not Way.BUS] or [Way.FOOT]
    return tuple(
        Means(way, plane, by_bus=by_bus and (way, plane) in _RIDERS)
        for way in own
        for plane in PLANES
    )
