"""How sure are we of what a listing says?"""

from collections.abc import Mapping, Sequence
from datetime import date

from weft.assets.domain.sureness import About, Aspect, standing
from weft.assets.models import Asset, Offer
from weft.assets.queries.hearing import tracks_of
from weft.assets.services.rows import Value


def standing_of(
    row: Asset | Offer,
    listing: Mapping[str, Value],
    heard: Sequence[About],
    *,
    on: date,
) -> dict[str, Value]:
    """Say what a listing says of its sureness.

    Parameters
    ----------
    row
        What is listed.
    listing
        Its line so far: what has hours is asked whether they are still right, and what
        has none, or is open day and night, whether it is still there.
    heard
        All that was heard of it.
    on
        The day for which it is listed.
    """
    has_hours = listing["hours_known"] and not listing["always_open"]
    aspect = Aspect.DAYS if has_hours else Aspect.EXISTS
    found = standing(tracks_of(row, heard), aspect, row.told_on, on)
    return {
        "sureness": found.sureness,
        "sure_until": found.sure_until,
        "confirmed_on": found.confirmed_on,
        "confirmed_by": found.confirmed_by,
    }
