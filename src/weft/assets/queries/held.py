"""What does a group hold, as the group itself sees it, and what came back to it?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.holding import MAY_BE_CARRIED
from weft.assets.domain.kinds import INTANGIBLE, AssetKind, TieKind, Visibility
from weft.assets.domain.listing import asset_label
from weft.assets.domain.proposals import Decider
from weft.assets.domain.visibility import Channel
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
    channels: frozenset[Channel] | None  # None: it has an address, and needs no yes
    hidden_from_funders: bool
    young: bool | None
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
    disputed = disputed_among(keys)
    found = sorted(rows, key=lambda row: (row.pk != group, row.name, str(row.pk)))
    return tuple(
        HeldInHand(
            key=row.pk,
            name=row.name,
            kind=asset_label(AssetKind(row.kind), row.place_kind),
            is_group=row.pk == group,
            visibility=Visibility(row.visibility),
            channels=_channels(row),
            hidden_from_funders=row.hidden_from_funders,
            young=row.run_by_young_people,
            terms=row.terms,
            disputed=row.pk in disputed,
            back=back.get(row.pk, ()),
        )
        for row in found
    )


def _channels(row: Asset) -> frozenset[Channel] | None:
    """Say which ways its holder said yes to, of those that are asked about."""
    if row.kind not in INTANGIBLE:
        return None
    return frozenset(one for one in MAY_BE_CARRIED if one in row.channels_allowed)


def disputed_among(keys: Collection[UUID]) -> set[UUID]:
    """Say of which others are said to be the holders, and no answer settled it."""
    rows = Proposal.objects.filter(
        asset__in=keys, decides=Decider.COMMUNITIES, standing=Standing.PROPOSED
    )
    return {key for key in rows.values_list("asset_id", flat=True) if key}


def came_back_to(keys: set[UUID]) -> dict[UUID, tuple[Back, ...]]:
    """List what came back for some assets, the latest first."""
    found: dict[UUID, list[Back]] = {}
    rows = CameBack.objects.filter(asset__in=keys).order_by("-came_on", "-pk")
    for row in rows:
        found.setdefault(row.asset_id, []).append(
            Back(number=row.pk, words=row.words, on=row.came_on, told_by=row.told_by)
        )
    return {key: tuple(back) for key, back in found.items()}
