"""Where can one go from here, and how long does it take?

One set of stretches; of them a graph for each way of getting about and each plane, with
an arc for each direction that is open, in whole deciseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.arrays import Array, Arrays
from weft.access.domain.fit import Plane
from weft.access.domain.streets.components import mainland
from weft.access.domain.streets.gathering import MM_A_SECOND
from weft.access.domain.streets.verdicts import Kind, Pass
from weft.access.domain.travel import ALONG_STREETS, Way

OPEN = {
    Plane.CERTAIN: (Pass.YES,),
    Plane.POSSIBLE: (Pass.YES, Pass.UNKNOWN),
}

LEFT_OUTSIDE = frozenset({Way.BIKE, Way.CAR})


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Graph:
    """Who may go where, on one way and one plane.

    Attributes
    ----------
    first
        Where the arcs of each node begin, and the end: int32, one more than nodes.
    arcs
        Head and deciseconds of each arc: int32, two columns.
    edge_of
        The stretch that each arc runs along.
    there_open, back_open
        Of each stretch: may one pass from its tail to its head, and back?
    mm_a_second
        Pace along each stretch.
    one_way
        Whether some arc has no arc back.
    """

    first: NDArray[np.int32]
    arcs: NDArray[np.int32]
    edge_of: NDArray[np.int32]
    there_open: NDArray[np.bool_]
    back_open: NDArray[np.bool_]
    mm_a_second: NDArray[np.int64]
    one_way: bool


@dataclass(slots=True, eq=False)
class Network:
    """A region's streets; graphs are made when they are asked for, and kept."""

    columns: Mapping[str, Array]
    _graphs: dict[tuple[Way, Plane, bool], Graph] = field(default_factory=dict)
    _mainlands: dict[tuple[Way, Plane], NDArray[np.bool_]] = field(default_factory=dict)

    @classmethod
    def of(cls, arrays: Arrays) -> "Network":
        """Stand a network on what ``streets_of`` built."""
        return cls(arrays.arrays)

    @property
    def nodes(self) -> int:
        """Count the nodes."""
        return len(self.columns["node_xy"])

    @property
    def edges(self) -> int:
        """Count the stretches, those through obstacles among them."""
        return len(self.columns["edge_mm"])

    def graph(self, way: Way, plane: Plane, *, turned: bool = False) -> Graph:
        """Give the graph of a way on a plane; ``turned`` with every arc the other way.

        Raises
        ------
        ValueError
            For ``Plane.NOT``: nobody goes there.
        """
        if plane not in OPEN:
            raise ValueError("streets have a certain and a possible plane")
        key = (way, plane, turned)
        if key not in self._graphs:
            self._graphs[key] = self._made(way, plane, turned=turned)
        return self._graphs[key]

    def on_mainland(self, way: Way, plane: Plane) -> NDArray[np.bool_]:
        """Tell of each stretch whether it ties into no island.

        A car or a bike is left in front of a gate of which nobody knows; so their
        islands are those of the plane itself. Feet and wheels go to the door: that
        nobody has said what lies between two places makes neither of them an island,
        and theirs are those of the possible plane.
        """
        at = plane if way in LEFT_OUTSIDE else Plane.POSSIBLE
        if (way, at) not in self._mainlands:
            graph = self.graph(way, at)
            self._mainlands[way, at] = mainland(graph.first, graph.arcs)
        main = self._mainlands[way, at]
        both: NDArray[np.bool_] = (
            main[self.columns["edge_tail"]] & main[self.columns["edge_head"]]
        )
        return both

    def has_doors(self) -> NDArray[np.bool_]:
        """Tell of each edge whether doors can lie on it: no obstacle, no motorway."""
        kinds = self.columns["way_kind"][self.columns["edge_way"]]
        stretch: NDArray[np.bool_] = ~np.isin(kinds, (Kind.JOINT, Kind.MOTORWAY))
        return stretch

    def _made(self, way: Way, plane: Plane, *, turned: bool) -> Graph:
        """Make a graph."""
        column, of_way = ALONG_STREETS.index(way), self.columns["edge_way"]
        there = np.isin(self.columns["way_there"][of_way, column], OPEN[plane])
        back = np.isin(self.columns["way_back"][of_way, column], OPEN[plane])
        told = self.columns["way_mm_a_second"][of_way, column].astype(np.int64)
        pace = np.where(told > 0, told, MM_A_SECOND.get(way, 1))
        spans = deciseconds(self.columns["edge_mm"], pace)
        if turned:
            there, back = back, there
        first, arcs, edge_of = self._arcs(there, back, np.maximum(spans, 1))
        if turned:
            there, back = back, there
        return Graph(
            first=first,
            arcs=arcs,
            edge_of=edge_of,
            there_open=there,
            back_open=back,
            mm_a_second=pace,
            one_way=bool((there != back).any()),
        )

    def _arcs(
        self,
        there: NDArray[np.bool_],
        back: NDArray[np.bool_],
        spans: NDArray[np.int64],
    ) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
        """Lay out the arcs by the node that they begin at."""
        tail, head = self.columns["edge_tail"], self.columns["edge_head"]
        edge = np.concatenate((np.flatnonzero(there), np.flatnonzero(back)))
        begin = np.concatenate((tail[there], head[back]))
        end = np.concatenate((head[there], tail[back]))
        order = np.lexsort((edge, begin))
        first = np.zeros(self.nodes + 1, dtype=np.int32)
        np.cumsum(np.bincount(begin, minlength=self.nodes), out=first[1:])
        arcs = np.column_stack((end, spans[edge]))[order]
        return (
            first,
            np.ascontiguousarray(arcs, dtype=np.int32),
            edge[order].astype(np.int32),
        )


def deciseconds(mm: Array, mm_a_second: Array) -> NDArray[np.int64]:
    """Say how long so many millimetres take; halves are rounded up."""
    pace = np.asarray(mm_a_second, dtype=np.int64)
    rounded: NDArray[np.int64] = (20 * np.asarray(mm, np.int64) + pace) // (2 * pace)
    return rounded
