"""How is it kept to one message a month, however many would write at once?

Whoever writes first holds the group's row; the month is taken in the same transaction
in which we hear that they were asked. The data base refuses a second one besides.
"""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max, Q

from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.post import MessageStanding, month_of
from weft.assets.domain.sureness import Event
from weft.assets.domain.sureness.asking import REST, messages
from weft.assets.models import Fact, FactEvent, Message
from weft.assets.queries.hearing import heard_of
from weft.assets.services.hearing import note_heard
from weft.assets.services.in_hand import InHand
from weft.commons.errors import NotPossible

ASKED_FOR_NO_MAIL = "They asked us not to write to them."
HAD_ONE = "They had a message from us within the month."
NOT_SEEN = "They are not on the list for others to see, so we do not write."


def refuse_who_rests(held: InHand, today: date) -> None:
    """Refuse to write to whoever had a message within the month, or asked for none.

    Parameters
    ----------
    held
        The group, which nobody else can take in hand meanwhile.
    today
        The day of the message.

    Raises
    ------
    NotPossible
        With the reason.
    """
    said = Fact.objects.filter(
        asset=held.group, source=HOLDER, field=HolderField.NO_MAIL
    )
    if said.exists():
        raise NotPossible(ASKED_FOR_NO_MAIL)
    if held.group.visibility != Visibility.PUBLIC:
        raise NotPossible(NOT_SEEN)
    last = _last_written_to(held)
    if last is not None and today - last < REST:
        raise NotPossible(HAD_ONE)


def take_the_month(
    message: Message,
    held: InHand,
    *,
    standing: MessageStanding,
    today: date,
    mark: str = "",
) -> None:
    """Let a message be the one of its month, and hear that they were asked.

    Parameters
    ----------
    message
        Which; it may be a new one.
    held
        The group, which nobody else can take in hand meanwhile.
    standing
        How it went; one of ``WENT``.
    today
        The day.
    mark
        Of the address it goes to, if it is a mail.

    Raises
    ------
    NotPossible
        When they rest, asked for none, or their address had one for another group.
    """
    refuse_who_rests(held, today)
    message.standing, message.went_on = standing, today
    message.month, message.mark = month_of(today), mark
    try:
        with transaction.atomic():
            message.save()
    except IntegrityError as problem:
        raise NotPossible(HAD_ONE) from problem
    rung = standing is MessageStanding.RUNG
    for row in held.all:
        note_heard(row, Event.AUDITED if rung else Event.ASKED, today)


def give_the_month_back(message: Message, held: InHand) -> None:
    """Undo it: nothing reached them after all."""
    about = Q(asset=held.group) | Q(offer__in=[row.pk for row in held.offers])
    asked = Q(event__in=(Event.ASKED, Event.AUDITED), heard_on=message.went_on)
    FactEvent.objects.filter(about & asked).delete()
    message.month = message.went_on = None
    message.mark = ""


def _last_written_to(held: InHand) -> date | None:
    """Say when they had their last message, by what was heard and what was noted."""
    about = Q(asset=held.group) | Q(offer__in=[row.pk for row in held.offers])
    heard = heard_of(about).values()
    last, _, _ = messages(one.heard for some in heard for one in some)
    noted = Message.objects.filter(group=held.group, month__isnull=False)
    newest: date | None = noted.aggregate(newest=Max("went_on"))["newest"]
    return max((day for day in (last, newest) if day is not None), default=None)
