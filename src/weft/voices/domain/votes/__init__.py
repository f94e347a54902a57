"""On what do all groups agree, whoever is in which? Docs: docs/methods/votes.md."""

from weft.voices.domain.votes.ballots import (
    Ballot,
    Moderation,
    Polled,
    Vote,
    Votes,
    polled,
)
from weft.voices.domain.votes.counting import (
    NOBODY,
    Counts,
    Speaks,
    Way,
    agreed_by_all,
    consensus,
    counts,
    speaking,
)
from weft.voices.domain.votes.grouping import (
    Effort,
    Grouping,
    Groupings,
    adjusted_rand,
    groupings,
    k_means,
    silhouette,
)
from weft.voices.domain.votes.space import Space, grouped, space

__all__ = [
    "NOBODY",
    "Ballot",
    "Counts",
    "Effort",
    "Grouping",
    "Groupings",
    "Moderation",
    "Polled",
    "Space",
    "Speaks",
    "Vote",
    "Votes",
    "Way",
    "adjusted_rand",
    "agreed_by_all",
    "consensus",
    "counts",
    "grouped",
    "groupings",
    "k_means",
    "polled",
    "silhouette",
    "space",
    "speaking",
]
