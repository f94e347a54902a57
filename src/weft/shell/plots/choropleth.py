"""Where on the map is there much, and where is thread missing?

Areas run from bare warp to closed woad; what is not known is dotted. Never red:
the eye should find where thread is missing, not who is at fault.
"""

import bisect
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from weft.shell.drawing import element, number, together, words
from weft.shell.plots.paper import WIDTH, on_paper
from weft.shell.plots.plot import Caption, Plot
from weft.shell.tables import Column, Table

LEVELS = 5
ASK = -1  # beside the levels: nothing that we know of, and something to ask about
ABOVE = 16.0  # px that a name stands above the middle of its area
APART = {None: "dotted", ASK: "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaShape:
    """An area with its value; the boundary is WKB in longitude and latitude.

    ``ask`` draws it in open weave, whatever its value: there is something to ask about.
    """

    code: str
    name: str
    boundary: bytes
    value: float | None
    ask: bool = False


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
    levels = [
        ASK if area.ask else level_of(area.value, parts, bare_end=most_is_bare)
        for area in areas
    ]
    svg = _draw(areas, levels, here)
    return Plot(
        title=caption.title,
        svg=svg,
        table=_table(areas, caption, here),
        source=caption.source,
        key=key_of(parts, caption, (levels, _yarn(areas)), bare_end=most_is_bare),
    )


def level_of(
    value: float | None, parts: Sequence[float], *, bare_end: bool = False
) -> int | None:
    """Find how closely an area is woven, 0 to 4; none where nothing is known."""
    if value is None or not math.isfinite(value):
        return None
    return _weave(bisect.bisect_right(parts, value), len(parts), bare_end=bare_end)


def _weave(place: int, parts: int, *, bare_end: bool) -> int:
    """Spread classes over the five weaves, the first bare or the last."""
    step = round(place * (LEVELS - 1) / parts) if parts else LEVELS - 1
    return LEVELS - 1 - step if bare_end else step


def _yarn(areas: Sequence[AreaShape]) -> str:
    """Tell which yarn the map is woven of."""
    return on_paper(tuple(area.boundary for area in areas)).yarn


def _draw(
    areas: Sequence[AreaShape], levels: Sequence[int | None], here: str
) -> Markup:
    """Draw each weave as one path, the area in question outlined above them."""
    paper = on_paper(tuple(area.boundary for area in areas))
    drawn: list[Markup] = []
    for level in (None, ASK, *range(LEVELS)):
        d = "".join(
            path for path, at in zip(paper.paths, levels, strict=True) if at == level
        )
        if d:
            weave = APART.get(level) or f"{paper.yarn}-{level}"
            drawn.append(
                element(
                    "path",
                    d=d,
                    fill=f"url(#w-{weave})",
                    class_=f"w-area w-area--{paper.yarn}",
                )
            )
    drawn.append(element("path", d=paper.coast, class_="w-coast"))
    drawn += [
        element("path", d=path, class_="w-area--here") + _name(middle, area.name)
        for area, path, middle in zip(areas, paper.paths, paper.middles, strict=True)
        if area.code == here
    ]
    return element(
        "svg",
        together(drawn),
        viewBox=f"0 0 {number(WIDTH)} {number(paper.height)}",
        class_="w-picture w-map-drawn",
        aria_hidden="true",
        focusable="false",
    )


def _name(middle: tuple[float, float], name: str) -> Markup:
    """Name the outlined area on a paper plate."""
    far = len(name) * 5.0
    x = min(max(middle[0], far), WIDTH - far)
    y = middle[1] - ABOVE if middle[1] > 2 * ABOVE else middle[1] + 2 * ABOVE
    return words(x, y, name, anchor="middle", class_="w-strong w-plate w-map-label")


def key_of(
    parts: Sequence[float],
    caption: Caption,
    drawn: tuple[Sequence[int | None], str],
    *,
    bare_end: bool = False,
) -> tuple[tuple[str, str], ...]:
    """Say which numbers each weave stands for."""
    levels, yarn = drawn
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
        entries.append((f"{yarn}-{weave}", text))
    if ASK in levels:
        entries.append(("open", "ask first"))
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
