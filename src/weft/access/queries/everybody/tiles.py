"""Into which tiles is a region's week cut?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from weft.access.domain.choice.values import Ints, LifeNow, Longs, Numbers
from weft.access.domain.choice.windows import hours_in
from weft.access.domain.tiles import Across, Common, Tile, cut
from weft.access.queries.everybody.world import WeekAround
from weft.commons.places import Point

CLASSES = 11
"""Of need: the tenths, and those whose tenth is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InTiles:
    """How a region is reckoned in parts.

    Attributes
    ----------
    across
        Reckons the parts, here or on other machines.
    most
        Areas of one part.
    """

    across: Across
    most: int


def in_tiles(
    around: WeekAround, who: tuple[Longs, Ints], now: Sequence[LifeNow], *, most: int
) -> tuple[Common, tuple[Tile, ...]]:
    """Cut a region's week into tiles.

    Parameters
    ----------
    around
        The week; its journeys are not found here.
    who
        People of each life in each area, and the class of need of each area.
    now
        The lives.
    most
        Areas of one tile.
    """
    laid, gates = around.laid, [gates for _, gates in around.laid.places]
    common = Common(
        offers=laid.offers,
        sessions=laid.sessions,
        occasions=laid.occasions,
        points=_degrees([point for point, _ in laid.places]),
        gates=tuple(gates) if any(gates) else (),
        by=around.by,
        money=around.money,
        lives=tuple(now),
        week=around.week,
        hours=hours_in(around.week),
        classes=CLASSES,
        terms=around.terms,
        varied=True,
    )
    return common, cut(_degrees(around.homes), around.people(*who), most=most)


def _degrees(points: Sequence[Point]) -> Numbers:
    told = [(point.latitude, point.longitude) for point in points]
    return np.array(told, dtype=np.float64).reshape(-1, 2)
