"""What does a group hold, as the group itself sees it, and what came back to it?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.listing import asset_label
from weft.assets.domain.proposals import Decider
from weft.assets.models import Asset, CameBack, Proposal, Tie
from weft.assets.queries.about import Back
from weft.commons.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldInHand:
    """Something that a group holds: itself first, then what it looks after."""

    key: UUID
    name: str
    kind: str
    is_group: bool
    visibility: Visibility
    terms: str
    disputed: bool
    back: tuple[Back, ...]


def holds(group: UUID, *, today: date) -> frozenset[UUID]:
    """Say which assets a group holds, by a word that nobody disputes."""
    ties = Tie.objects.filter(
        Q(until=None) | Q(until__gt=today),
        to=group,
        kind=TieKind.HOLDS,
        disputed=False,
        asset__closed_on=None,
    ).exclude(asset__kind=AssetKind.PERSON)
    return frozenset(ties.values_list("asset_id", flat=True)) - {group}


def held_in_hand(group: UUID, *, today: date) -> tuple[HeldInHand, ...]:
    """List what a group holds, seen by others or not; the group itself first."""
    keys = {group, *holds(group, today=today)}
    rows = Asset.objects.filter(pk__in=keys).defer("shape", "story")
    back = came_back_to(keys)
    disputed = set(
        Proposal.objects.filter(
            asset__in=keys, decides=Decider.COMMUNITIES, standing=Standing.PROPOSED
        ).values_list("asset_id", flat=True)
    )
    found = sorted(rows, key=lambda row: (row.pk != group, row.name, str(row.pk)))
    return tuple(
        HeldInHand(
            key=row.pk,
            name=row.name,
            kind=asset_label(AssetKind(row.kind), row.place_kind),
            is_group=row.pk == group,
            visibility=Visibility(row.visibility),
            terms=row.terms,
            disputed=row.pk in disputed,
            back=back.get(row.pk, ()),
        )
        for row in found
    )


def came_back_to(keys: set[UUID]) -> dict[UUID, tuple[Back, ...]]:
    """List what came back for some assets, the latest first."""
    found: dict[UUID, list[Back]] = {}
    rows = CameBack.objects.filter(asset__in=keys).order_by("-came_on", "-pk")
    for row in rows:
        found.setdefault(row.asset_id, []).append(
            Back(number=row.pk, words=row.words, on=row.came_on, told_by=row.told_by)
        )
    return {key: tuple(back) for key, back in found.items()}
