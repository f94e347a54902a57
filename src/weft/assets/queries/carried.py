"""What may be carried to people by a channel? The one rule, asked of whole tables.

``domain.visibility`` decides about one thing at a time; here the same decision is a
condition on rows, so that a feed of a hundred thousand need not be read to be counted.
A test holds the two against each other, for every kind, visibility and channel.
"""

from uuid import UUID

from django.db.models import Q, QuerySet

from weft.assets.domain.kinds import INTANGIBLE, AssetKind, Visibility
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Offer
from weft.assets.queries.seen import is_whole


def kept_back(channel: Channel) -> list[UUID]:
    """List what is public but whose holders have not said yes to a channel.

    Only what has no address, or is not to be named to funders, is ever asked about, and
    there is little of it.
    """
    asked = Q(kind__in=[str(kind) for kind in INTANGIBLE]) | Q(hidden_from_funders=True)
    rows = Asset.objects.filter(asked, visibility=Visibility.PUBLIC)
    return [row.pk for row in rows if not is_whole(row, channel)]


def carried_offers(channel: Channel) -> QuerySet[Offer]:
    """Choose the offers that a channel may carry.

    An offer is public or is not told, and never says more than the group that gives it:
    where a channel may not name the group's tradition, it does not name its evenings.
    """
    # By exclusion, since what is kept back is little: no join over every offer.
    kept = Asset.objects.exclude(visibility=Visibility.PUBLIC).values("pk")
    rows = Offer.objects.filter(visibility=Visibility.PUBLIC)
    return rows.exclude(group__in=kept).exclude(group__in=kept_back(channel))


def not_carried(channel: Channel) -> tuple[QuerySet[Offer], QuerySet[Offer]]:
    """Choose what ``carried_offers`` leaves out: few, and found by their indexes.

    Of a hundred thousand that were published a handful may not be carried any more: to
    leave those out is a tenth of the work of asking about each of the others.

    Returns
    -------
    tuple
        Those that are not public themselves; those of groups that may not be named.
    """
    unseen = [str(one) for one in Visibility if one is not Visibility.PUBLIC]
    own = Offer.objects.filter(visibility__in=unseen)
    return own, Offer.objects.filter(group__in=_kept(channel).values("pk"))


def at_unnamed_places(channel: Channel) -> QuerySet[Offer]:
    """Choose the offers whose place a channel may not name (any more)."""
    return Offer.objects.filter(place__in=_kept(channel).values("pk"))


def _kept(channel: Channel) -> QuerySet[Asset]:
    """Choose the assets that a channel may not name, but for persons."""
    hidden = ~Q(visibility=Visibility.PUBLIC)
    return Asset.objects.filter(hidden | Q(pk__in=kept_back(channel)))


def terms_with(group: Asset | None, channel: Channel) -> str:
    """Give the terms of whoever gives an offer, as far as a channel may name them.

    An offer has none of its own: its group's travel with it wherever it goes.
    """
    return group.terms if group is not None and may_be_named(group, channel) else ""


def may_be_named(asset: Asset | None, channel: Channel) -> bool:
    """Tell whether a channel may name the group or the place of an offer."""
    named = is_whole(asset, channel)
    return named and asset is not None and asset.kind != AssetKind.PERSON
