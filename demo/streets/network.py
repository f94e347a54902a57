"""Which roads lead where: from every cluster of houses to the whole valley?

Neighbouring clusters are joined by the shortest web that reaches all (crossing water
and rail as seldom as it can), with some short cuts; what is left over becomes
ginnels, steps and field paths. So the network hangs together, and a town by the
river is reached over a few bridges only, as such towns are.
"""

import heapq
import math
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import shapely
from shapely.geometry import LineString, MultiPoint, Point

from demo.ground.areas import Areas, OutputArea
from demo.ground.land import Spot, height, outline, valley_road
from demo.ground.neighbourhoods import BY_NAME, NEIGHBOURHOODS
from demo.setting import Setting
from demo.streets.lines import Line, dm
from demo.streets.local import local_streets
from demo.streets.names import FOOT_LAST, HILL_LAST, TOWN_LAST, StreetNames
from demo.streets.water import barriers, towpath, towpath_ways, waters
from demo.timetable.routes import PATTERNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A place where roads meet: a cluster of houses, or a point of the main road."""

    at: Spot
    town: str
    neighbourhood: str
    spine: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A possible way between two hubs."""

    a: int
    b: int
    metres: float
    climb: float
    crossings: int


def lay(setting: Setting, areas: Areas) -> list[Line]:
    """Lay every line of the valley, joined where lines meet."""
    rng = setting.chance("streets")
    names = StreetNames(rng)
    hubs = all_hubs(areas.oas)
    lines = [*roads(hubs, names, rng)]
    for oa in areas.oas:
        lines += local_streets(oa, names, rng)
    lines += [*waters(), towpath()]
    lines += towpath_ways(lines, rng)
    join_all(lines)
    bridge_all(lines)
    return [line for line in lines if reached(line, lines)]


