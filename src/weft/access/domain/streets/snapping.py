"""On which stretch of street does a place lie, and how far from it?

The nearest stretch that this way of getting about may use, within a limit, and on the
right side of walls, railways and water where another stretch is hardly further. Nor
does a piece of network that hangs together with nothing swallow a place, where the
mainland is hardly further. On the certain plane a place whose own street is unknown
hangs on none. Everything that was not plain is counted.
"""

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
import shapely
from numpy.typing import NDArray

from weft.access.domain.fit import Plane
from weft.access.domain.streets.entrances import Entrances
from weft.access.domain.streets.network import Network
from weft.access.domain.travel import Way

WITHIN_METRES = 400.0
"""Further from any street than this, a place is said to be on none."""

ROUND_METRES = 100.0
"""How much further the stretch on the right side of a wall, or on the mainland, may be:
the metres from a door to its street are straight, and nothing is known of them."""


class Hung(IntEnum):
    """How a point was hung on the network."""

    PLAINLY = 0
    PAST_AN_ISLAND = 1  # a nearer stretch hangs together with nothing
    ROUND_A_WALL = 2  # a nearer one lies behind a wall, a railway, water
    ACROSS_A_WALL = 3  # all near ones do
    ON_AN_ISLAND = 4  # the mainland is much further
    NOWHERE = 5  # no stretch within the limit
    BEHIND_AN_UNKNOWN = 6  # certainly on none: it lies on one that nobody is sure of


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Snapped:
    """Points, each on a stretch.

    Attributes
    ----------
    edge
        The stretch; -1 for none within the limit.
    from_tail_mm, to_head_mm
        Along the stretch to its ends.
    off_mm
        Straight from the point to the stretch.
    of
        Which place each point leads to: a park has several gates.
    how
        ``Hung`` of each.
    """

    edge: NDArray[np.int64]
    from_tail_mm: NDArray[np.int64]
    to_head_mm: NDArray[np.int64]
    off_mm: NDArray[np.int64]
    of: NDArray[np.int64]
    how: NDArray[np.uint8]

    @property
    def places(self) -> int:
        """Count the places."""
        return int(self.of.max()) + 1 if len(self.of) else 0

    def counted(self) -> dict[Hung, int]:
        """Count how the points were hung."""
        many = np.bincount(self.how, minlength=len(Hung))
        return {hung: int(many[hung]) for hung in Hung if many[hung]}


