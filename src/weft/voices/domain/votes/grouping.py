"""Which voters stand together, and would they again?

K-means (Lloyd, with the spread-out beginnings of Arthur and Vassilvitskii, 2007) from
several beginnings. How many groups there are nobody knows, and other clusterings of
the same votes are as good: so each number of groups is tried, groups are found anew
among four fifths of the voters, drawn many times, and how far they come out the same
is told (adjusted Rand: Hubert and Arabie, J Classification 2, 1985; after Hennig,
Comput Stat Data Anal 52, 2007). What all agree on is reckoned under each, and told with
its least and its most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from weft.voices.domain.votes.ballots import Bools, Floats, Ints, Votes
from weft.voices.domain.votes.counting import NOBODY, consensus, counts
from weft.voices.domain.votes.space import grouped, space

NUMBERS = (2, 3, 4, 5)
"""How many groups are tried."""

_ROUNDS = 300
_LOOKED_AT = 1000  # voters for the silhouette: every pair of them is measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to look; the same effort finds the same."""

    beginnings: int = 10
    draws: int = 50
    drawn: float = 0.8
    seed: int = 1


USUAL = Effort()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouping:
    """Voters in groups, and how far that holds.

    Attributes
    ----------
    groups
        (voters,) from 0, the largest first; ``NOBODY`` for who answered too little.
    apart
        Mean silhouette, -1 to 1: how much nearer voters are to their own group than to
        the next.
    again
        Adjusted Rand with the groups found anew among four fifths of the voters: the
        mean over all draws; 1 where they always come out the same, 0 as by chance.
    again_least
        What nineteen draws in twenty reach.
    consensus
        (statements,) group-informed consensus.
    """

    groups: Ints
    apart: float
    again: float
    again_least: float
    consensus: Floats

    @property
    def number(self) -> int:
        """Count the groups."""
        return int(self.groups.max()) + 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Groupings:
    """Every number of groups that was tried.

    Attributes
    ----------
    tried
        By the number of groups; none where there are too few voters.
    least, most
        (statements,) the least and the most consensus under any; nan where none was
        tried.
    """

    tried: tuple[Grouping, ...]
    least: Floats
    most: Floats

    @property
    def clearest(self) -> Grouping | None:
        """Give the grouping whose silhouette is greatest; of equals the fewest."""
        return max(self.tried, key=lambda one: one.apart, default=None)


def groupings(
    votes: Votes, *, numbers: Sequence[int] = NUMBERS, effort: Effort = USUAL
) -> Groupings:
    """Group the voters in several ways.

    A number of groups is tried where at least three voters for each answered enough,
    and lie at as many different points.
    """
    inside = grouped(votes)
    told = space(votes)
    points = told.points[inside]
    different = len(np.unique(np.round(points, 9), axis=0))
    tried = tuple(
        _grouping(votes, points, inside, number, effort)
        for number in numbers
        if len(points) >= 3 * number and different >= number
    )
    nothing = np.full(len(votes.statements), np.nan)
    under = np.array([one.consensus for one in tried]) if tried else nothing[None]
    return Groupings(tried=tried, least=under.min(axis=0), most=under.max(axis=0))


def _grouping(
    votes: Votes, points: Floats, inside: Bools, number: int, effort: Effort
) -> Grouping:
    luck = np.random.default_rng((effort.seed, number))
    mine = k_means(points, number, beginnings=effort.beginnings, luck=luck)
    groups = np.full(len(inside), NOBODY, dtype=np.int64)
    groups[inside] = mine
    again = np.array(
        [_again(votes, inside, mine, number, effort, luck) for _ in range(effort.draws)]
    )
    return Grouping(
        groups=groups,
        apart=silhouette(points, mine, luck=luck),
        again=float(again.mean()),
        again_least=float(np.quantile(again, 0.05)),
        consensus=consensus(counts(votes, groups)),
    )


def _again(
    votes: Votes,
    inside: Bools,
    mine: Ints,
    number: int,
    effort: Effort,
    luck: np.random.Generator,
) -> float:
    """Group some of the voters anew, axes and all, and say how far it is the same."""
    many = max(number, round(effort.drawn * len(mine)))
    some = np.sort(luck.choice(len(mine), many, replace=False))
    rows = np.flatnonzero(inside)[some]
    fewer = replace(
        votes, voters=[votes.voters[row] for row in rows], votes=votes.votes[rows]
    )
    anew = k_means(space(fewer).points, number, beginnings=1, luck=luck)
    return adjusted_rand(mine[some], anew)


