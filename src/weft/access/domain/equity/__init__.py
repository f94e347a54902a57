"""Do the worse off have less, and how evenly is it spread?

Plain arithmetic on people in groups, each measure with its reference beside it; the
published values that they are held against stand in the tests.
"""

from weft.access.domain.equity.evenness import (
    concentration,
    erreygers,
    gini,
    palma_of_means,
    palma_of_shares,
    theil,
    theil_parts,
)
from weft.access.domain.equity.lacking import poverty
from weft.access.domain.equity.resampling import with_interval
from weft.access.domain.equity.slope import Scale, Slope, slope
from weft.access.domain.equity.spread import Estimate, Spread, ranks

__all__ = [
    "Estimate",
    "Scale",
    "Slope",
    "Spread",
    "concentration",
    "erreygers",
    "gini",
    "palma_of_means",
    "palma_of_shares",
    "poverty",
    "ranks",
    "slope",
    "theil",
    "theil_parts",
    "with_interval",
]
