"""Is it spread evenly? What the first so many in a hundred people have of all there is.

On the thin line all have the same; the further a curve hangs below it, the less those
have who come first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.shell.drawing import element, line, path, together, words
from weft.shell.plots.axis import ROW, Scale, wrapped
from weft.shell.plots.plot import Caption, Drawn, Plot, both
from weft.shell.tables import Cell, Column, Table

TALLEST = 340.0
LEFT = 36.0
STEPS = (0, 25, 50, 75, 100)
TENTHS = tuple(range(0, 101, 10))
KINDS = ("w-thread-line", "w-thread-line w-thread-line--second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """What people have, added up in some order.

    ``held[n]`` is what the first ``n`` tenths of people have, of a hundred: 11 numbers.
    """

    name: str
    held: tuple[float, ...]


def evenly(curves: Sequence[Curve], caption: Caption) -> Plot:
    """Draw one curve or two; the first solid, the second dashed."""
    if not 1 <= len(curves) <= len(KINDS):
        raise ValueError(f"one curve or two fit in a picture, not {len(curves)}")
    return Plot(
        title=caption.title,
        svg=both(lambda width: _draw(width, curves, caption)),
        table=_table(curves, caption),
        source=caption.source,
    )


def _draw(width: float, curves: Sequence[Curve], caption: Caption) -> Drawn:
    """Draw at one width: square, and each curve named below."""
    said, lines = wrapped(0, 14, caption.axis, width)
    top = 20 + lines * ROW
    side = min(width - LEFT - 12, TALLEST)
    across, up = Scale(0, 100, LEFT, LEFT + side), Scale(0, 100, top + side, top)
    body = said + _grid(across, up)
    body += line(across(0), up(0), across(100), up(100), "w-thin")
    y = top + side + 50
    for curve, kind in zip(curves, KINDS, strict=False):
        points = [
            (across(x), up(held)) for x, held in zip(TENTHS, curve.held, strict=True)
        ]
        body += element("path", d=path(points), class_=kind)
        body += line(LEFT, y - 5, LEFT + 34, y - 5, kind)
        name, more = wrapped(LEFT + 44, y, curve.name, width - LEFT - 44)
        body += name
        y += more * ROW + 6
    return body, y - ROW + 8


def _grid(across: Scale, up: Scale) -> Markup:
    return together(
        line(across.start, up(value), across.end, up(value), "w-hair")
        + words(
            across.start - 6, up(value) + 5, str(value), anchor="end", class_="w-soft"
        )
        + words(
            across(value), up.start + 22, str(value), anchor="middle", class_="w-soft"
        )
        for value in STEPS
    )


def _table(curves: Sequence[Curve], caption: Caption) -> Table:
    """Tell what each so many in a hundred people have."""
    columns = (
        Column("Of a hundred people, the first"),
        *(Column(one.name, numeric=True, decimals=1) for one in curves),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (str(tenth), *(one.held[at] for one in curves))
        for at, tenth in enumerate(TENTHS)
    )
    return Table(
        title=caption.title,
        columns=columns,
        rows=rows,
        source=caption.source,
        licence=caption.licence,
        notes=(caption.axis,),
    )
