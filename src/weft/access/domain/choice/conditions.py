"""Which of an offer's own conditions shut a life out, whatever the hour and the area?

Money, needs, allowed, room and way in do not depend on where one lives (but for the
area that an offer is for), so they are judged once for each life and offer, before the
pass over journeys. On the possible plane an unknown is taken as yes, on the certain
one as no.
"""

from collections.abc import Callable

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
    Offers,
)

UNSURE = 1 << 7
"""In the mask of the certain plane: nobody is sure that it is there; no condition."""

Judged = tuple[Flags, Flags]
"""For each offer: it is known to be so, it is known not to be so."""


def shut(life: LifeNow, offers: Offers) -> Bytes:
    """Say what stands in the way of a life, money, hours and distance left aside.

    Returns
    -------
    array
        Bit ``Condition`` is set where it fails; shape (2 planes, offers).
    """
    masks = np.zeros((2, len(offers)), dtype=np.uint8)
    for condition, judge in JUDGES.items():
        so, not_so = judge(life, offers)
        bit = np.uint8(1 << condition)
        masks[CERTAIN, ~so] |= bit
        masks[POSSIBLE, not_so] |= bit
    masks[CERTAIN, ~offers.sure] |= np.uint8(UNSURE)
    return masks


def affordable(life: LifeNow, offers: Offers) -> Bytes:
    """Say by which way a life can pay for an offer, with the fare.

    Returns
    -------
    array
        Bit ``CERTAIN`` and bit ``POSSIBLE``; shape (ways of the life, offers).
    """
    known = offers.price_pence != UNKNOWN
    price = np.where(known, offers.price_pence, 0).astype(np.int64)
    rows = np.zeros((len(life.ways), len(offers)), dtype=np.uint8)
    for row, (_, _, fare) in zip(rows, life.ways, strict=True):
        within = price + fare <= life.purse
        if life.purse == NO_LIMIT:
            within = known = np.ones(len(offers), dtype=np.bool_)
        row[within] |= np.uint8(1 << POSSIBLE)
        row[within & known] |= np.uint8(1 << CERTAIN)
    return rows


def _needs(life: LifeNow, offers: Offers) -> Judged:
    met = (offers.meets & life.needs) == life.needs
    return met, (offers.fails & life.needs) != 0


def _allowed(life: LifeNow, offers: Offers) -> Judged:
    """Judge ages and who it is for; where only some who live so may come, ask."""
    youngest, oldest = life.ages
    known = (offers.least_age != UNKNOWN) & (offers.most_age != UNKNOWN)
    too_young = (offers.least_age != UNKNOWN) & (offers.least_age > oldest)
    too_old = (offers.most_age != UNKNOWN) & (offers.most_age < youngest)
    nobody = known & (offers.least_age > offers.most_age)
    all_may = known & (offers.least_age <= youngest) & (offers.most_age >= oldest)
    are = (offers.only_for & life.traits) == offers.only_for
    are_not = (offers.only_for & life.not_traits) != 0
    return all_may & are, too_young | too_old | nobody | are_not


def _room(_life: LifeNow, offers: Offers) -> Judged:
    return offers.newcomers > 0, offers.newcomers == 0


def _way_in(life: LifeNow, offers: Offers) -> Judged:
    told = np.array(life.way_in, dtype=np.int32)[offers.rule]
    return told == 1, told == 0


JUDGES: dict[Condition, Callable[[LifeNow, Offers], Judged]] = {
    Condition.NEEDS: _needs,
    Condition.ALLOWED: _allowed,
    Condition.ROOM: _room,
    Condition.WAY_IN: _way_in,
}
