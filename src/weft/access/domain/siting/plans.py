"""What is answered: two plans, and what each life has of them."""

from dataclasses import dataclass
from enum import StrEnum

from weft.access.domain.siting.asked import UNIT, Goal

NEARLY = 0.98
"""What brings so much of the best found is an alternative to it."""
TRUSTED = 1e-6
"""How far the exact solver's sums may be out, relatively; added to its bound."""


class Proof(StrEnum):
    """Where the bound comes from."""

    PRICES = "prices"  # reckoned here (``bounds``)
    SOLVER = "solver"  # as HiGHS reckoned it, its own sums trusted to a millionth


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """One candidate in another's place; ``value`` in weighted people."""

    instead_of: int
    candidate: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to put on, for one goal.

    Attributes
    ----------
    chosen
        Candidates, by number, lowest first.
    value, bound
        Weighted people brought to the goal, and what no plan passes.
    people
        The same people, unweighted.
    cost
        In pence.
    proof
        Where the bound comes from.
    word
        What the exact solver said when it ended, None where it was not asked. To be
        shown beside the gap, never in its place.
    by_clock
        Whether a clock ended the exact solver: then another machine may come further.
    swaps
        One for another that brings ``NEARLY`` as much, best first, the first so many;
        ``swaps_in_all`` of them, of which ``ties`` bring just as much.
    """

    goal: Goal
    chosen: tuple[int, ...]
    value: float
    people: float
    bound: float
    cost: int
    proof: Proof
    word: str | None
    by_clock: bool
    swaps: tuple[Swap, ...]
    swaps_in_all: int
    ties: int

    @property
    def gap(self) -> float:
        """Say how far from the best possible this can be at most, as a share of it."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0

    @property
    def is_best(self) -> bool:
        """Tell whether nothing is better, to the trust put in the solver's sums."""
        return self.gap <= 3 * TRUSTED or self.bound - self.value < 2 / UNIT


@dataclass(frozen=True, slots=True, kw_only=True)
class OfLife:
    """What one life has of both answers; people, unweighted.

    Attributes
    ----------
    without_three, without_any
        As it stands.
    third, first
        How many come to their third (first) choice by the answer for it.
    alone
        Where neither answer brings this life anything and some plan would: what to put
        on for it alone, and how many come to a third (else a first) choice by that.
    """

    life: int
    people: float
    without_three: float
    without_any: float
    third: float
    first: float
    alone: tuple[Goal, tuple[int, ...], float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Both answers, and what each life has of them."""

    third: Plan
    first: Plan
    lives: tuple[OfLife, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How a plan does where something was assumed otherwise.

    Attributes
    ----------
    value
        What ours brings there, None where it would not be allowed (a lower budget).
    best
        What the best plan found there brings.
    in_common
        How many of ours are in that plan.
    holds
        Whether ours still brings ``NEARLY`` as much as the best found there.
    """

    name: str
    value: float | None
    best: float
    bound: float
    in_common: int
    holds: bool
