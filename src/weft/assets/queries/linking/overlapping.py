"""Which offers of different groups do much the same, near each other, at one hour?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from weft.assets.domain.linking.overlapping import Doing, Hour, overlapping
from weft.assets.models import Link, Offer, Schedule
from weft.assets.queries.about import Brief
from weft.assets.queries.linking.rows import pair_of
from weft.assets.queries.seen import may_be_seen, offer_brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two offers that overlap, for people to judge; a core or a project's money each.

    ``doing`` is what people do at both; ``funding`` says how each is kept going, as far
    as somebody has said.
    """

    first: Brief
    second: Brief
    metres: int
    doing: tuple[str, ...]
    funding: tuple[str, str]


def overlaps(region: str, *, most: int = 50) -> tuple[Overlap, ...]:
    """List offers that overlap and were not judged, the nearest first.

    They are never linked: whether two lunch clubs are one too many, people say.
    """
    rows = Offer.objects.filter(region=region, closed_on=None)
    offers = {
        str(row.pk): row
        for row in rows.select_related("group", "place")
        if may_be_seen(row)
    }
    judged = Link.objects.filter(region=region, offer__isnull=False)
    pairs = [pair_of(row) for row in judged]
    known = frozenset(frozenset({pair.first, pair.second}) for pair in pairs)
    found = sorted(overlapping(_doings(region, offers), known=known))
    return tuple(
        Overlap(
            first=offer_brief(offers[one.first]),
            second=offer_brief(offers[one.second]),
            metres=one.metres,
            doing=one.doing,
            funding=(offers[one.first].funding, offers[one.second].funding),
        )
        for one in found[:most]
    )


def _doings(region: str, offers: dict[str, Offer]) -> Iterator[Doing]:
    """Give the offers of which place, hours and what one does are known."""
    hours = _hours(region)
    for key, offer in offers.items():
        point = offer_brief(offer).point
        if point and hours[offer.pk]:
            yield Doing(
                key=key,
                group=str(offer.group_id or ""),
                doing=frozenset(map(str, offer.art_forms)),
                point=point,
                hours=tuple(hours[offer.pk]),
            )


def _hours(region: str) -> dict[UUID, list[Hour]]:
    found: dict[UUID, list[Hour]] = defaultdict(list)
    told = Schedule.objects.filter(
        offer__region=region, rough=False, starts__isnull=False, ends__isnull=False
    )
    for row in told.order_by("pk"):
        if row.offer_id and row.starts and row.ends:
            hours = (Hour(day, row.starts, row.ends) for day in row.days)
            found[row.offer_id] += hours
    return found
