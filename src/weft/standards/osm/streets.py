"""Which streets and paths are in a PBF of OpenStreetMap, and what stands in their way?

The ways that have a ``highway``, with the places of their nodes; the nodes that may
hold somebody up (gates, kerbs, crossings); and the lines that one cannot walk across
(walls, hedges, railways, rivers). Tags are handed on as they stand, judged by nobody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import osmium
from osmium.osm import Node, Way

from weft.commons.errors import FileNotUnderstood
from weft.standards.osm.things import LonLat

HOLDS_UP = frozenset({"barrier", "kerb", "entrance"})
"""Keys of a node that may hold somebody up; and ``highway=crossing`` besides."""

WALLS = frozenset(
    {"fence", "wall", "hedge", "retaining_wall", "city_wall", "guard_rail", "ditch"}
)
RAILS = frozenset({"rail", "light_rail", "preserved", "narrow_gauge"})
WATERS = frozenset({"river", "canal"})
UNDERGROUND = frozenset({"yes", "culvert", "building_passage"})
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A way with a ``highway``: its nodes in order, each with its place."""

    number: int
    tags: Mapping[str, str]
    nodes: tuple[int, ...]
    at: tuple[LonLat, ...]
    unplaced: int = 0  # nodes that the extract does not hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A node that may hold somebody up."""

    number: int
    tags: Mapping[str, str]
    at: LonLat


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line that one does not walk across: a wall, a railway, a river."""

    number: int
    tags: Mapping[str, str]
    nodes: tuple[int, ...]
    at: tuple[LonLat, ...]


def read_streets(path: Path) -> Iterator[Street | Joint | Edge]:
    """Give the street network of an extract, joints before ways.

    Parameters
    ----------
    path
        A ``.osm.pbf``.

    Yields
    ------
    Street, Joint or Edge
        A street that has fewer than two nodes in the extract comes too, so that it can
        be counted.

    Raises
    ------
    FileNotUnderstood
        When the file is not PBF, or is cut short.
    """
    wanted = osmium.filter.KeyFilter("highway", "railway", "waterway", *HOLDS_UP)
    through = osmium.FileProcessor(str(path)).with_locations().with_filter(wanted)
    try:
        for one in through:
            tags = {tag.k: tag.v for tag in one.tags}
            if isinstance(one, Node):
                if _holds_up(tags):
                    at = (one.location.lon, one.location.lat)
                    yield Joint(number=one.id, tags=tags, at=at)
            elif isinstance(one, Way):
                yield from _of_way(one, tags)
    except (RuntimeError, osmium.InvalidLocationError) as problem:
        raise FileNotUnderstood(
            f"this is not a whole PBF of OpenStreetMap ({problem})",
            file=path.name,
            remedy="Save the extract again.",
        ) from problem


def _holds_up(tags: Mapping[str, str]) -> bool:
    """Tell whether a node may hold somebody up."""
    return bool(tags.keys() & HOLDS_UP) or tags.get("highway") == "crossing"


def _of_way(way: Way, tags: Mapping[str, str]) -> Iterator[Street | Edge]:
    """Take a way as a street, as a line not to be crossed, or as neither."""
    placed = [
        (node.ref, (node.lon, node.lat)) for node in way.nodes if node.location.valid()
    ]
    nodes, at = tuple(ref for ref, _ in placed), tuple(spot for _, spot in placed)
    if "highway" in tags:
        yield Street(
            number=way.id,
            tags=tags,
            nodes=nodes,
            at=at,
            unplaced=len(way.nodes) - len(placed),
        )
    elif _is_edge(tags) and len(placed) >= _FEWEST:
        yield Edge(number=way.id, tags=tags, nodes=nodes, at=at)


def _is_edge(tags: Mapping[str, str]) -> bool:
    """Tell whether it is a line that nobody walks across, and above the ground."""
    if tags.get("tunnel") in UNDERGROUND:
        return False
    return (
        tags.get("barrier") in WALLS
        or tags.get("railway") in RAILS
        or tags.get("waterway") in WATERS
    )
