"""Which thing is a proposal about, and how do its cards follow what is decided?"""

from datetime import date

from django.db.models import Q

from weft.accounts.actors import Actor
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import Asset, Offer, Proposal
from weft.assets.services.listings import derive_some
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
    derive_some(
        region=thing.region_id,
        assets=assets,
        offers=offers,
        weeks=weeks_listed(Week.of(today)),
        by=by,
        day=today,
    )
