"""How is one way along the streets told: minutes, metres, steps, kerbs, dark stretches?

The way is found again from the distances that the search leaves behind: from the place
back to the area, always along an arc that takes exactly the time between its ends;
between equals the stretch of the lowest number, so that it is the same way every time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from weft.access.domain.streets.search import NEVER, Ground, Int32s, Seeds, distances
from weft.access.domain.streets.snapping import Snapped
from weft.access.domain.streets.times import Between
from weft.access.domain.streets.verdicts import Kind, Pass, Surface, Why
from weft.access.domain.travel import ALONG_STREETS, Way

WHEELS_COLUMN = ALONG_STREETS.index(Way.WHEELS)
LIT = {0: False, 1: True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What one goes along without its name or its kind changing, or an obstacle.

    Attributes
    ----------
    name
        "" for a path without one; of an obstacle its kind: «gate», «kerb».
    lit
        Whether it is lit; None where nobody has said.
    steps
        How many; 0 where there are none, or nobody has counted (see ``kind``).
    wheels
        Whether wheels may pass; None where it is not known.
    why
        What gets in the way of wheels, or might.
    """

    name: str
    kind: Kind
    metres: float
    lit: bool | None
    surface: Surface
    steps: int
    wheels: bool | None
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTold:
    """One way, with its facts.

    ``deciseconds`` is what the table says, parking and the metres to the door among
    them; ``door_metres`` are the straight ones at both ends, of which nothing is known.
    """

    deciseconds: int
    door_metres: float
    stretches: tuple[Stretch, ...]

    @property
    def minutes(self) -> int:
        """Give whole minutes, rounded up."""
        return -(-self.deciseconds // 600)

    @property
    def metres(self) -> int:
        """Give the whole length."""
        return round(self.door_metres + sum(one.metres for one in self.stretches))

    @property
    def step_free(self) -> bool | None:
        """Tell whether it goes without steps, stiles, raised kerbs; None: unknown."""
        return _all_along(_step_free(one) for one in self.stretches)

    @property
    def on_wheels(self) -> bool | None:
        """Tell whether wheels may pass all along; None: unknown."""
        return _all_along(one.wheels for one in self.stretches)

    @property
    def in_the_way(self) -> Why:
        """Gather what gets in the way of wheels, or might."""
        why = Why(0)
        for one in self.stretches:
            why |= one.why
        return why

    @property
    def flights(self) -> int:
        """Count the flights of steps."""
        return sum(one.kind is Kind.STEPS for one in self.stretches)

    def metres_lit(self, *, lit: bool | None) -> int:
        """Give the metres that are lit, unlit (False), or of which nobody knows."""
        return round(sum(one.metres for one in self.stretches if one.lit is lit))


def told_path(
    between: Between, area: int, place: int, *, limit: int, back: bool = False
) -> PathTold | None:
    """Tell the way from an area to a place, or ``back`` from the place to the area.

    Returns
    -------
    PathTold or None
        In the order in which it is gone. None where the place is out of reach.
    """
    one = _alone(between, area, place)
    ground, seeds, *_ = one.asked(limit, turned=back)
    ways = list(_direct(one, seeds)) + list(
        _through(one, ground, seeds, limit, turned=back)
    )
    ways = [way for way in ways if way.deciseconds <= limit]
    if not ways:
        return None
    best = min(ways, key=lambda way: way.deciseconds)
    ordered = best.pieces[::-1] if back else best.pieces
    door = (one.areas.off_mm[0] + one.places.off_mm[best.entrance]) / 1_000
    return PathTold(
        deciseconds=best.deciseconds,
        door_metres=float(door),
        stretches=tuple(_stretches(one, ordered)),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A way: how long it takes, by which entrance, along how much of which edges."""

    deciseconds: int
    entrance: int
    pieces: tuple[tuple[int, int], ...]  # edge, millimetres


def _alone(between: Between, area: int, place: int) -> Between:
    """Keep one area and the entrances of one place."""
    ours = np.flatnonzero(between.places.of == place)
    only = _rows(between.places, ours)
    return replace(
        between,
        areas=_rows(between.areas, np.array([area])),
        places=only,
    )


def _rows(points: Snapped, rows: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Snapped:
    """Keep some points, all of one place."""
    return Snapped(
        edge=points.edge[rows],
        from_tail_mm=points.from_tail_mm[rows],
        to_head_mm=points.to_head_mm[rows],
        off_mm=points.off_mm[rows],
        of=np.zeros(len(rows), dtype=np.int64),
        how=points.how[rows],
    )


def _direct(one: Between, seeds: Seeds) -> Iterator[_Found]:
    """Find the way along the very stretch that both lie on."""
    if not len(seeds.direct):
        return
    span = int(seeds.direct[:, 1].min())
    edge = int(one.areas.edge[0])
    same = np.flatnonzero(one.places.edge == edge)
    apart = np.abs(one.places.from_tail_mm[same] - one.areas.from_tail_mm[0])
    nearest = int(np.argmin(apart + one.places.off_mm[same]))
    yield _Found(span, int(same[nearest]), ((edge, int(apart[nearest])),))


def _through(
    one: Between, ground: Ground, seeds: Seeds, limit: int, *, turned: bool
) -> Iterator[_Found]:
    """Find the way through nodes."""
    distance = distances(ground, seeds, limit, 1)
    ends = [
        (int(distance[node]) + int(ground.hung[row, 1]), node)
        for node in np.flatnonzero(np.diff(ground.first[:, 1]))
        for row in range(ground.first[node, 1], ground.first[node + 1, 1])
        if distance[node] != NEVER
    ]
    if not ends:
        return
    span, last = min(ends)
    back = _walked_back(one, distance, seeds, int(last), turned=turned)
    entrance, tip = _tip(one.places, one, int(last))
    _, begin = _tip(one.areas, one, back[-1][0])
    middle = [
        (edge, int(one.network.columns["edge_mm"][edge])) for _, edge in back[:-1]
    ]
    yield _Found(span, entrance, (begin, *middle[::-1], tip))


def _walked_back(
    one: Between, distance: Int32s, seeds: Seeds, last: int, *, turned: bool
) -> list[tuple[int, int]]:
    """Go back arc by arc to a node that the search began at.

    Returns
    -------
    list
        Node, and the edge it was reached by; the last has none (-1).
    """
    begun = {int(node): int(span) for node, span in seeds.nodes[::-1]}
    # arcs into a node are the arcs out of it when all are turned round
    graph = one.network.graph(one.way, one.plane, turned=not turned)
    node, steps = last, list[tuple[int, int]]()
    while begun.get(node) != distance[node]:
        rows = range(graph.first[node], graph.first[node + 1])
        edge, before = min(
            (int(graph.edge_of[row]), int(graph.arcs[row, 0]))
            for row in rows
            if distance[graph.arcs[row, 0]] != NEVER
            and distance[graph.arcs[row, 0]] + graph.arcs[row, 1] == distance[node]
        )
        steps.append((node, edge))
        node = before
    return [*steps, (node, -1)]


def _tip(points: Snapped, one: Between, node: int) -> tuple[int, tuple[int, int]]:
    """Find the part of a stretch between a point and the node at one end of it."""
    columns, found = one.network.columns, []
    for row, edge in enumerate(points.edge):
        if edge < 0:
            continue
        parts = (
            (columns["edge_tail"][edge], points.from_tail_mm[row]),
            (columns["edge_head"][edge], points.to_head_mm[row]),
        )
        found += [
            (int(mm + points.off_mm[row]), row, int(edge), int(mm))
            for end, mm in parts
            if end == node
        ]
    _, row, edge, mm = min(found)
    return row, (edge, mm)


def _stretches(one: Between, pieces: tuple[tuple[int, int], ...]) -> Iterator[Stretch]:
    """Tell the pieces, those together that nothing tells apart."""
    every = [_stretch(one, edge, mm) for edge, mm in pieces]
    told = [part for part in every if part.metres or part.kind is Kind.JOINT]
    for _, alike in groupby(told, key=lambda part: replace(part, metres=0.0)):
        parts = list(alike)
        yield replace(parts[0], metres=sum(part.metres for part in parts))


def _stretch(one: Between, edge: int, mm: int) -> Stretch:
    """Look up what is known of a piece."""
    columns = one.network.columns
    way = columns["edge_way"][edge]
    wheels = columns["way_there"][way, WHEELS_COLUMN]
    return Stretch(
        name=str(columns["names"][columns["way_name"][way]]),
        kind=Kind(int(columns["way_kind"][way])),
        metres=mm / 1_000,
        lit=LIT.get(int(columns["way_lit"][way])),
        surface=Surface(int(columns["way_surface"][way])),
        steps=int(columns["way_steps"][way]),
        wheels={Pass.YES: True, Pass.NO: False}.get(Pass(int(wheels))),
        why=Why(int(columns["way_why"][way])),
    )


def _all_along(asked: Iterable[bool | None]) -> bool | None:
    """Say no where one says no, else unknown where one is, else yes."""
    told = set(asked)
    if False in told:
        return False
    return None if None in told else True


def _step_free(one: Stretch) -> bool | None:
    """Tell whether a stretch has no step in it, as far as anybody has said."""
    if one.kind in {Kind.STEPS, Kind.JOINT}:
        return one.wheels
    return Why.KERB not in one.why
