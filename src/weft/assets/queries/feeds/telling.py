"""How do rows of the register become services of a feed, many at a time?

Eight SQL statements for however many offers: those themselves, what was said of them in
words, when somebody last answered for them, when they are on, when paused and when they
rest, their groups and places, and the words on getting in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from weft.assets.domain.facts import WordField
from weft.assets.domain.holding import NO_WORD, in_force
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.resting import parted
from weft.assets.domain.sureness import ASSURES, Aspect, Event
from weft.assets.domain.told import AssetTold, FactTold, OfferTold, ScheduleTold
from weft.assets.domain.visibility import Channel
from weft.assets.exchange.openreferral import published_from
from weft.assets.models import Asset, Fact, FactEvent, Offer, Schedule
from weft.assets.queries.carried import may_be_named
from weft.assets.queries.holders_words import holders_words
from weft.assets.queries.resting import rests_of
from weft.assets.queries.schedules import schedule_from
from weft.assets.queries.seen import point_of
from weft.standards.openreferral import Service


@dataclass(frozen=True, slots=True)
class Told:
    """One service, and when what is told of it last changed."""

    service: Service
    modified_at: datetime

    @property
    def moment(self) -> str:
        """Write that moment as the standard does."""
        return f"{self.modified_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands in other tables, by the offer's or the place's number."""

    assets: Mapping[UUID, Asset]
    access: Mapping[UUID, tuple[FactTold, ...]]
    who_for: Mapping[UUID, tuple[FactTold, ...]]
    schedules: Mapping[UUID, list[ScheduleTold]]
    assured: Mapping[UUID, date]
    channel: Channel

    def named(self, key: UUID | None) -> Asset | None:
        """Give a group or a place, as far as the channel may name it."""
        asset = self.assets.get(key) if key else None
        return asset if may_be_named(asset, self.channel) else None


def services_of(
    offers: Sequence[Offer], *, channel: Channel = Channel.FEED
) -> list[Service]:
    """Tell offers, in their order, as services of the feed or of another channel."""
    around = _around(offers, channel)
    return [_service(offer, around) for offer in offers]


def _around(offers: Sequence[Offer], channel: Channel) -> _Around:
    keys = [offer.pk for offer in offers]
    groups = {offer.group_id for offer in offers if offer.group_id}
    places = {offer.place_id for offer in offers if offer.place_id}
    found = Asset.objects.defer("shape", "story").in_bulk([*groups | places])
    said, rests = holders_words(Q(offer__in=keys)), rests_of(Q(offer__in=keys))
    schedules: dict[UUID, list[ScheduleTold]] = {}
    for row in Schedule.objects.filter(offer__in=keys).order_by("pk"):
        if row.offer_id:
            word = said.get(row.offer_id, NO_WORD)
            rule = in_force(schedule_from(row), word, source=row.source)
            stretches = parted(rule, rests.get(row.offer_id, ())) if rule else ()
            schedules.setdefault(row.offer_id, []).extend(stretches)
    return _Around(
        assets=found,
        access=_in_words(Fact.objects.filter(asset__in=places), WordField.ACCESS),
        who_for=_in_words(Fact.objects.filter(offer__in=keys), WordField.WHO_FOR),
        schedules=schedules,
        assured=_assured(keys),
        channel=channel,
    )


def _assured(offers: Sequence[UUID]) -> dict[UUID, date]:
    """Say when somebody last answered for an offer (``answers_for_it``)."""
    of_all = Q(aspect="", event__in=ASSURES)
    of_what_is_shown = Q(aspect=Aspect.EXISTS, event=Event.CONFIRMED)
    rows = FactEvent.objects.filter(of_all | of_what_is_shown, offer__in=offers)
    told = rows.values_list("offer").annotate(last=Max("heard_on"))
    return {offer: last for offer, last in told if offer is not None}


def _in_words(
    rows: QuerySet[Fact], field: WordField
) -> dict[UUID, tuple[FactTold, ...]]:
    """Gather what was said in words; of several, the first."""
    told: dict[UUID, tuple[FactTold, ...]] = {}
    for row in rows.filter(field=field, disputed=False).order_by("pk"):
        about = row.offer_id or row.asset_id
        if about:
            told.setdefault(about, (FactTold(field=field, value=row.value),))
    return told


def _service(offer: Offer, around: _Around) -> Service:
    group, place = around.named(offer.group_id), around.named(offer.place_id)
    return published_from(
        _offer(offer, around, group=group, place=place),
        group=group_told(group) if group else None,
        place=_place(place, around) if place else None,
    )


def _offer(
    row: Offer, around: _Around, *, group: Asset | None, place: Asset | None
) -> OfferTold:
    """Read what is told of an offer; it has closed where its group or place has."""
    ends = [one.closed_on for one in (row, group, place) if one and one.closed_on]
    return OfferTold(
        reference=str(row.pk),
        name=row.name,
        summary=row.summary,
        group=str(group.pk) if group else "",
        place=str(place.pk) if place else "",
        online=row.online,
        kinds=tuple(row.kinds),
        art_forms=tuple(row.art_forms),
        tags=tuple(row.tags),
        manner=tuple(row.manner),
        price_pence_least=row.price_pence_least,
        price_pence_most=row.price_pence_most,
        price_note=row.price_note,
        least_age=row.least_age,
        greatest_age=row.greatest_age,
        languages=tuple(row.languages),
        how_to_join=row.how_to_join,
        telephone=row.telephone,
        website=row.website,
        closed_on=min(ends, default=None),
        closed_why=row.closed_why,
        told_on=max(
            (on for on in (row.told_on, around.assured.get(row.pk)) if on),
            default=None,
        ),
        facts=around.who_for.get(row.pk, ()),
        schedules=tuple(around.schedules.get(row.pk, ())),
    )


def _place(row: Asset, around: _Around) -> AssetTold:
    return AssetTold(
        reference=str(row.pk),
        kind=AssetKind(row.kind),
        name=row.name,
        summary=row.summary,
        point=point_of(row),
        address=row.address,
        postcode=row.postcode,
        facts=around.access.get(row.pk, ()),
    )


def group_told(row: Asset) -> AssetTold:
    """Read what is told of a group."""
    return AssetTold(
        reference=str(row.pk),
        kind=AssetKind(row.kind),
        name=row.name,
        summary=row.summary,
        telephone=row.telephone,
        website=row.website,
        terms=row.terms,
    )


def told(offers: Iterable[Offer], *, channel: Channel = Channel.FEED) -> list[Told]:
    """Tell offers that were chosen with their ``published`` rows."""
    rows = list(offers)
    return [
        Told(service, row.published.modified_at)
        for row, service in zip(rows, services_of(rows, channel=channel), strict=True)
    ]
