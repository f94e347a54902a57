"""Which offers next? Always answered twice, and never without what is not known of it.

One answer brings most people to their third choice, the other brings those with none to
their first. Each has its value, a bound that no plan passes, the gap between both, what
could be put in one's place for nearly as much, and a table by life, where a small life
stands as large as any other.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from weft.access.domain.siting.asked import (
    MANY,
    NONE,
    UNIT,
    Asked,
    Bools,
    Goal,
    Ints,
    lacking,
    tight,
)
from weft.access.domain.siting.bounds import bounded
from weft.access.domain.siting.exact import Solved, solved
from weft.access.domain.siting.plans import (
    NEARLY,
    Answer,
    Held,
    OfLife,
    Plan,
    Proof,
    Swap,
)
from weft.access.domain.siting.search import Effort, Ground, searched
from weft.commons.errors import NotPossible

USUAL = Effort()


def next_offers(
    asked: Asked,
    *,
    effort: Effort = USUAL,
    most_swaps: int = 20,
    order: Ints | None = None,
) -> Answer:
    """Choose the next offers, both ways; ``order`` as ``planned`` takes it."""
    third, first = (
        planned(asked, goal, effort=effort, most_swaps=most_swaps, order=order)
        for goal in (Goal.THIRD, Goal.FIRST)
    )
    return Answer(third=third, first=first, lives=_lives(asked, third, first))


def planned(
    asked: Asked,
    goal: Goal,
    *,
    effort: Effort = USUAL,
    most_swaps: int = 20,
    order: Ints | None = None,
) -> Plan:
    """Choose for one goal: by search, and exactly where it is small enough.

    Parameters
    ----------
    order
        Where each candidate stands in somebody's order, 0 first; None for no order.
        What stands earlier is taken while all together bring ``NEARLY`` as much.
    """
    ground = Ground(asked=asked, tight=tight(asked, goal))
    chosen = searched(ground, effort)
    bound, proof = bounded(ground, plan=chosen, effort=effort), Proof.PRICES
    exact: Solved | None = None
    if bound > ground.value(chosen):
        exact = solved(ground, known=chosen, effort=effort)
    if exact is not None:
        chosen = max(chosen, exact.chosen or (), key=ground.value)
        if exact.bound < bound:
            bound, proof = exact.bound, Proof.SOLVER
    if order is not None:
        chosen = preferred(ground, chosen, order)
    value = ground.value(chosen)
    swaps = _swaps(ground, chosen, value)
    return Plan(
        goal=goal,
        chosen=chosen,
        value=value / UNIT,
        people=float(asked.cells.people[reached(asked, goal, chosen)].sum()),
        bound=max(bound, value) / UNIT,
        cost=int(asked.candidates.cost[list(chosen)].sum()),
        proof=proof,
        word=exact.word if exact else None,
        by_clock=exact is not None and exact.by_clock,
        swaps=swaps[:most_swaps],
        swaps_in_all=len(swaps),
        ties=sum(one.value == value / UNIT for one in swaps),
    )


def preferred(ground: Ground, chosen: tuple[int, ...], order: Ints) -> tuple[int, ...]:
    """Put what stands earlier in an order in the place of what stands later.

    Each step takes what stands earliest, then what brings most, then the lowest
    number, and none goes below ``NEARLY`` of what was chosen first. It ends: what
    stands in the plan only moves up in the order.
    """
    plan, turned = list(chosen), True
    least = NEARLY * ground.value(chosen)
    while turned:
        turned = False
        for one in sorted(plan):
            rest = [other for other in plan if other != one]
            brings = ground.value(rest) + ground.gains(rest)[:, 0]
            able = ground.free(rest) & (order < order[one]) & (brings >= least)
            if able.any():
                best = int(np.lexsort((-brings, order, ~able))[0])
                plan, turned = [*rest, best], True
    return tuple(sorted(plan))


def reached(asked: Asked, goal: Goal, chosen: tuple[int, ...]) -> Bools:
    """Recount, cell by cell and in its own way, whom a plan brings to a goal.

    Returns
    -------
    Bools
        (cells,) True where the goal was not reached before and is now.
    """
    cells, told = asked.cells, asked.candidates
    before = lacking(goal, cells.offers, cells.group, cells.kind) > 0
    states = [cells.offers.copy(), cells.group.copy(), cells.kind.copy()]
    for one in chosen:
        to = told.cell[told.start[one] : told.start[one + 1]]
        states[0][to] += 1
        for state, mine in ((states[1], told.group[one]), (states[2], told.kind[one])):
            had = state[to]
            becomes = np.where((had == NONE) | (had == mine), mine, MANY)
            state[to] = np.where(mine == NONE, had, becomes)
    after: Bools = lacking(goal, *states) == 0
    return before & after


def held(
    plan: Plan, changed: Mapping[str, Asked], *, effort: Effort = USUAL
) -> tuple[Held, ...]:
    """Say how a plan does where weights, budget or minutes are other than assumed.

    Parameters
    ----------
    changed
        The question under each assumption, by a name for it; the candidates are the
        same, in the same order.

    Raises
    ------
    NotPossible
        When a question does not have the candidates that the plan was chosen from.
    """
    told = []
    for name, asked in changed.items():
        if plan.chosen and max(plan.chosen) >= len(asked.candidates):
            raise NotPossible("What is compared has the same candidates.")
        ground = Ground(asked=asked, tight=tight(asked, plan.goal))
        other = planned(asked, plan.goal, effort=effort, most_swaps=0)
        ours = ground.value(plan.chosen) / UNIT if _allowed(ground, plan) else None
        told.append(
            Held(
                name=name,
                value=ours,
                best=max(other.value, ours or 0.0),
                bound=other.bound,
                in_common=len(set(plan.chosen) & set(other.chosen)),
                holds=ours is not None and ours >= NEARLY * other.value,
            )
        )
    return tuple(told)


def _allowed(ground: Ground, plan: Plan) -> bool:
    return all(ground.free(plan.chosen[:at])[one] for at, one in enumerate(plan.chosen))


def _swaps(ground: Ground, chosen: tuple[int, ...], value: int) -> tuple[Swap, ...]:
    """List each one-for-another that brings nearly as much, best first."""
    found = []
    for one in chosen:
        rest = [other for other in chosen if other != one]
        able = ground.free(rest)
        able[one] = False
        brings = ground.value(rest) + ground.gains(rest)[:, 0]
        found += [
            Swap(instead_of=one, candidate=int(other), value=int(brings[other]) / UNIT)
            for other in np.flatnonzero(able & (brings >= NEARLY * value))
        ]
    found.sort(key=lambda swap: (-swap.value, swap.instead_of, swap.candidate))
    return tuple(found)


def _lives(asked: Asked, third: Plan, first: Plan) -> tuple[OfLife, ...]:
    cells = asked.cells
    brings = {one.goal: reached(asked, one.goal, one.chosen) for one in (third, first)}
    lacks = {
        goal: lacking(goal, cells.offers, cells.group, cells.kind) > 0 for goal in Goal
    }

    def count(cells_of: Bools) -> float:
        return float(cells.people[cells_of].sum())

    told = []
    for life in np.unique(cells.life):
        mine = cells.life == life
        helped = {goal: count(mine & brings[goal]) for goal in Goal}
        told.append(
            OfLife(
                life=int(life),
                people=count(mine),
                without_three=count(mine & lacks[Goal.THIRD]),
                without_any=count(mine & lacks[Goal.FIRST]),
                third=helped[Goal.THIRD],
                first=helped[Goal.FIRST],
                alone=None if any(helped.values()) else _alone(asked, mine),
            )
        )
    return tuple(told)


def _alone(asked: Asked, mine: Bools) -> tuple[Goal, tuple[int, ...], float] | None:
    """Choose for one life as if there were no other."""
    cells = replace(asked.cells, weight=np.where(mine, 1.0, 0.0))
    only = replace(asked, cells=cells)
    for goal in Goal:
        ground = Ground(asked=only, tight=tight(only, goal))
        chosen = searched(ground, replace(USUAL, kicks=4))
        if value := ground.value(chosen):
            return goal, chosen, value / UNIT
    return None
