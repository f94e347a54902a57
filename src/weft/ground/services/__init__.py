"""Everything that can be done to the ground. All writing happens here."""

from weft.ground.services.loading import (
    count_people,
    keep_ledger,
    keep_line,
    load,
    name_places,
)

__all__ = ["count_people", "keep_ledger", "keep_line", "load", "name_places"]
