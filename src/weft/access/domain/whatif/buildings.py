"""What is one answer about a building worth, to all that goes on in it?

Whether there is a toilet is told once for all that takes place there. So the offers of
one building are asked about together, and what their being certain brings is counted
together: two of them may make up what neither does alone.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.values import Longs
from weft.access.domain.siting import Cells, Goal
from weft.access.domain.siting.asked import lacking
from weft.access.domain.siting.kernels import put_on


class Buildings(NamedTuple):
    """Where offers are, and which needs, as bits, are met by a building or not.

    ``of_offer`` (offers,) is -1 where an offer is in none.
    """

    of_offer: Longs
    needs: int


def grouped(
    told: Iterable[tuple[int, int | None]], buildings: Buildings | None
) -> list[list[int]]:
    """Put those together that one answer tells of.

    Parameters
    ----------
    told
        Of each unknown its offer, and the need where it is about one.
    buildings
        None where each is asked for itself.

    Returns
    -------
    list
        Numbers of unknowns; each once, and each group where its first one stands.
    """
    found: dict[tuple[int, int, int], list[int]] = {}
    for number, (offer, need) in enumerate(told):
        key = (number, -1, -1)
        if buildings is not None and need is not None and buildings.needs >> need & 1:
            at = int(buildings.of_offer[offer])
            key = (-1, at, need) if at >= 0 else key
        found.setdefault(key, []).append(number)
    return list(found.values())


def brought(
    opened: Sequence[Longs], of_whom: Sequence[tuple[int, int]], cells: Cells
) -> tuple[int, int]:
    """Reckon what several offers bring together, each to the cells that it opens to.

    Parameters
    ----------
    opened
        Cells of each.
    of_whom
        Group and kind of each.
    cells
        What they have.

    Returns
    -------
    tuple
        Worth that comes to three, and worth by steps nearer.
    """
    rows = np.unique(np.concatenate(opened))
    state = tuple(one[rows].copy() for one in (cells.offers, cells.group, cells.kind))
    before = lacking(Goal.THIRD, *state)
    for some, (group, kind) in zip(opened, of_whom, strict=True):
        put_on(np.searchsorted(rows, some).astype(np.int64), group, kind, *state)
    after = lacking(Goal.THIRD, *state)
    worth = cells.worth[rows]
    there = int(worth[(before > 0) & (after == 0)].sum())
    return there, int((worth * (before - after)).sum())
