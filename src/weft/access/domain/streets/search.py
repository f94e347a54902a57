"""How long does it take from many places to many others, along the streets?

One bounded search from each origin, settling nodes in the order of their distance from
buckets one decisecond wide, used as a ring (Dial 1969); times are whole deciseconds, so
the answer is exact. Targets hang on nodes, and are met when their node is settled. What
the kernels call stands in this file: numba sees no change in another.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.compiled import compiled
from weft.access.domain.spans import FAR

LONGEST = FAR - 1
NEVER = np.int32(2**31 - 1)
"""The distance of a node that was not reached."""

Int32s = NDArray[np.int32]
UInt16s = NDArray[np.uint16]


class Ground(NamedTuple):
    """A graph with targets hung on it, as the kernels take it.

    Attributes
    ----------
    first
        Of each node where its arcs begin and where its targets do: int32, two columns,
        one row more than nodes.
    arcs
        Head and deciseconds.
    hung
        Target, and deciseconds from the node to it.
    """

    first: Int32s
    arcs: Int32s
    hung: Int32s


class Seeds(NamedTuple):
    """Where the searches begin, and what they reach without any node.

    Attributes
    ----------
    first
        Of each origin where its nodes begin, and its direct targets: two columns, one
        row more than origins.
    nodes
        Node, and deciseconds to it.
    direct
        Target, and deciseconds to it: on the same stretch as the origin.
    """

    first: Int32s
    nodes: Int32s
    direct: Int32s


class _Desk(NamedTuple):
    """What a search writes on, used again by the next."""

    distance: Int32s  # of each node
    touched: Int32s  # nodes whose distance is no longer never
    ring: Int32s  # the first slip of each bucket
    slips: Int32s  # node, and the next slip
    reached: Int32s  # targets
    counts: Int32s  # of targets reached, and of nodes
    limit: np.int32


_MET, _SEEN = 0, 1


class Table(NamedTuple):
    """Times of many origins, only those within reach: sparse by rows.

    Attributes
    ----------
    first
        Of each origin where its targets begin, and the end.
    target
        Rising within an origin.
    deciseconds
        To each.
    """

    first: NDArray[np.int64]
    target: Int32s
    deciseconds: UInt16s


@compiled
def dense(
    ground: Ground, seeds: Seeds, limit: int, targets: int, begin: int, end: int
) -> UInt16s:
    """Give the times from origins ``begin`` until ``end`` to all targets.

    Returns
    -------
    numpy.ndarray
        Deciseconds, one row an origin; ``FAR`` for more than ``limit``.
    """
    out = np.full((end - begin, targets), np.uint16(FAR))
    desk = _desk(ground, seeds, limit, targets)
    for at in _neighbours_together(seeds, begin, end):
        _spread(ground, seeds, begin + at, desk, out[at])
        _wipe(desk)
    return out


@compiled
def sparse(
    ground: Ground, seeds: Seeds, limit: int, targets: int, begin: int, end: int
) -> Table:
    """Give the times from origins ``begin`` until ``end`` to the targets in reach."""
    desk = _desk(ground, seeds, limit, targets)
    row = np.full(targets, np.uint16(FAR))
    many = np.zeros(end - begin + 1, dtype=np.int64)
    target = np.empty(1024, dtype=np.int32)
    spans = np.empty(1024, dtype=np.uint16)
    order = _neighbours_together(seeds, begin, end)
    filled = 0
    for at in order:
        _spread(ground, seeds, begin + at, desk, row)
        _wipe(desk)
        met = desk.counts[_MET]
        while filled + met > target.shape[0]:
            target = np.concatenate((target, np.empty_like(target)))
            spans = np.concatenate((spans, np.empty_like(spans)))
        for one in np.sort(desk.reached[:met]):
            target[filled] = one
            spans[filled] = row[one]
            row[one] = np.uint16(FAR)
            filled += 1
        many[at + 1] = met
    return _in_turn(Table(np.cumsum(many), target, spans), order)


@compiled
def _in_turn(visited: Table, order: NDArray[np.int64]) -> Table:
    """Put rows that lie in the order of their visit into their own."""
    first = visited.first
    target = np.empty(first[-1], dtype=np.int32)
    spans = np.empty(first[-1], dtype=np.uint16)
    done = 0
    for at in order:
        many = first[at + 1] - first[at]
        target[first[at] : first[at + 1]] = visited.target[done : done + many]
        spans[first[at] : first[at + 1]] = visited.deciseconds[done : done + many]
        done += many
    return Table(first, target, spans)


@compiled
def _neighbours_together(seeds: Seeds, begin: int, end: int) -> NDArray[np.int64]:
    """Order origins by where they begin: the next finds its streets in the cache.

    Nodes are numbered along a curve; 7,500 areas on foot took 0.06 ms each and not 0.1.
    """
    node = np.zeros(end - begin, dtype=np.int64)
    for origin in range(begin, end):
        at = seeds.first[origin, 0]
        if at < seeds.first[origin + 1, 0]:
            node[origin - begin] = seeds.nodes[at, 0]
    return np.argsort(node)


@compiled
def distances(ground: Ground, seeds: Seeds, limit: int, targets: int) -> Int32s:
    """Give the deciseconds from the first origin to each node, or ``NEVER``."""
    desk = _desk(ground, seeds, limit, targets)
    _spread(ground, seeds, 0, desk, np.full(targets, np.uint16(FAR)))
    return desk.distance


@compiled
def _desk(ground: Ground, seeds: Seeds, limit: int, targets: int) -> _Desk:
    """Clear a desk: a ring with more buckets than the longest step."""
    longest = 1
    for row in range(ground.arcs.shape[0]):
        longest = max(longest, ground.arcs[row, 1])
    for row in range(seeds.nodes.shape[0]):
        longest = max(longest, seeds.nodes[row, 1])
    buckets = 2
    while buckets <= min(longest, limit):
        buckets *= 2
    nodes = ground.first.shape[0] - 1
    most = ground.arcs.shape[0] + seeds.nodes.shape[0] + 1
    return _Desk(
        np.full(nodes, NEVER, dtype=np.int32),
        np.empty(nodes, dtype=np.int32),
        np.full(buckets, -1, dtype=np.int32),
        np.empty((most, 2), dtype=np.int32),
        np.empty(targets, dtype=np.int32),
        np.zeros(2, dtype=np.int32),
        np.int32(limit),
    )


@compiled
def _spread(
    ground: Ground, seeds: Seeds, origin: int, desk: _Desk, row: UInt16s
) -> None:
    """Search from one origin: fill its row, list the targets that were reached.

    Numbers are unsigned, else numba asks of each whether it counts from the end (a
    quarter more time), and arcs are followed here: in a function of its own each
    would count references to six arrays (four times the time).
    """
    first, arcs = ground.first, ground.arcs
    distance, ring, slips = desk.distance, desk.ring, desk.slips
    limit, mask = desk.limit, np.uint32(ring.shape[0] - 1)
    seen, live = _begin(seeds, origin, desk, row)
    fresh, free, now = live, np.int32(-1), np.int32(0)
    while live > 0:
        slip = ring[np.uint32(now) & mask]
        ring[np.uint32(now) & mask] = -1
        while slip >= 0:
            at = np.uint32(slip)
            node, following = np.uint32(slips[at, 0]), slips[at, 1]
            slips[at, 1], free = free, slip
            live -= 1
            if distance[node] == now:  # else it was reached sooner since
                after = node + np.uint32(1)
                if first[node, 1] < first[after, 1]:
                    _meet(ground.hung, first[node, 1], first[after, 1], now, desk, row)
                for arc in range(np.uint32(first[node, 0]), np.uint32(first[after, 0])):
                    head, then = np.uint32(arcs[arc, 0]), now + arcs[arc, 1]
                    if then > limit or then >= distance[head]:
                        continue
                    if distance[head] == NEVER:
                        desk.touched[np.uint32(seen)] = head
                        seen += 1
                    distance[head] = then
                    if free >= 0:
                        blank = np.uint32(free)
                        free = slips[blank, 1]
                    else:
                        blank = np.uint32(fresh)
                        fresh += 1
                    bucket = np.uint32(then) & mask
                    slips[blank, 0] = head
                    slips[blank, 1], ring[bucket] = ring[bucket], blank
                    live += 1
            slip = following
        now += np.int32(1)
    desk.counts[_SEEN] = seen


@compiled
def _wipe(desk: _Desk) -> None:
    """Make the desk as it was before a search."""
    for at in range(desk.counts[_SEEN]):
        desk.distance[desk.touched[at]] = NEVER


@compiled
def _begin(
    seeds: Seeds, origin: int, desk: _Desk, row: UInt16s
) -> tuple[np.int32, np.int32]:
    """Write down what is reached without any node, and the nodes to begin from."""
    desk.counts[_MET] = 0
    _meet(
        seeds.direct,
        seeds.first[origin, 1],
        seeds.first[origin + 1, 1],
        np.int32(0),
        desk,
        row,
    )
    seen = live = np.int32(0)
    for at in range(seeds.first[origin, 0], seeds.first[origin + 1, 0]):
        node, span = seeds.nodes[at, 0], seeds.nodes[at, 1]
        if span > desk.limit or span >= desk.distance[node]:
            continue
        if desk.distance[node] == NEVER:
            desk.touched[seen] = node
            seen += np.int32(1)
        desk.distance[node] = span
        bucket = span & (desk.ring.shape[0] - 1)
        desk.slips[live, 0] = node
        desk.slips[live, 1], desk.ring[bucket] = desk.ring[bucket], live
        live += np.int32(1)
    return seen, live


@compiled
def _meet(
    table: Int32s, begin: int, end: int, now: np.int32, desk: _Desk, row: UInt16s
) -> None:
    """Write down the targets of some rows, as far as they are within reach."""
    for at in range(begin, end):
        target, span = table[at, 0], now + table[at, 1]
        if span <= desk.limit and span < row[target]:
            if row[target] == FAR:
                desk.reached[desk.counts[_MET]] = target
                desk.counts[_MET] += 1
            row[target] = span
