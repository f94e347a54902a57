"""Is it different in towns and in villages? One small picture for each class."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from markupsafe import Markup

from weft.shell.drawing import element, line, together, words
from weft.shell.plots.axis import (
    EDGE,
    ROW,
    Scale,
    Ticks,
    below,
    labels_of,
    said_below,
    ticks,
    within,
    wrapped,
)
from weft.shell.plots.distribution import counted
from weft.shell.plots.plot import NARROW, Caption, Drawn, Mark, Plot, both
from weft.shell.tables import Column, Table

TALL = 62.0
BINS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One class of area, with the value of each place in it."""

    name: str
    values: tuple[float | None, ...]

    @property
    def known(self) -> list[float]:
        """List the values that are known."""
        return [v for v in self.values if v is not None and math.isfinite(v)]

    @property
    def middle(self) -> float | None:
        """Give the median; none where nothing is known."""
        return median(self.known) if self.known else None


def small_multiples(
    panels: Sequence[Panel],
    caption: Caption,
    *,
    here: Mark | None = None,
    of: str = "neighbourhoods",
) -> Plot:
    """Draw each class on the same scale, with the middle one of its places marked."""
    said = tuple(panels)
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, said, caption, here)),
        table=_table(said, caption, of),
        source=caption.source,
    )


def _draw(
    width: float, panels: tuple[Panel, ...], caption: Caption, here: Mark | None
) -> Drawn:
    """Draw at one width: one below the other, so that places can be compared."""
    everything = [value for panel in panels for value in panel.known]
    everything += [here.known] if here else []
    bins = ticks(everything, about=BINS)
    scale = Scale(bins.low, bins.high, EDGE, width - EDGE)
    body, y = Markup(""), 0.0
    if here:
        label = labels_of((here,), caption, scale, width)[0]
        body += words(label.middle, 15, label.text, anchor="middle", class_="w-strong")
        y = ROW + 6
    for panel in panels:
        drawn, tall = _panel(panel, (bins, scale, here), caption, y)
        body += drawn
        y += tall
    axis = within(ticks(bins.values, about=3 if width <= NARROW else 5), bins)
    y -= 22
    body += below(scale, axis, y, caption)
    return body, said_below(y, caption.axis, scale)[1]


def _panel(
    panel: Panel, frame: tuple[Ticks, Scale, Mark | None], caption: Caption, y: float
) -> tuple[Markup, float]:
    """Draw one class: its name, its bars, its middle."""
    bins, scale, here = frame
    width = scale.end + EDGE
    count = len(panel.known)
    title, lines = wrapped(0, y + 15, panel.name, width, "w-strong")
    middle = panel.middle
    said = (
        f"{count:,} places; the middle one has {caption.say(middle)}"
        if middle is not None
        else "not known"
    )
    told, more = wrapped(0, y + 15 + lines * ROW, said, width)
    base = y + 15 + (lines + more) * ROW + TALL - 8
    drawn = title + told + _bars(panel.known, bins, scale, base)
    drawn += line(scale.start, base, scale.end, base, "w-line")
    if here:
        x = scale(here.known)
        drawn += line(x, base - TALL + 10, x, base, "w-line w-dash")
    if middle is not None:
        drawn += element("circle", cx=scale(middle), cy=base, r=6, class_="w-dot")
    return drawn, base - y + 22


def _bars(known: Sequence[float], bins: Ticks, scale: Scale, base: float) -> Markup:
    """Draw the shares of one class, so that a small class is as tall as a large one."""
    counts = counted(known, bins)
    most = max(counts, default=0) or 1
    return together(
        element(
            "rect",
            x=scale(low) + 0.5,
            y=base - count / most * (TALL - 14),
            width=scale(high) - scale(low) - 1,
            height=count / most * (TALL - 14),
            class_="w-bar w-bar--other",
        )
        for low, high, count in zip(bins.values, bins.values[1:], counts, strict=False)
        if count
    )


def _table(panels: Sequence[Panel], caption: Caption, of: str) -> Table:
    """Tell each class in one row."""
    rows = tuple(
        (
            panel.name,
            len(panel.known),
            min(panel.known, default=None),
            panel.middle,
            max(panel.known, default=None),
        )
        for panel in panels
    )
    numbers = (
        Column(words, numeric=True, decimals=caption.decimals, unit=caption.unit)
        for words in ("least", "middle one", "most")
    )
    return Table(
        title=caption.title,
        columns=(Column("Kind of area"), Column(of, numeric=True), *numbers),
        rows=rows,
        source=caption.source,
        licence=caption.licence,
        notes=(caption.axis,),
    )
