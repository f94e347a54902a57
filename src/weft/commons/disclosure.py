"""Which counts of people are safe to show?

A count that Weft makes of people leaves through here and nowhere else. Counts
below the floor are withheld, and so many others with them that no subtraction from
a total gives one back, not even for somebody who knows this very code: what is
withheld for being small and what is withheld to hide it read alike, and where
nothing else helps the total is withheld too. Published official statistics are
shown as published: their publishers have protected them already.

Withholding complements is the usual cell suppression of official statistics
(Willenborg and de Waal, *Elements of Statistical Disclosure Control*, 2001,
chapter 4). The test attacks it by trying every table that could have been meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

FLOOR = 5
"""Smallest count of people that is shown; a deployment may raise it, never lower."""

FEWEST_HIDING = 2
"""A count hides only among others: at least two are withheld together."""

LEAST_ROOM = 3
"""Each withheld count could be any of four numbers in a row, or more."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A count we hold but must not show, because it is about too few people."""

    fewer_than: int

    def __str__(self) -> str:
        """Read as it will on the page."""
        return f"fewer than {self.fewer_than}"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A count that is too small, or that would give away one that is."""

    def __str__(self) -> str:
        """Read as it will on the page."""
        return "not shown, to protect a small number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParts:
    """The parts of a total, and the total, as they may leave."""

    parts: tuple[int | Withheld, ...]
    total: int | Withheld


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
    _refuse_nonsense([count], fewest)
    return count if count == 0 or count >= fewest else Hidden(fewest)


def shown_parts(counts: Sequence[int], *, fewest: int = FLOOR) -> ShownParts:
    """Show the parts of a total so that no subtraction gives a small one back.

    Parameters
    ----------
    counts
        People in each part, 0 or more.
    fewest
        The floor.

    Returns
    -------
    ShownParts
        ``parts`` as long as ``counts``. Where any is withheld, at least two are and
        each could be any of four numbers or more; else the total is withheld too.

    Raises
    ------
    ValueError
        When a count is negative or the floor is lower than ``FLOOR``.
    """
    _refuse_nonsense(counts, fewest)
    line, hidden = fewest, _below(counts, fewest)
    if not hidden:
        return ShownParts(parts=tuple(counts), total=sum(counts))
    while not _hide_each_other(hidden, counts, line) and line <= max(counts):
        line *= 2
        hidden = _below(counts, line)
    safe = _hide_each_other(hidden, counts, line)
    return ShownParts(
        parts=tuple(
            Withheld() if at in hidden else count for at, count in enumerate(counts)
        ),
        total=sum(counts) if safe else Withheld(),
    )


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


def _below(counts: Sequence[int], line: int) -> set[int]:
    """Find the parts with somebody in them, and fewer than the line.

    The line alone decides, never the order of the parts: choosing the next smallest
    one gave 5, 4, 4 and 6, 6, 4 away to whoever knew the rule (the attack in
    tests/commons/test_disclosure.py found both).
    """
    return {at for at, count in enumerate(counts) if 0 < count < line}


def _hide_each_other(hidden: set[int], counts: Sequence[int], line: int) -> bool:
    """Tell whether each withheld part could be any of several numbers.

    Whoever knows the total and the line knows that each lies between 1 and the line,
    and what they make together; that must leave each of them enough room.
    """
    together, others = sum(counts[at] for at in hidden), len(hidden) - 1
    least = max(1, together - others * (line - 1))
    greatest = min(line - 1, together - others)
    return len(hidden) >= FEWEST_HIDING and greatest - least >= LEAST_ROOM


def _refuse_nonsense(counts: Sequence[int], fewest: int) -> None:
    """Refuse negative people, and a floor lower than the house's."""
    if fewest < FLOOR or any(count < 0 for count in counts):
        raise ValueError(f"counts {counts}, floor {fewest}: none may be so low")
