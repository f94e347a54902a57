"""How far would a figure move, were a part of the groups not there?"""

from collections.abc import Callable

import numpy as np

from weft.access.domain.equity.quantiles import Z95
from weft.access.domain.equity.spread import Estimate, Spread
from weft.commons.errors import NotPossible

MOST_PARTS = 100
Measure = Callable[[Spread], float | None]


def with_interval(measure: Measure, spread: Spread) -> Estimate | None:
    """Give a measure with the interval of the jackknife; None where there is none.

    Each of at most a hundred parts of the groups is left out in turn (Efron and Stein,
    Annals of Statistics 9, 1981); the parts are dealt out along the order, so that each
    is alike. No chance in it: the same input gives the same figure to the last digit.

    Parameters
    ----------
    measure
        What is reckoned of a spread.
    spread
        Of shape (groups,).
    """
    value = measure(spread)
    if value is None:
        return None
    seen = np.flatnonzero(spread.people > 0)
    dealt = seen[np.lexsort((spread.values[seen], spread.order[seen]))]
    parts = min(MOST_PARTS, len(dealt))
    without = [_without(measure, spread, dealt[part::parts]) for part in range(parts)]
    told = np.array([one for one in without if one is not None])
    if len(told) < parts or parts < 3:  # noqa: PLR2004 two say nothing of how far
        return Estimate(value)
    error = float(np.sqrt((parts - 1) / parts * ((told - told.mean()) ** 2).sum()))
    return Estimate(value, value - Z95 * error, value + Z95 * error)


def _without(measure: Measure, spread: Spread, left_out: np.ndarray) -> float | None:
    people = spread.people.copy()
    people[left_out] = 0
    if not people.sum() > 0:
        return None
    try:
        return measure(Spread.of(people, spread.values, spread.order, spread.errors))
    except NotPossible:
        return None
