"""What does the valley look like before anybody counts anything?

All lengths are metres of the British National Grid (EPSG:27700). The valley lies in
the open Irish Sea between Lancashire and the Isle of Man, where no map shows a house:
whoever follows a made-up address by mistake finds water, never a stranger's door. The
latitude is that of the real Pennine towns, so that dusk falls when it should.
"""

import math
import os
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
import pyproj
from shapely.geometry import LineString, Point, Polygon

Spot = tuple[float, float]

MIDDLE = (288_000.0, 426_200.0)
SCALE = 22.0
"""Metres to one unit of the hand-drawn map."""

DRAWN_MIDDLE = (330, 236)
DRAWN_OUTLINE = (
    (36, 128),
    (110, 52),
    (226, 30),
    (330, 66),
    (436, 54),
    (524, 104),
    (602, 172),
    (624, 262),
    (606, 356),
    (528, 416),
    (424, 398),
    (338, 432),
    (236, 398),
    (148, 332),
    (74, 268),
    (26, 204),
)
DRAWN_RIVER = (
    (20, 158),
    (40, 160),
    (110, 168),
    (165, 178),
    (230, 226),
    (330, 214),
    (390, 256),
    (470, 284),
    (540, 292),
    (622, 342),
    (660, 362),
)

os.environ.setdefault("PROJ_NETWORK", "OFF")  # a grid fetched once would move a bit
TO_DEGREES = pyproj.Transformer.from_crs(27700, 4326, always_xy=True)


def spot(drawn: tuple[float, float]) -> Spot:
    """Turn a place on the drawing into metres."""
    x, y = drawn
    return (
        MIDDLE[0] + (x - DRAWN_MIDDLE[0]) * SCALE,
        MIDDLE[1] - (y - DRAWN_MIDDLE[1]) * SCALE,
    )


def degrees(at: Spot) -> Spot:
    """Give longitude and latitude (WGS84), seven decimals: a centimetre."""
    lon, lat = TO_DEGREES.transform(*at)
    return round(lon, 7), round(lat, 7)


def degrees_of(points: Sequence[Spot]) -> list[Spot]:
    """Give many points as longitude and latitude at once."""
    array = np.asarray(points, dtype=float)
    lon, lat = TO_DEGREES.transform(array[:, 0], array[:, 1])
    return [
        (round(float(x), 7), round(float(y), 7)) for x, y in zip(lon, lat, strict=True)
    ]


def smooth(drawn: Sequence[tuple[float, float]], *, closed: bool) -> list[Spot]:
    """Draw a soft line through the points (Catmull and Rom)."""
    points = [np.array(spot(point)) for point in drawn]
    count, steps, line = len(points), 8, []
    for i in range(count if closed else count - 1):
        near = [
            points[(i + k) % count if closed else min(max(i + k, 0), count - 1)]
            for k in (-1, 0, 1, 2)
        ]
        line += [between(near, step / steps) for step in range(steps)]
    if not closed:
        line.append(points[-1])
    return [(round(float(x)), round(float(y))) for x, y in line]


def between(near: list[npt.NDArray[np.float64]], t: float) -> npt.NDArray[np.float64]:
    """Find the point a share ``t`` of the way from the second to the third."""
    p0, p1, p2, p3 = near
    curve = 2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
    return np.asarray(0.5 * (curve + (3 * p1 - p0 - 3 * p2 + p3) * t**3))


@cache
def outline() -> Polygon:
    """Give the valley's edge, along the watersheds."""
    return Polygon(smooth(DRAWN_OUTLINE, closed=True))


@cache
def river() -> LineString:
    """Give the River Soyle, from west to east."""
    return LineString(smooth(DRAWN_RIVER, closed=False))


def beside_river(metres: float) -> LineString:
    """Give a line along the valley: left of the river (north) if positive."""
    line = river().simplify(30).offset_curve(metres, join_style="round")
    inside = line.segmentize(60).intersection(outline())
    parts = getattr(inside, "geoms", [inside])
    longest = max(parts, key=lambda part: part.length)
    return LineString([(round(x), round(y)) for x, y in longest.coords])


@cache
def canal() -> LineString:
    """Give the Rushby Cut: south of the river, from Hollin Bridge eastwards."""
    whole = beside_river(-110)
    start = whole.project(Point(spot((150, 180))))
    coords = [c for c in whole.coords if whole.project(Point(c)) >= start]
    return LineString(coords)


@cache
def railway() -> LineString:
    """Give the line of the railway, north of the river."""
    return beside_river(170)


@cache
def valley_road() -> LineString:
    """Give the main road's line, between river and railway."""
    return beside_river(85)


def height(at: Spot) -> float:
    """Say how high the ground is, in metres above the sea.

    The valley floor falls from 150 m in the west to 65 m in the east; beyond 250 m
    from the river the sides rise about one in seven, flattening on the moor.
    """
    point = Point(at)
    along = river().project(point) / river().length
    away = point.distance(river())
    floor = 150 - 85 * along + min(away, 250.0) * 0.02
    side = 330 * (1 - math.exp(-max(0.0, away - 250.0) / 1900))
    roll = 8 * math.sin(at[0] / 610) * math.cos(at[1] / 530) * min(1.0, away / 600)
    return float(round(floor + side + roll, 1))


def inside_valley(at: Spot) -> bool:
    """Ask whether a point lies within the valley's edge."""
    return bool(outline().contains(Point(at)))
