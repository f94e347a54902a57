"""How are the groups kept that were found when a round was shut?

To find them takes long and to count within them does not: so only who stands with whom
is kept, and how far that holds; everything else is counted when it is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from weft.voices.domain.votes.ballots import Ints, Votes
from weft.voices.domain.votes.grouping import groupings


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kept:
    """One grouping, as it is kept; the numbers are those of ``Grouping``."""

    groups: Ints
    apart: float
    again: float
    again_least: float


def reckoned(votes: Votes) -> dict[str, Any]:
    """Find groups in every way that is tried, as plain values for a column.

    Parameters
    ----------
    votes
        Its voters are ballots by number.
    """
    return {
        "ballots": [int(voter) for voter in votes.voters],
        "tried": [
            {
                "groups": one.groups.tolist(),
                "apart": one.apart,
                "again": one.again,
                "again_least": one.again_least,
            }
            for one in groupings(votes).tried
        ],
    }


def kept_groupings(held: Mapping[str, Any], voters: Sequence[int]) -> tuple[Kept, ...]:
    """Read them again; none where other ballots are there than were counted."""
    if held.get("ballots") != list(voters):
        return ()
    return tuple(
        Kept(
            groups=np.array(one["groups"], dtype=np.int64),
            apart=one["apart"],
            again=one["again"],
            again_least=one["again_least"],
        )
        for one in held["tried"]
    )
