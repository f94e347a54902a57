"""What is told of what a group has to spare, looks for, and of what of it ends?"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.ending import BY_FIELD
from weft.assets.domain.facts import WordField
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.kinds import AssetKind
from weft.assets.models import Asset, Fact
from weft.assets.queries.holding import NO_SUCH_GROUP
from weft.assets.queries.rooms_in_hand import rooms_of
from weft.commons.errors import NotFound

FIELDS = (WordField.SPARE, WordField.LOOKING, *BY_FIELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSaid:
    """The newest word on one thing, and whether the group said it by its link."""

    words: str
    own: bool
    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingToSpare:
    """The group itself, a room or kit of theirs, and what is told of it."""

    key: UUID
    name: str
    is_group: bool
    said: Mapping[WordField, WordSaid]


def spare_in_hand(group: UUID) -> tuple[ThingToSpare, ...]:
    """List the group, then its rooms and kit, with the newest word on each.

    Raises
    ------
    NotFound
        When it is not on the list, has closed, or is a person.
    """
    rows_of_groups = Asset.objects.exclude(kind=AssetKind.PERSON)
    own = rows_of_groups.filter(pk=group, closed_on=None).first()
    if own is None:
        raise NotFound(NO_SUCH_GROUP)
    rows = [own, *rooms_of(group).exclude(pk=group)]
    said = _said([row.pk for row in rows])
    return tuple(
        ThingToSpare(
            key=row.pk, name=row.name, is_group=row.pk == group, said=said[row.pk]
        )
        for row in rows
    )


def _said(keys: Collection[UUID]) -> Mapping[UUID, Mapping[WordField, WordSaid]]:
    """Read the newest word on each, as ``queries.at_risk`` and ``queries.spare`` do."""
    rows = Fact.objects.filter(asset__in=keys, field__in=FIELDS, disputed=False)
    said: dict[UUID, dict[WordField, WordSaid]] = defaultdict(dict)
    for row in sorted(rows, key=lambda one: (one.told_on or date.min, one.pk)):
        if row.asset_id is not None:
            said[row.asset_id][WordField(row.field)] = WordSaid(
                words=row.value,
                own=row.source == HOLDER,
                told_by=row.told_by,
                told_on=row.told_on,
            )
    return said
