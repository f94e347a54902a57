"""Of which rooms and kit may a group speak by its own link, and what is said of them?

Of itself, where the link is to a place; and of what it holds or runs, as far as nobody
disputes that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from weft.assets.domain.facts import OF_A_ROOM, FactField
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.kinds import ROOMS, TieKind
from weft.assets.domain.settling import NOBODY_SAID
from weft.assets.domain.told import YES
from weft.assets.models import Asset, Fact, Tie
from weft.assets.queries.facts import facts_of_asset

THEIRS = (TieKind.HOLDS, TieKind.RUNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomInHand:
    """A room or a piece of kit as those who look after it see it.

    Attributes
    ----------
    own
        What they said by their link.
    listed
        What the list says, by whomever it was told; absent where nobody has said.
    """

    key: UUID
    name: str
    own: Mapping[FactField, bool]
    listed: Mapping[FactField, bool]


def rooms_of(group: UUID) -> QuerySet[Asset]:
    """Find the rooms and kit that are a group's to speak of."""
    ties = Tie.objects.filter(to=group, kind__in=THEIRS, disputed=False, until=None)
    theirs = Q(pk=group) | Q(pk__in=ties.values("asset"))
    found = Asset.objects.filter(theirs, kind__in=ROOMS, closed_on=None)
    return found.order_by("name", "pk")


def rooms_in_hand(group: UUID) -> tuple[RoomInHand, ...]:
    """Show a group the rooms and kit that it may speak of."""
    return tuple(map(_room, rooms_of(group)))


def _room(asset: Asset) -> RoomInHand:
    said = Fact.objects.filter(asset=asset, source=HOLDER, field__in=OF_A_ROOM)
    known = facts_of_asset(asset)
    values = {one: known.get(one, NOBODY_SAID).value for one in OF_A_ROOM}
    return RoomInHand(
        key=asset.pk,
        name=asset.name,
        own={FactField(row.field): row.value == YES for row in said},
        listed={one: value for one, value in values.items() if value is not None},
    )
