"""How does all mail to somebody stop, in one tap, and how is the tap undone?

The address is forgotten at once; a mark stays, so that it is never written to again,
whoever tells it to us anew. To undo a slip the page that follows carries the address
away, locked, and can hand it back for an hour; nothing is kept here meanwhile.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.secret import hash_of
from weft.accounts.services import record
from weft.assets.domain.holding import HolderField
from weft.assets.domain.post import mark_of_address, plain_address
from weft.assets.models import Asset, Mailbox, Message, Reader, StoppedAddress
from weft.assets.services.in_hand import say_of
from weft.assets.services.post.addresses import keep_address
from weft.assets.services.post.locking import locked, unlocked
from weft.commons.errors import NotFound, NotPossible

TO_UNDO = 3_600
"""Seconds for which the page after a tap can undo it."""

NOTHING_TO_STOP = "There is no mail to stop by this link."
NOT_THIS_ADDRESS = "Our mail went to another address than this one."


@dataclass(frozen=True, slots=True)
class Stopped:
    """All that is needed to undo a stop, locked, for the next page to carry."""

    kept: str = field(repr=False)


@transaction.atomic
def stop_mail(*, by: Actor, group: UUID, today: date) -> Stopped:
    """Let a group, and whoever reads its address, get no more messages from us.

    Parameters
    ----------
    by
        Who taps.
    group
        The key of the group.
    today
        When.

    Raises
    ------
    NotFound
        When there is no such group.
    """
    row = Asset.objects.select_for_update().filter(pk=group).first()
    if row is None:
        raise NotFound(NOTHING_TO_STOP)
    box = Mailbox.objects.filter(group=row).first()
    stopped = _stop(row.pk, box.mark if box else "", today)
    record(by=by, deed="assets.stop_mail", subject=f"asset {group}")
    return stopped


@transaction.atomic
def stop_mail_by(*, secret: str, by: Actor, today: date) -> Stopped:
    """Let whoever got a mail get no more, by the link that stood in it.

    Raises
    ------
    NotFound
        When no mail of ours had such a link.
    """
    message = message_by(secret)
    stopped = _stop(message.group_id, message.mark, today)
    record(by=by, deed="assets.stop_mail", subject=f"asset {message.group_id}")
    return stopped


@transaction.atomic
def write_again(*, by: Actor, group: UUID, kept: str, today: date) -> None:
    """Undo a stop, with what the page after it carried; or as far as can be without.

    Raises
    ------
    NotFound
        When there is no such group.
    """
    row = Asset.objects.select_for_update().filter(pk=group).first()
    if row is None:
        raise NotFound(NOTHING_TO_STOP)
    _undo({row.pk}, kept, today)
    record(by=by, deed="assets.write_again", subject=f"asset {group}")


@transaction.atomic
def write_again_by(
    *, secret: str, by: Actor, today: date, kept: str = "", address: str = ""
) -> None:
    """Undo a stop by the link that stood in a mail.

    Parameters
    ----------
    secret
        Of that link.
    by, today
        Who taps, and when.
    kept
        What the page after the stop carried.
    address
        Where that is lost or an hour old: the address the mail went to, typed.

    Raises
    ------
    NotFound, NotPossible
        When no mail of ours had such a link, or it went to another address.
    """
    message = message_by(secret)
    if unlocked(kept, within_seconds=TO_UNDO) is None:
        plain = plain_address(address)
        if mark_of_address(plain) != message.mark:
            raise NotPossible(NOT_THIS_ADDRESS)
        kept = locked(json.dumps({"to": plain, "groups": [str(message.group_id)]}))
    _undo({message.group_id}, kept, today)
    record(by=by, deed="assets.write_again", subject=f"asset {message.group_id}")


def message_by(secret: str) -> Message:
    """Find the mail in which a link stood.

    Raises
    ------
    NotFound
        When there is none.
    """
    found = Message.objects.filter(stop_hash=hash_of(secret)).exclude(stop_hash="")
    message = found.first()
    if message is None:
        raise NotFound(NOTHING_TO_STOP)
    return message


def _stop(group: UUID, mark: str, today: date) -> Stopped:
    """Forget an address and mark it, and write no more to whoever was written to there.

    A group that has another address by now goes on: who reads that one did not ask.
    """
    boxes = list(Mailbox.objects.filter(mark=mark)) if mark else []
    groups = {box.group_id for box in boxes}
    if not Mailbox.objects.filter(group=group).exclude(mark=mark).exists():
        groups.add(group)
    to = next((told for box in boxes if (told := unlocked(box.locked))), "")
    for row in Asset.objects.filter(pk__in=groups):
        say_of(row, HolderField.NO_MAIL, today.isoformat(), today)
    Mailbox.objects.filter(group__in=groups).delete()
    if mark:
        Reader.objects.filter(mark=mark).delete()
        StoppedAddress.objects.get_or_create(mark=mark, defaults={"stopped_on": today})
    kept = {"to": to, "groups": sorted(str(one) for one in groups)}
    return Stopped(locked(json.dumps(kept)))


def _undo(groups: set[UUID], kept: str, today: date) -> None:
    """Let groups be written to again, at the address that was handed back."""
    told = unlocked(kept, within_seconds=TO_UNDO) if kept else None
    carried = json.loads(told) if told else {}
    to = str(carried.get("to", ""))
    if to:
        groups = groups | {UUID(group) for group in carried["groups"]}
        StoppedAddress.objects.filter(mark=mark_of_address(to)).delete()
    for row in Asset.objects.filter(pk__in=groups):
        say_of(row, HolderField.NO_MAIL, "", today)
        if to:
            keep_address(row.pk, to, today)
