"""Is there more where more is missing? Every place a dot, one thing against another."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.shell.drawing import element, line, together, words
from weft.shell.plots.axis import ROW, Scale, Ticks, say_tick, ticks, wrapped
from weft.shell.plots.plot import Caption, Drawn, Plot, both, letters
from weft.shell.tables import Column, Table

TALL = 300.0
RADIUS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One place; ``named`` ones are filled, and named below the picture."""

    name: str
    code: str
    across: float
    up: float
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """A straight line through the dots, from one end of the axis to the other.

    ``low`` and ``high`` are where its last end may lie, None where nobody knows.
    """

    first: float
    last: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """What runs across: its words, its two ends, and what they are called."""

    axis: str
    low: float
    high: float
    at_low: str
    at_high: str


def against(
    dots: Sequence[Dot],
    caption: Caption,
    across: Across,
    *,
    through: Through | None = None,
) -> Plot:
    """Draw dots, what the caption measures running up.

    Parameters
    ----------
    dots
        Each names itself where a pointer rests on it, and in the table.
    caption
        The finding, and what runs up.
    across
        What runs across.
    through
        A line to lay through them.
    """
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, dots, caption, (across, through))),
        table=_table(dots, caption, across),
        source=caption.source,
    )


def _draw(
    width: float,
    dots: Sequence[Dot],
    caption: Caption,
    told: tuple[Across, Through | None],
) -> Drawn:
    """Draw at one width."""
    across, through = told
    shown = ticks([*(one.up for one in dots), *_ends(through)], about=5)
    left = max(letters(say_tick(value, caption)) for value in shown.values) + 12
    said, lines = wrapped(0, 14, caption.axis, width)
    top = 20 + lines * ROW
    along = Scale(across.low, across.high, left + RADIUS, width - 12)
    up = Scale(shown.low, shown.high, top + TALL, top)
    body = said + _grid(shown, up, (left, width), caption)
    body += _line(through, along, up)
    body += together(_dot(one, along, up) for one in dots)
    foot, more = _below(across, along, (top + TALL + 26, width))
    names, last = _names(dots, top + TALL + 32 + more, width)
    return body + foot + names, top + TALL + 26 + more + last


def _ends(through: Through | None) -> list[float]:
    if through is None:
        return []
    told = (through.first, through.last, through.low, through.high)
    return [end for end in told if end is not None]


def _grid(
    shown: Ticks, up: Scale, ends: tuple[float, float], caption: Caption
) -> Markup:
    start, end = ends
    return together(
        line(start, up(value), end, up(value), "w-hair")
        + words(
            start - 6,
            up(value) + 5,
            say_tick(value, caption),
            anchor="end",
            class_="w-soft",
        )
        for value in shown.values
    )


def _line(through: Through | None, along: Scale, up: Scale) -> Markup:
    """Draw the line, and at its end how far up or down it may lie."""
    if through is None:
        return Markup("")
    drawn = line(
        along.start, up(through.first), along.end, up(through.last), "w-thread-line"
    )
    if through.low is None or through.high is None:
        return drawn
    x, low, high = along.end, up(through.low), up(through.high)
    return (
        drawn
        + line(x, low, x, high, "w-range")
        + together(line(x - 5, y, x + 5, y, "w-range") for y in (low, high))
    )


def _dot(one: Dot, along: Scale, up: Scale) -> Markup:
    return element(
        "circle",
        element("title", one.name),
        cx=along(one.across),
        cy=up(one.up),
        r=RADIUS,
        class_="w-dot" if one.named else "w-dot w-dot--hollow",
    )


def _names(dots: Sequence[Dot], y: float, width: float) -> tuple[Markup, float]:
    """Say the names of the filled dots, from the first along the axis to the last."""
    named = sorted((one for one in dots if one.named), key=lambda one: one.across)
    if not named:
        return Markup(""), 0.0
    said = "Filled, from the left: " + "; ".join(one.name for one in named)
    drawn, lines = wrapped(0, y, said, width, "w-name")
    return drawn, lines * ROW + 6


def _below(
    across: Across, along: Scale, place: tuple[float, float]
) -> tuple[Markup, float]:
    """Say both ends, and what runs across."""
    y, width = place
    ends = words(along.start, y, across.at_low, class_="w-soft") + words(
        along.end, y, across.at_high, anchor="end", class_="w-soft"
    )
    axis, lines = wrapped(0, y + ROW + 6, across.axis, width)
    return ends + axis, (1 + lines) * ROW + 6


def _table(dots: Sequence[Dot], caption: Caption, across: Across) -> Table:
    """Tell every dot, by name and in no order of merit."""
    ordered = sorted(dots, key=lambda one: (one.name, one.code))
    return Table(
        title=caption.title,
        columns=(
            Column("Area"),
            Column("Code"),
            Column(across.axis, numeric=True, decimals=1),
            caption.column,
        ),
        rows=tuple((one.name, one.code, one.across, one.up) for one in ordered),
        source=caption.source,
        licence=caption.licence,
    )
