"""How long from each area to each place, and back, by one way of getting about?

There: from the area to the place. Back: from the place to the area, reckoned as the
same search from the area over streets turned round. To both belong the straight metres
from a door to its street, on foot or on wheels, and what it takes to park or lock up.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.fit import Plane
from weft.access.domain.spans import FAR
from weft.access.domain.streets.gathering import MM_A_SECOND
from weft.access.domain.streets.network import Graph, Network, deciseconds
from weft.access.domain.streets.search import (
    LONGEST,
    Ground,
    Seeds,
    Table,
    UInt16s,
    dense,
    sparse,
)
from weft.access.domain.streets.snapping import Snapped
from weft.access.domain.travel import USUAL, Way

Int64s = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Both:
    """There and back: deciseconds, areas by places; ``FAR`` out of reach.

    Where no street is one-way for this way of getting about, both are one array.
    """

    there: UInt16s
    back: UInt16s


@dataclass(frozen=True, slots=True, eq=False)
class BothSparse:
    """There and back, only what is within reach; each by rows of areas."""

    there: Table
    back: Table


@dataclass(frozen=True, slots=True, eq=False)
class Between:
    """Areas and places on the network of one way of getting about, on one plane."""

    network: Network
    way: Way
    plane: Plane
    areas: Snapped
    places: Snapped

    def __post_init__(self) -> None:
        if (self.areas.of != np.arange(len(self.areas.of))).any():
            raise ValueError("an area has one point")

    def times(self, limit: int) -> Both:
        """Reckon there and back within a limit, in deciseconds.

        Raises
        ------
        ValueError
            For a limit that no table can hold.
        """
        there = dense(*self.asked(limit, turned=False))
        if not self._graph().one_way:
            return Both(there, there)
        return Both(there, dense(*self.asked(limit, turned=True)))

    def sparse_times(self, limit: int) -> BothSparse:
        """Reckon the same, and keep only what is within reach."""
        there = Table(*sparse(*self.asked(limit, turned=False)))
        if not self._graph().one_way:
            return BothSparse(there, there)
        return BothSparse(there, Table(*sparse(*self.asked(limit, turned=True))))

    def asked(
        self, limit: int, *, turned: bool
    ) -> tuple[Ground, Seeds, int, int, int, int]:
        """Lay out what the kernel takes."""
        if not 0 <= limit <= LONGEST:
            raise ValueError(f"a limit lies between 0 and {LONGEST} deciseconds")
        graph = self.network.graph(self.way, self.plane, turned=turned)
        many = len(self.areas.edge)
        nodes, spans, of = self._ends(graph, self.areas, leaving=not turned)
        seeds = _by_row(of, nodes, spans, many)
        direct = self._direct(graph, turned=turned)
        first = np.column_stack((seeds[0], direct[0])).astype(np.int32)
        nodes, spans, of = self._ends(graph, self.places, leaving=turned)
        hung = _by_row(nodes, of, spans + self.more(), self.network.nodes)
        ground = Ground(
            np.ascontiguousarray(np.column_stack((graph.first, hung[0])), np.int32),
            graph.arcs,
            hung[1],
        )
        begun = Seeds(np.ascontiguousarray(first), seeds[1], direct[1])
        return ground, begun, limit, self.places.places, 0, many

    def more(self) -> int:
        """Say what it takes to park or to lock up, in deciseconds; once each way."""
        return round(USUAL.paces[self.way].minutes_more * 600)

    def _graph(self) -> Graph:
        return self.network.graph(self.way, self.plane)

    def _off(self, points: Snapped) -> Int64s:
        """Say how long the straight metres to the street take."""
        own = Way.WHEELS if self.way is Way.WHEELS else Way.FOOT
        pace = np.full(len(points.off_mm), MM_A_SECOND[own])
        return deciseconds(points.off_mm, pace)

    def _ends(
        self, graph: Graph, points: Snapped, *, leaving: bool
    ) -> tuple[Int64s, Int64s, Int64s]:
        """Say which nodes each point is reached from, or leaves to, and how soon.

        One leaves towards the head where the stretch is open that way, and towards the
        tail where it is open back; one comes by the other end of each.
        """
        on = np.flatnonzero(points.edge >= 0)
        edge = points.edge[on]
        tail = self.network.columns["edge_tail"][edge].astype(np.int64)
        head = self.network.columns["edge_head"][edge].astype(np.int64)
        pace, off = graph.mm_a_second[edge], self._off(points)[on]
        to_tail = deciseconds(points.from_tail_mm[on], pace) + off
        to_head = deciseconds(points.to_head_mm[on], pace) + off
        there, back = graph.there_open[edge], graph.back_open[edge]
        by_head, by_tail = (there, back) if leaving else (back, there)
        return (
            np.concatenate((head[by_head], tail[by_tail])),
            np.concatenate((to_head[by_head], to_tail[by_tail])),
            np.concatenate((points.of[on][by_head], points.of[on][by_tail])),
        )

    def _direct(
        self, graph: Graph, *, turned: bool
    ) -> tuple[Int64s, NDArray[np.int32]]:
        """Find places on the very stretch of an area, and how long it is to them."""
        area, place = _same_edge(self.areas.edge, self.places.edge)
        edge = self.areas.edge[area]
        ahead = self.places.from_tail_mm[place] - self.areas.from_tail_mm[area]
        if turned:
            ahead = -ahead
        there, back = graph.there_open[edge], graph.back_open[edge]
        may = (there & (ahead >= 0)) | (back & (ahead <= 0))
        spans = deciseconds(np.abs(ahead), graph.mm_a_second[edge])
        spans += self._off(self.areas)[area] + self._off(self.places)[place]
        spans += self.more()
        return _by_row(
            area[may], self.places.of[place[may]], spans[may], len(self.areas.edge)
        )


def joined(certain: UInt16s, possible: UInt16s) -> UInt16s:
    """Take the sooner of both: what is certain is possible too.

    A place hangs on the nearest stretch of each plane, and so the possible plane may
    begin with a longer way round than the certain one.
    """
    return np.minimum(certain, possible)


def _same_edge(of_areas: Int64s, of_places: Int64s) -> tuple[Int64s, Int64s]:
    """List the pairs of area and place that lie on one stretch."""
    order = np.argsort(of_places, kind="stable")
    ranked = of_places[order]
    begin = np.searchsorted(ranked, of_areas, side="left")
    many = np.searchsorted(ranked, of_areas, side="right") - begin
    many[of_areas < 0] = 0
    area = np.repeat(np.arange(len(of_areas)), many)
    within = np.arange(len(area)) - np.repeat(np.cumsum(many) - many, many)
    return area, order[np.repeat(begin, many) + within]


def _by_row(
    row: Int64s, number: Int64s, span: Int64s, rows: int
) -> tuple[Int64s, NDArray[np.int32]]:
    """Lay out numbers and spans by row; one that no table can hold is left out."""
    held = span < FAR
    row, number, span = row[held], number[held], span[held]
    first = np.zeros(rows + 1, dtype=np.int64)
    np.cumsum(np.bincount(row, minlength=rows), out=first[1:])
    order = np.lexsort((span, number, row))
    pairs = np.column_stack((number, span))[order]
    return first, np.ascontiguousarray(pairs, dtype=np.int32)
