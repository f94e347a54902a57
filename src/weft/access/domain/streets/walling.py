"""Which lines does nobody walk across, and where do they open?

Walls, fences, hedges, railways and rivers keep a place from being hung on the street
behind them. A line that closes on itself around a place is entered at its gates.
"""

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.arrays import Array
from weft.access.domain.streets.gathering import Gathered
from weft.ground.domain.grid import in_metres
from weft.standards.osm.streets import Edge

_RING = 4  # points of the smallest outline, its first told again


def walls_of(into: Gathered, street_nodes: NDArray[np.int64]) -> dict[str, Array]:
    """Lay out the lines and the gates of those that are closed.

    Returns
    -------
    dict
        ``wall_xy`` in decimetres and where each line begins in it (``wall_first``);
        ``wall_gate_xy`` and ``wall_gate_first`` likewise: none for a line that is open.
    """
    streets = set(street_nodes.tolist())
    lines = [np.array(wall.at) for wall in into.walls]
    gates = [_gates(wall, streets) for wall in into.walls]
    return {
        "wall_xy": _decimetres(lines),
        "wall_first": _firsts(lines),
        "wall_gate_xy": _decimetres(gates),
        "wall_gate_first": _firsts(gates),
    }


def _gates(wall: Edge, streets: set[int]) -> NDArray[np.float64]:
    """Find where streets and paths come through a closed line."""
    is_ring = len(wall.nodes) >= _RING and wall.nodes[0] == wall.nodes[-1]
    inside = wall.nodes[:-1] if is_ring and "barrier" in wall.tags else ()
    found = [at for node, at in zip(inside, wall.at, strict=False) if node in streets]
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _decimetres(parts: list[NDArray[np.float64]]) -> Array:
    """Lay the parts end to end."""
    whole = np.concatenate([np.empty((0, 2)), *parts])
    return np.rint(in_metres(whole) * 10).astype(np.int32)


def _firsts(parts: list[NDArray[np.float64]]) -> Array:
    """Say where each part begins, and where the last ends."""
    return np.cumsum([0, *(len(part) for part in parts)]).astype(np.int64)
