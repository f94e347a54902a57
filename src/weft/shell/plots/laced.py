"""Who is joined to what: a few on one side, many on the other, and threads between.

On a desk the threads are drawn; on a phone each of the few has a row of knots, one for
each that it joins. A full knot is joined by another of the few too, an open one by
none. The layout follows from the names and the order alone: the same ties give the
same picture.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.shell.drawing import element, number, together, words
from weft.shell.plots.axis import ROW, wrapped
from weft.shell.plots.plot import Caption, Drawn, Plot, both
from weft.shell.tables import Column, Table

WIDE_FROM = 400
SIDE = 0.4  # share of a wide drawing that the names of either side take
KNOT, STEP = 6.0, 20.0  # px
BETWEEN = 12.0  # px between two of a side


@dataclass(frozen=True, slots=True, kw_only=True)
class Joiner:
    """One of the few, and the names of those that it joins."""

    name: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _End:
    """One on the far side: joined by several, or so many joined by one only."""

    words: str
    by: tuple[int, ...]


def laced(joiners: Sequence[Joiner], caption: Caption, *, first: str = "What") -> Plot:
    """Draw who joins whom, for a desk and for a phone, with the same as a table.

    Parameters
    ----------
    joiners
        The few, in the order in which they shall stand.
    caption
        ``axis`` names those that are joined: «groups».
    first
        How the few are headed in the table.
    """
    several = _several(joiners)
    return Plot(
        title=caption.title,
        svg=both(
            lambda width: (
                _threads(width, joiners, caption, several)
                if width >= WIDE_FROM
                else _rows(width, joiners, several)
            )
        ),
        table=Table(
            title=caption.title,
            columns=(
                Column(first),
                Column(caption.axis, numeric=True),
                Column("Joined by no other here", numeric=True),
                Column("Which"),
            ),
            rows=tuple(
                (
                    one.name,
                    len(one.to),
                    sum(name not in several for name in one.to),
                    ", ".join(one.to),
                )
                for one in joiners
            ),
            source=caption.source,
            licence=caption.licence,
        ),
        source=caption.source,
    )


def _several(joiners: Sequence[Joiner]) -> frozenset[str]:
    """Find those that more than one of the few join."""
    count = Counter(name for one in joiners for name in set(one.to))
    return frozenset(name for name, many in count.items() if many > 1)


def _ends(
    joiners: Sequence[Joiner], several: frozenset[str], caption: Caption
) -> list[_End]:
    """Lay the far side so that few threads cross: each end at its joiners' middle."""
    ends = [
        _End(name, tuple(at for at, one in enumerate(joiners) if name in one.to))
        for name in sorted(several)
    ]
    for at, one in enumerate(joiners):
        alone = sum(name not in several for name in one.to)
        if alone:
            more = "more " if len(one.to) > alone else ""
            ends.append(_End(f"{alone} {more}{caption.axis}", (at,)))
    return sorted(ends, key=lambda end: (sum(end.by) / len(end.by), end.words))


def _threads(
    width: float, joiners: Sequence[Joiner], caption: Caption, several: frozenset[str]
) -> Drawn:
    """Draw names on both sides and a thread for each tie."""
    side = width * SIDE
    left, fell = _column([one.name for one in joiners], 0, side - 14, "w-strong")
    ends = _ends(joiners, several, caption)
    right, rose = _column([one.words for one in ends], width - side + 14, side - 14, "")
    tall = max(fell[-1] if fell else 0, rose[-1] if rose else 0)
    start, end = _middles(fell, tall), _middles(rose, tall)
    body = together(
        _thread((side, start[at]), (width - side, end[to]), alone=len(one.by) == 1)
        for to, one in enumerate(ends)
        for at in one.by
    )
    shift = (_shifts(fell, tall), _shifts(rose, tall))
    return (
        body
        + together(
            element("g", drawn, transform=f"translate(0 {number(down)})")
            for column, downs in ((left, shift[0]), (right, shift[1]))
            for drawn, down in zip(column, downs, strict=True)
        )
        + together(_knot(side, y, "w-dot") for y in start)
        + together(
            _knot(
                width - side, y, "w-dot" if len(one.by) > 1 else "w-dot w-dot--hollow"
            )
            for one, y in zip(ends, end, strict=True)
        ),
        tall + 4,
    )


def _column(
    names: Sequence[str], x: float, room: float, class_: str
) -> tuple[list[Markup], list[float]]:
    """Write names below one another; give each, and how far down each reaches."""
    drawn, reach, y = [], [], 0.0
    for name in names:
        written, lines = wrapped(x, y + 16, name, room, class_)
        drawn.append(written)
        y += lines * ROW + BETWEEN
        reach.append(y)
    return drawn, reach


def _shifts(reach: Sequence[float], tall: float) -> list[float]:
    """Say how far down each of a shorter column moves, to fill the taller one."""
    spare = (tall - reach[-1]) / len(reach) if reach else 0
    return [spare * (at + 0.5) for at in range(len(reach))]


def _middles(reach: Sequence[float], tall: float) -> list[float]:
    """Say at which height the thread of each of a column ends."""
    starts = [0.0, *reach[:-1]]
    shifts = _shifts(reach, tall)
    return [
        (top + bottom - BETWEEN) / 2 + down + 1
        for top, bottom, down in zip(starts, reach, shifts, strict=True)
    ]


def _thread(
    start: tuple[float, float], end: tuple[float, float], *, alone: bool
) -> Markup:
    """Draw one thread, bent so that it leaves and arrives level."""
    (x1, y1), (x2, y2) = start, end
    middle = number((x1 + x2) / 2)
    bent = (
        f"M{number(x1)} {number(y1)}C{middle} {number(y1)} {middle} {number(y2)} "
        f"{number(x2)} {number(y2)}"
    )
    return element("path", d=bent, class_="w-fine w-dash" if alone else "w-fine")


def _knot(x: float, y: float, class_: str) -> Markup:
    return element("circle", cx=x, cy=y, r=KNOT, class_=class_)


def _rows(width: float, joiners: Sequence[Joiner], several: frozenset[str]) -> Drawn:
    """Draw a row of knots below the name of each of the few."""
    body = (
        _knot(KNOT + 2, 10, "w-dot")
        + words(STEP + 4, 16, "joined by another of these too", class_="w-soft")
        + _knot(KNOT + 2, 34, "w-dot w-dot--hollow")
        + words(STEP + 4, 40, "joined by no other of these", class_="w-soft")
    )
    y = 82.0
    for one in joiners:
        name, lines = wrapped(0, y, one.name, width - 44, "w-strong")
        body += name + words(
            width, y, str(len(one.to)), anchor="end", class_="w-strong"
        )
        y += (lines - 1) * ROW + STEP
        shown = sorted(one.to, key=lambda name: (name not in several, name))
        a_row = int((width - 2) // STEP)
        for at, joined in enumerate(shown):
            x, down = KNOT + 2 + at % a_row * STEP, at // a_row * STEP
            kind = "w-dot" if joined in several else "w-dot w-dot--hollow"
            body += _knot(x, y + down - 4, kind)
        y += ((len(shown) - 1) // a_row + 1) * STEP + BETWEEN + 10
    return body, y - BETWEEN
