"""Of which pairs should a person say whether they are one thing?"""

from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from weft.assets.domain.linking import Verdict
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Link, Offer
from weft.assets.queries.seen import is_whole, may_be_seen

Told = Asset | Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingInBand:
    """One of two listings, as its teller tells it."""

    id: UUID
    is_offer: bool
    name: str
    address: str
    telephone: str
    source: str
    told_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Are these two the same thing? With the words for and against."""

    first: ListingInBand
    second: ListingInBand
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


def review_band(region: str, *, most: int = 50) -> tuple[Question, ...]:
    """List the pairs that wait for a person, the likeliest first.

    What was hidden since the linker ran is not asked about.
    """
    rows = Link.objects.filter(region=region, found=Verdict.ASK, decided="")
    rows = rows.select_related(
        "asset",
        "other_asset",
        "offer__place",
        "offer__group",
        "other_offer__place",
        "other_offer__group",
    )
    asked = map(_question, rows.order_by("-bits", "pk").iterator())
    return tuple(islice((one for one in asked if one is not None), most))


def _question(row: Link) -> Question | None:
    """Make the question; None where one of the two may not be seen any more."""
    first = _listing(row.asset or row.offer)
    second = _listing(row.other_asset or row.other_offer)
    if first is None or second is None:
        return None
    return Question(
        first=first,
        second=second,
        speaks_for=tuple(row.speaks_for),
        speaks_against=tuple(row.speaks_against),
    )


def _listing(told: Told | None) -> ListingInBand | None:
    """Say one listing, if it may be seen."""
    if isinstance(told, Offer):
        seen, place = may_be_seen(told), told.place
    else:
        seen, place = is_whole(told, Channel.SEARCH), told
    if told is None or not seen:
        return None
    shown = place if is_whole(place, Channel.SEARCH) else None
    return ListingInBand(
        id=told.pk,
        is_offer=isinstance(told, Offer),
        name=told.name,
        address=shown.address if shown else "",
        telephone=told.telephone,
        source=told.source,
        told_by=told.told_by,
    )
