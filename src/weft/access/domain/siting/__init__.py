"""Where, when and what next? Docs: docs/methods/next-offer.md."""

from weft.access.domain.siting.answers import held, next_offers, planned
from weft.access.domain.siting.asked import (
    MANY,
    NONE,
    Asked,
    Candidates,
    Cells,
    Goal,
    only_one,
)
from weft.access.domain.siting.plans import Answer, Held, OfLife, Plan, Proof, Swap
from weft.access.domain.siting.search import Effort

__all__ = [
    "MANY",
    "NONE",
    "Answer",
    "Asked",
    "Candidates",
    "Cells",
    "Effort",
    "Goal",
    "Held",
    "OfLife",
    "Plan",
    "Proof",
    "Swap",
    "held",
    "next_offers",
    "only_one",
    "planned",
]
