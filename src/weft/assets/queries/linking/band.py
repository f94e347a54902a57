"""Of which pairs should a person say whether they are one thing?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import F, Q

from weft.assets.domain.linking import Verdict
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Link, Listing, Offer
from weft.assets.queries.about import NO_TIMES, TimesAbout
from weft.assets.queries.seen import is_whole, may_be_seen
from weft.assets.queries.times import times_of

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
    told_on: date | None = None
    website: str = ""
    times: TimesAbout = NO_TIMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Are these two the same thing? With the words for and against."""

    first: ListingInBand
    second: ListingInBand
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The pairs to ask a person about first, and how many are left in all."""

    questions: tuple[Question, ...]
    left: int


def review_band(region: str, *, most: int = 50) -> tuple[Question, ...]:
    """List the pairs that wait for a person, the likeliest first.

    What was hidden since the linker ran is not asked about. What somebody put off comes
    last.
    """
    return tuple(islice(_asked(region), most))


def band(region: str, *, most: int) -> Band:
    """List the first pairs that wait, with when each is on, and count all of them."""
    asked = list(_asked(region))
    return Band(
        questions=tuple(_with_times(one) for one in asked[:most]), left=len(asked)
    )


def _asked(region: str) -> Iterator[Question]:
    rows = Link.objects.filter(region=region, found=Verdict.ASK, decided="")
    rows = rows.select_related(
        "asset",
        "other_asset",
        "offer__place",
        "offer__group",
        "other_offer__place",
        "other_offer__group",
    )
    in_turn = rows.order_by(F("put_off_on").asc(nulls_first=True), "-bits", "pk")
    asked = map(_question, in_turn.iterator())
    return (one for one in asked if one is not None)


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
        address=_where(shown) if shown else "",
        telephone=told.telephone,
        source=told.source,
        told_by=told.told_by,
        told_on=told.told_on,
        website=told.website,
    )


def _with_times(question: Question) -> Question:
    """Add when each of the two is on: only of those that are shown."""
    return replace(
        question, first=_timed(question.first), second=_timed(question.second)
    )


def _timed(one: ListingInBand) -> ListingInBand:
    about = Q(offer=one.id) if one.is_offer else Q(asset=one.id)
    listing = Listing.objects.filter(about).first()
    return replace(one, times=times_of(listing, about))


def _where(asset: Asset) -> str:
    """Say where it is in one line."""
    return ", ".join(part for part in (asset.address, asset.postcode) if part)
