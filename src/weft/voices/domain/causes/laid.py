"""Where does each thing stand on the canvas?

A hand's places are kept. The rest are laid near what they are joined to (a layout by
forces: Fruchterman and Reingold, 1991), each in a cell of its own, so that no two names
lie over each other; the same map is always laid the same way.
"""

import math
from collections.abc import Mapping, Sequence
from importlib import import_module

from weft.voices.domain.causes.arrows import Arrow

Place = tuple[int, int]

WIDE = 1000
"""How wide the canvas is, in its own units."""
CELL = (200, 140)
"""How much room a thing has where nobody placed it: across, down."""
MOST = 200
"""Past so many things they stand in rows, in the order told."""


def laid(
    things: Sequence[str], arrows: Sequence[Arrow], placed: Mapping[str, Place]
) -> dict[str, Place]:
    """Give every thing a place.

    Parameters
    ----------
    things
        Names, each once, in the order told.
    arrows
        What joins them.
    placed
        Places that somebody gave.
    """
    left = [name for name in things if name not in placed]
    columns = WIDE // CELL[0]
    rows = math.ceil((len(left) * 1.4 + len(placed)) / columns)
    cells = [
        (CELL[0] * at + CELL[0] // 2, CELL[1] * row + CELL[1] // 2)
        for row in range(rows)
        for at in range(columns)
    ]
    free = [one for one in cells if all(_apart(one, at) for at in placed.values())]
    below = max([at[1] for at in [*cells, *placed.values()]], default=0)
    while len(free) < len(left):  # where a hand's places fill the canvas
        below += CELL[1]
        free += [(CELL[0] * at + CELL[0] // 2, below) for at in range(columns)]
    wished = _wished(left, arrows, tall=CELL[1] * rows)
    found = dict(placed)
    for name in left:
        near = min(free, key=lambda one: (math.dist(one, wished[name]), one))
        found[name] = near
        free.remove(near)
    return found if placed else _without_empty_rows(found)


def tall(places: Mapping[str, Place]) -> int:
    """Say how tall a canvas must be, in its own units."""
    lowest = max((down for _, down in places.values()), default=CELL[1])
    return lowest + CELL[1] // 2 + 10


def _without_empty_rows(found: Mapping[str, Place]) -> dict[str, Place]:
    """Move rows up where nothing stands between them."""
    taken = sorted({down for _, down in found.values()})
    row = {down: at for at, down in enumerate(taken)}
    return {
        name: (across, CELL[1] * row[down] + CELL[1] // 2)
        for name, (across, down) in found.items()
    }


def _apart(one: Place, other: Place) -> bool:
    """Say whether two things would not lie over each other."""
    return abs(one[0] - other[0]) >= CELL[0] - 20 or abs(one[1] - other[1]) >= CELL[1]


def _wished(
    names: Sequence[str], arrows: Sequence[Arrow], *, tall: int
) -> Mapping[str, tuple[float, float]]:
    """Say where each would stand if there were no cells."""
    if len(names) > MOST:
        return dict.fromkeys(names, (0.0, 0.0))
    numbers = {name: at for at, name in enumerate(names)}
    networkx = import_module("networkx")
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from(
        (numbers[one.cause], numbers[one.effect])
        for one in arrows
        if one.cause in numbers and one.effect in numbers
    )
    at = networkx.spring_layout(graph, seed=1)
    return {
        name: ((at[n][0] + 1) / 2 * WIDE, (at[n][1] + 1) / 2 * tall)
        for name, n in numbers.items()
    }
