"""Everything that can be done to the ground. All writing happens here."""

from weft.ground.services.loading import (
    count_people,
    keep_ledger,
    load,
    name_places,
    refuse_mixing,
)
from weft.ground.services.swapping import one_transaction

__all__ = [
    "count_people",
    "keep_ledger",
    "load",
    "name_places",
    "one_transaction",
    "refuse_mixing",
]
