"""Which of an offer's own conditions shut a life out, whatever the hour and the area?

Money, needs, allowed, room and way in do not depend on where one lives (but for the
area that an offer is for), so they are judged once for each life and offer, before the
pass over journeys. On the possible plane an unknown is taken as yes, on the certain
one as no.
"""

from collections.abc import Callable, Sequence

import numpy as np

from weft.access.domain.choice.values import (
    CERTAIN,
    NO_LIMIT,
    POSSIBLE,
    UNKNOWN,
    Bytes,
    Condition,
    Flags,
    LifeNow,
    Longs,
    Offers,
)

UNSURE = 1 << 7
"""In the mask of the certain plane: nobody is sure that it is there; no condition."""

Judged = tuple[Flags, Flags]
"""For each life and offer: it is known to be so, it is known not to be so."""


def shut(lives: Sequence[LifeNow], offers: Offers) -> Bytes:
    """Say what stands in the way of each life, money, hours and distance left aside.

    Returns
    -------
    array
        Bit ``Condition`` is set where it fails; shape (lives, 2 planes, offers).
    """
    masks = np.zeros((len(lives), 2, len(offers)), dtype=np.uint8)
    for condition, judge in JUDGES.items():
        so, not_so = judge(lives, offers)
        masks[:, CERTAIN] |= (~so).view(np.uint8) << np.uint8(condition)
        masks[:, POSSIBLE] |= not_so.view(np.uint8) << np.uint8(condition)
    masks[:, CERTAIN, ~offers.sure] |= np.uint8(UNSURE)
    return masks


def affordable(lives: Sequence[LifeNow], offers: Offers, ways: int) -> Flags:
    """Say by which way each life can pay for an offer, with the fare.

    Returns
    -------
    array
        (lives, 2 planes, ways, offers); no where a life does not go that way.
    """
    known = offers.price_pence != UNKNOWN
    price = np.where(known, offers.price_pence, 0).astype(np.int64)
    told = np.zeros((len(lives), 2, ways, len(offers)), dtype=np.bool_)
    for pays, life in zip(told, lives, strict=True):
        for way, _, fare in life.ways:
            within = (price + fare <= life.purse) | (life.purse == NO_LIMIT)
            pays[POSSIBLE, way] = within
            pays[CERTAIN, way] = within & (known | (life.purse == NO_LIMIT))
    return told


def _each(lives: Sequence[LifeNow], name: str) -> Longs:
    """Put a number of each life into a column, beside the row of offers."""
    told = [getattr(life, name) for life in lives]
    return np.array(told, dtype=np.int64).reshape(len(lives), -1)


def _needs(lives: Sequence[LifeNow], offers: Offers) -> Judged:
    needs = _each(lives, "needs")
    return (offers.meets & needs) == needs, (offers.fails & needs) != 0


def _allowed(lives: Sequence[LifeNow], offers: Offers) -> Judged:
    """Judge ages and who it is for; where only some who live so may come, ask."""
    youngest, oldest = (_each(lives, "ages")[:, n : n + 1] for n in range(2))
    known = (offers.least_age != UNKNOWN) & (offers.most_age != UNKNOWN)
    too_young = (offers.least_age != UNKNOWN) & (offers.least_age > oldest)
    too_old = (offers.most_age != UNKNOWN) & (offers.most_age < youngest)
    nobody = known & (offers.least_age > offers.most_age)
    all_may = known & (offers.least_age <= youngest) & (offers.most_age >= oldest)
    are = (offers.only_for & _each(lives, "traits")) == offers.only_for
    are_not = (offers.only_for & _each(lives, "not_traits")) != 0
    return all_may & are, too_young | too_old | nobody | are_not


def _room(lives: Sequence[LifeNow], offers: Offers) -> Judged:
    every = np.ones((len(lives), 1), dtype=np.bool_)
    return every & (offers.newcomers > 0), every & (offers.newcomers == 0)


def _way_in(lives: Sequence[LifeNow], offers: Offers) -> Judged:
    told = np.stack([np.array(life.way_in)[offers.rule] for life in lives])
    return told == 1, told == 0


JUDGES: dict[Condition, Callable[[Sequence[LifeNow], Offers], Judged]] = {
    Condition.NEEDS: _needs,
    Condition.ALLOWED: _allowed,
    Condition.ROOM: _room,
    Condition.WAY_IN: _way_in,
}
