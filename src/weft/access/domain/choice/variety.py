"""How many different offers are there, in effect: twenty copies are not twenty?

The diversity of order q with similarities of Leinster and Cobbold (Ecology 93, 2012,
477-489), where every open offer weighs the same: n offers with nothing in common count
as n, and n that are the same as 1. Order 0 counts the rare in full, order 2 listens to
what is common. Without similarities they are Hill's numbers.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from weft.access.domain.choice.values import Numbers
from weft.commons.errors import NotPossible

PUBLISHED = Path(__file__).parent / "similarity.toml"


def diversity(shares: ArrayLike, similarity: ArrayLike, order: float) -> Numbers:
    """Give the effective number of kinds.

    Parameters
    ----------
    shares
        Of each kind, adding up to 1, or all 0; shape (..., kinds).
    similarity
        From 0 to 1, 1 on the diagonal; shape (kinds, kinds).
    order
        q, at least 0; ``numpy.inf`` too.

    Returns
    -------
    array
        Of shape (...); 0 where all shares are 0.
    """
    told = np.asarray(shares, dtype=np.float64)
    ordinary = told @ np.asarray(similarity, dtype=np.float64).T
    return _power_mean(told, ordinary, order)


def effective_number(
    kinds: ArrayLike, similarity: ArrayLike, order: float, *, same: float = 1.0
) -> Numbers:
    """Give the effective number of different offers.

    Parameters
    ----------
    kinds
        How many open offers are of each kind; shape (..., kinds).
    similarity
        Between kinds; what stands on the diagonal is not looked at.
    order
        q, at least 0.
    same
        How alike two offers of one kind are.

    Returns
    -------
    array
        Between 1 and the number of offers; 0 where there are none; shape (...).
    """
    counts = np.asarray(kinds, dtype=np.float64)
    between = np.array(similarity, dtype=np.float64)
    np.fill_diagonal(between, same)
    offers = np.maximum(counts.sum(axis=-1, keepdims=True), 1.0)
    # An offer is the same as itself, and so alike to the others of its kind.
    ordinary = (counts @ between.T + (1.0 - same)) / offers
    return _power_mean(counts / offers, ordinary, order)


def _power_mean(shares: Numbers, ordinary: Numbers, order: float) -> Numbers:
    """Give the mean of order 1 - q of how unlike the rest each one is."""
    if not order >= 0:
        raise NotPossible("The order of a diversity is at least 0.")
    there = shares > 0
    safe = np.where(there, ordinary, 1.0)
    if np.isinf(order):
        found = 1.0 / np.max(np.where(there, safe, 0.0), axis=-1, initial=1e-300)
    elif order == 1:
        found = np.exp(-np.sum(shares * np.log(safe), axis=-1))
    else:
        mean = np.sum(np.where(there, shares * safe ** (order - 1.0), 0.0), axis=-1)
        some = np.where(there.any(axis=-1), mean, 1.0)
        found = some ** (1.0 / (1.0 - order))
    return np.where(there.any(axis=-1), found, 0.0)


def similarity_of(
    names: Sequence[str], told: Mapping[str, object] | None = None
) -> tuple[Numbers, float]:
    """Give the published similarity between kinds, and within one.

    Parameters
    ----------
    names
        The kinds, in the order of the answer.
    told
        As in ``similarity.toml``; None for that file.

    Raises
    ------
    NotPossible
        When a number is not between 0 and 1, or a pair is not of two kinds.
    """
    said = _published() if told is None else told
    alike = said.get("alike", {})
    matrix = np.full((len(names), len(names)), _share(said.get("other", 0.0)))
    np.fill_diagonal(matrix, 1.0)
    at = {name: n for n, name in enumerate(names)}
    for pair, value in alike.items() if isinstance(alike, Mapping) else ():
        one, _, other = str(pair).partition(" ")
        if not other or one == other:
            raise NotPossible(f"«{pair}» are not two kinds.")
        if one in at and other in at:
            matrix[at[one], at[other]] = matrix[at[other], at[one]] = _share(value)
    return matrix, _share(said.get("same", 1.0))


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise NotPossible(f"How alike two kinds are lies between 0 and 1: {value}")
    return float(value)


@cache
def _published() -> Mapping[str, object]:
    return tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))
