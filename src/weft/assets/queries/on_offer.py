"""What can people take part in, in one week, in whole regions?

For reckonings over everybody: every listed offer with all that decides whether somebody
can take it up, and its times. Two statements, however many there are. Places that one
may enter (a library, a park) are no offers, and are not here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Max

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import AssetKind, JoiningRule, OfferKind
from weft.assets.models import Listing, Session
from weft.assets.queries.search.candidates import Time
from weft.assets.queries.search.marks import said
from weft.commons.places import Point
from weft.commons.times import Week, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class OnOffer:
    """One listed offer in one week.

    Attributes
    ----------
    group
        Who looks after it; None where nobody knows.
    kinds
        Any mix, the first the one it was told first; none where nobody said.
    point, gates, online
        Where, and its ways in where the map knows any; online ones need no journey.
    facts
        Yes or no; a fact that is not there, nobody has told us.
    price_pence
        What one must have in hand; None where nobody has told us.
    languages
        Spoken there; none where nobody has told us.
    least_age, greatest_age
        In years; None where nobody has said.
    joining_rule, joining_hours
        How one gets in, and when somebody answers, in words; None, "" where nobody
        has said.
    newcomers
        A week; None where nobody has said.
    sure_until
        The last day on which we are sure of it; None where that was not reckoned.
    drop_in
        One may come at any time while it is on.
    hours_known
        Whether anybody knows when it is on at all.
    times
        Of this week, in their order.
    """

    key: UUID
    listing: int
    name: str
    region: str
    group: UUID | None
    kinds: tuple[OfferKind, ...]
    point: Point | None
    gates: tuple[Point, ...]
    online: bool | None
    facts: Mapping[FactField, bool]
    price_pence: int | None
    languages: frozenset[str]
    least_age: int | None
    greatest_age: int | None
    joining_rule: JoiningRule | None
    joining_hours: str
    newcomers: int | None
    told_on: date | None
    sure_until: date | None
    drop_in: bool
    hours_known: bool
    times: tuple[Time, ...]


_COLUMNS = (
    "id",
    "offer_id",
    "name",
    "region_id",
    "latitude",
    "longitude",
    "gates",
    "online",
    "facts",
    "price_pence",
    "languages",
    "hours_known",
    "told_on",
    "sure_until",
    "offer__group_id",
    "offer__kinds",
    "offer__least_age",
    "offer__greatest_age",
    "offer__joining_rule",
    "offer__joining_hours",
    "offer__newcomers_per_week",
)


def on_offer(regions: Collection[str], week: Week) -> tuple[OnOffer, ...]:
    """List the offers of some regions, by key, with their times in a week."""
    times = _times(regions, week)
    rows = Listing.objects.filter(region__in=regions, offer__isnull=False)
    return tuple(
        _on_offer(row, times.get(row["id"], ()))
        for row in rows.order_by("offer_id").values(*_COLUMNS).iterator()
    )


def _times(regions: Collection[str], week: Week) -> Mapping[int, tuple[Time, ...]]:
    """Read the times of a week, in their order."""
    span = week.window
    rows = Session.objects.filter(
        listing__region__in=regions,
        listing__offer__isnull=False,
        starts__lt=span.end,
        ends__gt=span.start,
    )
    found: dict[int, list[Time]] = {}
    columns = ("listing_id", "starts", "ends", "certain", "doubt")
    for listing, starts, ends, certain, doubt in (
        rows.order_by("starts", "ends", "id").values_list(*columns).iterator()
    ):
        time = Time(Window(starts, ends), certain, doubt)
        found.setdefault(listing, []).append(time)
    return {listing: tuple(held) for listing, held in found.items()}


def _on_offer(row: Mapping[str, Any], times: tuple[Time, ...]) -> OnOffer:
    """Read one listed offer."""
    facts = {fact.field: fact.value for fact in said(row["facts"])}
    return OnOffer(
        key=row["offer_id"],
        listing=row["id"],
        name=row["name"],
        region=row["region_id"],
        group=row["offer__group_id"],
        kinds=_known(row["offer__kinds"]),
        point=_point(row["latitude"], row["longitude"]),
        gates=tuple(Point(north, east) for east, north in row["gates"] or ()),
        online=row["online"],
        facts=facts,
        price_pence=row["price_pence"],
        languages=frozenset(row["languages"]),
        least_age=row["offer__least_age"],
        greatest_age=row["offer__greatest_age"],
        joining_rule=_rule(row["offer__joining_rule"]),
        joining_hours=row["offer__joining_hours"],
        newcomers=row["offer__newcomers_per_week"],
        told_on=row["told_on"],
        sure_until=row["sure_until"],
        drop_in=facts.get(FactField.JUST_COME) is True,
        hours_known=row["hours_known"],
        times=times,
    )


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    if latitude is None or longitude is None:
        return None
    return Point(latitude, longitude)


def _known(kinds: Collection[str]) -> tuple[OfferKind, ...]:
    """Read the kinds; what is none of ours says nothing of difference."""
    return tuple(OfferKind(kind) for kind in kinds if kind in set(OfferKind))


def _rule(told: str) -> JoiningRule | None:
    return JoiningRule(told) if told in set(JoiningRule) else None


def names_of_places(regions: Collection[str]) -> Mapping[Point, str]:
    """Name the listed places by where they are; of several at one point the first."""
    rows = Listing.objects.filter(
        region__in=regions, asset__kind=AssetKind.PLACE, latitude__isnull=False
    )
    told = rows.order_by("-name").values_list("latitude", "longitude", "name")
    return {
        point: name
        for north, east, name in told.iterator()
        if (point := _point(north, east))
    }


class AsListed(NamedTuple):
    """How many things are listed; the rest is another as soon as any is listed anew."""

    things: int
    newest: int
    newest_time: int


def as_listed(regions: Collection[str]) -> AsListed:
    """Say as of when things are listed: cheap to ask, to see whether to read anew."""
    told = Listing.objects.filter(region__in=regions).aggregate(
        things=Count("pk"), newest=Max("pk")
    )
    newest = Session.objects.aggregate(newest=Max("pk"))["newest"]
    return AsListed(told["things"], told["newest"] or 0, newest or 0)
