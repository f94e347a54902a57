"""What has been heard of assets and offers, and how sure are we of each?"""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.sureness import (
    About,
    Aspect,
    Event,
    Heard,
    Standing,
    Tracks,
    keeper_of,
    right_at_first,
)
from weft.assets.models import Asset, FactEvent, Listing, Offer


def heard_of(about: Q) -> dict[UUID, tuple[About, ...]]:
    """Gather what was heard, in its order, by the keys of what it is about.

    Parameters
    ----------
    about
        A condition on ``FactEvent``.
    """
    found: dict[UUID, list[About]] = {}
    rows = FactEvent.objects.filter(about).order_by("heard_on", "pk")
    for asset, offer, aspect, event, on in rows.values_list(
        "asset_id", "offer_id", "aspect", "event", "heard_on"
    ):
        key = asset or offer
        if key is not None:
            side = Aspect(aspect) if aspect else None
            found.setdefault(key, []).append(About(Heard(on, Event(event)), side))
    return {key: tuple(events) for key, events in found.items()}


def standing_from(row: Listing) -> Standing:
    """Read how a listing says it stands."""
    return Standing(
        sureness=row.sureness,
        sure_until=row.sure_until,
        confirmed_on=row.confirmed_on,
        confirmed_by=row.confirmed_by,
    )


def tracks_of(row: Asset | Offer, heard: Sequence[About] | None = None) -> Tracks:
    """Follow one asset or offer.

    Parameters
    ----------
    row
        Which.
    heard
        What was heard of it; read here where it is None.
    """
    if heard is None:
        about = Q(asset=row) if isinstance(row, Asset) else Q(offer=row)
        heard = heard_of(about).get(row.pk, ())
    if isinstance(row, Asset):
        keeper = keeper_of(row.kind, row.place_kind, row.ownership_form)
    else:
        keeper = keeper_of("offer")
    return Tracks(
        keeper=keeper,
        right_at_first=right_at_first(row.source),
        heard=tuple(heard),
    )
