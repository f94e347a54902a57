"""What is told of a group's own hands, by itself and by others, as it sees it?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.holding import HOLDER
from weft.assets.domain.kinds import OF_NO_PERSON, SAID_OF_ITSELF, AssetKind, TieKind
from weft.assets.models import Asset, Tie
from weft.assets.queries.about import Brief
from weft.assets.queries.holding import NO_SUCH_GROUP
from weft.assets.queries.seen import NEWEST, brief_of
from weft.commons.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class HandInHand:
    """One word on a group: who it names, and by whose word.

    ``number`` takes it back, and is None where others told it; ``other`` is the group
    on the list that it leads to.
    """

    number: int | None
    kind: TieKind
    name: str
    other: Brief | None
    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandsInHand:
    """All that is told of a group's own hands."""

    asked: tuple[TieKind, ...]
    hands: tuple[HandInHand, ...]
    owned: str
    part_of: Brief | None


def hands_in_hand(group: UUID) -> HandsInHand:
    """Show a group in whose hands it is said to be.

    Raises
    ------
    NotFound
        When it is not on the list, or has closed.
    """
    rows = Asset.objects.filter(pk=group, closed_on=None).select_related("part_of")
    asset = rows.first()
    if asset is None:
        raise NotFound(NO_SUCH_GROUP)
    is_person = asset.kind == AssetKind.PERSON
    return HandsInHand(
        asked=tuple(
            one for one in SAID_OF_ITSELF if not (is_person and one in OF_NO_PERSON)
        ),
        hands=_hands(asset),
        owned=asset.ownership_form,
        part_of=brief_of(asset.part_of),
    )


def _hands(asset: Asset) -> tuple[HandInHand, ...]:
    """List each word, the newest first."""
    rows = Tie.objects.filter(asset=asset, kind__in=SAID_OF_ITSELF, until=None)
    return tuple(
        HandInHand(
            number=row.pk if row.source == HOLDER else None,
            kind=TieKind(row.kind),
            name=other.name if (other := brief_of(row.to)) else row.to_name,
            other=other,
            told_by=row.told_by,
            told_on=row.told_on,
        )
        for row in rows.select_related("to").order_by(NEWEST, "pk")
        if row.to_name or brief_of(row.to)
    )
