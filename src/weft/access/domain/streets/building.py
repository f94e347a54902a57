"""How do streets become a network: places to turn at, and stretches between them?

A stretch runs from one junction, end or obstacle to the next; its course is kept, so
that a place can be hung on the nearest point of it. An obstacle (a gate, a stile, a
kerb) is no dot on a line but has sides: each stretch that meets it ends at a node of
its own, tied to the middle by a stretch of no length whose verdict is the obstacle's.
So one can walk up to a locked gate from both sides, and not through it.

Nodes are numbered along Morton's curve: what lies near in space lies near in memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.arrays import Array, Arrays, What
from weft.access.domain.streets.gathering import Gathered, gathered
from weft.access.domain.streets.joints import JointVerdict
from weft.access.domain.streets.verdicts import Kind, Pass
from weft.access.domain.streets.walling import walls_of
from weft.access.domain.travel import ALONG_STREETS
from weft.commons.errors import FileNotUnderstood
from weft.commons.provenance import Tally
from weft.ground.domain.grid import in_metres
from weft.standards.osm.streets import Edge, Joint, Street

Ints = NDArray[np.int64]


@dataclass(slots=True)
class _Flat:
    """Ways end to end, with numbers from 0 for nodes."""

    node: Ints  # of each position
    numbers: Ints  # OpenStreetMap's number of each node
    xy: NDArray[np.float64]  # metres, of each position
    starts: Ints  # of each way, and the end


@dataclass(slots=True)
class _Edges:
    """Stretches: from where to where, along which positions of which way."""

    tail: Ints
    head: Ints
    way: Ints
    first: Ints
    last: Ints


def streets_of(told: Iterable[Street | Joint | Edge]) -> tuple[Arrays, Tally]:
    """Build the network of an extract.

    Parameters
    ----------
    told
        What the extract holds, in any order.

    Returns
    -------
    Arrays, Tally
        The columns that ``Network`` stands on; lengths in millimetres, places in
        decimetres of the British National Grid. And what came of every row.

    Raises
    ------
    FileNotUnderstood
        When there is no street in it.
    """
    into = gathered(told)
    if not into.numbers:
        raise FileNotUnderstood(
            "there is no street in this extract",
            file="the extract of OpenStreetMap",
            remedy="Save an extract that covers the region, with all its ways.",
        )
    total = len(into.nodes) + into.unplaced
    into.tally.joined("nodes of streets", hits=len(into.nodes), of=total)
    flat = _flat(into)
    edges = _cut(flat, into.joints)
    xy, edges, joint_rows = _with_sides(flat, edges, into)
    columns = {
        **_node_columns(xy),
        **_edge_columns(flat, edges),
        **_way_columns(into, joint_rows),
        **walls_of(into, flat.numbers),
    }
    about = {"ways": len(into.numbers), "obstacles": len(joint_rows)}
    arrays = _along_morton(columns)
    return Arrays(what=What.STREETS, arrays=arrays, about=about), into.tally


def _flat(into: Gathered) -> _Flat:
    """Give numbers to the nodes and put every position into metres."""
    told = np.frombuffer(into.nodes, dtype=np.int64)
    numbers, node = np.unique(told, return_inverse=True)
    degrees = np.frombuffer(into.degrees, dtype=np.float64).reshape(-1, 2)
    return _Flat(
        node=node.astype(np.int64),
        numbers=numbers,
        xy=in_metres(degrees),
        starts=np.frombuffer(into.starts, dtype=np.int64),
    )


def _cut(flat: _Flat, joints: dict[int, JointVerdict]) -> _Edges:
    """Cut the ways where they meet, end or are held up."""
    is_cut = np.bincount(flat.node) > 1
    is_cut[flat.node[flat.starts[:-1]]] = True
    is_cut[flat.node[flat.starts[1:] - 1]] = True
    is_cut[np.isin(flat.numbers, np.fromiter(joints, np.int64, len(joints)))] = True
    at = np.flatnonzero(is_cut[flat.node])
    way = np.searchsorted(flat.starts, at, side="right") - 1
    same = way[:-1] == way[1:]
    first, last = at[:-1][same], at[1:][same]
    return _Edges(
        tail=flat.node[first],
        head=flat.node[last],
        way=way[:-1][same],
        first=first,
        last=last,
    )


def _with_sides(
    flat: _Flat, edges: _Edges, into: Gathered
) -> tuple[NDArray[np.float64], _Edges, list[JointVerdict]]:
    """Give each obstacle its sides, and say how far apart they are: not at all."""
    xy = np.empty((len(flat.numbers), 2))
    xy[flat.node] = flat.xy
    kinds = np.array([one.kind for one in into.judged], dtype=np.uint8)
    of_path = np.isin(kinds[edges.way], (Kind.PATH, Kind.STEPS))
    rows = list(dict.fromkeys(into.joints.values()))
    row_of = _row_by_node(flat.numbers, into.joints, rows)
    paths_only = np.array([one.paths_only for one in rows] + [False])
    added_nodes, added_rows = [], []
    count = len(xy)
    for ends in (edges.tail, edges.head):
        row = row_of[ends]
        held = np.flatnonzero((row >= 0) & (of_path | ~paths_only[row]))
        added_nodes.append(ends[held])
        added_rows.append(row[held])
        ends[held] = count + np.arange(len(held))
        count += len(held)
    middle, row = np.concatenate(added_nodes), np.concatenate(added_rows)
    side = len(xy) + np.arange(len(middle))
    nowhere = np.zeros(len(middle), dtype=np.int64)
    whole = _Edges(
        tail=np.concatenate((edges.tail, side)),
        head=np.concatenate((edges.head, middle)),
        way=np.concatenate((edges.way, len(into.numbers) + row)),
        first=np.concatenate((edges.first, nowhere)),
        last=np.concatenate((edges.last, nowhere)),
    )
    return np.concatenate((xy, xy[middle])), whole, rows


def _row_by_node(
    numbers: Ints, joints: dict[int, JointVerdict], rows: list[JointVerdict]
) -> Ints:
    """Find the obstacle of each node; -1 for none."""
    place = {verdict: n for n, verdict in enumerate(rows)}
    row_of = np.full(len(numbers), -1, dtype=np.int64)
    for number, verdict in joints.items():
        at = int(np.searchsorted(numbers, number))
        if at < len(numbers) and numbers[at] == number:
            row_of[at] = place[verdict]
    return row_of


def _node_columns(xy: NDArray[np.float64]) -> dict[str, Array]:
    """Say where the nodes are."""
    return {"node_xy": np.rint(xy * 10).astype(np.int32)}


def _edge_columns(flat: _Flat, edges: _Edges) -> dict[str, Array]:
    """Say of each stretch from where, to where, how long, along what."""
    steps = np.hypot(*np.diff(flat.xy, axis=0).T)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    length = along[edges.last] - along[edges.first]
    return {
        "edge_tail": edges.tail,
        "edge_head": edges.head,
        "edge_way": edges.way.astype(np.int32),
        "edge_mm": np.rint(length * 1_000).astype(np.int32),
        "edge_first": edges.first.astype(np.int32),
        "edge_last": edges.last.astype(np.int32),
        "shape_xy": np.rint(flat.xy * 10).astype(np.int32),
    }


def _way_columns(into: Gathered, joints: list[JointVerdict]) -> dict[str, Array]:
    """Say of each way, and after them of each obstacle, all that is judged of it."""
    ways, more = into.judged, len(joints)
    names = into.names + [one.kind for one in joints]
    words, named = np.unique(np.array(names), return_inverse=True)

    def column(values: list[int], of_joint: int, kind: type) -> Array:
        return np.array(values + [of_joint] * more, dtype=kind)

    return {
        "names": words,
        "way_name": named.astype(np.int32),
        "way_number": column(list(into.numbers), 0, np.int64),
        "way_kind": column([one.kind for one in ways], Kind.JOINT, np.uint8),
        "way_surface": column([one.surface for one in ways], 0, np.uint8),
        "way_lit": column([one.lit for one in ways], 1, np.uint8),
        "way_steps": column([one.steps for one in ways], 0, np.uint16),
        "way_why": np.array(
            [one.by_way[1].why for one in ways] + [one.why for one in joints],
            dtype=np.uint16,
        ),
        "way_there": _passing([[v.there for v in w.by_way] for w in ways], joints),
        "way_back": _passing([[v.back for v in w.by_way] for w in ways], joints),
        "way_mm_a_second": np.array(
            [[v.mm_a_second for v in one.by_way] for one in ways]
            + [[0] * len(ALONG_STREETS)] * more,
            dtype=np.uint16,
        ),
    }


def _passing(ways: list[list[Pass]], joints: list[JointVerdict]) -> Array:
    """Lay out who may pass, one row a way, one column each of ``Way``."""
    return np.array(ways + [list(one.passing) for one in joints], dtype=np.uint8)


def _along_morton(columns: dict[str, Array]) -> dict[str, Array]:
    """Drop the nodes that no stretch ends at, and number the others along a curve."""
    tail, head = columns["edge_tail"], columns["edge_head"]
    used = np.zeros(len(columns["node_xy"]), dtype=bool)
    used[tail] = used[head] = True
    kept = np.flatnonzero(used)
    xy = columns["node_xy"][kept]
    order = np.argsort(morton(xy), kind="stable")
    number = np.empty(len(used), dtype=np.int32)
    number[kept[order]] = np.arange(len(kept), dtype=np.int32)
    return columns | {
        "node_xy": xy[order],
        "edge_tail": number[tail],
        "edge_head": number[head],
    }


def morton(xy: Array) -> NDArray[np.uint64]:
    """Interleave the bits of both coordinates (Morton 1966)."""
    low = (xy - xy.min(axis=0)).astype(np.uint64)
    return _spread_bits(low[:, 0]) | (_spread_bits(low[:, 1]) << np.uint64(1))


def _spread_bits(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Put a nought between each two of the lower 32 bits."""
    masks = (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    )
    for shift, mask in masks:
        value = (value | (value << np.uint64(shift))) & np.uint64(mask)
    return value
