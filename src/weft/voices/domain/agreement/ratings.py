"""How far do people who judged the same things agree, beyond what chance would give?

Beside each coefficient stands the plain share of judgements that are alike: where
nearly all say the same, a coefficient falls to nothing though hardly anybody differs
(Feinstein and Cicchetti, J Clin Epidemiol 43, 1990, the first paradox of kappa). A low
value is a place to talk. It says nothing about how well anybody works.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PAIR = 2  # fewer judgements of one thing than this cannot be alike or differ


class Metric(StrEnum):
    """What the numbers mean that stand for judgements."""

    NOMINAL = "nominal"  # names
    ORDINAL = "ordinal"  # an order
    INTERVAL = "interval"  # distances
    RATIO = "ratio"  # distances from a true nought


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """One coefficient, with what is needed to read it.

    Attributes
    ----------
    value
        1 where all agree, 0 where chance alone would do as well, below 0 where they
        differ more than that; None where nothing could have differed.
    alike
        Of two judgements of one thing, how often both are the same, 0 to 1; None where
        nothing was judged twice.
    things
        How many things two or more people judged.
    low, high
        The interval, 95 in 100; None where there is too little to say.
    """

    value: float | None
    alike: float | None
    things: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coincidences:
    """How often each value met each other value within one thing.

    Attributes
    ----------
    values
        (values,) the different judgements, ascending.
    met
        (things, values, values) for each thing judged twice or more: the ordered pairs
        of judgements, divided by one fewer than the judgements. Sums to how many there
        are.
    which
        (things,) the column of each in the ratings.
    """

    values: Floats
    met: Floats
    which: Ints

    def __len__(self) -> int:
        """Count the things that two or more judged."""
        return len(self.met)


def coincidences(ratings: Floats, weights: Floats | None = None) -> Coincidences:
    """Count what met what.

    Parameters
    ----------
    ratings
        (people, things) a number for each judgement; nan where somebody did not judge.
    weights
        (things,) how much each thing counts, as a run of text counts by its characters;
        1 each unless given.

    Raises
    ------
    ValueError
        When the ratings are not a table, or the weights are not one for each thing.
    """
    told = np.asarray(ratings, dtype=np.float64)
    if told.ndim != PAIR:
        raise ValueError("Judgements are a table of people and things.")
    counts = np.ones(told.shape[1]) if weights is None else np.asarray(weights)
    if counts.shape != told.shape[1:]:
        raise ValueError("There is one weight for each thing.")
    values = np.unique(told[~np.isnan(told)])
    often = (told[:, :, None] == values).sum(axis=0).astype(np.float64)
    judged = often.sum(axis=1)
    twice = judged >= PAIR
    often, judged, counts = often[twice], judged[twice], counts[twice]
    met = often[:, :, None] * often[:, None, :]
    met -= often[:, :, None] * np.eye(len(values))
    met *= (counts / (judged - 1))[:, None, None]
    return Coincidences(values=values, met=met, which=np.flatnonzero(twice))
