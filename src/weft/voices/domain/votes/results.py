"""What may be told of a vote, so that nobody is known by it?

Groups are shown only where each has as many voters as the floor says; then everything
is counted over those who stand in a group, because the difference to all of them would
tell of the few who do not. A statement that fewer answered than the floor, in any
group, is not counted group by group.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from weft.voices.domain.votes.ballots import Floats, Ints, Votes
from weft.voices.domain.votes.counting import (
    NOBODY,
    Counts,
    Speaks,
    consensus,
    counts,
    speaking,
)
from weft.voices.domain.votes.reckoned import Kept
from weft.voices.domain.votes.space import space


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How many said what to one statement."""

    agree: int
    disagree: int
    passed: int

    @property
    def of(self) -> int:
        """Count those who answered."""
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCounted:
    """What came of one statement.

    Attributes
    ----------
    said
        Over all who are counted; None where too few answered.
    by_group
        The same group by group; empty where groups may not be shown.
    consensus, least, most
        Group-informed consensus under the grouping that is shown, and its least and
        most under all that may be shown; 0 to 1, None where there is no grouping.
    divides
        How far the shares that agree lie apart among the groups, 0 to 1; without groups
        how evenly yes and no are parted.
    """

    number: int
    said: Said | None
    by_group: tuple[Said, ...]
    consensus: float | None
    least: float | None
    most: float | None
    divides: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Result:
    """What may be told of a vote.

    Attributes
    ----------
    voted
        Ballots that say something to a statement that is shown.
    counted
        Those over which is counted.
    groups
        (counted,) the group of each who is counted; None where none may be shown.
    points
        (counted, 2) where each lies.
    spread
        (2,) share of all the variance on each axis.
    shown
        The grouping that is shown.
    tried
        Each grouping, and whether it may be shown.
    speaks
        What speaks for each group, by its place in ``statements``.
    """

    voted: int
    counted: int
    statements: tuple[StatementCounted, ...]
    groups: Ints | None
    points: Floats
    spread: Floats
    shown: Kept | None
    tried: tuple[tuple[Kept, bool], ...]
    speaks: tuple[tuple[Speaks, ...], ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Count the voters of each group."""
        if self.groups is None:
            return ()
        return tuple(int(one) for one in np.bincount(self.groups))


def result(votes: Votes, tried: Sequence[Kept], *, fewest: int) -> Result | None:
    """Say what may be told.

    Parameters
    ----------
    votes
        All ballots; what may not be shown is left out.
    tried
        Groupings of the same voters in the same order.
    fewest
        The floor.

    Returns
    -------
    Result | None
        None where fewer voted than the floor.
    """
    voted = int(votes.seen[:, ~votes.left_out].any(axis=1).sum())
    if voted < fewest:
        return None
    may = [(one, _may_be_shown(one, fewest)) for one in tried]
    able = [one for one, yes in may if yes]
    shown = max(able, key=lambda one: one.apart, default=None)
    groups = shown.groups if shown else np.zeros(len(votes.voters), dtype=np.int64)
    inside = groups != NOBODY
    counted = counts(votes, groups)
    under = [consensus(counts(votes, one.groups)) for one in able]
    laid = space(votes)
    return Result(
        voted=voted,
        counted=int(inside.sum()) if shown else voted,
        statements=tuple(
            _statement(votes, counted, at, under, shown, fewest)
            for at in range(len(votes.statements))
            if not votes.left_out[at]
        ),
        groups=groups[inside] if shown else None,
        points=laid.points[inside],
        spread=laid.spread,
        shown=shown,
        tried=tuple(may),
        speaks=_speaks(votes, counted, fewest) if shown else (),
    )


def _may_be_shown(one: Kept, fewest: int) -> bool:
    sizes = np.bincount(one.groups[one.groups != NOBODY])
    return len(sizes) > 1 and bool((sizes >= fewest).all())


def _speaks(
    votes: Votes, counted: Counts, fewest: int
) -> tuple[tuple[Speaks, ...], ...]:
    """Choose what speaks for each group, without what too few answered."""
    return tuple(
        tuple(one for one in group if (counted.seen[:, one.statement] >= fewest).all())
        for group in speaking(votes, counted)
    )


def _statement(
    votes: Votes,
    counted: Counts,
    at: int,
    under: Sequence[Floats],
    shown: Kept | None,
    fewest: int,
) -> StatementCounted:
    by_group = tuple(_said(counted, group, at) for group in range(len(counted.seen)))
    said = Said(
        agree=sum(one.agree for one in by_group),
        disagree=sum(one.disagree for one in by_group),
        passed=sum(one.passed for one in by_group),
    )
    enough = said.of >= fewest
    safe = shown is not None and all(one.of >= fewest for one in by_group)
    every = [float(one[at]) for one in under]
    return StatementCounted(
        number=int(votes.statements[at]),
        said=said if enough else None,
        by_group=by_group if safe else (),
        consensus=float(consensus(counted)[at]) if safe else None,
        least=min(every) if safe else None,
        most=max(every) if safe else None,
        divides=_apart(by_group) if safe else (_even(said) if enough else 0.0),
    )


def _apart(by_group: Sequence[Said]) -> float:
    shares = [(one.agree + 1) / (one.of + 2) for one in by_group]
    return max(shares) - min(shares)


def _even(said: Said) -> float:
    return 2 * min(said.agree, said.disagree) / max(said.of, 1)


def _said(counted: Counts, group: int, at: int) -> Said:
    agree = int(counted.agree[group, at])
    disagree = int(counted.disagree[group, at])
    return Said(
        agree=agree,
        disagree=disagree,
        passed=int(counted.seen[group, at]) - agree - disagree,
    )
