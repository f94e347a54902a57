"""How are the listings and sessions of a region made anew?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.opening import SpecialDays
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import Asset, Listing, Offer, Session
from weft.assets.queries.linking import doubles_of
from weft.assets.queries.search import index_some, reindex, unindex_some
from weft.assets.queries.walking import stretches
from weft.assets.services.listings.arriving import note_arrivals, note_arrivals_of
from weft.assets.services.listings.frame import Frame
from weft.assets.services.listings.keeping import keep_holders_word
from weft.assets.services.listings.of_assets import list_assets
from weft.assets.services.listings.of_offers import list_offers
from weft.assets.services.listings.publishing import publish
from weft.commons.batches import batched
from weft.commons.times import Week
from weft.ground import queries as ground

R = TypeVar("R", Asset, Offer)
CHUNK = 5_000


@transaction.atomic
def derive(
    *,
    region: str,
    weeks: Sequence[Week],
    by: Actor,
    calendar: SpecialDays | None = None,
) -> None:
    """Make the listings and sessions of a region anew.

    Parameters
    ----------
    region
        Its slug.
    weeks
        The weeks for which sessions are made; at least one.
    by
        Who does it.
    calendar
        The region's bank holidays and school terms; those it was built with, where
        none is given.
    """
    made = relist_all(region, weeks=weeks, calendar=calendar)
    record(
        by=by,
        deed="assets.derive",
        subject=f"region {region}",
        details={
            "listings": made.listings,
            "weeks": len(weeks),
            "told_anew": made.told_anew,
        },
    )


@transaction.atomic
def derive_some(
    *,
    region: str,
    assets: Collection[UUID],
    offers: Collection[UUID],
    weeks: Sequence[Week],
    by: Actor,
    day: date | None = None,
) -> None:
    """Make the listings of a few things anew, and leave all others as they are.

    A whole region of 26,000 assets takes half a minute, spread over reading every row,
    listing and indexing it; a spreadsheet touches a few hundred.

    Parameters
    ----------
    region
        Its slug.
    assets, offers
        Which; those that are gone by now are listed no more.
    weeks
        As for ``derive``.
    by
        Who does it.
    day
        The day on which it is done: what has closed by then is listed no more. The
        first day of the weeks, where none is told.
    """
    made = _relist(region, assets=assets, offers=offers, weeks=weeks, day=day)
    record(
        by=by,
        deed="assets.derive_some",
        subject=f"region {region}",
        details={
            "listings": made.listings,
            "weeks": len(weeks),
            "told_anew": made.told_anew,
        },
    )


@dataclass(frozen=True, slots=True)
class Relisted:
    """How many listings were made anew, and how many services are told anew."""

    listings: int
    told_anew: int


def relist_all(
    region: str,
    *,
    weeks: Sequence[Week],
    calendar: SpecialDays | None = None,
    day: date | None = None,
) -> Relisted:
    """Make every listing anew within a deed that writes itself down."""
    frame = Frame(
        region=region,
        weeks=tuple(sorted(weeks)),
        calendar=calendar or ground.calendar(region),
        day=day,
        doubles=doubles_of(region),
    )
    forget(region)
    keep_holders_word(region)
    listed = sum(list_assets(chunk, frame) for chunk in _chunks(Asset, region))
    listed += sum(list_offers(chunk, frame) for chunk in _chunks(Offer, region))
    reindex(region)
    note_arrivals(region)
    return Relisted(listed, publish(region))


def relist(
    region: str,
    *,
    assets: Collection[UUID] = (),
    offers: Collection[UUID] = (),
    today: date,
) -> Relisted:
    """Make a few listings anew within a deed that writes itself down.

    Of the weeks that are listed now; what has closed by today is listed no more. What
    goes with them is found here: see ``_relist``.
    """
    weeks = weeks_listed(Week.of(today))
    return _relist(region, assets=assets, offers=offers, weeks=weeks, day=today)


def _relist(
    region: str,
    *,
    assets: Collection[UUID],
    offers: Collection[UUID],
    weeks: Sequence[Week],
    day: date | None,
) -> Relisted:
    """Make a few listings anew, and those that must follow.

    With a group or a place go the offers that tell of it: what hides a hall hides it in
    the lines of everything that happens there. With what is told twice goes its other
    telling: the card may now be that one's.
    """
    assets = kin_of(assets)
    offers = _telling_of(assets, offers)
    doubles = doubles_of(region, {*assets, *offers})
    frame = Frame(
        region=region,
        weeks=tuple(sorted(weeks)),
        calendar=ground.calendar(region),
        whole=False,
        day=day,
        doubles=doubles,
    )
    # each table takes from among them what is its own
    assets = {*assets, *doubles.together}
    offers = {*offers, *doubles.together}
    unlist(region, assets=assets, offers=offers)
    for some in batched(sorted(assets)):
        list_assets(list(Asset.objects.filter(region=region, pk__in=some)), frame)
    for some in batched(sorted(offers)):
        list_offers(list(Offer.objects.filter(region=region, pk__in=some)), frame)
    listings = _listings(region, assets, offers)
    index_some(region, listings)
    note_arrivals_of(listings)
    told_anew = publish(region, only=offers)
    return Relisted(len(listings), told_anew)


def kin_of(assets: Collection[UUID]) -> set[UUID]:
    """Add what these are part of and what is part of them: their words name these."""
    found = set(assets)
    for some in batched(sorted(assets)):
        kin = Asset.objects.filter(Q(part_of__in=some) | Q(parts__in=some))
        found.update(kin.values_list("pk", flat=True))
    return found


def _telling_of(assets: Collection[UUID], offers: Collection[UUID]) -> set[UUID]:
    """Add the offers whose telling names one of these assets, as group or place."""
    found = set(offers)
    for some in batched(sorted(assets)):
        named = Q(group__in=some) | Q(place__in=some)
        found.update(Offer.objects.filter(named).values_list("pk", flat=True))
    return found


def unlist(region: str, *, assets: Collection[UUID], offers: Collection[UUID]) -> None:
    """Clear the listings of a few things, their sessions and their words."""
    listings = _listings(region, assets, offers)
    unindex_some(region, listings)
    for some in batched(listings):
        Session.objects.filter(listing__in=some).delete()
        Listing.objects.filter(pk__in=some).delete()


def _listings(
    region: str, assets: Collection[UUID], offers: Collection[UUID]
) -> list[int]:
    """Find the listings of a few things."""
    wanted = [Q(asset__in=some) for some in batched(sorted(assets))]
    wanted += [Q(offer__in=some) for some in batched(sorted(offers))]
    found = (Listing.objects.filter(one, region=region) for one in wanted)
    return sorted(key for some in found for key in some.values_list("pk", flat=True))


def forget(region: str) -> None:
    """Clear the listings; first their sessions, named, for PostgreSQL's sake too."""
    listings = list(Listing.objects.filter(region=region).values_list("pk", flat=True))
    for some in batched(listings):
        Session.objects.filter(listing__in=some).delete()
    Listing.objects.filter(region=region).delete()


def _chunks(table: type[R], region: str) -> Iterator[list[R]]:
    """Go through a table by its key, so that memory does not grow with it."""
    # Shapes may be large and say nothing of what can be found.
    everything = table._default_manager.filter(region=region)  # noqa: SLF001 Django's own name for it
    if table is Asset:
        everything = everything.defer("shape", "story", "how_to_join")
    return stretches(everything, most=CHUNK)
