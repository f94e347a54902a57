"""How good can any plan be? A bound that holds whatever found it.

Reaching a third choice is not submodular: the textbook bound of greedy (63 % of the
best) is false for it, and so is the bound by the best gains left. What holds is
Lagrange's. Let each row pay each candidate open to it a price, at will, never below 0.
A row that a plan brings to the goal has, among the chosen, a set that is enough for it;
so it pays at least what the cheapest such set costs. Hence no plan brings more than

    sum over rows of max(0, worth - cheapest set)
    + the most that any choice allowed can earn from those prices,

and the most that a choice can earn is itself bounded by a price of money: the budget
times it, and the best of each room-hour after cost, the ``most`` best of them. The
prices are moved by subgradients; the smallest bound met is given. It is reckoned here
from the prices alone; no solver is believed.

Left out, which can only raise a bound: that a row without any offer needs two groups
and two kinds among its three.
"""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.siting.asked import NONE, Asked, Floats, Ints
from weft.access.domain.siting.prices import bought, moved
from weft.access.domain.siting.search import Effort, Ground

SAFE = 1e-9
"""What floating sums may be out by, relatively; added before rounding down."""
PATIENCE, SMALLER, KEEP = 10, 0.6, 0.8
"""Steps without gain until steps are made smaller, by how much, and how much of the
last heading is kept: of 36 settings tried on a made-up region, what did best."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Pairs:
    """The rows' candidates, row by row; see ``prices.bought``."""

    ends: Ints
    whom: Ints
    sorts: Ints
    needed: Ints
    worth: Floats


def bounded(ground: Ground, *, plan: tuple[int, ...], effort: Effort) -> int:
    """Find a value that no plan passes, in thousandths.

    Parameters
    ----------
    plan
        One that is known: prices begin by it and steps aim at its value; the bound
        holds without it.
    """
    pairs, asked, at_least = _pairs(ground), ground.asked, ground.value(plan)
    prices = _beginning(pairs, plan)
    heading, uses = np.zeros_like(prices), np.empty_like(prices)
    earns = np.zeros(len(asked.candidates))
    least, scale, since = float(pairs.worth.sum()), 1.0, 0
    for _ in range(effort.steps):
        left = bought(_as_taken(pairs), prices, uses, earns)
        earned, chosen = _most_earned(earns, asked)
        bound = left + earned
        if bound < least:
            least, since = bound, 0
        elif (since := since + 1) >= PATIENCE:
            scale, since = scale * SMALLER, 0
        if least * (1 + SAFE) < at_least + 1:
            break
        over = scale * max(bound - at_least, 1.0)
        moved(pairs.whom, uses, chosen, heading, prices, (KEEP, over))
    return max(at_least, int(np.floor(least * (1 + SAFE))))


def _as_taken(pairs: _Pairs) -> tuple[Ints, Ints, Ints, Ints, Floats]:
    return pairs.ends, pairs.whom, pairs.sorts, pairs.needed, pairs.worth


def _pairs(ground: Ground) -> _Pairs:
    """Lay the pairs out row by row, with what each row still needs."""
    tight, told = ground.tight, ground.asked.candidates
    of_whom = np.repeat(np.arange(len(told), dtype=np.int64), np.diff(tight.start))
    order = np.lexsort((of_whom, tight.cell))
    rows, whom = tight.cell[order], of_whom[order]
    sorts = np.full(len(whom), 3, dtype=np.int64)
    needed = np.ones(len(tight.worth), dtype=np.int64)
    if ground.third:
        needed = np.maximum(3 - tight.offers, 0)
        group, kind = tight.group[rows], tight.kind[rows]
        for by, only, theirs in (
            (2, group, told.group[whom]),
            (1, kind, told.kind[whom]),
        ):
            sorts -= by * ((only >= 0) & ((only == theirs) | (theirs == NONE)))
    return _Pairs(
        ends=np.searchsorted(rows, np.arange(len(tight.worth) + 1)).astype(np.int64),
        whom=whom,
        sorts=sorts,
        needed=needed,
        worth=tight.worth.astype(np.float64),
    )


def _beginning(pairs: _Pairs, plan: tuple[int, ...]) -> Floats:
    """Let each row share out its worth over what a known plan brings it."""
    chosen = np.isin(pairs.whom, np.array(plan, dtype=np.int64))
    rows = np.repeat(np.arange(len(pairs.needed)), np.diff(pairs.ends))
    has = np.bincount(rows[chosen], minlength=len(pairs.needed))
    share = pairs.worth / np.maximum(np.maximum(has, pairs.needed), 1)
    return np.asarray(share[rows], dtype=np.float64)


def _most_earned(earns: Floats, asked: Asked) -> tuple[float, Floats]:
    """Bound what a choice earns: one a room-hour, ``most`` in all, within the budget.

    Returns
    -------
    tuple[float, Floats]
        The bound, and how far each candidate is chosen in it: the mean of the two
        choices on both sides of the price of money, so that the budget is used up.
    """
    told, budget = asked.candidates, asked.budget
    dear = _best_choice(earns, told.slot, asked.most)
    if budget is None or told.cost[dear].sum() <= budget:
        return float(earns[dear].sum()), _as_shares(len(earns), dear)
    low, high = 0.0, float((earns / np.maximum(told.cost, 1)).max()) * 1.001 + 1
    cheap = _best_choice(earns - high * told.cost, told.slot, asked.most)
    for _ in range(50):
        money = (low + high) / 2
        chosen = _best_choice(earns - money * told.cost, told.slot, asked.most)
        if told.cost[chosen].sum() > budget:
            low, dear = money, chosen
        else:
            high, cheap = money, chosen
    bound = high * budget + float((earns - high * told.cost)[cheap].sum())
    over, under = (float(told.cost[one].sum()) - budget for one in (dear, cheap))
    share = -under / (over - under)
    return bound, (
        share * _as_shares(len(earns), dear)
        + (1 - share) * _as_shares(len(earns), cheap)
    )


def _as_shares(many: int, chosen: Ints) -> Floats:
    told = np.zeros(many)
    told[chosen] = 1.0
    return told


def _best_choice(earns: Floats, slot: Ints, most: int) -> Ints:
    """Choose what earns most: one of each slot at most, ``most`` in all."""
    order = np.lexsort((np.arange(len(earns)), -earns))
    order = order[earns[order] > 0]
    _, first = np.unique(slot[order], return_index=True)
    return order[np.sort(first)][:most].astype(np.int64)
