"""Who voted what on which statement?

From a phone or from paper, a ballot is one row; the last of one person on one
statement counts. Nothing in a table of votes says who anybody is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Vote(IntEnum):
    """What somebody says to a statement; not to have seen it is no vote."""

    AGREE = 1
    PASS = 0
    DISAGREE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One vote as it came.

    Attributes
    ----------
    at
        When, in any unit that grows; ballots of one moment count in the order given,
        as do those read from paper, which know no hour.
    on_paper
        Whether somebody read it from paper.
    """

    voter: str
    statement: str
    vote: Vote
    at: float = 0.0
    on_paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    """That a statement was left out, or let in again: by whom, when and why."""

    statement: str
    out: bool
    by: str
    at: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Votes:
    """A table of votes.

    Attributes
    ----------
    votes
        (voters, statements) 1 agree, 0 pass, -1 disagree; nan where a statement was
        not seen.
    left_out
        (statements,) whether moderation left it out.
    """

    voters: Sequence[str]
    statements: Sequence[str]
    votes: Floats
    left_out: Bools

    def __post_init__(self) -> None:
        if self.votes.shape != (len(self.voters), len(self.statements)):
            raise ValueError("There is a row for each voter, a column for a statement.")
        if self.left_out.shape != (len(self.statements),):
            raise ValueError("Each statement is left out or not.")

    @property
    def seen(self) -> Bools:
        """Tell which statements each voter answered."""
        told: Bools = ~np.isnan(self.votes)
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """Ballots as a table, and what did not count."""

    votes: Votes
    changed: int  # a later ballot of the same person on the same statement counts
    unknown: Mapping[str, int] = field(default_factory=dict)  # by statement not there


def polled(
    ballots: Iterable[Ballot],
    statements: Sequence[str],
    moderated: Iterable[Moderation] = (),
) -> Polled:
    """Put ballots into a table; the last of each person on each statement counts.

    Parameters
    ----------
    ballots
        In any order; those of one moment in the order given.
    statements
        All there are, in the order of the columns.
    moderated
        Each act; the latest on a statement holds.
    """
    column = {statement: at for at, statement in enumerate(statements)}
    last: dict[tuple[str, str], Vote] = {}
    unknown: dict[str, int] = {}
    taken = 0
    for ballot in sorted(ballots, key=lambda one: one.at):
        if ballot.statement not in column:
            unknown[ballot.statement] = unknown.get(ballot.statement, 0) + 1
            continue
        last[ballot.voter, ballot.statement] = ballot.vote
        taken += 1
    voters = sorted({voter for voter, _ in last})
    row = {voter: at for at, voter in enumerate(voters)}
    votes = np.full((len(voters), len(statements)), np.nan)
    for (voter, statement), vote in last.items():
        votes[row[voter], column[statement]] = vote
    out = {one.statement: one.out for one in sorted(moderated, key=lambda one: one.at)}
    return Polled(
        votes=Votes(
            voters=voters,
            statements=statements,
            votes=votes,
            left_out=np.array([out.get(one, False) for one in statements], dtype=bool),
        ),
        changed=taken - len(last),
        unknown=unknown,
    )
