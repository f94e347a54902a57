"""How many people are there in each group, what have they, and where do they stand?

People count, and not areas: every measure weighs a group by its people.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from weft.commons.errors import NotPossible

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval; the ends are None where there is none."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """People in groups, and what each group has a head.

    Attributes
    ----------
    people
        How many, at least 0, of shape (groups,).
    values
        What each of them has, of shape (groups,), in any unit.
    order
        Where each group stands, worst off first, of shape (groups,): only the order
        counts. Groups that stand alike share a place.
    errors
        The standard error of each value, of shape (groups,), or None where nobody
        knows it.
    """

    people: Numbers
    values: Numbers
    order: Numbers
    errors: Numbers | None = None

    @classmethod
    def of(
        cls,
        people: ArrayLike,
        values: ArrayLike,
        order: ArrayLike | None = None,
        errors: ArrayLike | None = None,
    ) -> "Spread":
        """Make one of any sequences; without an order, by the values themselves.

        Raises
        ------
        NotPossible
            When they are not of one length, hold what is no number or fewer than no
            people, or when there are no people at all.
        """
        amounts = _numbers(values)
        made = cls(
            people=_numbers(people),
            values=amounts,
            order=amounts if order is None else _numbers(order),
            errors=None if errors is None else _numbers(errors),
        )
        told = [made.people, made.values, made.order]
        told += [] if made.errors is None else [made.errors]
        if len({len(one) for one in told}) != 1:
            raise NotPossible("There must be as many numbers of each sort.")
        if not all(np.isfinite(one).all() for one in told):
            raise NotPossible("Every group needs its numbers: one of them is none.")
        if (made.people < 0).any() or not made.people.sum() > 0:
            raise NotPossible("There must be people, and no group of fewer than none.")
        return made

    @property
    def mean(self) -> float:
        """Say what one has on average."""
        return float(np.average(self.values, weights=self.people))


def _numbers(told: ArrayLike) -> Numbers:
    return np.asarray(told, dtype=np.float64).reshape(-1)


def ranks(spread: Spread) -> Numbers:
    """Say where on the way from 0 (worst off) to 1 the middle of each group stands.

    Groups that stand alike stand together: each gets the middle of them all.

    >>> ranks(Spread.of([1, 1, 2], [5, 5, 5], [1, 2, 3])).tolist()
    [0.125, 0.375, 0.75]
    """
    _, alike = np.unique(spread.order, return_inverse=True)
    together = np.bincount(alike, weights=spread.people)
    ends = np.cumsum(together)
    middles = (ends - together / 2) / ends[-1]
    return np.asarray(middles[alike], dtype=np.float64)