def k_means(
    points: Floats, number: int, *, beginnings: int, luck: np.random.Generator
) -> Ints:
    """Put points into groups, the largest first; of equals, that of the first point.

    Parameters
    ----------
    points
        (points, 2), as many as groups at least.
    luck
        Seeded chance: where to begin.
    """
    best, least = np.zeros(len(points), dtype=np.int64), np.inf
    for _ in range(beginnings):
        middles = _beginning(points, number, luck)
        told, off = _settled(points, middles)
        if off < least - 1e-12:
            best, least = told, off
    _, first, sizes = np.unique(best, return_index=True, return_counts=True)
    names = np.unique(best)
    order = names[np.lexsort((first, -sizes))]
    to = np.zeros(number, dtype=np.int64)
    to[order] = np.arange(len(order))
    return to[best]


def _beginning(points: Floats, number: int, luck: np.random.Generator) -> Floats:
    """Choose middles far from each other: each by chance, as the square of how far."""
    middles = [points[luck.integers(len(points))]]
    while len(middles) < number:
        far = _off(points, np.array(middles)).min(axis=1)
        even = np.full(len(points), 1 / len(points))
        chance = far / far.sum() if far.sum() > 0 else even
        middles.append(points[luck.choice(len(points), p=chance)])
    return np.array(middles)


def _settled(points: Floats, middles: Floats) -> tuple[Ints, float]:
    """Move middles to the middle of their points until nothing moves."""
    told = np.full(len(points), -1)
    for _ in range(_ROUNDS):
        off = _off(points, middles)
        now = off.argmin(axis=1)
        if (now == told).all():
            break
        told = now
        for group in range(len(middles)):
            if (told == group).any():
                middles[group] = points[told == group].mean(axis=0)
            else:  # whoever is farthest from the own middle begins it anew
                middles[group] = points[off[np.arange(len(points)), told].argmax()]
    return told, float(_off(points, middles)[np.arange(len(points)), told].sum())


def _off(points: Floats, middles: Floats) -> Floats:
    """Say how far each point is from each middle, squared."""
    return np.asarray(((points[:, None, :] - middles[None]) ** 2).sum(axis=2))


def adjusted_rand(one: Ints, other: Ints) -> float:
    """Say how far two groupings put the same together, beyond chance.

    1 where they are the same; 0 as by chance; may be below.
    """
    table = np.zeros((int(one.max(initial=0)) + 1, int(other.max(initial=0)) + 1))
    np.add.at(table, (one, other), 1)
    both = _pairs(table).sum()
    first, second = _pairs(table.sum(axis=1)).sum(), _pairs(table.sum(axis=0)).sum()
    every = _pairs(np.array([len(one)], dtype=float)).sum()
    by_chance = first * second / every if every else 0.0
    most = (first + second) / 2
    if most == by_chance:
        return 1.0
    return float((both - by_chance) / (most - by_chance))


def _pairs(many: Floats) -> Floats:
    return many * (many - 1) / 2


def silhouette(points: Floats, groups: Ints, *, luck: np.random.Generator) -> float:
    """Give the mean silhouette (Rousseeuw, J Comput Appl Math 20, 1987).

    Of more than a thousand points, a thousand drawn by chance are measured. A point
    alone in its group counts 0, as does everything where there is one group.
    """
    if len(points) > _LOOKED_AT:
        some = luck.choice(len(points), _LOOKED_AT, replace=False)
        points, groups = points[some], groups[some]
    names = np.unique(groups)
    if len(names) < 2:  # noqa: PLR2004 there is no next group
        return 0.0
    far = np.sqrt(_off(points, points))
    member = groups[:, None] == names
    sums, sizes = far @ member, member.sum(axis=0)
    own = member.argmax(axis=1)
    rows = np.arange(len(points))
    alone = sizes[own] == 1
    inside = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    outside = means.min(axis=1)
    larger = np.maximum(inside, outside)
    told = np.divide(
        outside - inside, larger, out=np.zeros(len(points)), where=larger > 0
    )
    return float(np.where(alone, 0.0, told).mean())
