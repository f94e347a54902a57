"""How do metres of the British National Grid become degrees?"""

from functools import cache

import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from weft.commons.places import Point

MOST_DEGREES = 180.0
"""A coordinate beyond this is in metres: the grid's origin lies west of Cornwall."""


@cache
def _transformer() -> Transformer:
    """Make the transformer once: it takes a tenth of a second."""
    return Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)


def in_degrees(geometry: BaseGeometry) -> BaseGeometry:
    """Give a geometry in longitude and latitude, whichever it was in."""
    if max(abs(edge) for edge in geometry.bounds) <= MOST_DEGREES:
        return geometry

    def moved(x: object, y: object) -> tuple[object, object]:
        longitude, latitude = _transformer().transform(x, y)
        return longitude, latitude

    return shapely.transform(geometry, moved, interleaved=False)


def point_of(x: float, y: float) -> Point:
    """Give the point at an easting and northing, or at a longitude and latitude."""
    if max(abs(x), abs(y)) <= MOST_DEGREES:
        return Point(y, x)
    longitude, latitude = _transformer().transform(x, y)
    return Point(latitude, longitude)
