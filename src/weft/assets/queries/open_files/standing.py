"""What is in a file, and has any of it been withdrawn since it was made?

Files are made anew within a minute of a change. Until then, and while no worker runs,
one that holds something withdrawn is not given out at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Listing, Offer
from weft.assets.queries.carried import carried_offers, kept_back


@dataclass(slots=True)
class Contents:
    """Which things a file speaks of, by their numbers.

    Attributes
    ----------
    listed
        Assets and offers that were in a list.
    offers
        Offers, listed or not: a feed tells of those that have closed.
    named
        Assets that are named as somebody's group or place.
    """

    listed: set[str] = field(default_factory=set)
    offers: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)

    def add(self, other: "Contents") -> None:
        """Take in what another file speaks of."""
        self.listed |= other.listed
        self.offers |= other.offers
        self.named |= other.named


def has_left(contents: Contents, region: str) -> bool:
    """Tell whether anything that a file speaks of may not be in it any more.

    Parameters
    ----------
    contents
        What the file speaks of.
    region
        Whose file it is.
    """
    unnamed = _texts(
        Asset.objects.exclude(visibility=Visibility.PUBLIC).values_list("pk", flat=True)
    ) | _texts(kept_back(Channel.BULK))
    if unnamed & (contents.named | contents.listed):
        return True
    if contents.offers:
        carried = carried_offers(Channel.BULK).filter(region=region)
        if contents.offers - _texts(carried.values_list("pk", flat=True)):
            return True
    if contents.named:
        there = Asset.objects.filter(region=region).exclude(kind=AssetKind.PERSON)
        if contents.named - _texts(there.values_list("pk", flat=True)):
            return True
    return bool(contents.listed) and bool(contents.listed - _listed(region))


def _listed(region: str) -> set[str]:
    """List what is on a region's list, by numbers; an offer only where it is public."""
    rows = Listing.objects.filter(region=region).values_list("asset", "offer")
    hidden = _texts(
        Offer.objects.exclude(visibility=Visibility.PUBLIC).values_list("pk", flat=True)
    )
    return {str(asset or offer) for asset, offer in rows} - hidden


def _texts(keys: Iterable[UUID]) -> set[str]:
    return {str(key) for key in keys}
