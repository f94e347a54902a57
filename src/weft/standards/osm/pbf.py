"""What is in a PBF of OpenStreetMap: places, streets, stops, and the ways into a park?

Read through osmium, which puts multipolygons together. The file is gone through twice:
first for the nodes at which one may go in or out (gates and stiles, and nodes that an
outline shares with a street or path), then for the things themselves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import osmium
from osmium.osm import Area, Node, Way

from weft.commons.errors import FileNotUnderstood
from weft.standards.osm.things import LonLat, Shape, Thing, ThingKind

GATES = frozenset(
    {"gate", "kissing_gate", "stile", "entrance", "swing_gate", "cycle_barrier"}
)
NO_WAY_THROUGH = frozenset({"private", "no"})
_RING_NODES = 2


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Nodes of the street network, and which of them are gates."""

    on_foot: frozenset[int]  # nodes of streets and paths
    gates: frozenset[int]

    def of(self, nodes: list[tuple[int, LonLat]]) -> tuple[LonLat, ...]:
        """Find where an outline can be crossed: at gates, else where paths meet it."""
        found = [at for number, at in nodes if number in self.gates]
        if not found:
            found = [at for number, at in nodes if number in self.on_foot]
        return tuple(dict.fromkeys(found))


def read_pbf(path: Path, *, keys: frozenset[str]) -> Iterator[Thing]:
    """Give every thing that has one of the keys, and every named street.

    Parameters
    ----------
    path
        A ``.osm.pbf``.
    keys
        Keys that make something worth reading: ``amenity``, ``place`` …

    Yields
    ------
    Thing
        Areas with their outlines and gates, lines with their course, nodes. A closed
        way that is an area comes once, as the area.

    Raises
    ------
    FileNotUnderstood
        When the file is not PBF, or is cut short.
    """
    try:
        ways_in = _ways_in(path)
        yield from _things(path, keys, ways_in)
    except (RuntimeError, osmium.InvalidLocationError) as problem:
        raise FileNotUnderstood(
            f"this is not a whole PBF of OpenStreetMap ({problem})",
            file=path.name,
            remedy="Save the extract again.",
        ) from problem


def _ways_in(path: Path) -> WaysIn:
    """Go through once for the nodes one may walk to."""
    on_foot: set[int] = set()
    gates: set[int] = set()
    filtered = osmium.FileProcessor(str(path)).with_filter(
        osmium.filter.KeyFilter("highway", "barrier", "entrance")
    )
    for one in filtered:
        tags = {tag.k: tag.v for tag in one.tags}
        if isinstance(one, Way) and "highway" in tags:
            if tags.get("access") not in NO_WAY_THROUGH:
                on_foot.update(node.ref for node in one.nodes)
        elif isinstance(one, Node) and _is_gate(tags):
            gates.add(one.id)
    return WaysIn(frozenset(on_foot), frozenset(gates))


def _is_gate(tags: Mapping[str, str]) -> bool:
    """Tell whether one may go in there."""
    open_to_all = tags.get("access") not in NO_WAY_THROUGH
    return open_to_all and (tags.get("barrier") in GATES or "entrance" in tags)


def _things(path: Path, keys: frozenset[str], ways_in: WaysIn) -> Iterator[Thing]:
    """Go through for the things themselves."""
    wanted = osmium.filter.KeyFilter(*sorted(keys | {"highway"}))
    areas: set[int] = set()
    through = osmium.FileProcessor(str(path)).with_areas().with_filter(wanted)
    late: list[Thing] = []
    for one in through:
        tags = {tag.k: tag.v for tag in one.tags}
        if isinstance(one, Node):
            at = (one.location.lon, one.location.lat)
            yield Thing(kind=ThingKind.NODE, number=one.id, tags=tags, at=at)
        elif isinstance(one, Area):
            if _is_area(tags):
                thing = _area(one, tags, ways_in)
                areas.add(one.id)
                yield thing
        elif isinstance(one, Way):
            line = _line(one, tags)
            if line is not None:
                # Areas made of ways come after all ways: wait to see which are areas.
                if one.is_closed() and _is_area(tags):
                    late.append(line)
                else:
                    yield line
    # osmium numbers the area made of way n as 2n.
    yield from (line for line in late if line.number * 2 not in areas)


def _is_area(tags: Mapping[str, str]) -> bool:
    """Tell whether a closed way is a surface rather than a round walk."""
    if tags.get("area") == "yes":
        return True
    return "highway" not in tags and tags.get("waterway") not in {"canal", "river"}


def _area(area: Area, tags: Mapping[str, str], ways_in: WaysIn) -> Thing:
    """Take an area with its outlines, holes and gates."""
    outer: list[tuple[LonLat, ...]] = []
    inner: list[tuple[LonLat, ...]] = []
    nodes: list[tuple[int, LonLat]] = []
    for ring in area.outer_rings():
        points = [(node.ref, (node.lon, node.lat)) for node in ring]
        nodes.extend(points)
        outer.append(tuple(at for _, at in points))
        inner.extend(
            tuple((node.lon, node.lat) for node in hole)
            for hole in area.inner_rings(ring)
        )
    return Thing(
        kind=ThingKind.WAY if area.from_way() else ThingKind.RELATION,
        number=area.orig_id(),
        tags=tags,
        at=_middle(outer[0]) if outer else None,
        shape=Shape(is_area=True, outer=tuple(outer), inner=tuple(inner)),
        gates=ways_in.of(nodes),
    )


def _line(way: Way, tags: Mapping[str, str]) -> Thing | None:
    """Take a line; the point in it is its middle node."""
    points = tuple((n.lon, n.lat) for n in way.nodes if n.location.valid())
    if len(points) < _RING_NODES:
        return None
    return Thing(
        kind=ThingKind.WAY,
        number=way.id,
        tags=tags,
        at=points[len(points) // 2],
        shape=Shape(is_area=False, outer=(points,)),
    )


def _middle(ring: tuple[LonLat, ...]) -> LonLat:
    """Find the middle of an outline by the mean of its corners, each once.

    Good to a few metres for a building; a park's gates say more than its middle.
    """
    corners = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    east = sum(lon for lon, _ in corners) / len(corners)
    north = sum(lat for _, lat in corners) / len(corners)
    return round(east, 7), round(north, 7)
