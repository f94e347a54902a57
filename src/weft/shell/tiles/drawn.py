"""How does the map look without any script: drawn once for a phone, once for a desk?"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from weft.shell.drawing import element, path, together, words
from weft.shell.plots.plot import Drawn, both, letters
from weft.shell.tiles.knots import Drawn as Gathered
from weft.shell.tiles.knots import clustered
from weft.shell.tiles.scene import (
    Bounds,
    Numbers,
    Scene,
    Shape,
    geometries,
    mercator,
    widened,
)

TALLEST, FLATTEST = 1.2, 0.6  # height over width
SEEN = 0.6  # px: a corner that moves a line by less is left out
MOST_NAMES = 10
NAME_TALL = 20.0
LETTER_HEIGHT = 5.6
ONE, SEVERAL = 7.0, 13.0  # px, how large a knot is


@dataclass(frozen=True, slots=True, kw_only=True)
class MapShown:
    """A map for a page: the picture, and where a script finds the tiles to move it."""

    title: str
    picture: Markup
    bounds: Bounds
    tiles: str = ""  # the address of the archive; without it the picture stays

    @property
    def edges(self) -> str:
        """Write the box for a script: west, south, east, north."""
        return ",".join(f"{edge:.5f}" for edge in self.bounds)


@dataclass(frozen=True, slots=True)
class Sheet:
    """From the unit square to px."""

    x: float
    y: float
    pace: float
    width: float
    height: float

    def points(self, unit: Numbers) -> Numbers:
        """Turn rows of the unit square into px."""
        return (unit - (self.x, self.y)) * self.pace

    def flat(self, shape: BaseGeometry) -> BaseGeometry:
        """Bring a shape in degrees to px, cut at the edge of the paper."""
        on_paper = shapely.transform(shape, lambda d: self.points(mercator(d)))
        cut = shapely.clip_by_rect(on_paper, -4, -4, self.width + 4, self.height + 4)
        return shapely.simplify(cut, SEEN)


def draw(
    scene: Scene, *, title: str, bounds: Bounds | None = None, tiles: str = ""
) -> MapShown:
    """Draw a scene; things too close for a finger become one knot with their number."""
    box = widened(bounds or scene.bounds, 0.04)
    return MapShown(
        title=title,
        picture=both(lambda width: _draw(scene, sheet_of(box, width))),
        bounds=box,
        tiles=tiles,
    )


def sheet_of(box: Bounds, width: float) -> Sheet:
    """Fit the box on paper of a width, neither a tower nor a ribbon."""
    west, south, east, north = box
    corners = mercator(rows([(west, north), (east, south)]))
    (x0, y0), (x1, y1) = corners
    shape = min(max((y1 - y0) / (x1 - x0), FLATTEST), TALLEST)
    across = max(x1 - x0, (y1 - y0) / shape)
    pace = width / across
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    height = width * shape
    return Sheet(
        float(middle[0] - width / pace / 2),
        float(middle[1] - height / pace / 2),
        float(pace),
        width,
        height,
    )


def rows(pairs: Sequence[tuple[float, float]]) -> Numbers:
    """Set pairs of numbers in rows."""
    return np.array(pairs, dtype=np.float64)


def _draw(scene: Scene, sheet: Sheet) -> Drawn:
    """Lay paper, green, water, streets, borders, knots, and names on top."""
    body = base(scene, sheet)
    zoom = _zoom(sheet)
    gathered = [
        (one, sheet.points(rows([(one.x, one.y)]))[0])
        for one in clustered(scene.knots, zoom=zoom, last=99)
    ]
    inside = [
        (one, float(x), float(y))
        for one, (x, y) in gathered
        if 0 <= x <= sheet.width and 0 <= y <= sheet.height
    ]
    body += together(_knot(one, x, y) for one, x, y in inside)
    return body + _named(inside, sheet), sheet.height


def base(scene: Scene, sheet: Sheet) -> Markup:
    """Lay paper, green, water, streets and borders."""
    body = element("rect", width=sheet.width, height=sheet.height, class_="w-paper")
    body += _filled(scene.green, sheet, "w-green")
    body += _filled(scene.water, sheet, "w-water")
    body += _lines([street.line for street in scene.streets], sheet, "w-street")
    return body + _lines([area.boundary for area in scene.areas], sheet, "w-coast")


def _zoom(sheet: Sheet) -> int:
    """Find the zoom whose tiles of 512 px are at least as large as this paper's."""
    return max(0, math.floor(math.log2(sheet.pace / 512)))


