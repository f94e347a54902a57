"""How evenly is something spread over people, and who holds the larger part of it?

Notation, as in O'Donnell and others, Analyzing Health Equity Using Household Survey
Data (World Bank, 2008), chapters 7 and 8: shares of people w, values y, ranks R.
"""

import numpy as np
from numpy.typing import ArrayLike

from weft.access.domain.equity.spread import Numbers, Spread, ranks
from weft.commons.errors import NotPossible


def concentration(spread: Spread) -> float:
    """Give the concentration index, 2 cov(y, R) / mean, between -1 and 1.

    Above 0, the better off have the larger part.

    Raises
    ------
    NotPossible
        When the mean is not above 0.
    """
    return 2 * _with_place(spread) / _mean_above_zero(spread)


def erreygers(spread: Spread, *, least: float, most: float) -> float:
    """Give Erreygers' index of something that cannot pass two ends, between -1 and 1.

    Four means times the concentration index over the width (Erreygers 2009, Journal of
    Health Economics 28). Who lacks it and who has it then show the same inequality, of
    opposite sign.

    Raises
    ------
    NotPossible
        When a value is outside the ends, or the mean is not above 0.
    """
    values = spread.values
    if most <= least or (values < least).any() or (values > most).any():
        raise NotPossible(f"Every value must lie between {least:g} and {most:g}.")
    return 8 * _with_place(spread) / (most - least)


def gini(spread: Spread) -> float:
    """Give Gini's index: the concentration index where people stand by what they have.

    >>> gini(Spread.of([1, 1, 1, 1], [1, 2, 3, 4]))
    0.25
    """
    return concentration(Spread.of(spread.people, spread.values))


def theil(spread: Spread) -> float:
    """Give Theil's T, the mean of s ln s with s = y / mean; nothing counts as 0.

    Raises
    ------
    NotPossible
        When a value is below 0, or the mean is not above 0.
    """
    shares = _shares(spread)
    return float(np.average(_times_log(shares), weights=spread.people))


def theil_parts(spread: Spread, groups: ArrayLike) -> tuple[float, float]:
    """Part Theil's T into what lies between groups and what lies within them.

    Parameters
    ----------
    spread
        Of shape (n,).
    groups
        To which each belongs, of shape (n,).

    Returns
    -------
    tuple[float, float]
        Between and within; they add up to the whole.

    Raises
    ------
    NotPossible
        As for ``theil``.
    """
    shares, people = _shares(spread), spread.people
    _, number = np.unique(np.asarray(groups).reshape(-1), return_inverse=True)
    if len(number) != len(people):
        raise NotPossible("Every row needs its group.")
    theirs = np.bincount(number, weights=people)
    held = np.bincount(number, weights=people * shares)
    inhabited = theirs > 0
    means = np.zeros(len(held), dtype=np.float64)
    means[inhabited] = held[inhabited] / theirs[inhabited]
    between = float(np.average(_times_log(means), weights=theirs))
    whole = float(np.average(_times_log(shares), weights=people))
    return between, whole - between


def palma_of_shares(spread: Spread) -> float | None:
    """Give Palma's ratio: the share of the tenth with most over four tenths with least.

    None where those four tenths hold nothing.
    """
    order = Spread.of(spread.people, spread.values).order
    least, most = _held_below(spread, order, 0.4), _held_above(spread, order, 0.1)
    return most / least if least > 0 else None


def palma_of_means(spread: Spread) -> float | None:
    """Give what the best-off tenth has a head over what the worst-off four tenths have.

    By where people stand, and not by what they have: the ratio that the R package
    ``accessibility`` calls Palma. None where those have nothing.
    """
    least = _held_below(spread, spread.order, 0.4) / 0.4
    most = _held_above(spread, spread.order, 0.1) / 0.1
    return most / least if least > 0 else None


def _held_below(spread: Spread, order: Numbers, share: float) -> float:
    """Give the part of all that the first share of people hold, a group cut in two."""
    by = np.argsort(order, kind="stable")
    people = np.concatenate([[0.0], np.cumsum(spread.people[by])])
    held = np.concatenate([[0.0], np.cumsum((spread.people * spread.values)[by])])
    if not held[-1] > 0:
        raise NotPossible("Nobody has anything: there is nothing to share.")
    return float(np.interp(share * people[-1], people, held) / held[-1])


def _held_above(spread: Spread, order: Numbers, share: float) -> float:
    return 1 - _held_below(spread, order, 1 - share)


def _with_place(spread: Spread) -> float:
    """Give how far values and places go together: their covariance over all people."""
    rank, people = ranks(spread), spread.people
    apart = (spread.values - spread.mean) * (rank - np.average(rank, weights=people))
    return float(np.average(apart, weights=people))


def _mean_above_zero(spread: Spread) -> float:
    if not spread.mean > 0:
        raise NotPossible("The mean must be above 0.")
    return spread.mean


def _shares(spread: Spread) -> Numbers:
    if (spread.values < 0).any():
        raise NotPossible("Nobody can have less than nothing here.")
    return spread.values / _mean_above_zero(spread)


def _times_log(shares: Numbers) -> Numbers:
    """Give s ln s, which goes to 0 with s."""
    some = np.where(shares > 0, shares, 1.0)
    return np.asarray(shares * np.log(some), dtype=np.float64)
