"""Who gets a place where there are fewer places than people who could take one?

Each week an offer's places are shared over everybody who could take it up, so that
somebody with twice the weight of need has twice the chance, and nobody more than one
place. There is a closed form, and no fixed point is needed: a chance is
``min(1, level x weight)``, and the level is found by filling up the classes with the
largest weight first. What is shared adds up to the places, or to the takers where they
are fewer.
"""

import numpy as np
from numpy.typing import ArrayLike

from weft.access.domain.choice.values import NO_LIMIT, UNKNOWN, Ints, Longs, Numbers
from weft.commons.errors import NotPossible

THOUSANDTHS = 1000.0


def chances(takers: Longs, newcomers: Ints, weights: ArrayLike) -> Numbers:
    """Give the chance of a place at each offer.

    Parameters
    ----------
    takers
        Thousandths of people who could take it up, by class of need, as
        ``RealChoice.takers``: (planes, offers, classes).
    newcomers
        Places in the week; NO_LIMIT; UNKNOWN: nobody can count on one, and such offers
        are counted beside (``RealChoice.counts``).
    weights
        Above 0, of each class of need.

    Returns
    -------
    array
        From 0 to 1, of one person of each class: (planes, offers, classes). Where
        nobody could take an offer up, what one person alone would get.

    Raises
    ------
    NotPossible
        When a class of need has no weight above 0.
    """
    need = np.asarray(weights, dtype=np.float64)
    if need.shape != takers.shape[-1:] or not (need > 0).all():
        raise NotPossible("Every class of need has a weight above 0.")
    people = takers / THOUSANDTHS
    places = np.where(newcomers == UNKNOWN, 0, newcomers).astype(np.float64)
    order = np.argsort(-need, kind="stable")
    level = _level(people[..., order], places, need[order])
    found = np.minimum(1.0, level[..., None] * need)
    found[..., newcomers == NO_LIMIT, :] = 1.0
    found[..., newcomers == UNKNOWN, :] = 0.0
    return found


def _level(people: Numbers, places: Numbers, need: Numbers) -> Numbers:
    """Find how much of a place one unit of weight gets; (planes, offers).

    With the first n classes served in full, the rest share what is left: the level is
    right for the first n at which no class of the rest would get more than one place.
    """
    weighted = people * need
    rest = np.flip(np.cumsum(np.flip(weighted, -1), -1), -1)
    full = np.cumsum(people, axis=-1) - people
    left = np.maximum(places[:, None] - full, 0.0)
    level = np.full(people.shape, np.inf)
    np.divide(left, rest, out=level, where=rest > 0)
    right = level * need <= 1.0
    first = np.argmax(right, axis=-1)[..., None]
    found = np.take_along_axis(level, first, axis=-1)[..., 0]
    return np.where(right.any(axis=-1), found, 1.0 / need.min())
