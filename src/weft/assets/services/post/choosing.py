"""Whom do we ask this week?"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.post import WAITS, MessageStanding
from weft.assets.models import AskingRound, Message
from weft.assets.queries.asking import ToAsk, groups_to_ask
from weft.assets.services.in_hand import in_hand
from weft.commons.errors import NotFound, NotPossible
from weft.commons.times import Week

NO_SUCH_MESSAGE = "There is no such message, or somebody has seen to it before."


def choose_round(*, by: Actor, region: str, today: date, most: int) -> int:
    """Choose the groups of a week, once; asked again in the same week, nothing changes.

    Parameters
    ----------
    by
        Who does it.
    region
        Its slug.
    today
        A day of the week.
    most
        So many messages at most.

    Returns
    -------
    int
        How many were chosen now.
    """
    monday = Week.of(today).monday
    if AskingRound.objects.filter(region=region, monday=monday).exists():
        return 0
    # reckoned before the write lock is held: seconds, in a whole region
    chosen = groups_to_ask(region, today, most=most)
    return _keep(chosen, by=by, region=region, today=today, most=most)


@transaction.atomic
def _keep(
    chosen: Sequence[ToAsk], *, by: Actor, region: str, today: date, most: int
) -> int:
    """Write a choice down, unless somebody was quicker."""
    made, is_new = AskingRound.objects.get_or_create(
        region_id=region,
        monday=Week.of(today).monday,
        defaults={"chosen_on": today, "most": most},
    )
    if not is_new:
        return 0
    Message.objects.filter(
        round__region=region, round__monday__lt=made.monday, standing__in=sorted(WAITS)
    ).update(standing=MessageStanding.PASSED)
    Message.objects.bulk_create(
        Message(
            group_id=one.group,
            round=made,
            gain=one.gain,
            standing=MessageStanding.CHOSEN,
        )
        for one in chosen
    )
    record(
        by=by,
        deed="assets.choose_round",
        subject=f"region {region}",
        details={"week": made.monday.isoformat(), "chosen": len(chosen)},
    )
    return len(chosen)


@transaction.atomic
def let_be(*, by: Actor, message: UUID) -> None:
    """Do not ask them this time.

    Raises
    ------
    NotFound
        When it went, or was let be before.
    """
    row = waiting(message)
    row.standing = MessageStanding.LET_BE
    row.save(update_fields=["standing"])
    record(by=by, deed="assets.let_be", subject=f"message {message}")


@transaction.atomic
def ask_after_all(*, by: Actor, message: UUID) -> None:
    """Undo ``let_be``.

    Raises
    ------
    NotFound
        When it was not let be.
    """
    row = found(message)
    if row.standing != MessageStanding.LET_BE:
        raise NotFound(NO_SUCH_MESSAGE)
    row.standing = MessageStanding.CHOSEN
    row.save(update_fields=["standing"])
    record(by=by, deed="assets.ask_after_all", subject=f"message {message}")


def waiting(key: UUID) -> Message:
    """Find a message that waits, and let nobody else see to it meanwhile.

    Raises
    ------
    NotFound
        When somebody has seen to it.
    """
    row = found(key)
    if row.standing not in WAITS:
        raise NotFound(NO_SUCH_MESSAGE)
    return row


def found(key: UUID) -> Message:
    """Find a message, and let nobody else write of it or its group meanwhile.

    The group's row comes first, for everybody: two who wait for each other's rows would
    wait for ever.

    Raises
    ------
    NotFound
        When there is none, or its group has closed.
    """
    group = Message.objects.filter(pk=key).values_list("group", flat=True).first()
    if group is None:
        raise NotFound(NO_SUCH_MESSAGE)
    try:
        in_hand(group)
    except NotPossible as gone:
        raise NotFound(NO_SUCH_MESSAGE) from gone
    row = Message.objects.select_for_update().filter(pk=key).first()
    if row is None:
        raise NotFound(NO_SUCH_MESSAGE)
    return row
