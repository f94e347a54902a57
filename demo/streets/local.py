"""What do the few streets around each cluster of houses look like?

Terraces run along the hill, as builders laid them; a short street climbs through.
"""

import math
from random import Random

from shapely.affinity import rotate, translate
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from demo.ground.areas import OutputArea
from demo.ground.land import height
from demo.streets.lines import Line, dm
from demo.streets.names import HILL_LAST, TOWN_LAST, StreetNames


def local_streets(oa: OutputArea, names: StreetNames, rng: Random) -> list[Line]:
    """Lay the streets of one output area, kept within its edges."""
    place = oa.place
    if oa.outlying:
        kinds = [(0.0, 170.0, 0.0, "service")]
    elif place.hill:
        kinds = [(0.0, 240.0, 0.0, "residential"), (40.0, 150.0, 90.0, "residential")]
    else:
        kinds = [
            (0.0, 210.0, 0.0, "residential"),
            (50.0, 190.0, 0.0, "residential"),
            (-50.0, 190.0, 0.0, "residential"),
            (12.0, 150.0, 90.0, "residential"),
        ]
    contour = along_the_hill(oa) + rng.uniform(-8, 8)
    inside = oa.shape.buffer(-5)
    lines = []
    for aside, length, turn, kind in kinds:
        street = laid(oa, aside, length, turn + contour)
        part = longest(street.intersection(inside))
        if part is None or part.length < 30:
            continue
        lasts = HILL_LAST if place.hill else TOWN_LAST
        tags = {"highway": kind, "name": names.draw(place.town, lasts)}
        if kind == "service":
            tags["surface"] = rng.choice(("gravel", "compacted", "asphalt"))
        points = LineString([dm(point) for point in part.coords])
        lines.append(
            Line(points=points, tags=tags, neighbourhood=oa.neighbourhood, local=True)
        )
    return lines


def along_the_hill(oa: OutputArea) -> float:
    """Give the direction of level ground, in degrees from east."""
    x, y = oa.at
    east = height((x + 30, y)) - height((x - 30, y))
    north = height((x, y + 30)) - height((x, y - 30))
    return math.degrees(math.atan2(north, east)) + 90


def laid(oa: OutputArea, aside: float, length: float, angle: float) -> LineString:
    """Lay one straight street, ``aside`` metres beside the middle."""
    flat = LineString([(-length / 2, 0), (length / 2, 0)])
    if 45 < (angle % 180) < 135:
        flat = translate(flat, 0, aside)
    else:
        flat = translate(flat, aside / 6, aside)
    turned = rotate(flat, angle, origin=(0, 0))
    return LineString(translate(turned, *oa.at))


def longest(shape: BaseGeometry) -> LineString | None:
    """Give the longest line of what is left after cutting."""
    parts = [
        part
        for part in getattr(shape, "geoms", [shape])
        if isinstance(part, LineString) and not part.is_empty
    ]
    return max(parts, key=lambda part: part.length, default=None)
