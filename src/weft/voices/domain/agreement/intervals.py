"""How sure is a coefficient that comes from few things?

What was judged is drawn anew, with replacement, many times; the middle 95 in 100 of
what comes out is the interval. For alpha and for Fleiss' kappa this holds its promise
better than the formulas do (Zapf, Castell, Morawietz and Karch, BMC Medical Research
Methodology 16:93, 2016). Below ``FEWEST`` things no interval is given.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from weft.voices.domain.agreement.ratings import Floats

FEWEST = 5
"""Of fewer things than these, drawing anew says nothing."""

_LOST = 0.05  # share of drawings without an answer, above which none is given


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How often is drawn, and from which seed; the same seed gives the same."""

    drawings: int = 2000
    seed: int = 1


USUAL = Chance()


@lru_cache(maxsize=1)  # each code of a text is drawn alike: most of the time, else
def drawn(things: int, chance: Chance) -> Floats | None:
    """Say how often each thing comes in each drawing; None where there are too few.

    Returns
    -------
    Floats | None
        (drawings, things) counts; each row sums to the number of things. Read only.
    """
    if things < FEWEST:
        return None
    luck = np.random.default_rng(chance.seed)
    even = np.full(things, 1 / things)
    told = luck.multinomial(things, even, size=chance.drawings).astype(np.float64)
    told.flags.writeable = False
    return told


def middle_of(told: Floats) -> tuple[float | None, float | None]:
    """Give the middle 95 in 100; None where too many drawings have no answer."""
    known = told[~np.isnan(told)]
    if len(told) == 0 or len(known) < (1 - _LOST) * len(told):
        return None, None
    low, high = np.quantile(known, (0.025, 0.975))
    return float(low), float(high)
