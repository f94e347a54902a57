"""Did it come as often as it was said?

What was said runs across, what came runs up; on the thin line the two are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.shell.drawing import element, line, together, words
from weft.shell.plots.axis import ROW, Scale, Ticks, say_tick, ticks, wrapped
from weft.shell.plots.plot import Caption, Drawn, Plot, both, letters
from weft.shell.tables import Column, Table

TALLEST = 360.0
LEAST, MOST = 4.0, 9.0  # px: the radius of a point of few things, and of most


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAndCame:
    """Some things of which about the same was said, and what came of them."""

    of: int
    said: float
    came: float
    low: float
    high: float


def agreement(points: Sequence[SaidAndCame], caption: Caption, *, came: str) -> Plot:
    """Draw what came against what was said, with the interval of what came.

    Parameters
    ----------
    points
        At least one.
    caption
        Its axis says what was said, and runs across.
    came
        What runs up, in words.
    """
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, points, caption, came)),
        table=_table(points, caption, came),
        source=caption.source,
    )


def _draw(
    width: float, points: Sequence[SaidAndCame], caption: Caption, came: str
) -> Drawn:
    """Draw at one width."""
    ends = [end for one in points for end in (one.said, one.low, one.high)]
    shown = ticks(ends, about=5)
    left = max(letters(say_tick(value, caption)) for value in shown.values) + 10
    up_words, lines = wrapped(0, 14, came, width)
    top = 14 + lines * ROW
    tall = min(width - left - 12, TALLEST)
    across = Scale(shown.low, shown.high, left, left + tall)
    up = Scale(shown.low, shown.high, top + tall, top)
    most = max(one.of for one in points)
    body = up_words + _grid(shown, across, up, caption)
    body += line(across.start, up.start, across.end, up.end, "w-thin")
    body += together(_point(one, across, up, most) for one in points)
    below, more = wrapped(0, top + tall + 46, caption.axis, width)
    return body + below, top + tall + 46 + (more - 1) * ROW + 8


def _grid(shown: Ticks, across: Scale, up: Scale, caption: Caption) -> Markup:
    """Draw a thin line at each round number, both ways."""
    return together(
        line(across.start, up(value), across.end, up(value), "w-hair")
        + line(across(value), up.start, across(value), up.end, "w-hair")
        + words(
            across.start - 6,
            up(value) + 5,
            say_tick(value, caption),
            anchor="end",
            class_="w-soft",
        )
        + words(
            across(value),
            up.start + 22,
            say_tick(value, caption),
            anchor="middle",
            class_="w-soft",
        )
        for value in shown.values
    )


def _point(one: SaidAndCame, across: Scale, up: Scale, most: int) -> Markup:
    """Draw one point, the larger the more it stands for, with its interval."""
    x = across(one.said)
    size = LEAST + (MOST - LEAST) * (one.of / most) ** 0.5
    return line(x, up(one.low), x, up(one.high), "w-range") + element(
        "circle", cx=x, cy=up(one.came), r=size, class_="w-dot"
    )


def _table(points: Sequence[SaidAndCame], caption: Caption, came: str) -> Table:
    """Tell every point."""
    number = caption.column
    columns = (
        number,
        Column(came, numeric=True, decimals=number.decimals, unit=number.unit),
        *(
            Column(end, numeric=True, decimals=number.decimals, unit=number.unit)
            for end in ("at least", "at most")
        ),
        Column("how many", numeric=True),
    )
    return Table(
        title=caption.title,
        columns=columns,
        rows=tuple((one.said, one.came, one.low, one.high, one.of) for one in points),
        source=caption.source,
        licence=caption.licence,
    )
