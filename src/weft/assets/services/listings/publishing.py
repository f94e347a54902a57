"""What of a region do the feeds tell anew, and what has left them?

An offer's «last modified» is when what is told of it changed, and nothing else: a
rebuilding that tells the same leaves it. What has gone is kept by its number, so that
whoever harvests can be told.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from django.db import connection
from django.db.models import Max

from weft.assets.domain.visibility import Channel
from weft.assets.exchange.openactive import fits
from weft.assets.exchange.openreferral import days_of, words_of
from weft.assets.models import Offer, Published, PublishedTerm, PublishedTime
from weft.assets.queries.carried import carried_offers
from weft.assets.queries.feeds import services_of
from weft.assets.queries.walking import stretches
from weft.assets.services.rows import Cells, put
from weft.commons.batches import batched
from weft.jobs.services import tell
from weft.standards.openreferral import Service, service_document

CHUNK = 2_000
FORM = 2  # of what is kept of a service: a new one is written for all that are told
LISTED = "assets.listed"
"""What happened, for whatever is made of what is listed and lies in files."""
_LOCK = 8_231_978  # any number of ours: PostgreSQL locks by number


@dataclass(frozen=True, slots=True)
class _Told:
    """A service whose telling has changed."""

    key: UUID
    digest: str
    service: Service
    online: bool


def publish(region: str, *, only: Collection[UUID] | None = None) -> int:
    """Note for a region what its feeds tell anew, and what has left them.

    Parameters
    ----------
    region
        Its slug.
    only
        The offers that may have changed; all, where none are named.

    Returns
    -------
    int
        How many services changed, came or went.
    """
    _one_at_a_time()
    known = Published.objects.filter(region=region)
    offers = carried_offers(Channel.FEED).filter(region=region)
    if only is not None:
        known, offers = known.filter(pk__in=only), offers.filter(pk__in=only)
    before = dict(known.filter(live=True).values_list("pk", "digest"))
    sessions = set(known.filter(was_session=True).values_list("pk", flat=True))
    number = Published.objects.aggregate(last=Max("change"))["last"] or 0
    at, seen, changed = _moment(), set[UUID](), 0
    for chunk in stretches(offers, most=CHUNK):
        seen.update(offer.pk for offer in chunk)
        new = [one for one in _told(chunk) if before.get(one.key) != one.digest]
        _write(_Writing(region, number + changed, at, sessions), new)
        changed += len(new)
    gone = sorted(set(before) - seen)
    for number_of, key in enumerate(gone, start=number + changed + 1):
        known.filter(pk=key).update(live=False, change=number_of, modified_at=at)
    tell(event=LISTED, about=region)
    return changed + len(gone)


def _told(offers: list[Offer]) -> Iterator[_Told]:
    """Tell offers, each with a mark of everything that is told."""
    for offer, service in zip(offers, services_of(offers), strict=True):
        written = json.dumps(service_document(service), sort_keys=True)
        digest = sha256(f"{FORM} {written}".encode()).hexdigest()
        yield _Told(offer.pk, digest, service, online=offer.online is True)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Whose changes are written, after which number, when, and which were sessions."""

    region: str
    number: int
    at: datetime
    sessions: Collection[UUID]


def _write(now: _Writing, told: list[_Told]) -> None:
    """Keep what is told anew in place of what was told before."""
    rows: Iterator[Cells] = (
        {
            "offer_id": one.key,
            "region_id": now.region,
            "live": True,
            "digest": one.digest,
            "change": change,
            "modified_at": now.at,
            "words": "".join(f" {word}" for word in words_of(one.service)),
            "was_session": one.key in now.sessions or fits(one.service),
            **_asked_by(one),
        }
        for change, one in enumerate(told, start=now.number + 1)
    )
    for some in batched([one.key for one in told]):
        for table in (PublishedTime, PublishedTerm):
            table.objects.filter(published__in=some).delete()
    put(Published, rows, again=True)
    put(PublishedTime, _times(told))
    put(PublishedTerm, _terms(told))


def _asked_by(one: _Told) -> Cells:
    """Say by what else the feeds may be asked for it: as they tell it, and no more."""
    places = [at.location for at in one.service.at_locations]
    place = next((at for at in places if at.location_type == "physical"), None)
    group = one.service.organization
    return {
        "group": UUID(group.id) if group else None,
        "somewhere": place is not None or one.online,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "least_age": one.service.minimum_age,
        "greatest_age": one.service.maximum_age,
    }


def _times(told: Iterable[_Told]) -> Iterator[Cells]:
    for one in told:
        for on in days_of(one.service):
            yield {
                "published_id": one.key,
                "day": on.day,
                "opens_at": on.opens_at,
                "closes_at": on.closes_at,
            }


def _terms(told: Iterable[_Told]) -> Iterator[Cells]:
    for one in told:
        for term in one.service.classed:
            yield {
                "published_id": one.key,
                "taxonomy": UUID(term.taxonomy.id),
                "term": UUID(term.id),
                "name": term.name[:300],
            }


def _one_at_a_time() -> None:
    """Make publishers wait for each other, or two changes would get one number.

    SQLite's IMMEDIATE transactions do so already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _moment() -> datetime:
    """Ask the data base what time it is, which is one clock for all that write.

    To whole seconds: SQLite gives no more here, and a harvester asks for what changed
    «on or after» the last it saw.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_TIMESTAMP")
        told = cursor.fetchone()[0]
    at = told if isinstance(told, datetime) else datetime.fromisoformat(told)
    return at.replace(microsecond=0, tzinfo=at.tzinfo or UTC)
