"""The slow twin of the search along streets: scipy's Dijkstra over a graph of its own.

Put together in plain loops from the columns alone, with a node for every area and every
entrance; the way back is searched from the place, over streets as they are, where the
product searches from the area over streets turned round.
"""

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from weft.access.domain.fit import Plane
from weft.access.domain.travel import ALONG_STREETS, USUAL, Way

FAR = 65_535
OPEN = {Plane.CERTAIN: {1}, Plane.POSSIBLE: {1, 2}}


def both_ways(between, limit: int):
    """Give there and back, areas by places, deciseconds."""
    return (
        slow_times(between, limit, back=False),
        slow_times(between, limit, back=True),
    )


def slow_times(between, limit: int, *, back: bool):
    whole = _Whole(between, back=back)
    begin, end = whole.nodes, whole.nodes + len(whole.starters.edge)
    last = end + len(whole.enders.edge)
    spans = dijkstra(whole.matrix(), indices=range(begin, end), limit=limit)
    spans = spans[:, end:last]
    found = np.full((len(between.areas.edge), between.places.places), FAR)
    for entrance, place in enumerate(between.places.of):
        column = spans[entrance, :] if back else spans[:, entrance]
        within = np.isfinite(column)
        rounded = np.rint(column[within])
        found[within, place] = np.minimum(found[within, place], rounded)
    return found


class _Whole:
    """Nodes, then where one starts, then where one ends: none passes through those."""

    def __init__(self, between, *, back):
        self.between, self.arcs = between, {}
        self.columns = between.network.columns
        self.nodes = len(self.columns["node_xy"])
        self.column = ALONG_STREETS.index(between.way)
        self.open = OPEN[between.plane]
        self.starters, self.enders = between.areas, between.places
        if back:
            self.starters, self.enders = self.enders, self.starters
        for edge in range(len(self.columns["edge_mm"])):
            self._street(edge)
        starters = len(self.starters.edge)
        for one in range(starters):
            self._start(one, self.nodes + one)
        for one in range(len(self.enders.edge)):
            self._end(one, self.nodes + starters + one)
        self._side_by_side(starters)

    def matrix(self):
        size = self.nodes + len(self.starters.edge) + len(self.enders.edge)
        pairs = np.array(list(self.arcs), dtype=np.int64).reshape(-1, 2)
        spans = np.array(list(self.arcs.values()), dtype=np.float64)
        # scipy takes a stored nought for no arc
        return csr_matrix((np.maximum(spans, 1e-9), pairs.T), shape=(size, size))

    def _arc(self, begin, end, span):
        key = (int(begin), int(end))
        self.arcs[key] = min(span, self.arcs.get(key, span))

    def _passing(self, edge):
        way = self.columns["edge_way"][edge]
        there = self.columns["way_there"][way, self.column] in self.open
        back = self.columns["way_back"][way, self.column] in self.open
        return there, back

    def _span(self, edge, mm):
        own = self.columns["way_mm_a_second"][
            self.columns["edge_way"][edge], self.column
        ]
        pace = int(own) or self._pace(self.between.way)
        return self._rounded(mm, pace)

    def _pace(self, way):
        return round(USUAL.paces[way].metres_a_minute * 1000 / 60)

    def _rounded(self, mm, pace):
        tenths, rest = divmod(int(mm) * 10, pace)
        return tenths + (2 * rest >= pace)

    def _parking(self):
        return round(USUAL.paces[self.between.way].minutes_more * 600)

    def _off(self, points, at):
        way = Way.WHEELS if self.between.way is Way.WHEELS else Way.FOOT
        return self._rounded(points.off_mm[at], self._pace(way))

    def _street(self, edge):
        tail, head = (self.columns[f"edge_{end}"][edge] for end in ("tail", "head"))
        there, back = self._passing(edge)
        span = max(1, self._span(edge, self.columns["edge_mm"][edge]))
        if there:
            self._arc(tail, head, span)
        if back:
            self._arc(head, tail, span)

    def _ends(self, points, at):
        """Say how long it is to both ends of the stretch, and which way it is open."""
        edge = points.edge[at]
        tail, head = (self.columns[f"edge_{end}"][edge] for end in ("tail", "head"))
        off = self._off(points, at)
        to_tail = self._span(edge, points.from_tail_mm[at]) + off
        to_head = self._span(edge, points.to_head_mm[at]) + off
        return tail, to_tail, head, to_head, *self._passing(edge)

    def _start(self, at, number):
        if self.starters.edge[at] >= 0:
            tail, to_tail, head, to_head, there, back = self._ends(self.starters, at)
            if there:
                self._arc(number, head, to_head)
            if back:
                self._arc(number, tail, to_tail)

    def _end(self, at, number):
        if self.enders.edge[at] >= 0:
            tail, to_tail, head, to_head, there, back = self._ends(self.enders, at)
            if there:
                self._arc(tail, number, to_tail + self._parking())
            if back:
                self._arc(head, number, to_head + self._parking())

    def _side_by_side(self, starters):
        """Both on one stretch: one need not go to its end."""
        by_edge = {}
        for ender, edge in enumerate(self.enders.edge):
            by_edge.setdefault(int(edge), []).append(ender)
        for start, edge in enumerate(self.starters.edge):
            for ender in by_edge.get(int(edge), []) if edge >= 0 else []:
                there, back = self._passing(edge)
                ahead = int(self.enders.from_tail_mm[ender])
                ahead -= int(self.starters.from_tail_mm[start])
                span = self._span(edge, abs(ahead)) + self._parking()
                span += self._off(self.starters, start) + self._off(self.enders, ender)
                if (there and ahead >= 0) or (back and ahead <= 0):
                    number = self.nodes + starters + ender
                    self._arc(self.nodes + start, number, span)
