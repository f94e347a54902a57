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
from weft.assets.services.rows import change, put
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
        mine = Q(**{f"{which}__in": some})
        heard, rows = heard_of(mine), _rows(table, some)
        listed = Listing.objects.filter(mine).values_list(
            "pk", f"{which}_id", "hours_known", "always_open"
        )
        change(
            Listing,
            (
                {
                    "id": number,
                    **standing_of(
                        rows[key],
                        {"hours_known": known, "always_open": always},
                        heard.get(key, ()),
                        on=on,
                    ),
                }
                for number, key, known, always in listed
            ),
        )


def _rows(
    table: type[Asset] | type[Offer], keys: Iterable[UUID]
) -> dict[UUID, Asset | Offer]:
    """Read of things no more than what decides how long they last."""
    if table is Offer:
        offers = Offer.objects.filter(pk__in=keys).only("pk", "source", "told_on")
        return {one.pk: one for one in offers}
    assets = Asset.objects.filter(pk__in=keys).only(
        "pk", "source", "told_on", "kind", "place_kind", "ownership_form"
    )
    return {one.pk: one for one in assets}
