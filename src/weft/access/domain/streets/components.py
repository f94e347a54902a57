"""Which nodes lie on the mainland, where one can get from each to many others and back?

An island that a mistake of mapping cut off, and the inside of a one-way trap, must not
swallow a place in silence. For wheels the network truly falls apart into pieces, so a
large piece is no island though it is not the largest.
"""

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.compiled import compiled

ISLAND_NODES = 100
"""A piece with fewer junctions is taken for an island: an assumption. Those that the
mapping cut off in Newport have 1 to 60 (docs/methods/streets.md)."""


@compiled
def strong_pieces(
    first: NDArray[np.int32], arcs: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Give each node the number of its strongly connected component (Tarjan 1972).

    ``first`` and ``arcs`` are as in ``Graph``.
    """
    nodes = first.shape[0] - 1  # no recursion: a way may be a million nodes long
    found = np.full(nodes, -1, dtype=np.int32)  # in which order a node was come to
    low = np.zeros(nodes, dtype=np.int32)
    piece = np.full(nodes, -1, dtype=np.int32)
    upon = np.empty(nodes, dtype=np.int32)  # not yet in a piece
    path = np.empty(nodes, dtype=np.int32)
    next_arc = first[:-1].copy()
    count = pieces = waiting = 0
    for start in range(nodes):
        if found[start] >= 0:
            continue
        deep = 0
        path[0] = start
        found[start] = low[start] = count
        count += 1
        upon[waiting] = start
        waiting += 1
        while deep >= 0:
            node = path[deep]
            if next_arc[node] < first[node + 1]:
                head = arcs[next_arc[node], 0]
                next_arc[node] += 1
                if found[head] < 0:
                    found[head] = low[head] = count
                    count += 1
                    upon[waiting] = head
                    waiting += 1
                    deep += 1
                    path[deep] = head
                elif piece[head] < 0:
                    low[node] = min(low[node], found[head])
                continue
            if low[node] == found[node]:
                waiting = _close(node, upon, waiting, piece, pieces)
                pieces += 1
            deep -= 1
            if deep >= 0:
                low[path[deep]] = min(low[path[deep]], low[node])
    return piece


@compiled
def _close(
    node: int, upon: NDArray[np.int32], waiting: int, piece: NDArray[np.int32], n: int
) -> int:
    """Give all that waits from a node on the number of its piece."""
    other = -1
    while other != node:
        waiting -= 1
        other = upon[waiting]
        piece[other] = n
    return waiting


def mainland(first: NDArray[np.int32], arcs: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell of each node whether it lies in no island.

    The largest piece is none, however small, nor is any of ``ISLAND_NODES`` or more.
    """
    piece = strong_pieces(first, arcs)
    if not len(piece):
        return np.zeros(0, dtype=bool)
    size = np.bincount(piece)
    main: NDArray[np.bool_] = size[piece] >= min(ISLAND_NODES, int(size.max()))
    return main
