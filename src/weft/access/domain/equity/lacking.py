"""How many have less than enough, by how much, and how badly?"""

import numpy as np

from weft.access.domain.equity.spread import Spread
from weft.commons.errors import NotPossible


def poverty(spread: Spread, *, enough: float, power: int) -> float:
    """Give the measure of Foster, Greer and Thorbecke (Econometrica 52, 1984).

    Parameters
    ----------
    spread
        Of shape (groups,); where people stand does not count.
    enough
        Whoever has less than this lacks something; above 0.
    power
        0: the share of people who have less. 1: how much they lack on average, as a
        share of enough. 2: the same, where who lacks most counts most.

    Raises
    ------
    NotPossible
        When enough is not above 0, or the power below 0.
    """
    if enough <= 0 or power < 0:
        raise NotPossible("Enough must be above 0, and the power not below it.")
    lacks = np.clip((enough - spread.values) / enough, 0, None)
    less = spread.values < enough
    return float(np.average(np.where(less, lacks**power, 0.0), weights=spread.people))
