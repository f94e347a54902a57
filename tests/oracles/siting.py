"""The next offers by trying every choice there is, counted cell by cell in sets."""

from itertools import combinations

from weft.access.domain.siting import MANY, NONE, Asked, Goal

ANY_TWO = {-8, -9}  # two groups (kinds) that no candidate is of


def best_value(asked: Asked, goal: Goal) -> int:
    """Find what the best choice brings, in thousandths of weighted people."""
    return max(value(asked, goal, chosen) for chosen in allowed(asked))


def allowed(asked: Asked):
    """List every choice within the limits."""
    told = asked.candidates
    for many in range(asked.most + 1):
        for chosen in combinations(range(len(told)), many):
            slots = [told.slot[one] for one in chosen]
            cost = sum(int(told.cost[one]) for one in chosen)
            if len(set(slots)) == many and (
                asked.budget is None or cost <= asked.budget
            ):
                yield chosen


def value(asked: Asked, goal: Goal, chosen) -> int:
    """Count what a choice brings."""
    return sum(
        int(asked.cells.worth[cell])
        for cell in range(len(asked.cells.people))
        if not _reached(asked, goal, cell, ()) and _reached(asked, goal, cell, chosen)
    )


def _reached(asked: Asked, goal: Goal, cell: int, chosen) -> bool:
    cells, told = asked.cells, asked.candidates
    mine = [
        one
        for one in chosen
        if cell in told.cell[told.start[one] : told.start[one + 1]]
    ]
    offers = int(cells.offers[cell]) + len(mine)
    if goal is Goal.FIRST:
        return offers >= 1
    groups = _names(cells.group[cell]) | {int(told.group[one]) for one in mine} - {NONE}
    kinds = _names(cells.kind[cell]) | {int(told.kind[one]) for one in mine} - {NONE}
    return offers >= 3 and len(groups) >= 2 and len(kinds) >= 2


def _names(only) -> set[int]:
    return {NONE: set(), MANY: ANY_TWO}.get(int(only), {int(only)})
