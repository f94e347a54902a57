"""At which points is a place entered: its gates, else those of the fence round it?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from weft.access.domain.streets.network import Network
from weft.commons.places import Point
from weft.ground.domain.grid import points_in_metres


@dataclass(frozen=True, slots=True, eq=False)
class Entrances:
    """Points to hang on the network, and which place each leads into.

    Attributes
    ----------
    metres
        Rows of easting and northing.
    of
        The place of each.
    inside_mm
        Straight from the entrance to the place itself, where it lies within a fence;
        0 for a place entered at its own gates: who is in the park has come to it.
    """

    metres: NDArray[np.float64]
    of: NDArray[np.int64]
    inside_mm: NDArray[np.int64]


def at_points(metres: NDArray[np.float64]) -> Entrances:
    """Enter each place where it is: an area has one point and no gate."""
    rows = np.asarray(metres, dtype=np.float64).reshape(-1, 2)
    return Entrances(rows, np.arange(len(rows)), np.zeros(len(rows), dtype=np.int64))


def entrances(
    network: Network,
    points: Sequence[Point],
    gates: Sequence[Sequence[Point]] | None = None,
) -> Entrances:
    """Find where each place is entered.

    Parameters
    ----------
    network
        With its fences and the gates in them.
    points
        Where the places are.
    gates
        The gates of each, where the register knows them; none for a place without.
    """
    middle = points_in_metres(points)
    told = gates or [()] * len(points)
    fenced = _gates_round(network, middle, [not own for own in told])
    spots: list[tuple[float, float]] = []
    of: list[int] = []
    inside: list[int] = []
    for place, own in enumerate(told):
        at = middle[place : place + 1]
        found = points_in_metres(list(own)) if own else fenced.get(place, at)
        far = np.hypot(*(found - at).T) * (not own)
        spots.extend(map(tuple, found))
        of.extend([place] * len(found))
        inside.extend(np.rint(far * 1_000).astype(int).tolist())
    return Entrances(
        metres=np.array(spots, dtype=np.float64).reshape(-1, 2),
        of=np.array(of, dtype=np.int64),
        inside_mm=np.array(inside, dtype=np.int64),
    )


def _gates_round(
    network: Network, metres: NDArray[np.float64], wanted: Sequence[bool]
) -> dict[int, NDArray[np.float64]]:
    """Find the gates of the smallest closed fence around each place within one."""
    columns = network.columns
    wall, gate = columns["wall_first"], columns["wall_gate_first"]
    walls = columns["wall_xy"] / 10
    rings = np.flatnonzero(np.diff(gate) > 0)
    shapes = np.array(
        [shapely.Polygon(walls[wall[n] : wall[n + 1]]) for n in rings],
        dtype=object,
    )
    spots = shapely.points(metres)
    place, ring = shapely.STRtree(shapes).query(spots, predicate="within")
    found: dict[int, NDArray[np.float64]] = {}
    for at in np.argsort(-shapely.area(shapes[ring]), kind="stable"):
        if wanted[place[at]]:
            one = rings[ring[at]]
            metres_of = columns["wall_gate_xy"][gate[one] : gate[one + 1]] / 10
            found[int(place[at])] = metres_of
    return found
