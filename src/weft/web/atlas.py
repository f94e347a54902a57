"""What lies on a region's map, and as what does a page show it?

The tiles are drawn from what its pages show into one file of the data folder: by
``cli.region`` when a build is done, and by a job (``jobs.py``) soon after something is
listed anew or withdrawn. Without the file, or while it holds what was withdrawn
(``tiles_kept.py``), the drawn map and the list stand as they are.
"""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import shapely
from django.urls import reverse

from weft.assets.queries.around import OnMap, listed_mark, on_map, shapes_on_map
from weft.commons.places import Point
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.tiles import Knot, MapShown, Outline, Scene, Shape, draw
from weft.web.tiles_kept import forget, hold_only, keep, mark_of

WATER = frozenset({"canal", "river", "water", "reservoir", "lake", "beck", "stream"})
OUTLINES = (Geography.MSOA, 2021)
SEEN = 0.012  # of a region's width: 7 px of a desk's picture
METRES_OF_A_DEGREE = 111_195.0  # of latitude, on the sphere of commons/places.py


def scene_of(region: str) -> Scene:
    """Put a region's areas, green, water and things on one map."""
    areas = tuple(
        Outline(
            name=area.title,
            boundary=area.boundary,
            address=reverse("web:place", args=[area.code]),
        )
        for area in ground.areas(region, *OUTLINES, boundaries=True)
        if area.boundary is not None
    )
    return replace(_listed(region), areas=areas)


def _listed(region: str) -> Scene:
    """Put what is listed on a map, without the borders of areas."""
    land = _ground(region, listed_mark(region))
    return Scene(
        green=tuple(shape for (wet, shape), _ in land if not wet),
        water=tuple(shape for (wet, shape), _ in land if wet),
        knots=tuple(_knot(one) for one in on_map(region)),
    )


def _shapes(region: str) -> Iterator[tuple[bool, Shape]]:
    """Take the parks, which are dry, and the canals, which are wet."""
    for one in shapes_on_map(region):
        shape = shapely.from_geojson(json.dumps(one.shape))
        if not shape.is_empty:
            wet = one.place_kind in WATER
            yield wet, Shape(shape=shapely.to_wkb(shape), name=one.name)


def _knot(one: OnMap) -> Knot:
    kind = "offer" if one.is_offer else "asset"
    return Knot(
        point=one.point,
        name=one.name,
        address=reverse(f"assets:{kind}", args=[one.key]),
        fresh=one.sure,
    )


def draw_tiles(region: str) -> Path | None:
    """Draw a region's tiles anew, whole or not at all; None of nothing."""
    scene = scene_of(region)
    if not scene.areas and not scene.knots:
        forget(region)
        return None
    return keep(region, scene)


def may_go_out(region: str) -> bool:
    """Tell whether nothing in a region's tiles, if there are any, was withdrawn."""
    mark = mark_of(region)
    return not mark or _all_there(region, mark, listed_mark(region))


@lru_cache(maxsize=16)
def _all_there(region: str, mark: str, listed: str) -> bool:
    """Compare once for each file and list: a map asks for a hundred pieces."""
    del mark, listed  # they are the key
    return hold_only(region, _listed(region))


def map_of(about: ground.RegionAbout) -> MapShown | None:
    """Draw a region's map; None where there is nothing to draw."""
    listed = f"{about.inputs_hash} {listed_mark(about.slug)}"
    return _drawn(about.slug, about.name, listed, _tiles(about.slug))


def _tiles(region: str) -> str:
    """Say where a browser finds the tiles, if there are any that may go out."""
    there = mark_of(region) and may_go_out(region)
    return reverse("web:tiles", args=[region]) if there else ""


Box = tuple[float, float, float, float]  # west, south, east, north


def ground_of(region: str, box: Box) -> Scene:
    """Give the parks and the water of a region that lie in a box of the map."""
    shapes = _ground(region, listed_mark(region))
    near = [one for one, bounds in shapes if _touch(bounds, box)]
    return Scene(
        green=tuple(shape for wet, shape in near if not wet),
        water=tuple(shape for wet, shape in near if wet),
    )


def land_around(region: str, middle: Point, metres: float) -> Scene:
    """Give the parks and the water around a point; nothing outside every region."""
    if not region:
        return Scene()
    up = metres / METRES_OF_A_DEGREE
    across = up / math.cos(math.radians(middle.latitude))
    return ground_of(
        region,
        (
            middle.longitude - across,
            middle.latitude - up,
            middle.longitude + across,
            middle.latitude + up,
        ),
    )


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] <= other[2]
        and other[0] <= one[2]
        and one[1] <= other[3]
        and other[1] <= one[3]
    )


@lru_cache(maxsize=4)
def _ground(region: str, listed: str) -> tuple[tuple[tuple[bool, Shape], Box], ...]:
    """Keep the shapes of a list at hand, each with the box around it."""
    del listed  # it is the key: what was withdrawn is drawn no more
    return tuple(((wet, shape), _box(shape)) for wet, shape in _shapes(region))


def _box(shape: Shape) -> Box:
    west, south, east, north = shapely.from_wkb(shape.shape).bounds
    return west, south, east, north


@lru_cache(maxsize=4)
def _drawn(region: str, name: str, listed: str, tiles: str) -> MapShown | None:
    """Keep the drawn map of a list: West Yorkshire's has 26,000 things on it."""
    del listed  # it is the key: another build or list is another map
    scene = scene_of(region)
    if not scene.areas and not scene.knots:
        return None
    seen = replace(
        scene, green=_large(scene, scene.green), water=_large(scene, scene.water)
    )
    return draw(seen, title=f"What is where in {name}", tiles=tiles)


def _large(scene: Scene, shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """Leave out what is too small to be seen where a whole region is drawn."""
    west, _, east, _ = scene.bounds
    least = (east - west) * SEEN
    return tuple(
        shape
        for shape in shapes
        for box in (_box(shape),)
        if box[2] - box[0] >= least or box[3] - box[1] >= least
    )
