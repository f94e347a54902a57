"""How does the register take the questions that could open most?"""

from collections.abc import Sequence

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.worth_asking import WorthAsking
from weft.assets.models import WorthAsked
from weft.commons.times import Week


@transaction.atomic
def take_questions(
    *, by: Actor, region: str, week: Week, told: Sequence[WorthAsking]
) -> int:
    """Take a week's questions in place of all that were handed over before.

    Parameters
    ----------
    by
        Who hands them over.
    region
        Its slug.
    week
        For which they count.
    told
        The one that could open most first.

    Returns
    -------
    int
        How many there are now.
    """
    WorthAsked.objects.filter(region=region).delete()
    rows = WorthAsked.objects.bulk_create(
        WorthAsked(
            region_id=region,
            monday=week.monday,
            place=place,
            offer_key=one.offer,
            about=one.about.value,
            tongues=list(one.tongues),
            people=one.people,
            more=[str(key) for key in one.more],
        )
        for place, one in enumerate(told)
    )
    record(
        by=by,
        deed="assets.take_questions",
        subject=f"region {region}",
        details={"week": week.monday.isoformat(), "questions": len(rows)},
    )
    return len(rows)
