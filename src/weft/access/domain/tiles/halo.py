"""Which places may anybody of a tile reach at all?

More than they do reach, and never fewer: by straight lines a box as wide as the fastest
way goes in the time there is; by bus every place to which buses that never wait would
bring somebody in time. No real journey is sooner (``journeys.never_waiting``), on any
day and at any hour.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.choice.values import Flags
from weft.access.domain.journeys.means import PLANES, Means
from weft.access.domain.journeys.surroundings import Doors, Surroundings
from weft.access.domain.spans import MINUTE
from weft.access.domain.streets.search import NEVER, Seeds, distances
from weft.access.domain.travel import USUAL, Estimate, Way
from weft.commons.places import EARTH_METRES

A_LITTLE = 1.001
"""More than floating numbers can be wrong by, and seas bulge."""


def in_box(
    homes: NDArray[np.float64],
    points: NDArray[np.float64],
    ways: Iterable[Way],
    *,
    horizon: int,
    estimate: Estimate = USUAL,
) -> Flags:
    """Tell which places lie in the box around a tile that its straight lines fill.

    Parameters
    ----------
    homes, points
        Latitude and longitude, (n, 2).
    ways
        That are gone.
    horizon
        The longest way, in deciseconds.
    """
    metres = max(
        (_metres(way, horizon, estimate) for way in ways),
        default=0.0,
    )
    north = np.degrees(metres / EARTH_METRES) * A_LITTLE
    low, high = homes.min(axis=0), homes.max(axis=0)
    widest = np.cos(np.radians(min(89.0, np.abs(homes[:, 0]).max() + north)))
    margin = np.array([north, north / widest * A_LITTLE])
    inside = (points >= low - margin) & (points <= high + margin)
    return np.asarray(inside.all(axis=1))


def _metres(way: Way, horizon: int, estimate: Estimate) -> float:
    """Say how long a straight line can be."""
    pace = estimate.paces[way]
    minutes = max(0.0, horizon / MINUTE - pace.minutes_more)
    return minutes * pace.metres_a_minute / estimate.detour


def by_never_waiting(
    around: Surroundings, homes: Doors, places: Doors, way: Way, *, horizon: int
) -> Flags:
    """Tell which places buses may lead to from any home of a tile within a horizon.

    One search from all homes at once, on each plane.
    """
    found = np.zeros(places.count, dtype=np.bool_)
    for plane in PLANES:
        means = Means(way, plane, by_bus=True)
        begun = around.to_stops(homes, means).there
        seeds = Seeds(
            np.array([[0, 0], [len(begun.to), 0]], np.int32),
            np.column_stack((begun.to, begun.takes)).astype(np.int32),
            np.empty((0, 2), np.int32),
        )
        spans = distances(around.quickest(means), seeds, horizon, 1)
        last = around.to_stops(places, means).back
        place = np.repeat(np.arange(places.count), np.diff(last.first))
        reached = spans[last.to] < NEVER
        total = np.where(reached, spans[last.to], 0).astype(np.int64) + last.takes
        found[place[reached & (total <= horizon)]] = True
    return found
