"""Who has fewer than three, neighbourhood by neighbourhood, so that all add up?"""

from collections.abc import Sequence

import numpy as np

from weft.access.domain.choice.values import CERTAIN, Flags, Longs
from weft.access.domain.choice.varying import Change
from weft.access.domain.published import Published

THOUSAND = 1_000
BAREST = 6


def whole_people(thousandths: Sequence[int]) -> list[int]:
    """Round parts of people so that they add up to the rounded whole.

    The largest remainders are rounded up, the first of equals first.

    >>> whole_people([1_500, 1_500, 1_100])
    [2, 1, 1]
    """
    told = np.asarray(thousandths, dtype=np.int64)
    floors, left = told // THOUSAND, told % THOUSAND
    lacks = int((told.sum() + THOUSAND // 2) // THOUSAND - floors.sum())
    floors[np.argsort(-left, kind="stable")[:lacks]] += 1
    return [int(one) for one in floors]


def added_up(values: Longs, of: Sequence[int], number: int) -> list[int]:
    """Add areas up by neighbourhood.

    Parameters
    ----------
    values
        Thousandths of people, (areas,).
    of
        Which neighbourhood each area lies in.
    number
        How many neighbourhoods there are.
    """
    found = np.zeros(number, dtype=np.int64)
    np.add.at(found, np.asarray(of, dtype=np.intp), values)
    return [int(one) for one in found]


def at_most(some: Sequence[int], of: Sequence[int]) -> list[int]:
    """Keep a rounded part from passing the whole that it is a part of.

    >>> at_most([3, 1], [2, 5])
    [2, 1]
    """
    return [min(one, whole) for one, whole in zip(some, of, strict=True)]


def under(told: Published, life: int, change: Change) -> Flags:
    """Tell which areas would have three for certain under a change, (areas,)."""
    bits = told.changed[life, :, CERTAIN]
    return np.asarray((bits >> np.uint8(change)) & 1 == 1)


def barest(without: Sequence[int], *, most: int = BAREST) -> frozenset[int]:
    """Find the neighbourhoods in which most people have fewer than three.

    Those with nobody are never among them.
    """
    order = sorted(range(len(without)), key=lambda one: (-without[one], one))
    return frozenset(one for one in order[:most] if without[one] > 0)
