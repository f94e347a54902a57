"""What is on in the next days, for the page of somebody else: near a place, of a group?

Only what may be carried to other pages (``Channel.EMBED``); a place or a group is named
only where it may be.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.facts import FactField
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Listing, Offer, Session
from weft.assets.queries.about import Brief, SessionAbout
from weft.assets.queries.around import in_cells
from weft.assets.queries.carried import carried_offers, may_be_named, terms_with
from weft.assets.queries.seen import NOT_HERE, brief_of
from weft.assets.queries.times import sessions_about
from weft.commons.errors import NotFound
from weft.commons.places import Point, cells_within

AHEAD = timedelta(days=7)
LOOKED_AT = 400  # sessions; the nearest in time come first


@dataclass(frozen=True, slots=True, kw_only=True)
class OnElsewhere:
    """One time of something to do, as another page may say it."""

    key: UUID
    name: str
    kind: str
    session: SessionAbout
    where: str  # the place's name, "" where it may not be said
    facts: tuple[tuple[FactField, bool], ...]


def on_near(
    near: Point, metres: float, *, now: datetime, most: int
) -> tuple[OnElsewhere, ...]:
    """List what is on near a point within a week, each thing once, the soonest first.

    Parameters
    ----------
    near, metres
        The middle and the radius, as the crow flies.
    now
        From when on.
    most
        How many things at most.
    """
    cells = in_cells(cells_within(near, metres))
    rows = Listing.objects.filter(cells, offer__isnull=False)
    places = rows.values_list("pk", "latitude", "longitude")
    there = [
        key
        for key, latitude, longitude in places
        if near.metres_to(Point(latitude or 0.0, longitude or 0.0)) <= metres
    ]
    soon = _soon(Q(listing__in=there), now)
    return _once(soon, most=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupElsewhere:
    """A group as another page may name it, with its own terms, which go with it."""

    brief: Brief
    terms: str


def on_of_group(
    key: UUID, *, now: datetime, most: int
) -> tuple[GroupElsewhere, tuple[OnElsewhere, ...]]:
    """List what a group has on within a week, every time of it, the soonest first.

    Parameters
    ----------
    key
        Which group.
    now, most
        As for ``on_near``.

    Raises
    ------
    NotFound
        When there is no such group, or another page may not name it: both look alike.
    """
    group = Asset.objects.filter(pk=key, closed_on=None).first()
    brief = brief_of(group)
    if brief is None or not may_be_named(group, Channel.EMBED):
        raise NotFound(NOT_HERE)
    soon = _soon(Q(listing__offer__group=group), now)
    told = GroupElsewhere(brief=brief, terms=terms_with(group, Channel.EMBED))
    return told, _told(soon[:most])


def _soon(which: Q, now: datetime) -> list[Session]:
    """Find the next sessions of what other pages may carry."""
    rows = Session.objects.filter(
        which, starts__gte=now, starts__lt=now + AHEAD
    ).select_related("listing")
    found = list(rows.order_by("starts", "ends", "listing__name", "pk")[:LOOKED_AT])
    offers = {row.listing.offer_id for row in found if row.listing.offer_id}
    carried = carried_offers(Channel.EMBED).filter(pk__in=offers)
    may = set(carried.values_list("pk", flat=True))
    return [row for row in found if row.listing.offer_id in may]


def _once(found: Iterable[Session], *, most: int) -> tuple[OnElsewhere, ...]:
    """Keep the first time of each thing."""
    first: dict[int, Session] = {}
    for row in found:
        first.setdefault(row.listing_id, row)
    return _told(list(first.values())[:most])


def _told(rows: list[Session]) -> tuple[OnElsewhere, ...]:
    offers = Offer.objects.filter(pk__in=[row.listing.offer_id for row in rows])
    places = {row.pk: row.place for row in offers.select_related("place")}
    return tuple(
        OnElsewhere(
            key=offer,
            name=row.listing.name,
            kind=row.listing.kind,
            session=session,
            where=_named(places.get(offer)),
            facts=tuple((FactField(f), v) for f, v in row.listing.facts.items()),
        )
        for row, session in zip(rows, sessions_about(rows), strict=True)
        if (offer := row.listing.offer_id) is not None
    )


def _named(place: Asset | None) -> str:
    return place.name if place and may_be_named(place, Channel.EMBED) else ""
