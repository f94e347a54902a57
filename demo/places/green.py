"""Where is the green and the blue: parks, woods, allotments, moor, water?"""

import math
from collections.abc import Iterable
from random import Random

from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from demo.ground.areas import Areas
from demo.ground.land import Spot, canal, railway, river
from demo.ground.neighbourhoods import BY_NAME
from demo.streets.osm import Feature

# Name, neighbourhood, metres north-east of its middle, size, tags.
GREENS = (
    ("Clothmarket Park", "Aldermill Centre", (-420, 330), 110, "leisure=park"),
    ("Tentercroft Rec", "Tentercroft", (300, -330), 90, "leisure=recreation_ground"),
    ("Ings Meadow", "Rushby Ings", (-420, -260), 160, "leisure=nature_reserve"),
    ("Mill Pond Park", "Rushby Town", (-300, -480), 80, "leisure=park"),
    ("St Hild’s Green", "St Hild’s", (380, 200), 60, "leisure=park"),
    ("Slackgate Rec", "Slackgate", (-330, 330), 70, "leisure=recreation_ground"),
    ("Waterside Gardens", "Waterside", (-420, 40), 45, "leisure=garden"),
    ("Hollin Wood", "Hollin Top", (420, 300), 230, "natural=wood"),
    ("Owler Wood", "Lockside", (120, -520), 180, "natural=wood"),
    ("Copperas Wood", "Copperas Row", (-380, -200), 120, "natural=wood"),
    ("Harrow Clough Wood", "Harrow Clough", (300, 260), 210, "natural=wood"),
    ("", "Kettlewick", (-500, 200), 190, "landuse=forest"),
    (
        "Weavers’ Field Allotments",
        "Weavers’ Field",
        (-460, -140),
        60,
        "landuse=allotments",
    ),
    ("Dyehouse Lane Allotments", "Dyehouse", (320, 330), 40, "landuse=allotments"),
    ("Slackgate Allotments", "Slackgate", (360, -300), 50, "landuse=allotments"),
    ("Rushby Allotments", "Rushby Town", (330, 330), 55, "landuse=allotments"),
    ("Top Allotments", "Hollin Top", (-420, 160), 35, "landuse=allotments"),
    ("Aldermill Cemetery", "The Mount", (-430, 260), 110, "landuse=cemetery"),
    ("Rushby Burial Ground", "Rushby Ings", (420, 260), 70, "landuse=cemetery"),
    ("Nab Moor", "Nab Hill", (200, 1050), 700, "natural=heath"),
    ("Tenter Moor", "High Tenter", (-300, 900), 560, "natural=moor"),
    ("Kettlewick Moor", "Kettlewick", (-300, -750), 480, "natural=heath"),
    ("Nab Reservoir", "Nab Hill", (-700, 650), 170, "natural=water;water=reservoir"),
    ("Fallow Dam", "Fallow Cote", (330, -260), 90, "natural=water;water=reservoir"),
    ("Ings Pond", "Rushby Ings", (-560, 120), 50, "natural=water;water=pond"),
    (
        "Aldermill Cricket Ground",
        "Tentercroft",
        (-330, 280),
        80,
        "leisure=pitch;sport=cricket",
    ),
)


def green(areas: Areas, rng: Random) -> Iterable[Feature]:
    """Draw each green, kept off the water and inside the valley."""
    whole = areas.shape(lambda _: "valley")["valley"].buffer(-15)
    kept_off = river().buffer(16).union(canal().buffer(12)).union(railway().buffer(10))
    for name, neighbourhood, (east, north), size, tags in GREENS:
        x, y = BY_NAME[neighbourhood].at
        blob = rough_circle((x + east, y + north), size, rng)
        shape = largest(blob.intersection(whole).difference(kept_off))
        ring = tuple((round(px, 1), round(py, 1)) for px, py in shape.exterior.coords)
        found = dict(tag.split("=") for tag in tags.split(";"))
        if name:
            found["name"] = name
        centre = shape.representative_point()
        yield Feature(tags=found, at=(centre.x, centre.y), ring=ring[:-1])


def rough_circle(middle: Spot, size: float, rng: Random) -> Polygon:
    """Draw something roundish."""
    steps = 22
    reach = [size * rng.uniform(0.78, 1.15) for _ in range(steps)]
    return Polygon(
        [
            (
                middle[0] + reach[n] * math.cos(math.tau * n / steps),
                middle[1] + reach[n] * math.sin(math.tau * n / steps),
            )
            for n in range(steps)
        ]
    ).buffer(0)


def largest(shape: BaseGeometry) -> Polygon:
    """Give the largest part of what is left."""
    parts = [p for p in getattr(shape, "geoms", [shape]) if isinstance(p, Polygon)]
    return max(parts, key=lambda part: part.area, default=Point(0, 0).buffer(1))
