"""How do several maps of the same areas look side by side, each as small as can be?

Areas alike are drawn as one: eight maps of a county then weigh less than one of it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import shapely
from markupsafe import Markup

from weft.shell.drawing import element, number, together
from weft.shell.plots.choropleth import LEVELS, AreaShape, key_of, level_of
from weft.shell.plots.paper import WIDTH, on_paper, path_of
from weft.shell.plots.plot import Caption
from weft.shell.tables import Cell, Column, Table

SMALL = 3.0  # px of a map of full width: a corner that moves a line by less is left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One small map: what it is of, where more is told, and a value for each area."""

    name: str
    address: str
    said: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Little:
    """One small map drawn."""

    name: str
    address: str
    said: str
    picture: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class LittleMaps:
    """Small maps on one scale, how many areas are of each weave, and the key."""

    title: str
    maps: tuple[Little, ...]
    table: Table
    key: tuple[tuple[str, str], ...]
    source: str


def little_maps(
    areas: Sequence[AreaShape],
    sheets: Sequence[Sheet],
    caption: Caption,
    *,
    breaks: Sequence[float],
) -> LittleMaps:
    """Draw one small map for each sheet.

    Parameters
    ----------
    areas
        Where they are; their own values are not used.
    sheets
        At least one; each has a value for each area.
    caption
        What is measured.
    breaks
        Up to four rising values between the classes.
    """
    levels = [[level_of(value, breaks) for value in one.values] for one in sheets]
    boundaries = tuple(area.boundary for area in areas)
    everything = [level for some in levels for level in some]
    return LittleMaps(
        title=caption.title,
        maps=tuple(
            Little(
                name=one.name,
                address=one.address,
                said=one.said,
                picture=_draw(boundaries, tuple(some)),
            )
            for one, some in zip(sheets, levels, strict=True)
        ),
        table=_table(sheets, levels, caption, breaks),
        key=key_of(breaks, caption, (everything, "fine")),
        source=caption.source,
    )


@lru_cache(maxsize=64)  # the maps of a week stay as they are for seven days
def _draw(boundaries: tuple[bytes, ...], levels: tuple[int | None, ...]) -> Markup:
    """Draw all areas of a weave as one shape."""
    paper = on_paper(boundaries)
    drawn = []
    for level in (None, *range(LEVELS)):
        some = [
            shape
            for shape, at in zip(paper.shapes, levels, strict=True)
            if at == level and not shape.is_empty
        ]
        if some:
            whole = shapely.simplify(shapely.coverage_union_all(some), SMALL)
            weave = "dotted" if level is None else f"fine-{level}"
            drawn.append(element("path", d=path_of(whole), fill=f"url(#w-{weave})"))
    drawn.append(element("path", d=paper.coast, class_="w-coast"))
    return element(
        "svg",
        together(drawn),
        viewBox=f"0 0 {number(WIDTH)} {number(paper.height)}",
        class_="w-picture",
        aria_hidden="true",
        focusable="false",
    )


def _table(
    sheets: Sequence[Sheet],
    levels: Sequence[Sequence[int | None]],
    caption: Caption,
    breaks: Sequence[float],
) -> Table:
    """Count areas of each weave."""
    full = key_of(breaks, caption, ([*range(LEVELS), None], "fine"))
    order = [int(weave[-1]) for weave, _ in full if weave != "dotted"]
    rows: list[tuple[Cell, ...]] = []
    for one, some in zip(sheets, levels, strict=True):
        counts = Counter(some)
        rows.append((one.name, *(counts[at] for at in (*order, None))))
    return Table(
        title=caption.title,
        columns=(
            Column("Map"),
            *(Column(f"Areas: {said}", numeric=True, decimals=0) for _, said in full),
        ),
        rows=tuple(rows),
        source=caption.source,
        licence=caption.licence,
        notes=(caption.axis,),
    )
