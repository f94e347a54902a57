"""Which thing is a proposal about, and how do its cards follow what is decided?"""

from datetime import date

from django.db.models import Q

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
    assets, offers = [], [thing.pk]
    if isinstance(thing, Asset):
        there = Offer.objects.filter(Q(group=thing) | Q(place=thing))
        assets, offers = [thing.pk], list(there.values_list("pk", flat=True))
    region, weeks = thing.region_id, weeks_listed(Week.of(today))
    if by.kind in BOUND:  # their deed is to their own thing, and writes itself down
        relist(region, assets=assets, offers=offers, weeks=weeks, day=today)
    else:
        derive_some(
            region=region,
            assets=assets,
            offers=offers,
            weeks=weeks,
            by=by,
            day=today,
        )
