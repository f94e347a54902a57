"""What is asked: who lacks what, and what could be put on?

A cell is one life in one area: people for whom the same is open. What matters of the
offers that a cell has already is little: how many they are, and whether their groups
(and their kinds) are none, one or many. So two cells alike in this, and in what would
be open to them, are one to whoever chooses.
"""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from weft.commons.errors import NotPossible

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

NONE, MANY = -1, -2
"""In the place of the one group or the one kind that a cell has."""

UNIT = 1000
"""Weighted people are counted in thousandths: sums are exact, and a tie is a tie."""


class Goal(StrEnum):
    """What a plan is to bring to most people."""

    THIRD = "third"  # three offers, of two groups and two kinds at least
    FIRST = "first"  # one offer, where there is none


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cells:
    """One row for each life in each area.

    Attributes
    ----------
    people
        How many live so there; may be a fraction, as head-counts from formulas are.
    weight
        What each of them counts for: 1, or by need, or by a community's own priorities.
    life
        Which life, numbered from 0.
    offers
        How many offers are open to them already.
    group, kind
        The one group (kind) of those offers, or ``MANY``; ``NONE`` where there is no
        offer or nobody knows of whom the offers are.
    """

    people: Floats
    weight: Floats
    life: Ints
    offers: Ints
    group: Ints
    kind: Ints

    def __post_init__(self) -> None:
        """Refuse what cannot be.

        Raises
        ------
        NotPossible
            When the columns differ in length, or a number is one that cannot be.
        """
        columns = (self.people, self.weight, self.life, self.offers, self.group)
        if any(len(one) != len(self.kind) for one in columns):
            raise NotPossible("Each cell has its people, weight, life and offers.")
        if not (np.isfinite(self.people).all() and np.isfinite(self.weight).all()):
            raise NotPossible("A cell's people and weight are known numbers.")
        if (self.people < 0).any() or (self.weight < 0).any():
            raise NotPossible("A cell's people and weight are never below 0.")
        for only in (self.group, self.kind):
            if ((self.offers == 0) & (only != NONE)).any():
                raise NotPossible("Without an offer there is no group and no kind.")

    @property
    def worth(self) -> Ints:
        """Count weighted people in whole thousandths."""
        return np.rint(self.people * self.weight * UNIT).astype(np.int64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """What could be put on: a room at an hour, a kind, and a group to hold it.

    Attributes
    ----------
    start, cell
        To which cells candidate ``c`` would be open: ``cell[start[c]:start[c + 1]]``,
        each once.
    cost
        In pence, whole.
    group, kind
        Numbered as in the cells; ``NONE`` where nobody knows of whom it would be.
    slot
        The room at the hour; of those that share one, at most one is chosen.
    """

    start: Ints
    cell: Ints
    cost: Ints
    group: Ints
    kind: Ints
    slot: Ints

    def __len__(self) -> int:
        return len(self.cost)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """A question whole.

    Attributes
    ----------
    most
        How many are chosen at most.
    budget
        What they may cost together, in pence; None for no limit.
    """

    cells: Cells
    candidates: Candidates
    most: int
    budget: int | None = None

    def __post_init__(self) -> None:
        """Refuse what does not fit together.

        Raises
        ------
        NotPossible
            When a candidate is open to a cell that is not there, or twice to one, or a
            number is below 0.
        """
        told = self.candidates
        if len(told.start) != len(told) + 1 or (np.diff(told.start) < 0).any():
            raise NotPossible("Each candidate has its own stretch of cells.")
        if told.start[-1] != len(told.cell) or told.start[0] != 0:
            raise NotPossible("The candidates' stretches hold all that is listed.")
        if len(told.cell) and not (
            told.cell.min() >= 0 and told.cell.max() < len(self.cells.people)
        ):
            raise NotPossible("A candidate is open to a cell that is not there.")
        pairs = _of_whom(told) * len(self.cells.people) + told.cell
        if len(np.unique(pairs)) != len(pairs):
            raise NotPossible("A candidate is open to a cell twice.")
        if (told.cost < 0).any() or self.most < 0 or (self.budget or 0) < 0:
            raise NotPossible("Costs, the budget and how many are never below 0.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tight:
    """A question for one goal without what cannot matter; the same answers.

    Cells that have reached the goal, or cannot, or are worth nothing, are left out;
    those alike are one. ``of`` says into which row each cell of the question went, or
    -1.
    """

    goal: Goal
    start: Ints
    cell: Ints
    worth: Ints
    offers: Ints
    group: Ints
    kind: Ints
    of: Ints = field(repr=False)


def only_one(start: Ints, values: Ints) -> Ints:
    """Say of each stretch of groups or kinds whether it is none, one or many.

    Parameters
    ----------
    start
        (n + 1,) where the stretches begin and end.
    values
        Group or kind of each open offer, 0 or above.

    Returns
    -------
    Ints
        (n,) the one value, or ``NONE`` or ``MANY``.
    """
    told = np.full(len(start) - 1, NONE, dtype=np.int64)
    filled = np.diff(start) > 0
    if filled.any():
        at = start[:-1][filled]
        least = np.minimum.reduceat(values, at)
        most = np.maximum.reduceat(values, at)
        told[filled] = np.where(least == most, least, MANY)
    return told


def lacking(goal: Goal, offers: Ints, group: Ints, kind: Ints) -> Ints:
    """Say how many more offers it takes at the least, each the best there could be."""
    if goal is Goal.FIRST:
        return np.maximum(1 - offers, 0)
    different = [
        np.where(only == MANY, 0, np.where(only == NONE, 2, 1))
        for only in (group, kind)
    ]
    return np.maximum(np.maximum(3 - offers, 0), np.maximum(*different))


def tight(asked: Asked, goal: Goal) -> Tight:
    """Leave out what cannot matter for this goal."""
    cells, told = asked.cells, asked.candidates
    lacks = lacking(goal, cells.offers, cells.group, cells.kind)
    worth = cells.worth
    wanted = (lacks > 0) & (worth > 0) & (lacks <= asked.most)
    wanted &= _reachable(asked, goal)
    of_whom, cell = _of_whom(told), told.cell
    kept = wanted[cell]
    order = np.lexsort((of_whom[kept], cell[kept]))
    rows, covers = cell[kept][order], of_whom[kept][order]
    bounds = np.searchsorted(rows, np.arange(len(lacks) + 1))
    state = np.column_stack([np.minimum(cells.offers, 3), cells.group, cells.kind])
    seen: dict[bytes, int] = {}
    of = np.full(len(lacks), -1, dtype=np.int64)
    for row in np.flatnonzero(wanted):
        alike = covers[bounds[row] : bounds[row + 1]].tobytes() + state[row].tobytes()
        of[row] = seen.setdefault(alike, len(seen))
    first = np.full(len(seen), -1, dtype=np.int64)
    mine = np.flatnonzero(of >= 0)
    first[of[mine][::-1]] = mine[::-1]
    merged = np.zeros(len(seen), dtype=np.int64)
    np.add.at(merged, of[mine], worth[mine])
    once = np.zeros(len(lacks), dtype=bool)
    once[first] = True
    kept = once[cell]
    counts = np.bincount(of_whom[kept], minlength=len(told))
    return Tight(
        goal=goal,
        start=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        cell=of[cell[kept]],
        worth=merged,
        offers=state[first, 0],
        group=state[first, 1],
        kind=state[first, 2],
        of=of,
    )


def _reachable(asked: Asked, goal: Goal) -> Bools:
    """Tell the cells that would reach the goal if every candidate were put on."""
    cells, told = asked.cells, asked.candidates
    most = np.bincount(told.cell, minlength=len(cells.people))
    if goal is Goal.FIRST:
        return most + cells.offers >= 1
    of_whom = _of_whom(told)
    enough = most + cells.offers >= 3  # noqa: PLR2004 the definition of three
    for only, theirs in ((cells.group, told.group), (cells.kind, told.kind)):
        low = np.where(only >= 0, only, np.iinfo(np.int64).max)
        high = only.copy()
        known = theirs[of_whom] != NONE
        np.minimum.at(low, told.cell[known], theirs[of_whom][known])
        np.maximum.at(high, told.cell[known], theirs[of_whom][known])
        enough &= (only == MANY) | (low < high)
    return enough


def _of_whom(told: Candidates) -> Ints:
    return np.repeat(np.arange(len(told), dtype=np.int64), np.diff(told.start))
