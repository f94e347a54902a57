"""One step of the bound, compiled: what each row would pay for, and how prices move.

A row needs some of the candidates open to it: so many, at least one of them of another
group where it has one group, at least one of another kind where it has one kind. Of the
four sorts of candidates (of another group or not, of another kind or not) the three
cheapest are enough: a set has one that is both, or one of each, and then the cheapest
that are left.
"""

import numpy as np

from weft.access.domain.compiled import compiled
from weft.access.domain.siting.asked import Floats, Ints

DEAR = 1e300
"""What a set costs that there is none of."""


@compiled
def _take(
    sort: int, head: Floats, place: Ints, seats: Ints, taken: Ints, many: int
) -> float:
    """Take the cheapest left of a sort, and say what it costs."""
    seat = seats[sort]
    taken[many] = place[sort, seat]
    seats[sort] += 1
    return float(head[sort, seat])


@compiled
def _set(
    both: bool,  # noqa: FBT001 compiled
    needed: int,
    head: Floats,
    place: Ints,
    seats: Ints,
    taken: Ints,
) -> float:
    """Find the cheapest set with one that is both, or with one of each."""
    seats[:] = 0
    taken[:] = -1
    if both:
        cost = _take(3, head, place, seats, taken, 0)
        many = 1
    else:
        cost = _take(1, head, place, seats, taken, 0)
        cost += _take(2, head, place, seats, taken, 1)
        many = 2
    while many < needed and cost < DEAR:
        sort = 0
        for other in range(1, 4):
            if head[other, seats[other]] < head[sort, seats[sort]]:
                sort = other
        cost += _take(sort, head, place, seats, taken, many)
        many += 1
    return cost


@compiled
def bought(
    pairs: tuple[Ints, Ints, Ints, Ints, Floats],
    prices: Floats,
    uses: Floats,
    earns: Floats,
) -> float:
    """Let each row buy the cheapest set that would bring it to the goal, if worth it.

    Parameters
    ----------
    pairs
        ends (rows + 1,) and whom (pairs,): the candidates open to each row; sorts
        (pairs,): 2 for another group (or none needed), plus 1 for another kind; needed
        (rows,): how many offers, 0 to 3; worth (rows,): what the goal is worth.
    prices
        (pairs,) what each row pays for each candidate.
    uses, earns
        Filled in place: (pairs,) 1 where bought; (candidates,) the sum of all prices.

    Returns
    -------
    float
        What the rows have left, together.
    """
    ends, whom, sorts, needed, worth = pairs
    head, place = np.full((4, 4), DEAR), np.full((4, 4), -1, dtype=np.int64)
    seats, first, second = np.zeros((3, 4), dtype=np.int64)
    uses[:], earns[:], left = 0.0, 0.0, 0.0
    for row in range(len(needed)):
        head[:, :] = DEAR
        for pair in range(ends[row], ends[row + 1]):
            price, where, sort = prices[pair], pair, sorts[pair]
            earns[whom[pair]] += price
            for seat in range(3):
                if price < head[sort, seat]:
                    price, head[sort, seat] = head[sort, seat], price
                    where, place[sort, seat] = place[sort, seat], where
        cost = _set(True, needed[row], head, place, seats, first)  # noqa: FBT003 compiled
        other = DEAR
        if head[1, 0] < DEAR and head[2, 0] < DEAR:
            other = _set(False, needed[row], head, place, seats, second)  # noqa: FBT003 compiled
        least = min(cost, other)
        if least < worth[row]:
            left += worth[row] - least
            for seat in range(3):
                member = second[seat] if other < cost else first[seat]
                if member >= 0:
                    uses[member] = 1.0
    return left


@compiled
def moved(
    whom: Ints,
    uses: Floats,
    chosen: Floats,
    heading: Floats,
    prices: Floats,
    by: tuple[float, float],
) -> None:
    """Move the prices against what they led to, in place.

    Parameters
    ----------
    chosen
        (candidates,) how far each is chosen, 0 to 1.
    heading
        (pairs,) where the prices were heading.
    by
        How much of that is kept; and how far the bound lies above its target: the step
        is this over the square of the heading's length (Polyak).
    """
    keep, over = by
    length = 0.0
    for pair in range(len(whom)):
        heading[pair] = keep * heading[pair] + chosen[whom[pair]] - uses[pair]
        length += heading[pair] ** 2
    if length > 0.0:
        step = over / length
        for pair in range(len(whom)):
            prices[pair] = max(0.0, prices[pair] - step * heading[pair])
