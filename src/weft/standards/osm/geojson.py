"""Which thing of OpenStreetMap is a GeoJSON feature written by ``ogr2ogr``?

GDAL's OSM driver gives a few keys columns of their own and the rest to ``other_tags``;
a closed way comes with ``osm_way_id``, a node, a line or a relation with ``osm_id``.
"""

from collections.abc import Mapping

import shapely
from shapely.geometry import shape as shape_of
from shapely.geometry.base import BaseGeometry

from weft.standards.osm.hstore import parsed_hstore
from weft.standards.osm.things import LonLat, Shape, ThingKind

Json = object

NOT_TAGS = frozenset(
    {"osm_id", "osm_way_id", "other_tags", "z_order", "centroid", "layer", "id"}
)
SIMPLER_DEGREES = 0.00005
"""Shapes are drawn to about 5 m; the outline of a park has hundreds of points."""


def identity(
    properties: Mapping[str, Json], geometry: Mapping[str, Json] | None
) -> tuple[ThingKind, int] | None:
    """Say which thing it is, or None where the feature has no number.

    The kind follows from the geometry: ``osm_id`` alone is a node where it is a point,
    a way where it is a line, a relation where it is an area.
    """
    way = _whole(properties.get("osm_way_id"))
    if way is not None:
        return ThingKind.WAY, way
    number = _whole(properties.get("osm_id"))
    if number is None or geometry is None:
        return None
    match geometry.get("type"):
        case "Point":
            return ThingKind.NODE, number
        case "LineString":
            return ThingKind.WAY, number
        case _:
            return ThingKind.RELATION, number


def all_tags(properties: Mapping[str, Json]) -> dict[str, str]:
    """Gather the tags from their columns and from ``other_tags``."""
    other = properties.get("other_tags")
    tags = parsed_hstore(other) if isinstance(other, str) else {}
    for key, value in properties.items():
        if key not in NOT_TAGS and isinstance(value, str) and value:
            tags[key] = value
    return tags


def placed(geometry: Mapping[str, Json]) -> tuple[LonLat, Shape | None] | None:
    """Find a point in or on it, and its shape where it is more than a point.

    None for a geometry that is empty, broken or not on the earth.
    """
    try:
        form = shape_of(geometry)
    except (shapely.errors.ShapelyError, ValueError, TypeError, AttributeError):
        return None
    if form.is_empty or not _on_earth(form.bounds):
        return None
    if form.geom_type == "Point":
        return (form.x, form.y), None
    middle = form.centroid
    if not form.contains(middle):
        middle = form.representative_point()
    return (round(middle.x, 7), round(middle.y, 7)), _shape(form)


def _shape(form: BaseGeometry) -> Shape | None:
    """Draw it with fewer points."""
    simple = form.simplify(SIMPLER_DEGREES)
    parts = getattr(simple, "geoms", (simple,))
    areas = [part for part in parts if part.geom_type == "Polygon"]
    lines = [part for part in parts if part.geom_type == "LineString"]
    if areas:
        holes = (ring for part in areas for ring in part.interiors)
        return Shape(
            is_area=True,
            outer=tuple(_points(part.exterior) for part in areas),
            inner=tuple(_points(ring) for ring in holes),
        )
    return Shape(is_area=False, outer=tuple(map(_points, lines))) if lines else None


def _points(line: BaseGeometry) -> tuple[LonLat, ...]:
    """List its points to a tenth of a metre or so."""
    return tuple((round(x, 6), round(y, 6)) for x, y, *_ in line.coords)


def _on_earth(bounds: tuple[float, float, float, float]) -> bool:
    """Tell whether it is in degrees at all, and not in metres of a grid."""
    west, south, east, north = bounds
    return -180 <= west <= east <= 180 and -90 <= south <= north <= 90  # noqa: PLR2004 degrees of the globe


def _whole(told: Json) -> int | None:
    """Read a number written as a number or as text."""
    if isinstance(told, bool):
        return None
    if isinstance(told, int):
        return told
    return int(told) if isinstance(told, str) and told.strip("-").isdigit() else None
