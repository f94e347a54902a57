"""What may be seen of a row, and how is it said in brief?"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F

from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.listing import asset_label, offer_label
from weft.assets.domain.visibility import (
    Channel,
    Held,
    Showing,
    offer_is_shown,
    showing,
)
from weft.assets.models import Asset, Offer
from weft.assets.queries.about import Brief
from weft.commons.errors import NotFound
from weft.commons.places import Point

NEWEST = F("told_on").desc(nulls_last=True)
"""The newest word first, those without a day last: PostgreSQL would name them first."""

NOT_HERE = "There is no such thing here, or it is not to be seen."


def held(asset: Asset) -> Held:
    """Read what decides about an asset's being seen."""
    return Held(
        kind=AssetKind(asset.kind),
        visibility=Visibility(asset.visibility),
        channels_allowed=frozenset(asset.channels_allowed),
        hidden_from_funders=asset.hidden_from_funders,
    )


def is_whole(asset: Asset | None, channel: Channel = Channel.PAGE) -> bool:
    """Tell whether all of an asset may be seen in a channel."""
    return asset is not None and showing(held(asset), channel) is Showing.WHOLE


def brief_of(asset: Asset | None) -> Brief | None:
    """Say an asset in brief, or None where its name may not be seen."""
    if asset is None or not is_whole(asset):
        return None
    return Brief(
        id=asset.pk,
        is_offer=False,
        name=asset.name,
        kind=asset_label(AssetKind(asset.kind), asset.place_kind),
        point=point_of(asset),
    )


def briefs_of(assets: Iterable[Asset]) -> tuple[Brief, ...]:
    """Say those of some assets that may be seen."""
    return tuple(brief for asset in assets if (brief := brief_of(asset)))


def offer_brief(offer: Offer) -> Brief:
    """Say an offer in brief; its place only where it may be seen."""
    return Brief(
        id=offer.pk,
        is_offer=True,
        name=offer.name,
        kind=offer_label(offer.kinds),
        point=point_of(offer.place) if is_whole(offer.place, Channel.MAP) else None,
    )


def point_of(asset: Asset | None) -> Point | None:
    """Find where an asset is, if it is somewhere and that may be shown."""
    if asset is None or asset.latitude is None or asset.longitude is None:
        return None
    if showing(held(asset), Channel.MAP) is not Showing.WHOLE:
        return None
    return Point(asset.latitude, asset.longitude)


def may_be_seen(offer: Offer) -> bool:
    """Tell whether an offer may be seen; its group is read with it."""
    group = held(offer.group) if offer.group else None
    return offer_is_shown(Visibility(offer.visibility), group=group)


def found_asset(key: UUID, *, member: bool = False) -> Asset:
    """Find an asset of which at least the existence may be seen.

    Parameters
    ----------
    key
        Which.
    member
        Whether whoever looks has been let in by its holder.

    Raises
    ------
    NotFound
        When there is none, or it is for members only or hidden: both look alike.
    """
    asset = Asset.objects.filter(pk=key).select_related("part_of").first()
    if asset is None or not showing(held(asset), Channel.PAGE, member=member):
        raise NotFound(NOT_HERE)
    return asset


def found_offer(key: UUID) -> Offer:
    """Find an offer that may be seen, with its group and place.

    Raises
    ------
    NotFound
        When there is none, or it is not public: both look alike.
    """
    offer = Offer.objects.select_related("group", "place").filter(pk=key).first()
    if offer is None or not may_be_seen(offer):
        raise NotFound(NOT_HERE)
    return offer
