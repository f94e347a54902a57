"""Where does one get onto a canal or a river walk?

A canal is mapped in many stretches; those of one name are one canal. Nobody walks into
the water, so its ways in are where its towpath meets another path or street.
"""

from collections import defaultdict
from collections.abc import Iterator

from shapely import STRtree
from shapely.geometry import LineString, MultiLineString
from shapely.geometry import Point as Dot

from weft.standards.osm import Shape, Thing
from weft.standards.osm.things import LonLat

NEAR_DEGREES = 0.0006  # about 60 m at 54° north: across the water and the hedge
PATHS = frozenset({"path", "footway", "cycleway", "track", "bridleway", "pedestrian"})
WATERWAYS = frozenset({"canal", "river"})


def is_waterway(thing: Thing) -> bool:
    """Tell whether it is a stretch of a canal or river that has a name."""
    return thing.tags.get("waterway") in WATERWAYS and bool(thing.tags.get("name"))


def is_towpath(thing: Thing) -> bool:
    """Tell whether it is a path along the water."""
    tags = thing.tags
    if tags.get("highway") not in PATHS:
        return False
    named = "towpath" in tags.get("name", "").lower()
    return named or tags.get("towpath") == "yes"


class Waterways:
    """Collects stretches of water and towpath while an extract is read."""

    def __init__(self) -> None:
        self._water: dict[tuple[str, str], list[Thing]] = defaultdict(list)
        self._towpath: list[Thing] = []
        self._streets: list[tuple[LonLat, ...]] = []

    def hear(self, thing: Thing) -> bool:
        """Take a thing if it is of use here; say whether it was a stretch of water."""
        if thing.shape is None:
            return False
        if is_waterway(thing):
            self._water[thing.tags["waterway"], thing.tags["name"]].append(thing)
            return True
        if is_towpath(thing):
            self._towpath.append(thing)
        elif "highway" in thing.tags:
            self._streets.extend(thing.shape.outer)
        return False

    def stretches(self) -> int:
        """Count the stretches of water taken."""
        return sum(len(parts) for parts in self._water.values())

    def whole(self) -> Iterator[Thing]:
        """Give each canal and river once, with its course and its gates."""
        gates = self._gates()
        for _, parts in sorted(self._water.items()):
            first = min(parts, key=lambda part: part.number)
            shapes = (part.shape for part in parts if part.shape)
            course = tuple(line for shape in shapes for line in shape.outer)
            yield Thing(
                kind=first.kind,
                number=first.number,
                tags=first.tags,
                at=_middle(course),
                shape=Shape(is_area=False, outer=course),
                gates=_near(gates, course),
            )

    def _gates(self) -> list[LonLat]:
        """Find where towpaths meet other paths and streets."""
        on_towpath = {
            at for way in self._towpath if way.shape for at in way.shape.outer[0]
        }
        elsewhere = {at for line in self._streets for at in line}
        return sorted(on_towpath & elsewhere)


def _near(
    gates: list[LonLat], course: tuple[tuple[LonLat, ...], ...]
) -> tuple[LonLat, ...]:
    """Pick the gates beside a stretch of water."""
    if not gates:
        return ()
    tree = STRtree([Dot(at) for at in gates])
    band = MultiLineString([LineString(line) for line in course]).buffer(NEAR_DEGREES)
    return tuple(gates[int(at)] for at in sorted(tree.query(band, "intersects")))


def _middle(course: tuple[tuple[LonLat, ...], ...]) -> LonLat:
    """Find a point on it, halfway through its longest stretch."""
    longest = max(course, key=lambda line: LineString(line).length)
    return longest[len(longest) // 2]
