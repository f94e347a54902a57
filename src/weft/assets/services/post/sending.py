"""How does what waits go out by mail: once, or not at all?

A mail is noted as going before it is handed over. Killed in between, we do not know
whether it went: it counts as gone, shows as such to whoever looks after the round, and
is never sent again. A group that got none loses a month; none gets two.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from weft.accounts.actors import Actor
from weft.accounts.secret import hash_of, new_secret
from weft.accounts.services import make_link, record, revoke_link
from weft.accounts.things import Thing
from weft.assets.domain.messages import letter_of
from weft.assets.domain.post import Letter, MessageStanding, Verdict
from weft.assets.domain.sureness import Aspect, Event
from weft.assets.models import Asset, Mailbox, Message
from weft.assets.queries.post import texts_of
from weft.assets.services.hearing import note_heard
from weft.assets.services.in_hand import in_hand
from weft.assets.services.post.carrying import carry
from weft.assets.services.post.choosing import found, waiting
from weft.assets.services.post.locking import unlocked
from weft.assets.services.post.once_a_month import give_the_month_back, take_the_month
from weft.commons.errors import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What became of the mails that waited, as counts of ``Verdict``."""

    verdicts: Counter[Verdict]
    held_back: int  # they rest, asked for none, or their address had one
    codes: tuple[str, ...]  # what servers said that took none

    @property
    def not_taken(self) -> int:
        """Count those that the mail server would not take now, or not from us."""
        return self.verdicts[Verdict.LATER] + self.verdicts[Verdict.NOT_OURS]


def send_waiting(*, by: Actor, today: date, links: str) -> Sent:
    """Send every message that waits and has an address.

    Parameters
    ----------
    by
        Who does it.
    today
        The day.
    links
        How the address of every link begins, as ``https://weft.example.org``.
    """
    verdicts: Counter[Verdict] = Counter()
    held_back, codes = 0, set()
    for key in _with_an_address():
        letter = _going(key, by=by, today=today, links=links)
        if letter is None:
            held_back += 1
            continue
        verdict, said = carry(letter)
        _note(key, verdict, said, by=by, today=today)
        verdicts[verdict] += 1
        codes |= {said} if said else set()
    return Sent(verdicts=verdicts, held_back=held_back, codes=tuple(sorted(codes)))


def _with_an_address() -> Iterator[UUID]:
    """List what waits and can go, the largest gain first."""
    rows = Message.objects.filter(
        standing=MessageStanding.CHOSEN,
        group__mailbox__isnull=False,
        group__mailbox__came_back_on=None,
    )
    yield from list(rows.order_by("-gain", "pk").values_list("pk", flat=True))


@transaction.atomic
def _going(key: UUID, *, by: Actor, today: date, links: str) -> Letter | None:
    """Note that a message goes, with a fresh link; None where it may not."""
    try:
        message = waiting(key)
        box = Mailbox.objects.get(group=message.group_id, came_back_on=None)
        to = unlocked(box.locked)
        if to is None:
            return None
        held = in_hand(message.group_id)
        take_the_month(
            message, held, standing=MessageStanding.GOING, today=today, mark=box.mark
        )
    except (NotPossible, Mailbox.DoesNotExist):
        return None
    made = make_link(thing=Thing("asset", str(held.group.pk)), by=by)
    stop = new_secret()
    message.link, message.stop_hash = made.link.key, hash_of(stop)
    message.save(update_fields=["link", "stop_hash"])
    record(by=by, deed="assets.send_message", subject=f"message {key}")
    return _letter(
        held.group,
        to=to,
        number=key.hex,
        page=f"{links}{reverse('assets:in_hand', args=[made.secret])}",
        stop=f"{links}{reverse('assets:stop', args=[stop])}",
    )


def _letter(group: Asset, *, to: str, number: str, page: str, stop: str) -> Letter:
    """Write it."""
    told = texts_of(group, address=page)
    return letter_of(told, name=group.name, to=to, number=number, stop=stop)


@transaction.atomic
def _note(key: UUID, verdict: Verdict, said: str, *, by: Actor, today: date) -> None:
    """Note what the mail server said."""
    try:
        message = found(key)
    except NotPossible:
        return
    message.said = said[:40]
    if verdict is Verdict.TAKEN:
        message.standing = MessageStanding.SENT
    elif verdict is Verdict.NO_SUCH_ADDRESS:
        note_came_back(message, by=by, today=today)
    elif verdict is not Verdict.UNKNOWN:
        _take_back(message, MessageStanding.CHOSEN, by=by)
    message.save()
    record(
        by=by,
        deed="assets.note_message",
        subject=f"message {key}",
        details={"standing": message.standing},
    )


def note_came_back(message: Message, *, by: Actor, today: date) -> None:
    """Hear, within a deed that writes itself down, that nobody is at an address."""
    held = in_hand(message.group_id)
    Mailbox.objects.filter(group=held.group, mark=message.mark).update(
        came_back_on=today
    )
    _take_back(message, MessageStanding.CAME_BACK, by=by)
    note_heard(held.group, Event.BOUNCED, today, Aspect.EMAIL)


def _take_back(message: Message, standing: MessageStanding, *, by: Actor) -> None:
    """Undo that a message went: it reached nobody."""
    give_the_month_back(message, in_hand(message.group_id))
    message.standing = standing
    if message.link is not None:
        revoke_link(key=message.link, by=by)
        message.link = None
