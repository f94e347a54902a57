"""How large are a few things beside each other, and how sure are we?"""

from collections.abc import Sequence

from markupsafe import Markup

from weft.shell.drawing import element, line, together, words
from weft.shell.plots.axis import ROW, Scale, ticks, wrapped
from weft.shell.plots.plot import Caption, Drawn, Mark, Plot, both, letters, marks_table

THICK = 16.0
NAMES = 0.36  # share of a wide drawing that the names take
WIDE_FROM = 400


def bars(marks: Sequence[Mark], caption: Caption, *, first: str = "What") -> Plot:
    """Draw one bar for each mark, from nought, with its interval and its number."""
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, tuple(marks), caption)),
        table=marks_table(tuple(marks), caption, first=first),
        source=caption.source,
    )


def _draw(width: float, marks: tuple[Mark, ...], caption: Caption) -> Drawn:
    """Draw at one width: names above their bars on a phone, before them on a desk."""
    wide = width >= WIDE_FROM
    said = [_said(mark, caption) for mark in marks]
    room = max((letters(text, bold=True) for text in said), default=0) + 10
    ends = [end for mark in marks for end in (mark.value, mark.high) if end is not None]
    shown = ticks(ends, about=4, from_nought=True)
    start = width * NAMES if wide else 1.0
    scale = Scale(shown.low, shown.high, start, max(width - room, start + 40))
    axis, lines = wrapped(start, 14, caption.axis, width - start)
    y = 14.0 + lines * ROW
    body = axis
    for mark, text in zip(marks, said, strict=True):
        row, tall = _row(mark, text, (scale, width, y))
        body += row
        y += tall
    return body, y


def _row(
    mark: Mark, text: str, place: tuple[Scale, float, float]
) -> tuple[Markup, float]:
    """Draw one bar with its name and its number."""
    scale, width, y = place
    wide = width >= WIDE_FROM
    bold = "w-strong" if mark.here else "w-name"
    room = scale.start - 14 if wide else width
    name, lines = wrapped(0, y + 13, mark.name, room, bold)
    note, more = (
        wrapped(0, y + 13 + lines * ROW, mark.note, room) if mark.note else ("", 0)
    )
    top = y if wide else y + (lines + more) * ROW + 2
    drawn = name + note + _bar(mark, scale, top)
    drawn += words(width, top + 14, text, anchor="end", class_="w-strong")
    tall = (
        max((lines + more) * ROW, THICK + 4) if wide else (lines + more) * ROW + THICK
    )
    return drawn, tall + 16


def _bar(mark: Mark, scale: Scale, top: float) -> Markup:
    """Weave the bar; where nothing is known, a dotted line stands for it."""
    middle = top + THICK / 2
    if mark.value is None:
        return line(scale.start, middle, scale.end, middle, "w-cut--dotted")
    low, high = sorted((scale(0), scale(mark.value)))
    drawn = line(scale(0), top - 6, scale(0), top + THICK + 6, "w-line") + element(
        "rect",
        x=low,
        y=top,
        width=high - low,
        height=THICK,
        class_="w-bar" if mark.here else "w-bar w-bar--other",
    )
    if mark.low is None or mark.high is None:
        return drawn
    ends = scale(mark.low), scale(mark.high)
    return (
        drawn
        + line(ends[0], middle, ends[1], middle, "w-range")
        + together(line(end, middle - 6, end, middle + 6, "w-range") for end in ends)
    )


def _said(mark: Mark, caption: Caption) -> str:
    """Say a bar's number; the interval is in the table and in the picture."""
    return caption.say(mark.value)