@dataclass(slots=True, eq=False)
class Snapper:
    """Hangs points on a network; the search trees are made once."""

    network: Network
    _lines: NDArray[np.object_] | None = None
    _walls: shapely.STRtree | None = None
    _trees: dict[tuple[Way, Plane, bool], "_Near"] = field(default_factory=dict)

    def snap(
        self,
        at: Entrances,
        way: Way,
        plane: Plane,
        *,
        within: float = WITHIN_METRES,
    ) -> Snapped:
        """Hang points on the stretches that a way may use on a plane.

        Parameters
        ----------
        at
            Where the places are entered.
        way, plane
            On whose network.
        within
            Metres, straight.
        """
        spots = shapely.points(at.metres)
        main = self._tree(way, plane, main=True).nearest(spots, within)
        every = self._tree(way, plane, main=False).nearest(spots, within)
        edge, how = main.edge.copy(), np.zeros(len(spots), dtype=np.uint8)
        how[every.off < main.off] = Hung.PAST_AN_ISLAND
        island = every.off + ROUND_METRES < main.off
        edge[island], how[island] = every.edge[island], Hung.ON_AN_ISLAND
        how[edge < 0] = Hung.NOWHERE
        if plane is Plane.CERTAIN:
            maybe = self._tree(way, Plane.POSSIBLE, main=False).nearest(spots, within)
            behind = maybe.off + ROUND_METRES < np.minimum(every.off, main.off)
            edge[behind], how[behind] = -1, Hung.BEHIND_AN_UNKNOWN
        self._look_for_walls(spots, edge, how, (way, plane), within)
        return self._measured(spots, edge, how, at)

    def lines(self) -> NDArray[np.object_]:
        """Draw every stretch, in metres; an obstacle is drawn as nothing."""
        if self._lines is None:
            columns = self.network.columns
            kept = np.flatnonzero(self.network.has_doors())
            first = columns["edge_first"][kept].astype(np.int64)
            many = columns["edge_last"][kept] - first + 1
            row = np.repeat(np.arange(len(kept)), many)
            start = np.repeat(np.cumsum(many) - many, many)
            at = np.repeat(first, many) + np.arange(len(row)) - start
            drawn = shapely.linestrings(columns["shape_xy"][at] / 10.0, indices=row)
            self._lines = np.full(self.network.edges, None, dtype=object)
            self._lines[kept] = drawn
        return self._lines

    def _tree(self, way: Way, plane: Plane, *, main: bool) -> "_Near":
        """Make the search tree over the stretches that may be used."""
        key = (way, plane, main)
        if key not in self._trees:
            graph = self.network.graph(way, plane)
            usable = (graph.there_open | graph.back_open) & self.network.has_doors()
            if main:
                usable &= self.network.on_mainland(way, plane)
            edges = np.flatnonzero(usable)
            self._trees[key] = _Near(edges, shapely.STRtree(self.lines()[edges]))
        return self._trees[key]

    def _wall_tree(self) -> shapely.STRtree:
        """Make the search tree over lines that nobody walks across."""
        if self._walls is None:
            columns = self.network.columns
            many = np.diff(columns["wall_first"])
            row = np.repeat(np.arange(len(many)), many)
            drawn = shapely.linestrings(columns["wall_xy"] / 10.0, indices=row)
            self._walls = shapely.STRtree(drawn)
        return self._walls

    def _look_for_walls(
        self,
        spots: NDArray[np.object_],
        edge: NDArray[np.int64],
        how: NDArray[np.uint8],
        on: tuple[Way, Plane],
        within: float,
    ) -> None:
        """Where a wall lies between, take a stretch on this side if one is near."""
        hung = np.flatnonzero(edge >= 0)
        links = shapely.shortest_line(spots[hung], self.lines()[edge[hung]])
        walls = self._wall_tree()
        crossing = np.unique(walls.query(links, predicate="intersects")[0])
        near = self._tree(*on, main=True)
        for point in hung[crossing]:
            link = shapely.shortest_line(spots[point], self.lines()[edge[point]])
            far = min(within, shapely.length(link) + ROUND_METRES)
            found = near.this_side(spots[point], far, walls)
            if found < 0:
                how[point] = Hung.ACROSS_A_WALL
            else:
                edge[point], how[point] = found, Hung.ROUND_A_WALL

    def _measured(
        self,
        spots: NDArray[np.object_],
        edge: NDArray[np.int64],
        how: NDArray[np.uint8],
        at: Entrances,
    ) -> Snapped:
        """Say how far along its stretch each point lies."""
        on = np.flatnonzero(edge >= 0)
        lines = self.lines()[edge[on]]
        share = shapely.line_locate_point(lines, spots[on], normalized=True)
        whole = self.network.columns["edge_mm"][edge[on]].astype(np.int64)
        along, off = np.zeros((2, len(edge)), dtype=np.int64)
        rest = np.zeros(len(edge), dtype=np.int64)
        along[on] = np.rint(np.nan_to_num(share) * whole)
        rest[on] = whole - along[on]
        off[on] = np.rint(shapely.distance(lines, spots[on]) * 1_000)
        return Snapped(
            edge=edge,
            from_tail_mm=along,
            to_head_mm=rest,
            off_mm=off + at.inside_mm,
            of=at.of,
            how=how,
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """The nearest edge of each point, and how far off it is."""

    edge: NDArray[np.int64]
    off: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Near:
    """A search tree, and which edges it holds."""

    edges: NDArray[np.int64]
    tree: shapely.STRtree

    def nearest(self, spots: NDArray[np.object_], within: float) -> _Found:
        """Find the nearest edge of each point; between equals that of lowest number."""
        edge = np.full(len(spots), -1, dtype=np.int64)
        off = np.full(len(spots), np.inf)
        if len(self.edges) and len(spots):
            (point, at), far = self.tree.query_nearest(
                spots, max_distance=within, return_distance=True, all_matches=True
            )
            order = np.lexsort((self.edges[at], point))[::-1]
            edge[point[order]] = self.edges[at[order]]
            off[point[order]] = far[order]
        return _Found(edge, off)

    def this_side(
        self, spot: shapely.Point, within: float, walls: shapely.STRtree
    ) -> int:
        """Find the nearest edge that no wall lies before; -1 for none."""
        at = self.tree.query(spot, predicate="dwithin", distance=within)
        lines = self.tree.geometries[at]
        far = shapely.distance(lines, spot)
        for one in np.lexsort((self.edges[at], far)):
            link = shapely.shortest_line(spot, lines[one])
            if not len(walls.query(link, predicate="intersects")):
                return int(self.edges[at[one]])
        return -1
