"""Along which streets does one go in a region, if its streets are loaded?

The network of a region is read at its first use and kept in memory under the digest of
its bytes: a region that is built anew has another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from weft.access.domain.arrays import What
from weft.access.domain.fit import Plane
from weft.access.domain.streets import (
    Between,
    Both,
    Network,
    Snapper,
    at_points,
    entrances,
    joined,
)
from weft.access.domain.travel import Way
from weft.access.queries.kept import KeptAbout, arrays_of, kept
from weft.commons.places import Point
from weft.ground.domain.grid import points_in_metres

MOST_KEPT = 2
"""Networks in memory at once: a deployment has one region, a build goes by another."""


@dataclass(frozen=True, slots=True, eq=False)
class Streets:
    """The streets of a region.

    ``digest`` names the bytes that they were read from: times reckoned along them may
    be kept under it.
    """

    network: Network
    snapper: Snapper
    digest: str

    def between(
        self,
        way: Way,
        plane: Plane,
        *,
        areas: Sequence[Point],
        places: Sequence[Point],
        gates: Sequence[Sequence[Point]] | None = None,
    ) -> Between:
        """Hang areas and places on the network of a way, on one plane.

        Parameters
        ----------
        way, plane
            By which way of getting about; ``Plane.CERTAIN`` or ``Plane.POSSIBLE``.
        areas
            One point for each area.
        places
            One point for each place.
        gates
            The gates of each place; none for a place without.
        """
        doors = entrances(self.network, places, gates)
        home = at_points(points_in_metres(areas))
        return Between(
            self.network,
            way,
            plane,
            self.snapper.snap(home, way, plane),
            self.snapper.snap(doors, way, plane),
        )

    def both_planes(
        self,
        way: Way,
        *,
        limit: int,
        areas: Sequence[Point],
        places: Sequence[Point],
        gates: Sequence[Sequence[Point]] | None = None,
    ) -> dict[Plane, Both]:
        """Reckon there and back on both planes, in deciseconds, areas by places."""
        certain, possible = (
            self.between(way, plane, areas=areas, places=places, gates=gates).times(
                limit
            )
            for plane in (Plane.CERTAIN, Plane.POSSIBLE)
        )
        return {
            Plane.CERTAIN: certain,
            Plane.POSSIBLE: Both(
                joined(certain.there, possible.there),
                joined(certain.back, possible.back),
            ),
        }


def streets(region: str) -> Streets | None:
    """Give a region's streets; None where none are loaded, and lines are straight.

    Raises
    ------
    FileNotUnderstood
        When the file of its columns is not whole.
    """
    found = kept(region, What.STREETS)
    return _read(found[0]) if found else None


@lru_cache(maxsize=MOST_KEPT)
def _read(about: KeptAbout) -> Streets:
    """Read the columns and stand a network on them."""
    network = Network.of(arrays_of(about))
    return Streets(network, Snapper(network), about.digest)
