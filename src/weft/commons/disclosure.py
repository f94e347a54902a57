"""Which counts of people are safe to show?

A count that Weft makes of people leaves through here and nowhere else. Counts
below the floor are hidden, and so many others with them that no subtraction from
the totals gives a hidden one back. Published official statistics are shown as
published: their publishers have protected them already.

The hiding of complements follows the usual cell-suppression rule of official
statistics (Willenborg and de Waal, *Elements of Statistical Disclosure Control*,
2001, chapter 4): in each row and column of a table with its totals either no cell
is hidden or at least two are, and what is hidden in each line adds up to the floor
or more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

FLOOR = 5
"""Smallest count of people that is shown; a deployment may raise it, never lower."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A count we hold but must not show, because it is about too few people."""

    fewer_than: int

    def __str__(self) -> str:
        """Read as it will on the page."""
        return f"fewer than {self.fewer_than}"


@dataclass(frozen=True, slots=True)
class HiddenWith:
    """A count not shown only because another could be worked out from it."""

    def __str__(self) -> str:
        """Read as it will on the page."""
        return "not shown, to protect a small number beside it"


Shown = int | Hidden | HiddenWith


def shown(count: int, *, fewest: int = FLOOR) -> int | Hidden:
    """Give one count, standing alone, the form in which it may leave.

    Parameters
    ----------
    count
        People, 0 or more.
    fewest
        The floor: counts from 1 up to one less than this are hidden.

    Raises
    ------
    ValueError
        When the count is negative or the floor is lower than ``FLOOR``.
    """
    if count < 0 or fewest < FLOOR:
        raise ValueError(f"count {count}, floor {fewest}: neither may be so low")
    return count if count == 0 or count >= fewest else Hidden(fewest)


def shown_parts(counts: Sequence[int], *, fewest: int = FLOOR) -> tuple[Shown, ...]:
    """Show the parts of a total so that no subtraction gives a hidden one back.

    Parameters
    ----------
    counts
        People in each part; their sum is published beside them.
    fewest
        The floor.

    Returns
    -------
    tuple
        As long as ``counts``. Whenever a part is hidden, the hidden parts together
        hold at least ``fewest`` people and there are at least two of them, so the
        total less the shown parts never tells any one of them.
    """
    first = [shown(count, fewest=fewest) for count in counts]
    hidden = {at for at, cell in enumerate(first) if isinstance(cell, Hidden)}
    helpers = sorted(
        (at for at in range(len(counts)) if at not in hidden),
        key=lambda at: (counts[at] == 0, counts[at], at),
    )
    covering = set(hidden)
    for at in helpers:
        if not hidden or _covered(covering, counts, fewest):
            break
        covering.add(at)
    if hidden and not _covered(covering, counts, fewest):
        covering = set(range(len(counts)))
    return tuple(
        cell if at not in covering or at in hidden else HiddenWith()
        for at, cell in enumerate(first)
    )


def _covered(hidden: set[int], counts: Sequence[int], fewest: int) -> bool:
    """Tell whether the hidden parts hide each other well enough."""
    least = 2
    return len(hidden) >= least and sum(counts[at] for at in hidden) >= fewest


def rounded_estimate(people: float, *, to: int = 5) -> int:
    """Round a modelled head-count; every such number is called an estimate.

    Parameters
    ----------
    people
        Modelled people, 0 or more.
    to
        The step to round to.
    """
    return round(people / to) * to
