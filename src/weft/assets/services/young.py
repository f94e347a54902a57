"""Who is the one grown-up of a group of young people, for whoever checks the list?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.models import AdultContact, Asset
from weft.commons.errors import NotFound, NotPossible

MOST_LETTERS = 300
NO_SUCH_GROUP = "There is no such group that young people run."


@transaction.atomic
def name_adult(*, by: Actor, group: UUID, words: str, today: date) -> None:
    """Note by which one grown-up a group of young people can be reached.

    Parameters
    ----------
    by
        Who notes it.
    group
        A group that young people run.
    words
        Who, and how to reach them. Nobody but those who check the list reads it.
    today
        When it is noted.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, or nothing is said, or too much.
    """
    said = " ".join(words.split())
    if not 0 < len(said) <= MOST_LETTERS:
        raise NotPossible("Write who it is, and how to reach them, in 300 letters.")
    row = _young(group)
    AdultContact.objects.update_or_create(
        group=row, defaults={"words": said, "noted_on": today}
    )
    record(by=by, deed="assets.name_adult", subject=f"asset {group}")


@transaction.atomic
def forget_adult(*, by: Actor, group: UUID) -> None:
    """Forget the grown-up of a group: nothing of them stays.

    Raises
    ------
    NotFound
        When nobody was noted.
    """
    gone, _ = AdultContact.objects.filter(group=group).delete()
    if not gone:
        raise NotFound("Nobody is noted for this group.")
    record(by=by, deed="assets.forget_adult", subject=f"asset {group}")


def _young(group: UUID) -> Asset:
    rows = Asset.objects.select_for_update()
    row = rows.filter(pk=group, run_by_young_people=True, closed_on=None).first()
    if row is None:
        raise NotFound(NO_SUCH_GROUP)
    return row
