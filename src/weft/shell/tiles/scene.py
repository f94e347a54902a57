"""What may lie on a map, as plain values in degrees?

Geometry is WKB in longitude and latitude, as ``ground`` keeps it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from weft.commons.places import Point

Bounds = tuple[float, float, float, float]  # west, south, east, north
Numbers = npt.NDArray[np.float64]
NORTH_EDGE = 85.05112878  # where the square of Web Mercator ends
USUAL_MARGIN = 0.004  # degrees around a lone thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The border of an area, with its name."""

    name: str
    boundary: bytes
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Something green or wet: an area, or a line such as a river."""

    shape: bytes
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """A street, drawn from a zoom on: 7 for a motorway, 13 for a path."""

    line: bytes
    name: str = ""
    from_zoom: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """One thing that is here. ``fresh``: confirmed this quarter; None: nobody said."""

    point: Point
    name: str
    address: str
    fresh: bool | None = True
    mark: str = ""  # its number on a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that a map shows."""

    areas: tuple[Outline, ...] = ()
    green: tuple[Shape, ...] = ()
    water: tuple[Shape, ...] = ()
    streets: tuple[Street, ...] = ()
    knots: tuple[Knot, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """Give the box around the areas, or around the knots where there are none."""
        if self.areas:
            return _box(shapely.total_bounds(_read([a.boundary for a in self.areas])))
        if self.knots:
            east = [knot.point.longitude for knot in self.knots]
            north = [knot.point.latitude for knot in self.knots]
            return widened((min(east), min(north), max(east), max(north)))
        raise ValueError("a map of nothing has no bounds")


def widened(bounds: Bounds, share: float = 0.06) -> Bounds:
    """Leave a margin around a box, and some room around a single point."""
    west, south, east, north = bounds
    across = max((east - west) * share, USUAL_MARGIN)
    up = max((north - south) * share, USUAL_MARGIN)
    return west - across, south - up, east + across, north + up


def _box(found: Sequence[float]) -> Bounds:
    west, south, east, north = (float(edge) for edge in found)
    return west, south, east, north


def _read(shapes: Sequence[bytes]) -> npt.NDArray[np.object_]:
    return np.asarray(shapely.from_wkb(list(shapes)), dtype=object)


def geometries(shapes: Sequence[bytes]) -> list[BaseGeometry]:
    """Read WKB, mended where it is not valid, as publishers' borders sometimes are."""
    if not shapes:
        return []
    return list(shapely.make_valid(_read(shapes)))


def mercator(degrees: Numbers) -> Numbers:
    """Turn rows of longitude and latitude into the unit square of Web Mercator.

    x grows to the east and y to the south, as tiles are numbered (EPSG:3857 scaled).
    """
    latitude = np.radians(np.clip(degrees[:, 1], -NORTH_EDGE, NORTH_EDGE))
    x = degrees[:, 0] / 360 + 0.5
    y = 0.5 - np.arcsinh(np.tan(latitude)) / (2 * math.pi)
    return np.column_stack((x, y))
