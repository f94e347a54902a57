"""What is new near somewhere, and what is on there for a while?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from weft.accounts.secret import hash_of
from weft.assets.domain.kinds import OfferKind
from weft.assets.domain.visibility import Channel
from weft.assets.models import Arrival, Campaign, Listing, Reader
from weft.assets.queries.carried import kept_back, terms_with
from weft.commons.batches import batched
from weft.commons.errors import NotFound
from weft.commons.places import Point
from weft.commons.saying import day_of
from weft.commons.times import at
from weft.ground.queries import areas_inside

NEW_FOR = timedelta(days=56)
"""Eight weeks: so long is a thing new."""

AHEAD = timedelta(days=28)
"""A campaign is told four weeks before it begins."""

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Around which point one looks, and how far, in metres."""

    point: Point
    metres: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewThing:
    """Something that came onto the list."""

    key: UUID
    is_offer: bool
    name: str
    kind: str
    holder: str
    online: bool | None
    since: datetime
    metres: float | None  # None where it has no place
    terms: str = ""  # the holder's own; they travel with it


@dataclass(frozen=True, slots=True)
class NewThings:
    """What came onto the list, the newest first.

    ``unplaced`` counts what may be near or not: nobody has told us where it is.
    """

    things: tuple[NewThing, ...]
    unplaced: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignAbout:
    """Something that is on for a while."""

    key: UUID
    region: str
    area: str
    name: str
    words: str
    website: str
    kinds: tuple[OfferKind, ...]
    starts_on: date
    ends_on: date
    published_at: datetime
    taken_down: bool

    @property
    def told_from(self) -> datetime:
        """Say from when it is told: four weeks before it begins, once published."""
        return max(self.published_at, at(self.starts_on - AHEAD, time()))


def new_things(
    region: str,
    *,
    after: datetime,
    channel: Channel,
    near: Near | None = None,
    kind: str = "",
) -> NewThings:
    """List what came onto the list, the newest first.

    Parameters
    ----------
    region
        Its slug.
    after
        What came at that moment or before is not told.
    channel
        By which it is told; what a holder keeps from it is left out.
    near
        Only what is there, and what is online; everything, where None.
    kind
        As ``Listing.kind``; "" for all.

    Returns
    -------
    NewThings
        At most ``MOST``, and how many there are of which nobody knows where.
    """
    rows = Arrival.objects.filter(region=region, since__gt=after)
    came = {
        thing: since
        for thing, since in rows.values_list("thing", "since")
        if since is not None
    }
    kept = set(kept_back(channel))
    every = [
        _told(row, came, near, channel)
        for row in _listings(region, list(came), kind)
        if row.asset_id not in kept
    ]
    found = [one for one in every if near is None or _is_near(one, near)]
    found.sort(key=lambda one: (-one.since.timestamp(), one.name, one.key))
    unplaced = sum(one.metres is None and not one.online for one in every)
    return NewThings(tuple(found[:MOST]), unplaced=unplaced if near else 0)


def kinds_of_new(region: str, *, after: datetime) -> tuple[str, ...]:
    """List the kinds of what came onto the list."""
    came = Arrival.objects.filter(region=region, since__gt=after)
    keys = list(came.values_list("thing", flat=True))
    return tuple(sorted({row.kind for row in _listings(region, keys, "")}))


def campaigns(region: str, *, today: date, area: str = "") -> tuple[CampaignAbout, ...]:
    """List what is on for a while, whatever ends first coming first.

    Parameters
    ----------
    region
        Its slug.
    today
        A campaign ends by itself: after its last day it is not told any more.
    area
        A code: only what is on there, or in part of it; everything, where "".
    """
    rows = Campaign.objects.filter(
        region=region,
        taken_down=False,
        ends_on__gte=today,
        starts_on__lte=today + AHEAD,
    )
    there = _small_areas(area) if area else frozenset()
    return tuple(
        _campaign(row)
        for row in rows.order_by("ends_on", "name", "pk")
        if not area or not row.area or there & _small_areas(row.area)
    )


def _small_areas(code: str) -> frozenset[str]:
    """List the small areas of an area, which may be one itself."""
    return frozenset((code, *areas_inside(code)))


def readers_waiting(before: datetime) -> tuple[UUID, ...]:
    """List who has said yes and was last told before a moment."""
    due = Reader.objects.filter(confirmed_on__isnull=False, told_until__lte=before)
    return tuple(due.order_by("pk").values_list("pk", flat=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderAbout:
    """What somebody wants to hear of, and whether they have said yes."""

    region: str
    near: str
    kind: str
    confirmed: bool


def reader_by(secret: str) -> ReaderAbout:
    """Say what somebody wants to hear of, by the link in their mail.

    Raises
    ------
    NotFound
        When nobody hears, or was asked, by this link.
    """
    row = Reader.objects.filter(secret_hash=hash_of(secret)).first()
    if row is None:
        raise NotFound("There is no mail by this link.")
    return ReaderAbout(
        region=row.region_id,
        near=row.near,
        kind=row.kind,
        confirmed=row.confirmed_on is not None,
    )


def every_campaign(region: str) -> tuple[CampaignAbout, ...]:
    """List all that was ever published, the newest first, for who publishes them."""
    rows = Campaign.objects.filter(region=region).order_by("-starts_on", "name", "pk")
    return tuple(map(_campaign, rows))


def _listings(region: str, keys: Sequence[UUID], kind: str) -> Iterable[Listing]:
    """Find the listings of things; what is not listed is not to be found."""
    for some in batched(keys):
        rows = Listing.objects.filter(
            Q(asset__in=some) | Q(offer__in=some), region=region
        ).select_related("offer__group", "asset")
        yield from rows.filter(kind=kind) if kind else rows


def _told(
    row: Listing, came: dict[UUID, datetime], near: Near | None, channel: Channel
) -> NewThing:
    """Tell a listing."""
    key = row.offer_id or row.asset_id
    if key is None:
        raise ValueError(f"listing {row.pk} is of nothing")
    metres = None
    if near is not None and row.latitude is not None and row.longitude is not None:
        metres = near.point.metres_to(Point(row.latitude, row.longitude))
    return NewThing(
        key=key,
        is_offer=row.offer_id is not None,
        name=row.name,
        kind=row.kind,
        holder=row.holder,
        online=row.online,
        since=came[key],
        metres=metres,
        terms=row.asset.terms
        if row.asset
        else terms_with(row.offer.group if row.offer else None, channel),
    )


def _is_near(thing: NewThing, near: Near) -> bool:
    """Tell whether a thing is within reach: what is online always is."""
    within = thing.metres is not None and thing.metres <= near.metres
    return within or bool(thing.online)


def _campaign(row: Campaign) -> CampaignAbout:
    """Tell a campaign."""
    return CampaignAbout(
        key=row.pk,
        region=row.region_id,
        area=row.area,
        name=row.name,
        words=row.words,
        website=row.website,
        kinds=tuple(OfferKind(one) for one in row.kinds),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        published_at=row.published_at,
        taken_down=row.taken_down,
    )


def new_since(now: datetime) -> datetime:
    """Say from when on a thing is new."""
    return now - NEW_FOR


def came_on(thing: NewThing) -> date:
    """Say on which day a thing came onto the list."""
    return day_of(thing.since)
