"""What is here that answers somebody's wish? (docs/methods/search.md).

``find`` answers an ``Ask``; ``reindex`` makes a region's index from its listings and
is called in the transaction that makes those; ``index_some`` and ``unindex_some`` do
the same for the few that a deed has touched.
"""

from weft.assets.domain.wanting import Correction, Done
from weft.assets.queries.search.asking import (
    SHORTEST_VISIT,
    Ask,
    Facets,
    FactCount,
    FactSaid,
    Found,
    Hit,
    KindCount,
)
from weft.assets.queries.search.candidates import (
    Candidate,
    Candidates,
    Time,
    candidate_of,
    candidates,
    when_told,
)
from weft.assets.queries.search.finding import find, find_as
from weft.assets.queries.search.index import reindex
from weft.assets.queries.search.touching import index_some, unindex_some

__all__ = [
    "SHORTEST_VISIT",
    "Ask",
    "Candidate",
    "Candidates",
    "Correction",
    "Done",
    "Facets",
    "FactCount",
    "FactSaid",
    "Found",
    "Hit",
    "KindCount",
    "Time",
    "candidate_of",
    "candidates",
    "find",
    "find_as",
    "index_some",
    "reindex",
    "unindex_some",
    "when_told",
]
