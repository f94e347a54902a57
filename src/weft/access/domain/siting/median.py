"""Which sites are nearest to most people? The p-median, for comparing with others.

A classic with published optima (Beasley's OR-Library), so what searches and bounds here
can be held against the work of others. Found by greedy, interchange (Teitz and Bart
1968, as quickened by Whitaker 1983) and shaking; bounded by Lagrange: with any price
that clients pay, no choice costs less than the prices and the savings of the ``p`` best
sites (Narula, Ogbu and Samuelsson 1977).
"""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.siting.asked import Floats, Ints
from weft.access.domain.siting.nearest import (
    interchanged,
    penalised,
    put_first,
    worth_of_first,
)
from weft.commons.errors import NotPossible

SAFE = 1e-9
"""What floating sums may be out by, relatively; taken off before a bound is rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Median:
    """A choice of sites.

    Attributes
    ----------
    chosen
        Sites, lowest number first.
    cost
        What all clients pay together, each at the cheapest of the chosen.
    bound
        No choice costs less.
    """

    chosen: tuple[int, ...]
    cost: int
    bound: int

    @property
    def gap(self) -> float:
        """Say how much dearer than the best possible it can be at most, as a share."""
        return (self.cost - self.bound) / self.bound if self.bound else 0.0


def median(
    costs: Ints, most: int, *, kicks: int = 40, steps: int = 1500, seed: int = 1
) -> Median:
    """Choose the sites from which everybody is reached at the least cost.

    Parameters
    ----------
    costs
        (sites, clients), whole and not below 0, weights taken in already.
    most
        How many sites.
    kicks, steps, seed
        How often to shake, how often to move the prices, and the seed of the shaking.

    Raises
    ------
    NotPossible
        When no site may be chosen, or there are fewer than that.
    """
    if not 0 < most <= len(costs):
        raise NotPossible("Between one site and all of them can be chosen.")
    costs = np.ascontiguousarray(costs, dtype=np.int64)
    chosen = put_first(costs, most)
    at = int(interchanged(costs, chosen))
    best = chosen.copy()
    bound, tried = _bounded(costs, most, at, steps)
    chance = np.random.default_rng(seed)
    for kick in range(len(tried) + kicks):
        if bound >= at:
            break
        chosen = tried[kick] if kick < len(tried) else _shaken(best, len(costs), chance)
        other = int(interchanged(costs, chosen))
        if other < at:
            best, at = chosen.copy(), other
    return Median(
        chosen=tuple(sorted(int(one) for one in best)), cost=at, bound=min(bound, at)
    )


def recounted(costs: Ints, chosen: tuple[int, ...]) -> int:
    """Count anew what a choice costs, in plain numpy."""
    return int(costs[list(chosen)].min(axis=0).sum())


def _shaken(best: Ints, sites: int, chance: np.random.Generator) -> Ints:
    """Put others in the place of up to a third of the chosen."""
    many = len(best)
    away = min(1 + int(chance.integers(max(1, many // 3))), sites - many)
    chosen = best.copy()
    others = np.setdiff1d(np.arange(sites), best)
    places = chance.choice(many, size=away, replace=False)
    chosen[places] = chance.choice(others, size=away, replace=False)
    return chosen


def _bounded(costs: Ints, most: int, known: int, steps: int) -> tuple[int, list[Ints]]:
    """Move the prices; give the highest bound, and which sites earned most.

    Returns
    -------
    tuple[int, list[Ints]]
        The bound, and choices worth trying, each once.
    """
    prices: Floats = worth_of_first(costs, most)
    heading = np.zeros_like(prices)
    tried: dict[bytes, Ints] = {}
    highest, scale, since = 0.0, 1.5, 0
    for step in range(steps):
        bound, sites, over = penalised(costs, prices, most)
        if bound > highest:
            highest, since = bound, 0
        elif (since := since + 1) >= 15:  # noqa: PLR2004 steps without gain
            scale, since = scale * 0.75, 0
        if step % 50 == 49:  # noqa: PLR2004 now and then
            tried.setdefault(np.sort(sites).tobytes(), sites)
        if highest * (1 - SAFE) > known - 1 or scale < 1e-4:  # noqa: PLR2004 at its end
            break
        heading = 0.3 * heading + over
        length = float(heading @ heading)
        if length == 0:
            break
        prices += scale * max(known - bound, 1.0) / length * heading
    return max(0, int(np.ceil(highest * (1 - SAFE)))), list(tried.values())
