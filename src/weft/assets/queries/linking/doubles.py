"""Of what is told more than once, which telling has the card, and who else tells it?

The telling that is still in its list, says when it is on, and is newest has the card;
the others stay as they are, are led to from its page, and their names find it too.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from weft.assets.models import Asset, Offer, Schedule
from weft.assets.queries.about import Brief, Telling
from weft.assets.queries.linking.rows import heap_around, heaps_of
from weft.assets.queries.seen import brief_of, may_be_seen, offer_brief
from weft.commons.batches import batched

Told = Asset | Offer


@dataclass(frozen=True, slots=True)
class Doubles:
    """Which listings have no card of their own, and what else the others are called."""

    behind: frozenset[UUID] = frozenset()
    names: dict[UUID, tuple[str, ...]] = field(default_factory=dict)

    @property
    def together(self) -> frozenset[UUID]:
        """Every listing of a thing that is told more than once."""
        return self.behind | self.names.keys()


def doubles_of(region: str, around: Collection[UUID] | None = None) -> Doubles:
    """Say of every thing told more than once which of its listings has the card.

    Parameters
    ----------
    region
        Its slug.
    around
        Only the things that one of these listings tells of; all, where None.
    """
    heaps = heaps_of(region, around)
    told = {row.pk: row for row in _by_rank({key for heap in heaps for key in heap})}
    rank = {key: number for number, key in enumerate(told)}
    behind: set[UUID] = set()
    names: dict[UUID, tuple[str, ...]] = {}
    for heap in heaps:
        first, *others = (told[key] for key in sorted(heap, key=rank.__getitem__))
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
    """Put tellings in the order in which they may have the card of one thing."""
    told: list[Told] = []
    timed: set[UUID] = set()
    for some in batched(sorted(keys)):
        timed |= _with_hours(some)
        told += Asset.objects.filter(pk__in=some)
        told += Offer.objects.filter(pk__in=some).select_related("group", "place")
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
    rows = [
        *Schedule.objects.filter(asset__in=keys).values_list("asset_id", flat=True),
        *Schedule.objects.filter(offer__in=keys).values_list("offer_id", flat=True),
    ]
    return {key for key in rows if key is not None}
