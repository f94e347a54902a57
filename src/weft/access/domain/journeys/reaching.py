"""How far off can a place be that is reached within some time?

So that the register is asked for nothing that lies beyond: along streets by a search
that meets every corner, and by bus by one that never waits, so that no real journey is
sooner.
"""

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.journeys.means import Means
from weft.access.domain.journeys.surroundings import STOP_WALK, Doors, Surroundings
from weft.access.domain.spans import MINUTE
from weft.access.domain.streets.search import NEVER, Ground, Seeds, distances
from weft.access.domain.streets.snapping import WITHIN_METRES
from weft.access.domain.travel import USUAL

Ints = NDArray[np.int32]


def furthest(around: Surroundings, home: Doors, means: Means, limit: int) -> int:
    """Say how long the straight line from a home to a place in reach can be.

    Parameters
    ----------
    around
        Streets and buses.
    home
        One front door.
    means
        How somebody goes.
    limit
        How far at most, in deciseconds.

    Returns
    -------
    int
        Metres, rounded up: to the furthest corner that is reached or looked at, and as
        far beyond it as a place may lie from its street.
    """
    far = _along_streets(around, home, means, limit)
    if means.by_bus:
        far = max(far, _by_bus(around, home, means, limit))
    return int(np.ceil(far + WITHIN_METRES))


def _along_streets(
    around: Surroundings, home: Doors, means: Means, limit: int
) -> float:
    """Measure to the furthest corner; the next one too, as one may stop on the way."""
    ground, seeds, *_ = around.between(home, home, means).asked(limit, turned=False)
    reached = np.flatnonzero(distances(ground, seeds, limit, 1) < NEVER)
    first = ground.first[:, 0]
    looked_at = np.concatenate([seeds.nodes[:, 0], reached, _heads(ground, reached)])
    if not len(looked_at) or not len(first):
        return 0.0
    metres = around.network.columns["node_xy"][looked_at] / 10 - home.entered.metres[0]
    return float(np.hypot(*metres.T).max())


def _heads(ground: Ground, nodes: NDArray[np.intp]) -> Ints:
    """List where the arcs of some nodes lead."""
    first, arcs = ground.first[:, 0], ground.arcs
    many = first[nodes + 1] - first[nodes]
    start = np.repeat(first[nodes] - np.cumsum(many) + many, many)
    heads: Ints = arcs[start + np.arange(len(start)), 0]
    return heads


def _by_bus(around: Surroundings, home: Doors, means: Means, limit: int) -> float:
    """Measure to the furthest stop, and as far as one walks in what time is left."""
    stops, walks = around.stops(), around.to_stops(home, means).there
    seeds = Seeds(
        np.array([[0, 0], [len(walks.to), 0]], np.int32),
        np.column_stack((walks.to, walks.takes)).astype(np.int32),
        np.empty((0, 2), np.int32),
    )
    spans = distances(around.quickest(means), seeds, limit, 1)
    reached = np.flatnonzero(spans < NEVER)
    if not len(reached):
        return 0.0
    metres = stops.entered.metres[reached] - home.entered.metres[0]
    pace = USUAL.paces[means.way].metres_a_minute / MINUTE
    left = np.minimum(limit - spans[reached], STOP_WALK)
    return float((np.hypot(*metres.T) + left * pace).max())
