"""Two people weigh lives and places otherwise: do they still choose the same?"""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.choice import CERTAIN
from weft.access.domain.choice.values import Longs
from weft.access.domain.whatif.difference import Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What two scenarios bring by the weights of two people.

    Attributes
    ----------
    mine, theirs
        (first scenario, second scenario), in weighted thousandths of people.
    """

    mine: tuple[int, int]
    theirs: tuple[int, int]

    @property
    def matters(self) -> bool:
        """Tell whether the one prefers another scenario than the other does.

        Where one of them finds both alike it is no disagreement.
        """
        return _sign(self.mine) * _sign(self.theirs) < 0


def weighed(told: Difference, weights: Longs, *, plane: int = CERTAIN) -> int:
    """Add up who gains a third choice less who loses one.

    Parameters
    ----------
    weights
        What each person counts for, (lives, all areas), in whole numbers.
    """
    net = told.gain[..., plane] - told.loss[..., plane]
    return int((net * weights[:, told.areas]).sum(dtype=np.int64))


def disagreement(
    scenarios: tuple[Difference, Difference],
    mine: Longs,
    theirs: Longs,
    *,
    plane: int = CERTAIN,
) -> Disagreement:
    """Weigh two scenarios twice."""
    first, second = scenarios
    return Disagreement(
        mine=_both(first, second, mine, plane),
        theirs=_both(first, second, theirs, plane),
    )


def _both(
    first: Difference, second: Difference, weights: Longs, plane: int
) -> tuple[int, int]:
    """Weigh both by the weights of one."""
    return (
        weighed(first, weights, plane=plane),
        weighed(second, weights, plane=plane),
    )


def _sign(pair: tuple[int, int]) -> int:
    return (pair[0] > pair[1]) - (pair[0] < pair[1])
