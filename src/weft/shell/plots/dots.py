"""Where does a place lie beside others, on one line?"""

from collections.abc import Sequence

from markupsafe import Markup

from weft.shell.drawing import element, together
from weft.shell.plots.axis import (
    EDGE,
    ROW,
    Scale,
    below,
    labels_of,
    leaders,
    said_below,
    ticks,
    whisker,
)
from weft.shell.plots.plot import NARROW, Caption, Drawn, Mark, Plot, both, marks_table

CROWD_TALL = 40.0
LEAST_SPAN = 0.3  # of the largest number: the least that the line shows
CROWD_STEP = 5.0  # px between two dots of the crowd that share a place


def dots(
    marks: Sequence[Mark], caption: Caption, *, crowd: Sequence[float | None] = ()
) -> Plot:
    """Draw marks on one line, over a crowd of all places if it is given.

    The marks are labelled where they lie; what is not known is in the table only.
    """
    known = tuple(mark for mark in marks if mark.value is not None)
    others = tuple(value for value in crowd if value is not None)
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, known, others, caption)),
        table=marks_table(tuple(marks), caption, first="Place"),
        source=caption.source,
    )


def _draw(
    width: float, marks: Sequence[Mark], crowd: Sequence[float], caption: Caption
) -> Drawn:
    """Draw at one width."""
    ends = [
        end
        for mark in marks
        for end in (mark.value, mark.low, mark.high)
        if end is not None
    ]
    shown = ticks(_span([*ends, *crowd]), about=4 if width <= NARROW else 6)
    scale = Scale(shown.low, shown.high, EDGE, width - EDGE)
    labels = labels_of(marks, caption, scale, width)
    rows = max((label.row for label in labels), default=0) + 1
    y = rows * ROW + 12 + (CROWD_TALL if crowd else 8)
    body = _crowd(scale, crowd, y) + below(scale, shown, y, caption)
    body += leaders(marks, labels, scale, ends=(rows, y))
    body += together(whisker(scale, mark, y) for mark in marks)
    return body, said_below(y, caption.axis, scale)[1]


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Choose from where to where the line runs, never so short that little looks much.

    Places that differ by a hundredth part lie close together, as they should.
    """
    low, high = min(values, default=0.0), max(values, default=1.0)
    short = max(abs(low), abs(high)) * LEAST_SPAN - (high - low)
    if short <= 0:
        return low, high
    start = low - short / 2
    start = max(start, 0.0) if low >= 0 else start
    return start, max(high, start + (high - low) + short)


def _crowd(scale: Scale, crowd: Sequence[float], y: float) -> Markup:
    """Draw every place as a dot, those alike one above the other."""
    piles: dict[int, int] = {}
    for value in crowd:
        place = round(scale(value) / CROWD_STEP)
        piles[place] = piles.get(place, 0) + 1
    tallest = max(piles.values(), default=1)
    step = min(CROWD_STEP, CROWD_TALL / tallest)
    return together(
        element(
            "rect",
            x=place * CROWD_STEP - 2,
            y=y - 6 - count * step,
            width=4,
            height=count * step,
            class_="w-dot--crowd",
        )
        for place, count in sorted(piles.items())
    )
