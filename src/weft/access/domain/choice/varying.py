"""Does the answer change, if what we take for granted about a life were otherwise?

Each assumption is moved both ways by a step that anybody may argue with. What nobody
knows needs no step of its own: taken as no it is the certain plane, taken as yes the
possible one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum

import numpy as np

from weft.access.domain.choice.choosing import World, choose
from weft.access.domain.choice.values import NO_LIMIT, Bytes, LifeNow
from weft.access.domain.spans import FAR, MINUTE

LESS_TIME, MORE_TIME = 10 * MINUTE, 15 * MINUTE
MORE_MONEY = 500  # pence a visit
MORE_MARGIN = 10 * MINUTE


class Change(IntEnum):
    """What is moved; its number is its bit in ``changed``."""

    LESS_TIME = 0
    MORE_TIME = 1
    NO_MONEY = 2
    MORE_MONEY = 3
    NO_MARGIN = 4
    MORE_MARGIN = 5


def varied(life: LifeNow, change: Change) -> LifeNow:
    """Give a life with one thing otherwise.

    A way without a limit (staying at home) keeps none, and so does a purse that does
    not matter. A limit beyond the tables of journeys opens nothing that they lack.
    """
    return _VARIED[change](life)


def _with_limits(more: int) -> Callable[[LifeNow], LifeNow]:
    def moved(life: LifeNow) -> LifeNow:
        ways = tuple(
            (row, limit if limit >= FAR - 1 else _within(limit + more), fare)
            for row, limit, fare in life.ways
        )
        return replace(life, ways=ways)

    return moved


def _within(limit: int) -> int:
    return min(max(limit, 0), FAR - 1)


def _richer(life: LifeNow) -> LifeNow:
    no_limit = life.purse >= NO_LIMIT
    return life if no_limit else replace(life, purse=life.purse + MORE_MONEY)


_VARIED: dict[Change, Callable[[LifeNow], LifeNow]] = {
    Change.LESS_TIME: _with_limits(-LESS_TIME),
    Change.MORE_TIME: _with_limits(MORE_TIME),
    Change.NO_MONEY: lambda life: replace(life, purse=0),
    Change.MORE_MONEY: _richer,
    Change.NO_MARGIN: lambda life: replace(life, margin=0),
    Change.MORE_MARGIN: lambda life: replace(life, margin=life.margin + MORE_MARGIN),
}


def changed(world: World, lives: Sequence[LifeNow]) -> Bytes:
    """Tell who would have three real choices under each change.

    Returns
    -------
    array
        Bit n: under ``Change(n)``; (lives, areas, 2).
    """
    found = np.zeros((*world.areas.people.shape, 2), dtype=np.uint8)
    for change in Change:
        told = choose(world, [varied(one, change) for one in lives])
        found |= told.has_three.astype(np.uint8) << np.uint8(change)
    return found
