"""How does OpenStreetMap hold it: nodes, ways and tags in a PBF file?

Written with osmium. Identifiers count up from one; the date on every object is the
week's Monday less a time of its own, so that the bytes depend on nothing else.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import osmium
from osmium.osm.mutable import Node, Way

from demo.files import Folder
from demo.ground.land import Spot, degrees_of
from demo.setting import Setting
from demo.streets.lines import Line, Tags, dm

FILE = "osm/tenterdale-latest.osm.pbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A mapped thing: a point, or an area if it has a ring of points."""

    tags: Tags
    at: Spot
    ring: tuple[Spot, ...] = ()


@dataclass(slots=True)
class Map:
    """Everything that goes into the file, nodes shared between ways."""

    nodes: dict[Spot, Tags] = field(default_factory=dict)
    ways: list[tuple[list[Spot], Tags]] = field(default_factory=list)

    def way(self, points: list[Spot], tags: Tags) -> None:
        """Add a way and the nodes it runs through."""
        spots = [dm(point) for point in points]
        for spot in spots:
            self.nodes.setdefault(spot, {})
        self.ways.append((spots, tags))

    def node(self, at: Spot, tags: Tags) -> None:
        """Add a point, beside any that is there already with other tags."""
        spot = dm(at)
        while self.nodes.get(spot):
            spot = dm((spot[0] + 1.3, spot[1] + 0.7))
        self.nodes[spot] = tags


def write(
    setting: Setting, lines: list[Line], features: list[Feature], folder: Folder
) -> None:
    """Write streets and places as one extract."""
    rng = setting.chance("osm")
    whole = Map()
    for line in lines:
        add_line(whole, line, rng)
    add_joints(whole, lines, rng)
    for feature in features:
        if feature.ring:
            whole.way([*feature.ring, feature.ring[0]], feature.tags)
        else:
            whole.node(feature.at, feature.tags)
    save(whole, folder.place(FILE), setting)
    folder.note(FILE, len(whole.nodes) + len(whole.ways))


def add_line(whole: Map, line: Line, rng: Random) -> None:
    """Add a street, cut where it crosses a bridge."""
    tags = {key: value for key, value in line.tags.items() if value}
    tags |= surroundings(tags, rng)
    for points, bridge in line.pieces():
        over = {"bridge": "yes", "layer": "1"} if bridge else {}
        whole.way(points, tags | over)


PAVED = ("residential", "tertiary", "primary", "unclassified")
WALKED = ("footway", "path", "steps")


def surroundings(tags: Tags, rng: Random) -> Tags:
    """Say what else somebody has mapped; most of it nobody has."""
    kind = tags.get("highway", "")
    if kind in PAVED:
        return of_road(kind, rng)
    found = {}
    if kind in WALKED and "surface" not in tags:
        found = of_path(rng)
    if kind == "footway" and rng.random() < 0.12:
        found["wheelchair"] = rng.choice(("yes", "limited", "no"))
    return found


def of_road(kind: str, rng: Random) -> Tags:
    """Say what has been mapped of a road."""
    chances = {
        "surface": (0.6, "asphalt" if rng.random() < 0.85 else "sett"),
        "sidewalk": (0.4, rng.choice(("both", "both", "left", "no"))),
        "maxspeed": (0.5, "20 mph" if kind == "residential" else "30 mph"),
        "lit": (0.35, "no" if kind == "unclassified" else "yes"),
    }
    return {key: value for key, (odds, value) in chances.items() if rng.random() < odds}


def of_path(rng: Random) -> Tags:
    """Say what has been mapped of a path or steps."""
    chances = {
        "surface": (0.4, rng.choice(("asphalt", "paving_stones", "sett"))),
        "width": (0.25, rng.choice(("0.9", "1.2", "1.5", "2"))),
        "lit": (0.3, rng.choice(("yes", "no"))),
    }
    return {key: value for key, (odds, value) in chances.items() if rng.random() < odds}


def add_joints(whole: Map, lines: list[Line], rng: Random) -> None:
    """Mark crossings with their kerbs, and gates and stiles on the paths."""
    for line in lines:
        kind, coords = line.tags.get("highway", ""), line.coords()
        ends = [end for end in (coords[0], coords[-1]) if not whole.nodes.get(end)]
        if kind == "footway" and "designation" not in line.tags:
            for end in ends:
                if rng.random() < 0.3:
                    whole.nodes[end] = crossing(rng)
        if "designation" in line.tags and kind in ("path", "footway", "bridleway"):
            between = [c for c in coords[1:-1] if not whole.nodes.get(c)]
            if not between:
                continue
            barrier = rng.choice(("stile", "stile", "gate", "kissing_gate"))
            if kind == "bridleway":
                barrier = "gate"
            whole.nodes[between[0]] = {"barrier": barrier}


def crossing(rng: Random) -> Tags:
    """Describe a place to cross: the kerb, if anybody has looked."""
    tags = {"highway": "crossing"}
    if rng.random() < 0.6:
        kerb = rng.choice(("lowered", "lowered", "raised", "flush"))
        tags |= {"barrier": "kerb", "kerb": kerb}
    if rng.random() < 0.25:
        tags["tactile_paving"] = rng.choice(("yes", "no"))
    return tags


def save(whole: Map, path: Path, setting: Setting) -> None:
    """Write nodes, then ways, in the order of their identifiers."""
    path.unlink(missing_ok=True)
    noon = datetime(setting.week.year, setting.week.month, setting.week.day, tzinfo=UTC)
    spots = sorted(whole.nodes)
    places = dict(zip(spots, degrees_of(spots), strict=True))
    numbers = {spot: n for n, spot in enumerate(spots, 1)}
    header = osmium.io.Header()
    header.set("generator", "demo of Weft (made up)")
    with osmium.SimpleWriter(str(path), header=header) as out:
        for spot in spots:
            number = numbers[spot]
            out.add_node(
                Node(
                    id=number,
                    version=1,
                    timestamp=noon - timedelta(hours=number % 9000),
                    location=places[spot],
                    tags=whole.nodes[spot],
                )
            )
        for number, (points, tags) in enumerate(whole.ways, 1):
            out.add_way(
                Way(
                    id=number,
                    version=1,
                    timestamp=noon - timedelta(hours=number % 9000),
                    nodes=[numbers[point] for point in points],
                    tags=tags,
                )
            )
