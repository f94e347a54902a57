"""Who is the one grown-up of a group of young people, for whoever checks the list?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor, ActorKind
from weft.accounts.services import record
from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.kinds import GROUPS
from weft.assets.domain.told import NO, TOLD, YES
from weft.assets.models import AdultContact, Asset, Fact
from weft.commons.errors import NotFound, NotPossible

MOST_LETTERS = 300
WHO_CHECKS = "Whoever checks this list"
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
def say_young(*, by: Actor, group: UUID, young: bool, today: date) -> None:
    """Say if young people run a group; its own word counts for more than a steward's.

    Parameters
    ----------
    by
        Whoever holds its link, or a steward to whom somebody told it.
    group
        Which.
    young
        Whether they do. Where they do not, no grown-up of theirs is kept.
    today
        When it was said.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, or it has said so, or not, itself.
    """
    rows = Asset.objects.select_for_update().filter(kind__in=GROUPS, closed_on=None)
    row = rows.filter(pk=group).first()
    if row is None:
        raise NotFound(NO_SUCH_GROUP)
    said = Fact.objects.filter(asset=row, field=HolderField.YOUNG)
    theirs = by.kind is ActorKind.HOLDER
    if not theirs and said.filter(source=HOLDER).exists():
        raise NotPossible("They have said themselves who runs it.")
    source = HOLDER if theirs else TOLD
    said.filter(source=source).delete()
    Fact.objects.create(
        asset=row,
        field=HolderField.YOUNG,
        value=YES if young else NO,
        source=source,
        told_by="" if theirs else WHO_CHECKS,
        told_on=today,
    )
    row.run_by_young_people = young
    row.save(update_fields=["run_by_young_people"])
    if not young:
        AdultContact.objects.filter(group=row).delete()
    record(by=by, deed="assets.say_young", subject=f"asset {group}")


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
