"""How are the answers of tiles laid together, and places shared over all of them?"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from weft.access.domain.choice.choosing import RealChoice
from weft.access.domain.choice.holding import CONDITIONS, COUNTS
from weft.access.domain.choice.sharing import chances
from weft.access.domain.choice.values import HOURS_HELD
from weft.access.domain.journeys.surroundings import Surroundings
from weft.access.domain.tiles.values import Across, Common, Tile, Whole

BY_AREA = ("counts", "more", "three", "kinds", "hours", "shared")


def by_tiles(
    common: Common,
    tiles: Sequence[Tile],
    around: Surroundings | None,
    across: Across,
) -> Whole:
    """Reckon the whole in parts: the same as ``choose`` of the whole, bit for bit.

    Every area stands in one tile, so that its row is laid in its place; the takers of
    an offer are whole numbers, and add up in any order.
    """
    whole = _nothing(common, sum(len(tile.rows) for tile in tiles))
    moved = np.zeros_like(whole.three)
    for part in across(common, tiles, around):
        for name in BY_AREA:
            getattr(whole, name)[:, part.rows] = getattr(part.choice, name)
        whole.takers[:, part.offers] += part.choice.takers
        moved[:, part.rows] = part.changed
    return Whole(whole, moved)


def sharing(
    common: Common,
    tiles: Sequence[Tile],
    around: Surroundings | None,
    across: Across,
    *,
    weights: ArrayLike,
) -> Whole:
    """Share each offer's places over everybody who could take it up, in two passes.

    Who can take an offer up lives in many tiles: the first pass counts them all, the
    second adds up for each area what its people can count on.

    Parameters
    ----------
    common, tiles, around, across
        As ``by_tiles``.
    weights
        Of each class of need, as ``sharing.chances``.
    """
    first = by_tiles(replace(common, varied=False), tiles, around, across).choice
    chance = chances(first.takers, common.offers.newcomers, weights)
    return by_tiles(replace(common, chance=chance), tiles, around, across)


def _nothing(common: Common, areas: int) -> RealChoice:
    """Make room for the whole."""
    shape, offers = (len(common.lives), areas, 2), common.offers
    return RealChoice(
        counts=np.zeros((*shape, COUNTS), dtype=np.int32),
        more=np.zeros((*shape, CONDITIONS), dtype=np.uint16),
        three=np.zeros(shape, dtype=np.uint8),
        kinds=np.zeros((*shape, offers.kinds), dtype=np.uint16),
        hours=np.zeros((*shape, HOURS_HELD // 8), dtype=np.uint8),
        takers=np.zeros((2, len(offers), common.classes), dtype=np.int64),
        shared=np.zeros(shape),
    )
