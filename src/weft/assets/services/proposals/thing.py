"""Which thing is a proposal about, and how do its cards follow what is decided?"""

from datetime import date

from weft.accounts.actors import BOUND, Actor
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import Asset, Offer, Proposal
from weft.assets.services.listings import derive_some
from weft.assets.services.listings.deriving import relist
from weft.commons.times import Week


def thing_of(row: Proposal) -> Asset | Offer:
    """Find what it is about, and let nobody else write of it meanwhile."""
    if row.offer_id is not None:
        return Offer.objects.select_for_update().get(proposals=row)
    return Asset.objects.select_for_update().get(proposals=row)


def list_anew(thing: Asset | Offer, *, by: Actor, today: date) -> None:
    """Make the cards of a thing anew, and of what is done in it or by it."""
    is_asset = isinstance(thing, Asset)
    assets, offers = ([thing.pk], []) if is_asset else ([], [thing.pk])
    if by.kind in BOUND:  # their deed is to their own thing, and writes itself down
        relist(thing.region_id, assets=assets, offers=offers, today=today)
        return
    derive_some(
        region=thing.region_id,
        assets=assets,
        offers=offers,
        weeks=weeks_listed(Week.of(today)),
        by=by,
        day=today,
    )
