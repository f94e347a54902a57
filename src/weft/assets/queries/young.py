"""Which groups do young people run, and which grown-up does a steward know?

For those who check the list, and for nobody else: no page for others asks here.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.models import AdultContact, Asset


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
    return tuple(
        YoungInHand(
            group=row.pk,
            name=row.name,
            told_by=row.told_by,
            adult=adults[row.pk].words if row.pk in adults else "",
            noted_on=adults[row.pk].noted_on if row.pk in adults else None,
        )
        for row in rows.order_by("name", "pk")
    )


def needs_an_adult(group: UUID) -> bool:
    """Tell whether a group of young people has no grown-up whom a steward knows.

    Then it is given no link yet: whoever holds one can take a thing off the list.
    """
    young = Asset.objects.filter(pk=group, run_by_young_people=True).exists()
    return young and not AdultContact.objects.filter(group=group).exists()
