"""What becomes of a tradition when somebody says that it is held by others?

Nobody decides that from a desk. Until its communities answer it is only known to
exist: out of every list, map, feed and calendar at once.
"""

from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.proposals import Decider
from weft.assets.models import Asset, Offer, Proposal
from weft.assets.services.listings.deriving import unlist
from weft.assets.services.listings.publishing import publish
from weft.commons.standing import Standing


def lower(row: Proposal, *, by: Actor) -> None:
    """Let what is disputed be known to exist, and no more."""
    asset = Asset.objects.select_for_update().get(proposals=row)
    if asset.visibility != Visibility.PUBLIC:
        return  # no more is shown of it than that, or less
    row.before = {"visibility": asset.visibility}
    row.save()
    asset.visibility = Visibility.KNOWN
    asset.save(update_fields=("visibility",))
    telling = Offer.objects.filter(Q(group=asset) | Q(place=asset))
    offers = list(telling.values_list("pk", flat=True))
    unlist(asset.region_id, assets=[asset.pk], offers=offers)
    publish(asset.region_id, only=offers)
    record(by=by, deed="assets.lower_disputed", subject=f"asset {asset.pk}")


def raise_again(row: Proposal, *, by: Actor) -> None:
    """Show it as before, once whoever disputed it takes their word back.

    Its card follows when listings are next made (``derive``): its holders lose no more
    by that than a few hours.
    """
    if put_back(row):
        record(by=by, deed="assets.raise_again", subject=f"asset {row.asset_id}")


def put_back(row: Proposal) -> bool:
    """Show it as before, where nobody else disputes it; tell whether that was done.

    Where others still dispute it, the last of them to take it back, or to be answered,
    raises it.
    """
    if not row.before:
        return False
    others = Proposal.objects.select_for_update().filter(
        asset=row.asset_id,
        decides=Decider.COMMUNITIES,
        standing=Standing.PROPOSED,
    )
    heir = others.exclude(pk=row.pk).order_by("said_on", "pk").first()
    if heir is not None:
        heir.before, row.before = row.before, {}
        heir.save()
        return False
    asset = Asset.objects.select_for_update().get(proposals=row)
    raised = asset.visibility == Visibility.KNOWN
    if raised:
        asset.visibility = row.before["visibility"]
        asset.save(update_fields=("visibility",))
    row.before = {}
    return raised
