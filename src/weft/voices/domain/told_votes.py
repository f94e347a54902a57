"""What is told of a round in which people voted?

A part of ``domain.told``: statements, what was ruled of each and why, and ballots by
number. A ballot says nothing of who had it.
"""

from dataclasses import dataclass
from datetime import date

from weft.voices.domain.polling import StatementState, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingTold:
    """That a statement was let in or left out, by whom and why."""

    state: StatementState
    why: Why
    by: str = ""  # the key of a link
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTold:
    """Something that people say yes or no to."""

    number: int
    words: str
    passages: tuple[str, ...] = ()  # refs: the words that it comes from
    written_by: str = ""
    ballot: int | None = None  # whose voter put it in
    state: StatementState = StatementState.IN
    rulings: tuple[RulingTold, ...] = ()  # in order


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotTold:
    """What one voter said, by the numbers of statements; the rest they did not see."""

    number: int
    typed: int = 0  # how often somebody typed it from paper
    agree: tuple[int, ...] = ()
    disagree: tuple[int, ...] = ()
    passed: tuple[int, ...] = ()
    on_paper: tuple[int, ...] = ()  # which of these were read from paper


def answered(ballot: BallotTold) -> tuple[int, ...]:
    """Give the numbers of the statements that a voter said something to."""
    return (*ballot.agree, *ballot.disagree, *ballot.passed)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTold:
    """One time that people voted on statements."""

    ref: str
    name: str
    question: str = ""
    workshop: str = ""  # a ref, where it belongs to one
    opens_on: date | None = None
    closes_on: date | None = None
    shut: bool = False
    asked: int | None = None  # how many people were asked to vote
    statements: tuple[StatementTold, ...] = ()
    ballots: tuple[BallotTold, ...] = ()
