"""Where on the map is there much, and where is thread missing?

Areas run from bare warp to closed woad; what is not known is dotted. Never red:
the eye should find where thread is missing, not who is at fault.
"""

import bisect
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from weft.shell.drawing import element, number, together, words
from weft.shell.plots.plot import Caption, Plot
from weft.shell.tables import Column, Table

WIDTH = 560.0
MARGIN = 4.0
COARSE = 0.7  # px: a corner that moves a line by less is left out
LEVELS = 5
ROOM_FOR_THREADS = 1600.0  # square px of the usual area
SMALLEST = 0.5  # square px: a smaller islet is left out


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaShape:
    """An area with its value; the boundary is WKB in longitude and latitude."""

    code: str
    name: str
    boundary: bytes
    value: float | None


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


def fifths(values: Sequence[float | None]) -> tuple[float, ...]:
    """Give the four values that part the known ones in five, each named once."""
    known = sorted(v for v in values if v is not None and math.isfinite(v))
    if not known:
        return ()
    parts = (
        known[min(len(known) * k // LEVELS, len(known) - 1)] for k in range(1, LEVELS)
    )
    return tuple(sorted(set(parts)))


def choropleth(
    areas: Sequence[AreaShape],
    caption: Caption,
    *,
    breaks: Sequence[float] | None = None,
    most_is_bare: bool = False,
    here: str = "",
) -> Plot:
    """Draw areas by value.

    Parameters
    ----------
    areas
        Every area of the map; it is drawn even when its value is not known.
    caption
        What is measured, and the finding.
    breaks
        Up to four rising values between the classes; by default the fifths.
    most_is_bare
        Whether much of what is measured means that thread is missing.
    here
        The code of the area to outline.
    """
    parts = tuple(breaks if breaks is not None else fifths([a.value for a in areas]))
    levels = [_level(area.value, parts, bare_end=most_is_bare) for area in areas]
    svg = _draw(areas, levels, here)
    return Plot(
        title=caption.title,
        svg=svg,
        table=_table(areas, caption, here),
        source=caption.source,
        key=_key(parts, caption, levels, bare_end=most_is_bare),
    )


def _level(
    value: float | None, parts: Sequence[float], *, bare_end: bool
) -> int | None:
    """Find how closely an area is woven, 0 to 4; none where nothing is known."""
    if value is None or not math.isfinite(value):
        return None
    return _weave(bisect.bisect_right(parts, value), len(parts), bare_end=bare_end)


def _weave(place: int, parts: int, *, bare_end: bool) -> int:
    """Spread classes over the five weaves, the first bare or the last."""
    step = round(place * (LEVELS - 1) / parts) if parts else LEVELS - 1
    return LEVELS - 1 - step if bare_end else step


def _draw(
    areas: Sequence[AreaShape], levels: Sequence[int | None], here: str
) -> Markup:
    """Draw each weave as one path, the area in question outlined above them."""
    shapes, height = _on_paper(areas)
    drawn: list[Markup] = []
    kind = _yarn(shapes)
    for level in (None, *range(LEVELS)):
        d = "".join(
            _path(shape)
            for shape, at in zip(shapes, levels, strict=True)
            if at == level
        )
        if d:
            weave = "dotted" if level is None else f"{kind}-{level}"
            drawn.append(element("path", d=d, fill=f"url(#w-{weave})", class_="w-area"))
    drawn += [
        element("path", d=_path(shape), class_="w-area--here") + _name(shape, area.name)
        for area, shape in zip(areas, shapes, strict=True)
        if area.code == here
    ]
    coast = shapely.unary_union(shapely.make_valid(np.array(shapes, dtype=object)))
    drawn.insert(
        -1 if here else len(drawn), element("path", d=_path(coast), class_="w-coast")
    )
    return element(
        "svg",
        together(drawn),
        viewBox=f"0 0 {number(WIDTH)} {number(height)}",
        class_="w-picture w-map-drawn",
        aria_hidden="true",
        focusable="false",
    )


def _yarn(shapes: Sequence[BaseGeometry]) -> str:
    """Choose thick yarn for large areas, fine yarn where many are small."""
    usual = float(np.median(shapely.area(np.array(shapes, dtype=object))))
    return "threads" if usual >= ROOM_FOR_THREADS else "fine"


def _on_paper(areas: Sequence[AreaShape]) -> tuple[list[BaseGeometry], float]:
    """Bring every area to px, with shared borders simplified alike."""
    raw = shapely.from_wkb([area.boundary for area in areas])
    west, south, east, north = shapely.total_bounds(raw)
    squeeze = math.cos(math.radians((south + north) / 2))
    pace = (WIDTH - 2 * MARGIN) / (((east - west) * squeeze) or 1.0)
    view = _View(west, north, pace, squeeze)
    flat = shapely.transform(raw, view.points)
    simple = shapely.coverage_simplify(flat, COARSE)
    return list(simple), (north - south) * pace + 2 * MARGIN


def _path(shape: BaseGeometry) -> str:
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


def _name(shape: BaseGeometry, name: str) -> Markup:
    """Name the outlined area on a paper plate."""
    middle = shape.representative_point()
    far = len(name) * 5.0
    x = min(max(middle.x, far), WIDTH - far)
    return words(
        x, middle.y + 5, name, anchor="middle", class_="w-strong w-plate w-map-label"
    )


def _key(
    parts: Sequence[float],
    caption: Caption,
    levels: Sequence[int | None],
    *,
    bare_end: bool,
) -> tuple[tuple[str, str], ...]:
    """Say which numbers each weave stands for."""
    say = caption.say
    ends = [None, *parts, None]
    entries = []
    for place, (low, high) in enumerate(pairwise(ends)):
        weave = _weave(place, len(parts), bare_end=bare_end)
        if low is None and high is None:
            text = "all"
        elif low is None:
            text = f"below {say(high)}"
        else:
            text = (
                f"{say(low)} or more" if high is None else f"{say(low)} to {say(high)}"
            )
        entries.append((f"threads-{weave}", text))
    if None in levels:
        entries.append(("dotted", "not known"))
    return tuple(entries)


def _table(areas: Sequence[AreaShape], caption: Caption, here: str) -> Table:
    """Tell every area's value, by name and in no order of merit."""
    ordered = sorted(areas, key=lambda area: (area.name, area.code))
    places = [at for at, area in enumerate(ordered) if area.code == here]
    return Table(
        title=caption.title,
        columns=(Column("Area"), Column("Code"), caption.column),
        rows=tuple((area.name, area.code, area.value) for area in ordered),
        source=caption.source,
        licence=caption.licence,
        here=places[0] if places else None,
    )
