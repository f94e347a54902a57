"""Two people weigh lives and places otherwise: do they still choose the same?"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from weft.access.domain.choice import CERTAIN
from weft.access.domain.choice.values import Ints, Longs
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


class Counts(StrEnum):
    """What somebody adds up: who gains it, less who loses it."""

    THIRD = "third"  # a third choice
    MORE = "more"  # something more to choose from


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What one person thinks should count more; anybody counts for ten at least.

    Attributes
    ----------
    need
        How much more the tenth where most is missing counts than the tenth where least
        is: 0 for everybody alike, 10 for ten times as much.
    life
        The number of a life that counts ``times`` as much; None for no life.
    """

    need: int = 0
    life: int | None = None
    times: int = 1

    def of(self, tenth: Ints, lives: int) -> Longs:
        """Weigh everybody: whole numbers, (lives, areas).

        Parameters
        ----------
        tenth
            Of each area, 1 where most is missing, 10 where least is; 0 where nobody
            knows: it counts as the middle.
        lives
            How many there are.
        """
        place = np.where(tenth > 0, LEAST - 2 * tenth, MIDDLE).astype(np.int64)
        weights = np.tile(ALIKE + self.need * place // 2, (lives, 1))
        if self.life is not None:
            weights[self.life] *= self.times
        return np.asarray(weights, dtype=np.int64)


ALIKE = 10
LEAST, MIDDLE = 20, 9
"""Twice ten tenths; and halfway between the first tenth (18) and the last (0)."""


def weighed(
    told: Difference,
    weights: Longs,
    *,
    plane: int = CERTAIN,
    counts: Counts = Counts.THIRD,
) -> int:
    """Add up who gains less who loses.

    Parameters
    ----------
    weights
        What each person counts for, (lives, all areas), in whole numbers.
    """
    third = counts is Counts.THIRD
    gain, loss = (told.gain, told.loss) if third else (told.more, told.less)
    net = gain[..., plane] - loss[..., plane]
    return int((net * weights[:, told.areas]).sum(dtype=np.int64))


def disagreement(
    scenarios: tuple[Difference, Difference],
    mine: Longs,
    theirs: Longs,
    *,
    plane: int = CERTAIN,
    counts: Counts = Counts.THIRD,
) -> Disagreement:
    """Weigh two scenarios twice."""

    def both(weights: Longs) -> tuple[int, int]:
        first, second = (
            weighed(one, weights, plane=plane, counts=counts) for one in scenarios
        )
        return first, second

    return Disagreement(mine=both(mine), theirs=both(theirs))


def _sign(pair: tuple[int, int]) -> int:
    return (pair[0] > pair[1]) - (pair[0] < pair[1])
