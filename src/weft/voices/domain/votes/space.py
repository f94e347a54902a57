"""Who votes alike? Every voter as a point on two axes, every statement as a direction.

Principal components of the table of votes, where what somebody did not see stands at
the statement's mean and a statement left out by moderation at nought, as Polis has it;
points of voters who saw little are pushed outwards, by the root of all statements over
those seen, so that few votes do not read as lukewarm. A statement left out counts as
seen by all.
"""

from dataclasses import dataclass

import numpy as np

from weft.voices.domain.votes.ballots import Bools, Floats, Votes

AXES = 2
LEAST = 7
"""Who answered fewer statements than these stands in no group (all of them, where there
are fewer)."""
_NONE = 1e-12  # of the largest square: less is what rounding leaves
_FEWEST_VOTERS = 15  # below this those who answered most are let in


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """Where voters and statements lie.

    Attributes
    ----------
    points
        (voters, 2) where each voter lies.
    axes
        (2, statements) the directions, each of length 1 (or 0 where there is no such
        axis), turned so that their largest part is positive.
    middle
        (statements,) the mean vote.
    spread
        (2,) share of all the variance that each axis holds, 0 to 1.
    """

    points: Floats
    axes: Floats
    middle: Floats
    spread: Floats


def space(votes: Votes) -> Space:
    """Lay voters out by how they voted; all at nought where nobody differs."""
    told = np.where(votes.left_out, 0.0, votes.votes)
    seen = ~np.isnan(told)
    often = np.maximum(seen.sum(axis=0), 1)
    middle = np.where(seen, told, 0.0).sum(axis=0) / often
    apart = np.where(seen, told - middle, 0.0)
    axes, spread = _axes(apart)
    many = np.maximum(seen.sum(axis=1), 1)
    pushed = np.sqrt(len(votes.statements) / many)
    return Space(
        points=(apart @ axes.T) * pushed[:, None],
        axes=axes,
        middle=middle,
        spread=spread,
    )


def _axes(apart: Floats) -> tuple[Floats, Floats]:
    """Find the two directions in which votes differ most."""
    axes, spread = np.zeros((AXES, apart.shape[1])), np.zeros(AXES)
    if not apart.any():
        return axes, spread
    tall, wide = apart.shape
    # of the smaller side: groups of 2,000 voters came in 26 s instead of 93
    squares = apart.T @ apart if wide <= tall else apart @ apart.T
    sizes, found = np.linalg.eigh(squares)
    able = min(AXES, int((sizes > sizes[-1] * _NONE).sum()))
    lead = found[:, ::-1][:, :able].T
    lead = lead if wide <= tall else lead @ apart
    lead /= np.linalg.norm(lead, axis=1, keepdims=True)
    largest = np.abs(lead).argmax(axis=1)
    turned = np.sign(lead[np.arange(able), largest])
    axes[:able] = lead * turned[:, None]
    spread[:able] = sizes[::-1][:able] / sizes.clip(min=0).sum()
    return axes, spread


def grouped(votes: Votes, *, least: int = LEAST) -> Bools:
    """Tell who answered enough to stand in a group.

    Who answered ``least`` statements, or all where there are fewer. Where that leaves
    fewer than fifteen, those who answered most are let in up to fifteen, first come
    first.
    """
    many = votes.seen.sum(axis=1)
    told: Bools = many >= min(least, len(votes.statements))
    if told.sum() < _FEWEST_VOTERS:
        order = np.argsort(-many, kind="stable")
        answered = order[many[order] > 0]
        told[answered[:_FEWEST_VOTERS]] = True
    return told
