"""For whom, at which hour, is there a real choice, and what stands in the way?

The definition, clause by clause: docs/methods/real-choice.md.
"""

from weft.access.domain.choice.choosing import RealChoice, World, choose
from weft.access.domain.choice.sharing import chances
from weft.access.domain.choice.summing import ForPeople, for_people
from weft.access.domain.choice.values import (
    CERTAIN,
    NO_LIMIT,
    POSSIBLE,
    UNKNOWN,
    USUAL,
    Areas,
    Condition,
    Journeys,
    LifeNow,
    Offers,
    Sessions,
    Terms,
)
from weft.access.domain.choice.variety import (
    diversity,
    effective_number,
    similarity_of,
)
from weft.access.domain.choice.windows import free_windows, hours_in, of_week

__all__ = [
    "CERTAIN",
    "NO_LIMIT",
    "POSSIBLE",
    "UNKNOWN",
    "USUAL",
    "Areas",
    "Condition",
    "ForPeople",
    "Journeys",
    "LifeNow",
    "Offers",
    "RealChoice",
    "Sessions",
    "Terms",
    "World",
    "chances",
    "choose",
    "diversity",
    "effective_number",
    "for_people",
    "free_windows",
    "hours_in",
    "of_week",
    "similarity_of",
]
