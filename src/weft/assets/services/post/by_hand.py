"""How does somebody send a message themselves, and say what came of it?"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import make_link, record, revoke_link
from weft.accounts.things import Thing
from weft.assets.domain.post import MessageStanding
from weft.assets.models import Message
from weft.assets.services.in_hand import in_hand
from weft.assets.services.post.choosing import NO_SUCH_MESSAGE, found, waiting
from weft.assets.services.post.once_a_month import (
    give_the_month_back,
    refuse_who_rests,
    take_the_month,
)
from weft.assets.services.post.sending import note_came_back
from weft.commons.errors import NotFound, NotPossible


@dataclass(frozen=True, slots=True)
class FreshLink:
    """The secret of a link just made, told this once."""

    secret: str = field(repr=False)


@transaction.atomic
def write_by_hand(*, by: Actor, message: UUID, today: date) -> FreshLink:
    """Make the link for a message that somebody will send themselves.

    Asked again, a new link takes the old one's place.

    Raises
    ------
    NotFound, NotPossible
        When somebody has seen to it, or the group may not be written to today.
    """
    row = waiting(message)
    held = in_hand(row.group_id)
    refuse_who_rests(held, today)
    if row.link is not None:
        revoke_link(key=row.link, by=by)
    made = make_link(thing=Thing("asset", str(held.group.pk)), by=by)
    row.link = made.link.key
    row.save(update_fields=["link"])
    record(by=by, deed="assets.write_by_hand", subject=f"message {message}")
    return FreshLink(made.secret)


@transaction.atomic
def note_sent_by_hand(*, by: Actor, message: UUID, today: date) -> None:
    """Take in that somebody sent it themselves: it is the group's message of the month.

    Raises
    ------
    NotFound, NotPossible
        As for ``write_by_hand``.
    """
    row = waiting(message)
    held = in_hand(row.group_id)
    take_the_month(row, held, standing=MessageStanding.BY_HAND, today=today)
    record(by=by, deed="assets.note_sent_by_hand", subject=f"message {message}")


@transaction.atomic
def not_sent_by_hand(*, by: Actor, message: UUID) -> None:
    """Undo ``note_sent_by_hand``: it was said by a slip.

    Raises
    ------
    NotFound
        When it was not sent by hand.
    """
    row = found(message)
    if row.standing != MessageStanding.BY_HAND:
        raise NotFound(NO_SUCH_MESSAGE)
    give_the_month_back(row, in_hand(row.group_id))
    row.standing = MessageStanding.CHOSEN
    row.save()
    record(by=by, deed="assets.not_sent_by_hand", subject=f"message {message}")


@transaction.atomic
def note_link_given(*, by: Actor, group: UUID, today: date) -> str:
    """Take in that somebody sends a group its link: its message of the month.

    It is given all the same where they rest, so that whoever gives it can ring them or
    wait; then nothing is noted. Given twice on one day it counts once.

    Returns
    -------
    str
        Why they should not be written to today; "" where they may be.

    Raises
    ------
    NotFound
        When there is no such group.
    """
    held, why = in_hand(group), ""
    given = Message.objects.filter(
        group=group, round=None, standing=MessageStanding.BY_HAND, went_on=today
    )
    if not given.exists():
        try:
            told = Message(group=held.group)
            take_the_month(told, held, standing=MessageStanding.BY_HAND, today=today)
        except NotPossible as rests:
            why = str(rests)
    record(by=by, deed="assets.note_link_given", subject=f"asset {group}")
    return why


@transaction.atomic
def hear_it_came_back(*, by: Actor, message: UUID, today: date) -> None:
    """Take in that a mail came back after all: nobody is at that address.

    Raises
    ------
    NotFound
        When there is no such mail out, or it has come back before.
    """
    row = found(message)
    out = {MessageStanding.SENT, MessageStanding.GOING}
    if row.standing not in out:
        raise NotFound(NO_SUCH_MESSAGE)
    note_came_back(row, by=by, today=today)
    row.save()
    record(by=by, deed="assets.hear_it_came_back", subject=f"message {message}")
