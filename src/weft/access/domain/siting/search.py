"""A good plan, quickly: greedy from several beginnings, then one for another.

The first choice is a coverage question, where greedy is never below 63 % of the best;
for the third nothing such is true (one offer alone may bring nobody to it), so the
steps nearer to it lead where no gain is seen yet. How good an answer is, its bound
says (``bounds``), never its making.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from weft.access.domain.siting.asked import (
    Asked,
    Bools,
    Floats,
    Goal,
    Ints,
    Tight,
    lacking,
)
from weft.access.domain.siting.kernels import gains, put_on, value_of

State = tuple[Ints, Ints, Ints]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to look; the same effort finds the same.

    Attributes
    ----------
    kicks
        How often a plan is shaken and mended again.
    steps
        How often the bound's multipliers are moved.
    nodes
        How far the exact solver may branch; 0 to leave it out.
    largest
        The most pairs of candidate and row that are given to the exact solver.
    seconds
        For the exact solver, where an answer must come in time; what a clock cut short
        may differ from one machine to the next, and says so. None, and nothing does.
    seed
        Of all chance in the search.
    """

    kicks: int = 16
    steps: int = 500
    nodes: int = 500
    largest: int = 20_000
    seconds: float | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """A tight question with what its candidates take up."""

    asked: Asked
    tight: Tight

    @property
    def third(self) -> bool:
        """Tell whether the goal is the third choice."""
        return self.tight.goal is Goal.THIRD

    @property
    def of(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Give the candidates as the kernels take them."""
        told = self.asked.candidates
        return self.tight.start, self.tight.cell, told.group, told.kind

    def state(self, chosen: Sequence[int]) -> State:
        """Say what the rows have once these are put on."""
        tight, told = self.tight, self.asked.candidates
        state = tight.offers.copy(), tight.group.copy(), tight.kind.copy()
        for one in chosen:
            cells = tight.cell[tight.start[one] : tight.start[one + 1]]
            put_on(cells, told.group[one], told.kind[one], *state)
        return state

    def value(self, chosen: Sequence[int]) -> int:
        """Count what a plan brings, in thousandths."""
        return int(value_of(self.third, self.tight.worth, self.state(chosen)))

    def reached(self, chosen: Sequence[int]) -> Bools:
        """Tell which rows a plan brings to the goal."""
        told: Bools = lacking(self.tight.goal, *self.state(chosen)) == 0
        return told

    def gains(self, chosen: Sequence[int]) -> Ints:
        """Reckon what each candidate would bring beside these; ``kernels.gains``."""
        told = gains(self.third, self.of, self.tight.worth, self.state(chosen))
        return np.asarray(told, dtype=np.int64)

    def free(self, chosen: Sequence[int]) -> Bools:
        """Tell which candidates may be put on beside these."""
        told = self.asked.candidates
        if len(chosen) >= self.asked.most:
            return np.zeros(len(told), dtype=bool)
        mine = np.asarray(chosen, dtype=np.int64)
        able = ~np.isin(told.slot, told.slot[mine])
        if self.asked.budget is not None:
            able &= told.cost <= self.asked.budget - told.cost[mine].sum()
        return able


def searched(ground: Ground, effort: Effort) -> tuple[int, ...]:
    """Find a good plan, sorted; the first found of equals."""
    chance = np.random.default_rng(effort.seed)
    plain = np.ones(len(ground.asked.candidates))
    found = [
        _mended(ground, _filled(ground, (), lead=lead, by_cost=by_cost, shaken=plain))
        for lead in (0.0, 0.3, 1.0)
        for by_cost in ((False, True) if ground.asked.budget is not None else (False,))
    ]
    best = max(found, key=ground.value)
    at = ground.value(best)
    for _ in range(effort.kicks):
        kept = [one for one in best if chance.random() > 0.4]  # noqa: PLR2004 a third or so
        shaken = 1 + chance.random(len(plain))
        lead = float(chance.random())
        filled = _filled(ground, kept, lead=lead, by_cost=False, shaken=shaken)
        other = _mended(ground, filled)
        if (value := ground.value(other)) > at:
            best, at = other, value
    return tuple(sorted(best))


def _filled(
    ground: Ground,
    chosen: Sequence[int],
    *,
    lead: float,
    by_cost: bool,
    shaken: Floats,
) -> list[int]:
    """Put on what brings most, one after another, while anything brings something."""
    plan = list(chosen)
    cost = np.maximum(ground.asked.candidates.cost, 1) if by_cost else 1
    while (able := ground.free(plan)).any():
        told = ground.gains(plan)
        score = (told[:, 0] + lead * told[:, 1] + 1e-9 * told[:, 1]) * shaken / cost
        score[~able] = -1.0
        one = int(score.argmax())
        if score[one] <= 0:
            break
        plan.append(one)
    return plan


def _mended(ground: Ground, plan: list[int]) -> list[int]:
    """Put one in another's place while it brings more; then fill what is free."""
    cost, turned = ground.asked.candidates.cost, True
    while turned:
        turned = False
        for one in plan:
            rest = [other for other in plan if other != one]
            able = ground.free(rest)
            told = ground.gains(rest)
            best = _best(told, able, cost)
            if best is not None and (*told[best], -cost[best]) > (
                *told[one],
                -cost[one],
            ):
                plan, turned = [*rest, best], True
        plain = np.ones(len(ground.asked.candidates))
        filled = _filled(ground, plan, lead=0.0, by_cost=False, shaken=plain)
        turned |= len(filled) > len(plan)
        plan = filled
    return plan


def _best(told: Ints, able: Bools, cost: Ints) -> int | None:
    """Give the one with most reached, then most nearer, then cheapest, then first."""
    if not able.any():
        return None
    order = np.lexsort((cost, -told[:, 1], -told[:, 0], ~able))
    return int(order[0])
