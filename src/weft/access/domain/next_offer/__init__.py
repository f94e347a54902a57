"""What could be put on next in a region: in its own rooms, when they are empty."""

from weft.access.domain.next_offer.prepared import (
    Case,
    Hours,
    Prepared,
    Reach,
    Standing,
    as_arrays,
    from_arrays,
)
from weft.access.domain.next_offer.settings import (
    USUAL,
    Settings,
    Weights,
    weights_of,
)
from weft.access.domain.next_offer.weighing import (
    Weighable,
    Weighed,
    asked_of,
    weighable,
    weighed,
)

__all__ = [
    "USUAL",
    "Case",
    "Hours",
    "Prepared",
    "Reach",
    "Settings",
    "Standing",
    "Weighable",
    "Weighed",
    "Weights",
    "as_arrays",
    "asked_of",
    "from_arrays",
    "weighable",
    "weighed",
    "weights_of",
]