def _filled(shapes: Sequence[Shape], sheet: Sheet, kind: str) -> Markup:
    """Draw areas as one path and lines as another."""
    flat = [sheet.flat(shape) for shape in geometries([s.shape for s in shapes])]
    areas = "".join(d for shape in flat for d in _paths(shape, areas=True))
    lines = "".join(d for shape in flat for d in _paths(shape, areas=False))
    drawn = element("path", d=areas, class_=kind) if areas else Markup("")
    return drawn + (
        element("path", d=lines, class_=f"{kind}--line") if lines else Markup("")
    )


def _lines(shapes: Sequence[bytes], sheet: Sheet, kind: str) -> Markup:
    """Draw lines and the borders of areas as one path."""
    flat = [sheet.flat(shape) for shape in geometries(shapes)]
    d = "".join(
        part
        for shape in flat
        for areas in (True, False)
        for part in _paths(shape, areas=areas)
    )
    return element("path", d=d, class_=kind) if d else Markup("")


def _paths(shape: BaseGeometry, *, areas: bool) -> Iterator[str]:
    """Write the rings of areas, or the lines, of a shape."""
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and areas:
            for ring in (part.exterior, *part.interiors):
                yield path(list(ring.coords)[:-1], closed=True)
        elif part.geom_type in {"LineString", "LinearRing"} and not areas:
            yield path(list(part.coords))
        elif part.geom_type == "GeometryCollection":
            yield from _paths(part, areas=areas)


def _knot(one: Gathered, x: float, y: float) -> Markup:
    """Draw one thing with its ring, or several as a larger knot with their number."""
    count = len(one.knots)
    if count == 1:
        ring = "w-ring" if one.knots[0].fresh else "w-ring w-ring--broken"
        return element("circle", cx=x, cy=y, r=ONE, class_=ring) + element(
            "circle", cx=x, cy=y, r=3.2, class_="w-thread"
        )
    said = f"{count:,}"
    size = max(SEVERAL, letters(said, bold=True) / 2 + 5)
    return element(
        "circle", cx=x, cy=y, r=size, class_="w-thread w-map-several"
    ) + words(x, y + LETTER_HEIGHT, said, anchor="middle", class_="w-strong w-reverse")


def _named(inside: Sequence[tuple[Gathered, float, float]], sheet: Sheet) -> Markup:
    """Name single things where no name touches another, nor any knot."""
    taken = [
        shapely.Point(x, y).buffer(SEVERAL if len(one.knots) > 1 else ONE)
        for one, x, y in inside
    ]
    drawn: list[Markup] = []
    for one, x, y in inside:
        if len(one.knots) > 1 or len(drawn) >= MOST_NAMES:
            continue
        name = one.knots[0].name
        wide = letters(name, bold=True)
        for start in (x + ONE + 4, x - ONE - 4 - wide):
            plate = shapely.box(
                start, y - NAME_TALL / 2, start + wide, y + NAME_TALL / 2
            )
            free = not any(plate.intersects(other) for other in taken)
            if free and start >= 0 and start + wide <= sheet.width:
                taken.append(plate)
                drawn.append(
                    words(start, y + LETTER_HEIGHT, name, class_="w-strong w-plate")
                )
                break
    return together(drawn)
