"""How do metres of the British National Grid become degrees, and degrees metres?

By Helmert's transformation as PROJ does it without the Ordnance Survey's file of
shifts: up to some 3 m from the truth, the same for all that lies near, so that what
lies beside a street stays beside it.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
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


def in_metres(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn rows of longitude and latitude into rows of easting and northing."""
    if not len(lonlat):
        return np.empty((0, 2))
    east, north = _transformer().transform(
        lonlat[:, 0], lonlat[:, 1], direction="INVERSE"
    )
    return np.column_stack((east, north))


def points_in_metres(points: Sequence[Point]) -> NDArray[np.float64]:
    """Turn points into rows of easting and northing."""
    told = [(point.longitude, point.latitude) for point in points]
    return in_metres(np.array(told, dtype=np.float64).reshape(-1, 2))