def all_hubs(oas: tuple[OutputArea, ...]) -> list[Hub]:
    """List the clusters of houses, then points along the main road."""
    hubs = [
        Hub(at=dm(oa.at), town=oa.place.town, neighbourhood=oa.neighbourhood)
        for oa in oas
    ]
    road = valley_road()
    steps = int(road.length // 210)
    for step in range(steps + 1):
        point = road.interpolate(step * road.length / steps)
        at = dm((point.x, point.y))
        place = min(NEIGHBOURHOODS, key=lambda p: math.dist(p.at, at))
        hubs.append(Hub(at=at, town=place.town, neighbourhood=place.name, spine=step))
    return hubs


def links(hubs: list[Hub]) -> list[Link]:
    """List the ways between neighbouring hubs that stay inside the valley."""
    number = {hub.at: i for i, hub in enumerate(hubs)}
    edges = shapely.delaunay_triangles(
        MultiPoint([hub.at for hub in hubs]), only_edges=True
    )
    inside = outline().buffer(-20)
    found = []
    for edge in edges.geoms:
        a, b = sorted(number[dm(point)] for point in edge.coords)
        if not inside.covers(edge) or hubs[a].spine >= 0 <= hubs[b].spine:
            continue
        found.append(link(hubs, a, b))
    spine = [i for i, hub in enumerate(hubs) if hub.spine >= 0]
    found += [link(hubs, a, b) for a, b in pairwise(spine)]
    return sorted(found, key=lambda found: (found.a, found.b))


def link(hubs: list[Hub], a: int, b: int) -> Link:
    """Measure the way between two hubs."""
    line = LineString([hubs[a].at, hubs[b].at])
    return Link(
        a=a,
        b=b,
        metres=line.length,
        climb=height(hubs[b].at) - height(hubs[a].at),
        crossings=sum(crossings(line, barrier) for barrier in barriers()),
    )


def crossings(line: LineString, barrier: LineString) -> int:
    """Count how often a line crosses water or rail."""
    meet = line.intersection(barrier)
    return 0 if meet.is_empty else len(getattr(meet, "geoms", [meet]))


def roads(hubs: list[Hub], names: StreetNames, rng: Random) -> list[Line]:
    """Choose which ways become roads, which become paths."""
    ways = links(hubs)
    needed = web(hubs, ways) | between_places(hubs, ways)
    lines = []
    for way in ways:
        a, b = hubs[way.a], hubs[way.b]
        road = (way.a, way.b) in needed or short_cut(a, b, way, rng)
        if road:
            lines.append(road_line(a, b, way, names, rng))
        elif not way.crossings and rng.random() < 0.4 and way.metres < 1500:
            lines.append(path_line(a, b, way, names, rng))
    return lines


def web(hubs: list[Hub], ways: list[Link]) -> set[tuple[int, int]]:
    """Find the shortest web that joins all hubs (Kruskal), the main road first."""

    def cost(way: Link) -> tuple[float, int, int]:
        main = hubs[way.a].spine >= 0 <= hubs[way.b].spine
        steep = 1 + 4 * abs(way.climb) / way.metres
        return (0 if main else way.metres * steep + 900 * way.crossings, way.a, way.b)

    group = list(range(len(hubs)))

    def top(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    chosen = set()
    for way in sorted(ways, key=cost):
        if top(way.a) != top(way.b):
            group[top(way.a)] = top(way.b)
            chosen.add((way.a, way.b))
    return chosen


def between_places(hubs: list[Hub], ways: list[Link]) -> set[tuple[int, int]]:
    """Find the roads that join neighbourhoods one after another on a bus route.

    A road that is already chosen costs less, so that routes share their bridges.
    """
    near: dict[int, list[Link]] = {}
    for way in ways:
        near.setdefault(way.a, []).append(way)
        near.setdefault(way.b, []).append(way)
    chosen: set[tuple[int, int]] = set()
    for pattern in PATTERNS:
        for a, b in pairwise(pattern.through):
            ends = middle(hubs, a), middle(hubs, b)
            chosen |= shortest(near, ends, chosen)
    return chosen


def middle(hubs: list[Hub], neighbourhood: str) -> int:
    """Find the hub nearest the middle of a neighbourhood."""
    at = BY_NAME[neighbourhood].at
    return min(range(len(hubs)), key=lambda i: math.dist(hubs[i].at, at))


def shortest(
    near: dict[int, list[Link]], ends: tuple[int, int], cheap: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Find the links of the cheapest way between two hubs (Dijkstra)."""
    start, end = ends
    best, before = {start: 0.0}, dict[int, Link]()
    queue = [(0.0, start)]
    while queue:
        cost, here = heapq.heappop(queue)
        if here == end:
            break
        for way in near[here]:
            there = way.b if way.a == here else way.a
            share = 0.6 if (way.a, way.b) in cheap else 1.0
            more = cost + share * (
                way.metres + 2 * abs(way.climb) + 160 * way.crossings
            )
            if more < best.get(there, math.inf):
                best[there], before[there] = more, way
                heapq.heappush(queue, (more, there))
    found = set()
    while end != start:
        way = before[end]
        found.add((way.a, way.b))
        end = way.a if way.b == end else way.b
    return found


def short_cut(a: Hub, b: Hub, way: Link, rng: Random) -> bool:
    """Decide whether a way that is not needed is a road all the same."""
    chance = rng.random()
    if way.crossings:
        return a.town == b.town and way.metres < 330 and chance < 0.16
    if a.town == b.town:
        return way.metres < 330 and chance < 0.5
    return way.metres < 1300 and chance < 0.18


def road_line(a: Hub, b: Hub, way: Link, names: StreetNames, rng: Random) -> Line:
    """Make a road of a way: which class, which name, how steep."""
    tags = {"highway": "residential", "name": ""}
    if a.spine >= 0 <= b.spine:
        tags = {"highway": "primary", "ref": "A6994", "name": f"{a.town} Road"}
    elif a.town != b.town:
        hill = b.town if b.town not in ("Aldermill", "Rushby") else a.town
        tags = {"highway": "unclassified", "name": f"{hill} Road"}
    elif a.spine >= 0 or b.spine >= 0:
        tags = {"highway": "tertiary", "name": names.draw(a.town, ("Lane", "Road"))}
    else:
        town = a.town in ("Aldermill", "Rushby", "Hollin Bridge")
        tags["name"] = names.draw(a.town, TOWN_LAST if town else HILL_LAST)
    points = [a.at, b.at]
    if way.metres > 400:
        points = winding(a.at, b.at, rng)
    tags |= incline(way)
    return Line(points=LineString(points), tags=tags, neighbourhood=a.neighbourhood)


def winding(a: Spot, b: Spot, rng: Random) -> list[Spot]:
    """Let a long lane wind a little."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    points = [a]
    for share in (0.25, 0.5, 0.75):
        aside = rng.uniform(-0.05, 0.05)
        points.append(
            dm((a[0] + share * dx - aside * dy, a[1] + share * dy + aside * dx))
        )
    return [*points, b]


def incline(way: Link) -> dict[str, str]:
    """Say how steep a way is where somebody would have mapped it."""
    grade = 100 * way.climb / way.metres
    return {"incline": f"{grade:.0f}%"} if abs(grade) >= 8 else {}


def path_line(a: Hub, b: Hub, way: Link, names: StreetNames, rng: Random) -> Line:
    """Make a ginnel, a flight of steps or a field path of a way."""
    grade = abs(way.climb) / way.metres
    if a.town == b.town and way.metres < 360:
        name = names.draw(a.town, FOOT_LAST)
        if grade > 0.095:
            tags = {"highway": "steps", "name": name, **steps(way, rng)}
        else:
            tags = {"highway": "footway", "name": name, **incline(way)}
    else:
        kind = rng.choice(("path", "path", "footway", "bridleway", "track"))
        tags = {"highway": kind, **incline(way)}
        tags["designation"] = (
            "public_bridleway" if kind == "bridleway" else "public_footpath"
        )
        tags["surface"] = rng.choice(("ground", "grass", "gravel", "paving_stones"))
    return Line(
        points=LineString([a.at, b.at]), tags=tags, neighbourhood=a.neighbourhood
    )


def steps(way: Link, rng: Random) -> dict[str, str]:
    """Count the steps, if somebody has; a riser is 17 cm."""
    tags = {"incline": "up" if way.climb > 0 else "down"}
    if rng.random() < 0.75:
        tags["step_count"] = str(max(6, round(abs(way.climb) / 0.17)))
    if rng.random() < 0.5:
        tags["handrail"] = rng.choice(("yes", "no"))
    return tags


def join_all(lines: list[Line]) -> None:
    """Put a node wherever two lines on the ground meet."""
    ground = [line for line in lines if line.level == 0]
    tree = shapely.STRtree([line.points for line in ground])
    ones, others = tree.query([line.points for line in ground], "intersects")
    for i, j in zip(ones.tolist(), others.tolist(), strict=True):
        if i >= j:
            continue
        meet = ground[i].points.intersection(ground[j].points)
        for part in getattr(meet, "geoms", [meet]):
            for x, y in part.coords if not part.is_empty else ():
                ground[i].join((x, y))
                ground[j].join((x, y))


def reached(line: Line, lines: list[Line]) -> bool:
    """Leave out a stub of a street that met nothing."""
    if not line.local or line.joints:
        return True
    ends = {dm(line.points.coords[0]), dm(line.points.coords[-1])}
    return any(ends & {*other.joints} for other in lines if other is not line)


def bridge_all(lines: list[Line]) -> None:
    """Carry every road and path over water and rail."""
    under = barriers()
    for line in lines:
        if line.level != 0:
            continue
        for barrier in under:
            meet = line.points.intersection(barrier)
            for part in getattr(meet, "geoms", [meet]):
                if part.is_empty:
                    continue
                spot = Point(part.coords[0])
                line.bridges.append(line.points.project(spot))
