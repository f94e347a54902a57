"""What could be put on next in a region: in its own rooms, when they are empty."""

from weft.access.domain.next_offer.order import (
    NO_ORDER,
    Order,
    Whose,
    weights_by_place,
)
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
    by_need,
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
    "NO_ORDER",
    "USUAL",
    "Case",
    "Hours",
    "Order",
    "Prepared",
    "Reach",
    "Settings",
    "Standing",
    "Weighable",
    "Weighed",
    "Weights",
    "Whose",
    "as_arrays",
    "asked_of",
    "by_need",
    "from_arrays",
    "weighable",
    "weighed",
    "weights_by_place",
    "weights_of",
]
