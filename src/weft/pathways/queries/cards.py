"""How many came with a card, week by week?"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Sum

from weft.pathways.models import Came


def came_by_week(offers: Iterable[UUID], mondays: Iterable[date]) -> tuple[int, ...]:
    """Count those who came to some offers with a card.

    Parameters
    ----------
    offers
        All that a group offers.
    mondays
        The weeks.

    Returns
    -------
    tuple of int
        One number a week; it leaves through ``commons.disclosure`` and no other way.
    """
    weeks = tuple(mondays)
    rows = (
        Came.objects.filter(offer__in=list(offers), monday__in=weeks)
        .values("monday")
        .annotate(all=Sum("people"))
    )
    found = {row["monday"]: row["all"] for row in rows}
    return tuple(found.get(monday, 0) for monday in weeks)
