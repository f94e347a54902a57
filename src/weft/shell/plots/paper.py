"""How do areas lie on paper, whatever is later said of them?"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from weft.shell.drawing import number

WIDTH = 560.0
MARGIN = 4.0
COARSE = 1.0  # px: a corner that moves a line by less is left out
ROOM_FOR_THREADS = 1600.0  # square px of the usual area
SMALLEST = 0.5  # square px: a smaller islet is left out


@dataclass(frozen=True, slots=True)
class _View:
    """From degrees to px; east is shortened as the middle latitude asks."""

    west: float
    north: float
    pace: float  # px of a degree of latitude
    squeeze: float

    def points(self, degrees: np.ndarray) -> np.ndarray:
        """Turn rows of longitude and latitude into px."""
        x = (degrees[:, 0] - self.west) * self.pace * self.squeeze + MARGIN
        y = (self.north - degrees[:, 1]) * self.pace + MARGIN
        return np.column_stack((x, y))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Areas as they lie on paper, whatever is later said of them."""

    paths: tuple[str, ...]
    middles: tuple[tuple[float, float], ...]
    coast: str
    height: float
    shapes: tuple[BaseGeometry, ...]  # in px
    yarn: str  # thick yarn for large areas, fine yarn where many are small


@lru_cache(maxsize=16)  # a region's borders serve every indicator: 2 s the first time
def on_paper(boundaries: tuple[bytes, ...]) -> Paper:
    """Bring every area to px, with shared borders simplified alike."""
    raw = shapely.from_wkb(boundaries)
    west, south, east, north = shapely.total_bounds(raw)
    squeeze = math.cos(math.radians((south + north) / 2))
    pace = (WIDTH - 2 * MARGIN) / (((east - west) * squeeze) or 1.0)
    view = _View(west, north, pace, squeeze)
    shapes = shapely.coverage_simplify(shapely.transform(raw, view.points), COARSE)
    middles = shapely.get_coordinates(shapely.point_on_surface(shapes))
    usual = float(np.median(shapely.area(shapes)))
    return Paper(
        paths=tuple(path_of(shape) for shape in shapes),
        middles=tuple((float(x), float(y)) for x, y in middles),
        coast=path_of(shapely.union_all(shapely.make_valid(shapes))),
        height=(north - south) * pace + 2 * MARGIN,
        shapes=tuple(shapes),
        yarn="threads" if usual >= ROOM_FOR_THREADS else "fine",
    )


def path_of(shape: BaseGeometry) -> str:
    """Write an area as the ``d`` of a path, to a tenth of a px, in small steps."""
    return "".join(_ring(ring) for ring in _rings(shape))


def _rings(shape: BaseGeometry) -> Iterator[np.ndarray]:
    """Give each outline and each hole of an area."""
    for part in shapely.get_parts(shape):
        if part.geom_type != "Polygon" or part.area < SMALLEST:
            continue
        yield shapely.get_coordinates(part.exterior)
        for hole in part.interiors:
            yield shapely.get_coordinates(hole)


def _ring(points: np.ndarray) -> str:
    """Write one ring: a start, then steps in tenths that add up without drift."""
    tenths = np.rint(points * 10).astype(int)
    steps = np.diff(tenths, axis=0)[:-1]
    x, y = tenths[0]
    told = "".join(
        f"{number(dx / 10)}{'' if dy < 0 else ' '}{number(dy / 10)} "
        for dx, dy in steps
        if dx or dy
    )
    return f"M{number(x / 10)} {number(y / 10)}l{told.rstrip()}z"
