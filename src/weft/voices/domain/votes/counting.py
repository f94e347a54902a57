"""On what do all groups agree, and what does each say more than the others?

After Polis (Small, Bjorkegren, Erkkilä, Shaw and Megill, Recerca 26, 2021), whose
published figures of two conversations these meet, given the published groups. Shares
have one vote added each way, so that two of two do not count for certain.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from weft.voices.domain.votes.ballots import Floats, Ints, Votes

_NINETY = 1.2816  # one-sided, 90 in 100
_FEW = 5
_HALF = 0.5

NOBODY = -1
"""In the place of the group of somebody who is in none."""


class Way(StrEnum):
    """Which way a group leans."""

    AGREE = "agree"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """How each group voted.

    Attributes
    ----------
    agree, disagree, seen
        (groups, statements) voters.
    """

    agree: Ints
    disagree: Ints
    seen: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaks:
    """A statement that speaks for a group, with what it was chosen by.

    Attributes
    ----------
    share
        Of those in the group who saw it, how many said so; one vote added each way.
    surely
        How far that lies above a half, in standard errors.
    times
        How many times the share among all others.
    more_surely
        How far it lies above that share, in standard errors.
    most_agreed
        Whether it is the one by which the group is best known for what it agrees to.
    """

    statement: int
    way: Way
    said: int
    of: int
    share: float
    surely: float
    times: float
    more_surely: float
    most_agreed: bool = False


def counts(votes: Votes, groups: Ints) -> Counts:
    """Count votes group by group.

    Parameters
    ----------
    groups
        (voters,) the number of each voter's group, from 0; ``NOBODY`` for none.
    """
    member = groups[:, None] == np.arange(groups.max(initial=NOBODY) + 1)
    of = member.T.astype(np.int64)
    return Counts(
        agree=of @ (votes.votes == 1),
        disagree=of @ (votes.votes == -1),
        seen=of @ votes.seen,
    )


def consensus(counted: Counts) -> Floats:
    """Give the group-informed consensus of each statement, 0 to 1.

    The shares that agree, multiplied over all groups: a statement that one group
    refuses is low, however large the others are.
    """
    return np.asarray(np.prod((counted.agree + 1) / (counted.seen + 2), axis=0))


def speaking(votes: Votes, counted: Counts) -> tuple[tuple[Speaks, ...], ...]:
    """Choose for each group up to five statements that speak for it.

    Returns
    -------
    tuple
        For each group, those it agrees to first; statements left out by moderation are
        in none. A group of which nothing is sure has the one that speaks most for it.
    """
    return tuple(_of_group(votes, counted, group) for group in range(len(counted.seen)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Both:
    """Both ways of one statement in one group."""

    agree: Speaks
    disagree: Speaks

    @property
    def leans(self) -> Speaks:
        """Give the way that sets the group apart more surely."""
        more = self.agree.more_surely > self.disagree.more_surely
        return self.agree if more else self.disagree

    @property
    def passes(self) -> bool:
        """Tell whether either way is sure, and surely more than among others."""
        return any(
            one.surely > _NINETY and one.more_surely > _NINETY
            for one in (self.agree, self.disagree)
        )


def _of_group(votes: Votes, counted: Counts, group: int) -> tuple[Speaks, ...]:
    """Choose what speaks for one group."""
    told = [
        _both(counted, group, at)
        for at in range(len(votes.statements))
        if not votes.left_out[at]
    ]
    sure = [both.leans for both in told if both.passes]
    best = _most_agreed(told)
    if best is not None:
        first = [replace(best.leans, most_agreed=True)]
    else:
        first = sorted((both.leans for both in told), key=lambda one: -one.more_surely)[
            :1
        ]
    if not sure:
        return tuple(first)
    if best is None:
        first = []
    rest = [
        one for one in sure if best is None or one.statement != best.agree.statement
    ]
    rest.sort(key=lambda one: -one.times * one.more_surely * one.share * one.surely)
    chosen = [*first, *rest][:_FEW]
    return tuple(sorted(chosen, key=lambda one: one.way is Way.DISAGREE))


def _most_agreed(told: list[_Both]) -> _Both | None:
    """Find what a group is best known to agree to; None where nothing looks so."""
    best: _Both | None = None
    for both in told:
        if both.agree.said == both.disagree.said == 0:
            continue
        if best is None:
            new = both.agree
            if new.surely > _NINETY or (new.times > 1 and new.share > _HALF):
                best = both
        elif _agreed_more(both.agree, best.agree):
            best = both
    return best


def _agreed_more(new: Speaks, best: Speaks) -> bool:
    """Tell whether a group agrees to one more than to the best so far."""
    if best.times > 1:
        return (
            new.times * new.more_surely * new.share * new.surely
            > best.times * best.more_surely * best.share * best.surely
        )
    return new.share * new.surely > best.share * best.surely


def _both(counted: Counts, group: int, statement: int) -> _Both:
    return _Both(
        agree=_way(counted, group, statement, Way.AGREE),
        disagree=_way(counted, group, statement, Way.DISAGREE),
    )


def _way(counted: Counts, group: int, statement: int, way: Way) -> Speaks:
    """Reckon how far a statement speaks for a group, one way."""
    column = (counted.agree if way is Way.AGREE else counted.disagree)[:, statement]
    seen = counted.seen[:, statement]
    said, of = int(column[group]), int(seen[group])
    others, of_others = int(column.sum()) - said, int(seen.sum()) - of
    share = (said + 1) / (of + 2)
    return Speaks(
        statement=statement,
        way=way,
        said=said,
        of=of,
        share=share,
        surely=2 * np.sqrt(of + 1) * ((said + 1) / (of + 1) - _HALF),
        times=share / ((others + 1) / (of_others + 2)),
        more_surely=_apart(said, of, others, of_others),
    )


def _apart(said: int, of: int, others: int, of_others: int) -> float:
    """Say how far two shares lie apart, in standard errors; 0 where all said so."""
    here, there = (said + 1) / (of + 1), (others + 1) / (of_others + 1)
    both = (said + others + 2) / (of + of_others + 2)
    if both == 1:
        return 0.0
    error = np.sqrt(both * (1 - both) * (1 / (of + 1) + 1 / (of_others + 1)))
    return float((here - there) / error)


def agreed_by_all(votes: Votes, way: Way) -> tuple[Speaks, ...]:
    """List up to five statements that most say the same of, whatever their group.

    ``times`` is 1 and ``more_surely`` 0: there are no others.
    """
    everybody = counts(votes, np.zeros(len(votes.voters), dtype=np.int64))
    if not len(votes.voters):
        return ()
    told = [
        _way(everybody, 0, at, way)
        for at in range(len(votes.statements))
        if not votes.left_out[at]
    ]
    sure = [one for one in told if one.share > _HALF and one.surely > _NINETY]
    sure.sort(key=lambda one: -one.share * one.surely)
    return tuple(replace(one, times=1.0, more_surely=0.0) for one in sure[:_FEW])
