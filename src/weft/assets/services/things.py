"""How is a thing named, by what is kept of it and in the record?"""

from typing import TypedDict

from weft.assets.models import Asset, Offer


class Of(TypedDict, total=False):
    """Which column names the thing that something is kept of."""

    asset: Asset
    offer: Offer


def of(thing: Asset | Offer | None) -> Of:
    """Name a thing the way its facts, events and proposals do."""
    match thing:
        case Asset():
            return {"asset": thing}
        case Offer():
            return {"offer": thing}
    return {}


def subject_of(thing: Asset | Offer) -> str:
    """Name a thing the way the record does."""
    return f"{'asset' if isinstance(thing, Asset) else 'offer'} {thing.pk}"
