"""How is drawn what came of each group beside what was due?

One line for each group, from nobody to twice as many as live here, with the line of «as
many as live here» through all of them. Full circles came; an empty one is nobody; the
bar is the interval. What is protected or not known is a dotted line.
"""

from collections.abc import Sequence

from markupsafe import Markup

from weft.commons.disclosure import Withheld
from weft.shell.drawing import element, line, together, words
from weft.shell.plots import Plot
from weft.shell.plots.axis import ROW, Scale, wrapped
from weft.shell.plots.plot import Drawn, both, letters
from weft.shell.tables import Table
from weft.voices.domain.missing.showing import GroupShown

MOST = 2.0  # times as many as live here: the end of the line
DUE = "as many as live here"
_HEAD, _DOT, _END, _GAP = 34.0, 6.0, 6.0, 16.0


def due_plot(groups: Sequence[GroupShown], title: str, table: Table) -> Plot:
    """Draw groups, with the same as a table beside."""
    return Plot(
        title=title,
        svg=both(lambda width: _draw(width, groups)),
        table=table,
        source=table.source,
    )


def said_of(one: GroupShown) -> str:
    """Say how many came, and how many were due."""
    came = "not counted"
    if isinstance(one.came, Withheld):
        came = "not shown"
    elif one.came is not None:
        came = f"{one.came} came"
    return f"{came}, {round(one.due)} due" if one.due is not None else came


def _draw(width: float, groups: Sequence[GroupShown]) -> Drawn:
    """Draw at one width."""
    scale = Scale(0.0, MOST, _DOT + 2, width - _DOT - 2)
    half = letters(DUE) / 2
    rows, y = Markup(""), _HEAD
    for one in groups:
        row, y = _row(one, scale, width, y)
        rows += row
    middle = scale(1.0)
    head = words(max(middle, half), 16, DUE, anchor="middle", class_="w-soft")
    # the line of «due» lies under the names, which stand on a plate of paper
    return head + line(middle, _HEAD - 10, middle, y - _GAP, "w-line") + rows, y


def _row(one: GroupShown, scale: Scale, width: float, y: float) -> tuple[Markup, float]:
    """Draw one group: its name and numbers, and what they come to below."""
    said = said_of(one)
    room = width - letters(said) - 12
    beside = letters(one.group, bold=True) <= room
    name, lines = wrapped(
        0, y + 14, one.group, room if beside else width, "w-strong w-plate"
    )
    at = y + 14 + (lines - 1) * ROW + (0 if beside else ROW)
    numbers = words(width, at, said, anchor="end", class_="w-soft w-plate")
    middle = at + 18
    return name + numbers + _mark(one, scale, middle), middle + _GAP + 8


def _mark(one: GroupShown, scale: Scale, y: float) -> Markup:
    """Draw what came over what was due."""
    if one.share is None or one.low is None or one.high is None:
        return line(scale.start, y, scale.end, y, "w-cut--dotted")
    low, high = scale(one.low), scale(one.high)
    ends = [scale(end) for end in (one.low, one.high) if end <= MOST]
    drawn = line(scale.start, y, scale.end, y, "w-hair")
    drawn += line(low, y, high, y, "w-range")
    drawn += together(line(end, y - _END, end, y + _END, "w-range") for end in ends)
    kind = "w-dot" if one.came else "w-dot w-dot--hollow"
    return drawn + element("circle", cx=scale(one.share), cy=y, r=_DOT, class_=kind)
