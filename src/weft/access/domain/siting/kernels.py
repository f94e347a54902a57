"""The passes over all that is open, compiled; each in whole numbers, so ties are ties.

A plan's state is three numbers a row: how many offers, and the one group and the one
kind of them, or ``NONE`` or ``MANY``. Adding an offer changes it in one step, whatever
was added before: so nothing is searched while gains are reckoned.
"""

import numpy as np

from weft.access.domain.compiled import compiled
from weft.access.domain.siting.asked import Ints


@compiled
def _lack(third: bool, offers: int, group: int, kind: int) -> int:  # noqa: FBT001 compiled
    """Say how many more offers it takes at the least: ``asked.lacking``, one row."""
    if not third:
        return 0 if offers > 0 else 1
    lack = 3 - offers if offers < 3 else 0  # noqa: PLR2004 the definition of three
    for only in (group, kind):
        more = 0
        if only == -1:
            more = 2
        elif only >= 0:
            more = 1
        lack = max(lack, more)
    return lack


@compiled
def _with(only: int, one: int) -> int:
    """Say what a group (kind) beside those of a row makes of them."""
    if one == -1:  # nobody knows of whom it is: no other group for certain
        return only
    if only == -1 or only == one:  # noqa: PLR1714 compiled
        return one
    return -2


@compiled
def put_on(
    cells: Ints, group: int, kind: int, offers: Ints, groups: Ints, kinds: Ints
) -> None:
    """Add one offer to the state of the rows that it is open to, in place."""
    for row in cells:
        offers[row] += 1
        groups[row] = _with(groups[row], group)
        kinds[row] = _with(kinds[row], kind)


@compiled
def gains(
    third: bool,  # noqa: FBT001 compiled
    of: tuple[Ints, Ints, Ints, Ints],
    worth: Ints,
    state: tuple[Ints, Ints, Ints],
) -> Ints:
    """Reckon what each candidate would bring on top of a state.

    Parameters
    ----------
    third
        Whether the goal is the third choice, or the first.
    of
        start, cell, group, kind of the candidates.
    worth
        (rows,) thousandths of weighted people.
    state
        offers, group and kind of the rows.

    Returns
    -------
    Ints
        (candidates, 2): worth that reaches the goal; worth times steps nearer to it.
    """
    start, cell, group, kind = of
    offers, groups, kinds = state
    lack = np.empty(len(worth), dtype=np.int64)
    for row in range(len(worth)):
        lack[row] = _lack(third, offers[row], groups[row], kinds[row])
    told = np.zeros((len(group), 2), dtype=np.int64)
    for one in range(len(group)):
        for at in range(start[one], start[one + 1]):
            row = cell[at]
            before = lack[row]
            if before == 0:
                continue
            after = _lack(
                third,
                offers[row] + 1,
                _with(groups[row], group[one]),
                _with(kinds[row], kind[one]),
            )
            if after < before:
                told[one, 1] += worth[row] * (before - after)
                if after == 0:
                    told[one, 0] += worth[row]
    return told


@compiled
def value_of(third: bool, worth: Ints, state: tuple[Ints, Ints, Ints]) -> int:  # noqa: FBT001 compiled
    """Count the worth of the rows that have reached the goal."""
    offers, groups, kinds = state
    told = 0
    for row in range(len(worth)):
        if _lack(third, offers[row], groups[row], kinds[row]) == 0:
            told += worth[row]
    return told
