"""What is known of each fact of a thing, by whose word and since when?"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.listing import OF_THE_PLACE
from weft.assets.domain.settling import Known, Said, settled
from weft.assets.domain.told import YES
from weft.assets.models import Asset, Fact, Listing, Offer
from weft.assets.queries.about import UsedBy, WordAbout

KnownFacts = Mapping[FactField, Known]
_WORDS = frozenset(str(one) for one in WordField if one is not WordField.REST)
"""Rests are told with the hours."""
_YES_OR_NO = frozenset(str(one) for one in FactField)


def facts_of_asset(asset: Asset) -> KnownFacts:
    """Say what is known of an asset."""
    told = _settled(Q(asset=asset))
    listing = Listing.objects.filter(asset=asset).first()
    return told | _follows(told, listing, asset.told_by, asset.told_on)


def facts_of_offer(offer: Offer, *, place: Asset | None) -> KnownFacts:
    """Say what is known of an offer; what is so of its place is so of it."""
    told = _settled(Q(offer=offer))
    if place is not None:
        at_place = _settled(Q(asset=place))
        told |= {
            one: known
            for one, known in at_place.items()
            if one in OF_THE_PLACE and one not in told
        }
    listing = Listing.objects.filter(offer=offer).first()
    return told | _follows(told, listing, offer.told_by, offer.told_on)


def used_by(asset: Asset) -> tuple[UsedBy, ...]:
    """List everybody who says that people here use it as a community place."""
    rows = Fact.objects.filter(
        asset=asset, field=FactField.COMMUNITY_USE, value=YES, disputed=False
    )
    return tuple(
        UsedBy(told_by=row.told_by, told_on=row.told_on)
        for row in rows.order_by("-told_on", "pk")
    )


def words_of(about: Q) -> tuple[WordAbout, ...]:
    """List the facts that were told in words."""
    return tuple(
        WordAbout(
            field=WordField(row.field),
            words=row.value,
            told_by=row.told_by,
            told_on=row.told_on,
        )
        for row in Fact.objects.filter(about, field__in=_WORDS).order_by("pk")
    )


def _settled(about: Q) -> dict[FactField, Known]:
    """Settle every yes-or-no fact of a thing."""
    said: dict[FactField, list[Said]] = defaultdict(list)
    for row in Fact.objects.filter(about, field__in=_YES_OR_NO).order_by("pk"):
        said[FactField(row.field)].append(
            Said(
                value=row.value,
                told_by=row.told_by,
                told_on=row.told_on,
                disputed=row.disputed,
            )
        )
    return {one: settled(words) for one, words in said.items()}


def _follows(
    told: KnownFacts, listing: Listing | None, told_by: str, told_on: date | None
) -> dict[FactField, Known]:
    """Add what follows from hours and price, by the word of whoever told those."""
    if listing is None:
        return {}
    return {
        FactField(name): Known(value=value, told_by=told_by, told_on=told_on)
        for name, value in listing.facts.items()
        if FactField(name) not in told
    }
