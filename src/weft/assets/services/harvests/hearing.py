"""What follows when a feed says again what it said before?

Its date stays: nobody has looked. It counts as one more event, and we are a little
surer (docs/methods/sureness.md).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.sureness import Event
from weft.assets.models import Asset, FactEvent, Listing, Offer
from weft.assets.queries.hearing import heard_of
from weft.assets.services.listings.standing import standing_of
from weft.assets.services.rows import put
from weft.commons.batches import batched


def say_again(things: Sequence[tuple[UUID, bool]], *, on: date) -> None:
    """Note that things were said again, and how sure we are of them now.

    Parameters
    ----------
    things
        Their keys, and whether each is an offer.
    on
        The day.
    """
    put(
        FactEvent,
        (
            {
                "asset_id": None if is_offer else key,
                "offer_id": key if is_offer else None,
                "aspect": "",
                "event": Event.SAID_AGAIN,
                "heard_on": on,
            }
            for key, is_offer in things
        ),
    )
    _say_how_sure([key for key, is_offer in things if is_offer], Offer, on)
    _say_how_sure([key for key, is_offer in things if not is_offer], Asset, on)


def _say_how_sure(
    keys: Iterable[UUID], table: type[Asset] | type[Offer], on: date
) -> None:
    """Let the listings of things say how sure we are now."""
    which = "offer" if table is Offer else "asset"
    for some in batched(keys):
        listings = list(
            Listing.objects.filter(**{f"{which}__in": some}).select_related(which)
        )
        heard = heard_of(Q(**{f"{which}__in": some}))
        for listing in listings:
            row = listing.offer if table is Offer else listing.asset
            if row is None:
                continue
            hours = {
                "hours_known": listing.hours_known,
                "always_open": listing.always_open,
            }
            found = standing_of(row, hours, heard.get(row.pk, ()), on=on)
            for name, value in found.items():
                setattr(listing, name, value)
        Listing.objects.bulk_update(
            listings, ["sureness", "sure_until", "confirmed_on", "confirmed_by"]
        )
