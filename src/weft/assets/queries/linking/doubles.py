"""Of what is told more than once, which telling has the card, and who else tells it?

The telling that is still in its list, says when it is on, and is newest has the card;
the others stay as they are, are led to from its page, and their names find it too.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.models import Asset, Offer, Schedule
from weft.assets.queries.about import Brief, Telling
from weft.assets.queries.linking.rows import heap_around, heaps_of
from weft.assets.queries.seen import brief_of, may_be_seen, offer_brief

Told = Asset | Offer


@dataclass(frozen=True, slots=True)
class Doubles:
    """Which listings have no card of their own, and what else the others are called."""

    behind: frozenset[UUID] = frozenset()
    names: dict[UUID, tuple[str, ...]] = field(default_factory=dict)


def doubles_of(region: str) -> Doubles:
    """Say of every thing told more than once which of its listings has the card."""
    behind: set[UUID] = set()
    names: dict[UUID, tuple[str, ...]] = {}
    for heap in heaps_of(region):
        first, *others = _by_rank(heap)
        behind |= {other.pk for other in others}
        names[first.pk] = tuple(dict.fromkeys(other.name for other in others))
    return Doubles(frozenset(behind), names)


def fronts_of(region: str) -> dict[UUID, UUID]:
    """Say of every listing that has no card of its own behind which other it stands."""
    return {
        other.pk: first.pk
        for first, *others in map(_by_rank, heaps_of(region))
        for other in others
    }


def told_beside(region: str, key: UUID) -> tuple[Telling, ...]:
    """List who else tells of the same thing, and where that may be read."""
    return tuple(
        Telling(
            brief=brief,
            source=other.source,
            told_by=other.told_by,
            told_on=other.told_on,
        )
        for other in _by_rank(heap_around(region, key))
        if (brief := _brief(other)) is not None
    )


def _brief(told: Told) -> Brief | None:
    if isinstance(told, Asset):
        return brief_of(told)
    return offer_brief(told) if may_be_seen(told) else None


def _by_rank(keys: Collection[UUID]) -> list[Told]:
    """Put the tellings of one thing in the order in which they may have the card."""
    timed = set(_with_hours(keys))
    told: list[Told] = [
        *Asset.objects.filter(pk__in=keys),
        *Offer.objects.filter(pk__in=keys).select_related("group", "place"),
    ]
    return sorted(
        told,
        key=lambda one: (
            not one.in_latest,
            one.pk not in timed,
            -(one.told_on or date.min).toordinal(),
            str(one.pk),
        ),
    )


def _with_hours(keys: Collection[UUID]) -> set[UUID]:
    rows = Schedule.objects.filter(Q(asset__in=keys) | Q(offer__in=keys))
    pairs = rows.values_list("asset_id", "offer_id")
    return {key for pair in pairs for key in pair if key is not None}
