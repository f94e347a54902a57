"""What does a group tell of how many came for the first time?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.holding import MOST_NEW_FACES
from weft.assets.models import NewFaces
from weft.assets.services.in_hand import in_hand
from weft.commons.errors import NotPossible
from weft.commons.times import Week


@transaction.atomic
def say_new_faces(*, by: Actor, group: UUID, number: int, today: date) -> None:
    """Keep how many came for the first time this week, in place of what was said.

    The record notes that a number was told, and never which.

    Parameters
    ----------
    by
        Who says so.
    group
        The key of the group.
    number
        How many, 0 too.
    today
        A day of the week.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, or no week has so many.
    """
    if not 0 <= number <= MOST_NEW_FACES:
        raise NotPossible(f"Write a number from 0 to {MOST_NEW_FACES}.")
    held = in_hand(group)
    NewFaces.objects.update_or_create(
        group=held.group,
        monday=Week.of(today).monday,
        defaults={"number": number, "told_on": today},
    )
    record(by=by, deed="assets.say_new_faces", subject=f"asset {group}")


@transaction.atomic
def take_faces_back(*, by: Actor, group: UUID, today: date) -> None:
    """Forget this week's number; nothing of it is kept.

    Parameters
    ----------
    by, group, today
        As for ``say_new_faces``.
    """
    held = in_hand(group)
    monday = Week.of(today).monday
    NewFaces.objects.filter(group=held.group, monday=monday).delete()
    record(by=by, deed="assets.take_faces_back", subject=f"asset {group}")
