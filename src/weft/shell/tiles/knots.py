"""Which things of a map are so close that one larger knot stands for them?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from weft.shell.tiles.scene import Knot, mercator

TILE_PX = 512
APART = 56  # px within which things are drawn as one knot


@dataclass(frozen=True, slots=True)
class Drawn:
    """A knot on the unit square: one thing, or several with their number."""

    x: float
    y: float
    said: Mapping[str, str | int | bool]
    knots: tuple[Knot, ...]


def clustered(knots: Sequence[Knot], *, zoom: int, last: int) -> Iterator[Drawn]:
    """Gather knots that lie in one square of the screen; at the last zoom none are.

    Whatever the zoom, the numbers add up to all the knots.
    """
    if not knots:
        return
    degrees = np.array([(k.point.longitude, k.point.latitude) for k in knots])
    places = mercator(degrees)
    squares: dict[tuple[int, int], list[int]] = defaultdict(list)
    side = APART / (TILE_PX * 2**zoom)
    for at, (x, y) in enumerate(places):
        key = (at, 0) if zoom >= last else (int(x // side), int(y // side))
        squares[key].append(at)
    for _, members in sorted(squares.items()):
        inside = sorted(
            (knots[at] for at in members), key=lambda k: (k.name, k.address)
        )
        x, y = (float(value) for value in places[members].mean(axis=0))
        yield Drawn(x, y, _said(inside), tuple(inside))


def _said(inside: Sequence[Knot]) -> Mapping[str, str | int | bool]:
    """Say what a knot is: its name and address, or how many things it stands for."""
    if len(inside) > 1:
        return {"count": len(inside)}
    one = inside[0]
    return {"name": one.name, "address": one.address, "fresh": one.fresh is True}
