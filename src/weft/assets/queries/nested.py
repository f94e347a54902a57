"""What is part of what, and what do several share?

Both ways: from each part to the whole, and from the whole to its parts and theirs;
from what is shared to all who share it, and from each of them to it.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.kinds import TieKind
from weft.assets.models import Asset, Tie
from weft.assets.queries.about import Brief, Nested
from weft.assets.queries.seen import brief_of

DEEPEST = 4
"""A page goes no further in or out; whoever wants to opens the next one."""


def wholes_of(asset: Asset) -> tuple[Brief, ...]:
    """Say what something is part of, the nearest first, as far as it may be seen."""
    found: list[Brief] = []
    seen = {asset.pk}
    whole = asset.part_of
    while whole is not None and whole.pk not in seen and len(found) < DEEPEST:
        brief = brief_of(whole)
        if brief is None:
            break
        found.append(brief)
        seen.add(whole.pk)
        whole = whole.part_of
    return tuple(found)


def parts_of(asset: Asset) -> tuple[Nested, ...]:
    """Say what is part of something, and of its parts; what has closed is left out.

    One statement for each level. Whatever may not be seen is left out with all that
    is known only through it.
    """
    level, seen = [asset.pk], {asset.pk}
    under: dict[UUID, list[Brief]] = {}
    for _ in range(DEEPEST):
        rows = Asset.objects.filter(part_of__in=level, closed_on=None)
        level = []
        for row in rows.order_by("name", "pk"):
            brief = brief_of(row)
            if brief is not None and row.part_of_id and row.pk not in seen:
                under.setdefault(row.part_of_id, []).append(brief)
                seen.add(row.pk)
                level.append(row.pk)
        if not level:
            break
    return _nested(asset.pk, under)


def _nested(key: UUID, under: Mapping[UUID, Iterable[Brief]]) -> tuple[Nested, ...]:
    return tuple(
        Nested(brief=brief, parts=_nested(brief.id, under))
        for brief in under.get(key, ())
    )


def shared_with(asset: Asset) -> tuple[Brief, ...]:
    """Say whom or what it works with, by whoever's word, and who meets there."""
    with_it = Q(kind=TieKind.WORKS_WITH) & (Q(asset=asset) | Q(to=asset))
    meets_there = Q(kind=TieKind.MEETS_AT, to=asset)
    ties = Tie.objects.filter(with_it | meets_there, disputed=False, until=None)
    others = {
        other.pk: other
        for tie in ties.select_related("asset", "to")
        for other in (tie.asset, tie.to)
        if other is not None and other.pk != asset.pk and other.closed_on is None
    }
    found = (brief for other in others.values() if (brief := brief_of(other)))
    return tuple(sorted(found, key=lambda brief: (brief.name, str(brief.id))))
