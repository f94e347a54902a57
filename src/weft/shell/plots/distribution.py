"""How are all places spread, and where in that is this one?"""

import math
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from weft.shell.drawing import element, together
from weft.shell.plots.axis import (
    EDGE,
    ROW,
    Scale,
    Ticks,
    below,
    labels_of,
    leaders,
    said_below,
    ticks,
    whisker,
    within,
)
from weft.shell.plots.plot import NARROW, Caption, Drawn, Mark, Plot, both
from weft.shell.tables import Column, Table

TALL = 150.0
FEW, MANY = 6, 24  # bins


def distribution(
    values: Sequence[float | None],
    caption: Caption,
    *,
    marks: Sequence[Mark] = (),
    of: str = "neighbourhoods",
) -> Plot:
    """Draw how many places have which value, with marks laid over them."""
    known = [value for value in values if value is not None and math.isfinite(value)]
    shown = _bins(known)
    counts = counted(known, shown)
    said = tuple(mark for mark in marks if mark.value is not None)
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, shown, counts, (said, caption, of))),
        table=_table(shown, counts, (said, caption, of), len(values) - len(known)),
        source=caption.source,
    )


def _bins(known: Sequence[float]) -> Ticks:
    """Choose bins: as many as the root of the number of places, within reason."""
    wanted = min(MANY, max(FEW, round(math.sqrt(len(known) or 1))))
    return ticks(known, about=wanted)


def counted(values: Sequence[float], bins: Ticks) -> tuple[int, ...]:
    """Count the values of each bin; a value on an edge belongs to the bin above."""
    counts = [0] * (len(bins.values) - 1)
    wide = bins.values[1] - bins.values[0]
    for value in values:
        # A ten-millionth of a bin forgives what binary fractions do to 0.3 / 0.1.
        place = math.floor((value - bins.low) / wide + 1e-7)
        counts[min(max(place, 0), len(counts) - 1)] += 1
    return tuple(counts)


_Said = tuple[tuple[Mark, ...], Caption, str]


def _draw(width: float, bins: Ticks, counts: Sequence[int], told: _Said) -> Drawn:
    """Draw at one width."""
    marks, caption, of = told
    scale = Scale(bins.low, bins.high, EDGE, width - EDGE)
    labels = labels_of(marks, caption, scale, width)
    rows = max((label.row for label in labels), default=-1) + 1
    y = rows * ROW + 14 + TALL
    axis = within(ticks(bins.values, about=_about(width)), bins)
    tallest = max(counts, default=0)
    said = f"{caption.axis}; the tallest bar is {tallest:,} {of}"
    caption = replace(caption, axis=said)
    body = _bars(scale, bins, counts, (marks, y)) + below(scale, axis, y, caption)
    body += leaders(marks, labels, scale, ends=(rows, y))
    body += together(whisker(scale, mark, y) for mark in marks if mark.here)
    return body, said_below(y, said, scale)[1]


def _about(width: float) -> int:
    """Choose how many round numbers a line of this width has room for."""
    return 3 if width <= NARROW else 5


def _bars(
    scale: Scale, bins: Ticks, counts: Sequence[int], laid: tuple[Sequence[Mark], float]
) -> Markup:
    """Weave one bar for each bin; the one that holds this place is closed cloth."""
    marks, y = laid
    most = max(counts, default=0) or 1
    here = {mark.known for mark in marks if mark.here}
    drawn = []
    for low, high, count in zip(bins.values, bins.values[1:], counts, strict=False):
        tall = count / most * TALL
        holds = any(low <= value < high for value in here)
        if count:
            drawn.append(
                element(
                    "rect",
                    x=scale(low) + 1,
                    y=y - tall,
                    width=scale(high) - scale(low) - 2,
                    height=tall,
                    class_="w-bar" if holds else "w-bar w-bar--other",
                )
            )
    return together(drawn)


def _table(bins: Ticks, counts: Sequence[int], said: _Said, unknown: int) -> Table:
    """Tell the bars as rows and the marks below them."""
    marks, caption, of = said
    rows = tuple(
        (caption.say(low), caption.say(high), count)
        for low, high, count in zip(bins.values, bins.values[1:], counts, strict=False)
    )
    notes = [f"{mark.name}: {caption.say(mark.value)}" for mark in marks]
    if unknown:
        notes.append(f"Not known: {unknown:,} {of}")
    return Table(
        title=caption.title,
        columns=(
            Column(f"{caption.axis}: from"),
            Column("to below"),
            Column(of, numeric=True),
        ),
        rows=rows,
        source=caption.source,
        licence=caption.licence,
        notes=tuple(notes),
    )
