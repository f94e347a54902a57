"""Which groups do young people run, and which grown-up does a steward know?

For those who check the list, and for nobody else: no page for others asks here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.models import AdultContact, Asset, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungInHand:
    """A group that young people run, and by whom it can be reached; "" if nobody."""

    group: UUID
    name: str
    told_by: str
    adult: str
    noted_on: date | None


def groups_of_young_people() -> tuple[YoungInHand, ...]:
    """List the groups that are told to be run by young people, by name."""
    rows = Asset.objects.filter(run_by_young_people=True, closed_on=None)
    adults = {row.group_id: row for row in AdultContact.objects.filter(group__in=rows)}
    says = who_says_young(rows)
    return tuple(
        YoungInHand(
            group=row.pk,
            name=row.name,
            told_by=says[row.pk],
            adult=adults[row.pk].words if row.pk in adults else "",
            noted_on=adults[row.pk].noted_on if row.pk in adults else None,
        )
        for row in rows.order_by("name", "pk")
    )


def who_says_young(rows: Iterable[Asset]) -> dict[UUID, str]:
    """Say by whose word young people run some groups, or do not: their own, first.

    Returns
    -------
    dict
        By group: its own name where it said so by its link; else whoever told us.
    """
    groups = {row.pk: row for row in rows}
    says = {key: row.told_by for key, row in groups.items()}
    told = Fact.objects.filter(asset__in=groups, field=HolderField.YOUNG)
    for fact in told.order_by("-source", "pk"):  # a holder's own word comes last
        if fact.asset_id is not None:
            own = fact.source == HOLDER
            says[fact.asset_id] = groups[fact.asset_id].name if own else fact.told_by
    return says


def needs_an_adult(group: UUID) -> bool:
    """Tell whether a group of young people has no grown-up whom a steward knows.

    Then it is given no link yet: whoever holds one can take a thing off the list.
    """
    young = Asset.objects.filter(pk=group, run_by_young_people=True).exists()
    return young and not AdultContact.objects.filter(group=group).exists()
