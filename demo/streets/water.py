"""Where do river, canal, towpath and railway run, and how does one get down to them?"""

from functools import cache
from random import Random

from shapely.geometry import LineString, Point

from demo.ground.land import Spot, canal, outline, railway, river
from demo.streets.lines import Line, dm

ASIDE = 7.0
"""Metres from the middle of the canal to the towpath, on its north side."""


@cache
def barriers() -> tuple[LineString, ...]:
    """Give what has to be bridged: river, canal and railway, within the valley."""
    inside = river().intersection(outline())
    parts = getattr(inside, "geoms", [inside])
    stream = LineString(max(parts, key=lambda part: part.length))
    return (stream, canal(), railway())


def waters() -> list[Line]:
    """Give river, canal and railway as lines that nothing joins."""
    stream, cut, rail = barriers()
    return [
        Line(
            points=stream, tags={"waterway": "river", "name": "River Soyle"}, level=-1
        ),
        Line(
            points=cut,
            tags={"waterway": "canal", "name": "Rushby Cut", "boat": "yes"},
            level=-1,
        ),
        Line(
            points=rail,
            tags={"railway": "rail", "gauge": "1435", "name": "Tenterdale Line"},
            level=-1,
        ),
    ]


def towpath() -> Line:
    """Give the canal's towpath: level, mostly compacted, no cars."""
    line = canal().offset_curve(ASIDE, join_style="round")
    if line.geom_type != "LineString":
        line = max(line.geoms, key=lambda part: part.length)
    points = LineString([dm(point) for point in line.coords])
    tags = {
        "highway": "path",
        "name": "Rushby Cut towpath",
        "surface": "compacted",
        "bicycle": "yes",
        "width": "1.8",
    }
    return Line(points=points, tags=tags, level=1)


def towpath_ways(lines: list[Line], rng: Random) -> list[Line]:
    """Lead down from each bridge over the canal: steps here, a ramp there."""
    path = next(line for line in lines if line.level == 1)
    found = []
    for line in lines:
        if line.level != 0 or not line.points.intersects(canal()):
            continue
        meet = line.points.intersection(canal())
        spot = Point(getattr(meet, "geoms", [meet])[0].coords[0])
        down = way_down(line, path, line.points.project(spot))
        if down is None:
            continue
        tags = {"highway": "footway", "surface": "paving_stones", "incline": "down"}
        if rng.random() < 0.5:
            tags = {"highway": "steps", "incline": "down"}
            tags["step_count"] = str(rng.randrange(11, 26))
            if rng.random() < 0.5:
                tags["ramp:stroller"] = "no"
        found.append(Line(points=LineString(down), tags=tags))
    return found


def way_down(road: Line, path: Line, at: float) -> tuple[Spot, Spot] | None:
    """Find where a way down leaves the road and where it meets the towpath."""
    for step in (24.0, -24.0):
        leave = at + step
        if not 2 < leave < road.points.length - 2:
            continue
        top = road.points.interpolate(leave)
        along = path.points.project(top)
        foot = path.points.interpolate(min(along + 22, path.points.length))
        if LineString([top, foot]).intersects(canal()):
            continue
        ends = dm((top.x, top.y)), dm((foot.x, foot.y))
        road.join(ends[0])
        path.join(ends[1])
        return ends
    return None
