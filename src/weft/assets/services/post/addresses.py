"""Where does a group let itself be written to?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.post import mark_of_address, plain_address
from weft.assets.models import Mailbox, StoppedAddress
from weft.assets.services.in_hand import in_hand
from weft.assets.services.post.locking import locked
from weft.commons.errors import NotFound, NotPossible

STOPPED = (
    "We may not write to this address. Somebody who reads it asked us to stop. Only "
    "they can change that, by the link in our last mail to them."
)


@transaction.atomic
def give_address(*, by: Actor, group: UUID, address: str, today: date) -> None:
    """Keep where a group lets itself be written to, in place of what was kept before.

    Parameters
    ----------
    by
        Who gives it.
    group
        The key of the group.
    address
        As it was typed.
    today
        When it was given.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, that is no address, or it asked for no more mail.
    """
    plain = plain_address(address)
    held = in_hand(group)
    keep_address(held.group.pk, plain, today)
    record(by=by, deed="assets.give_address", subject=f"asset {group}")


def keep_address(group: UUID, plain: str, today: date) -> None:
    """Keep an address within a deed that writes itself down.

    Raises
    ------
    NotPossible
        When it asked for no more mail.
    """
    mark = mark_of_address(plain)
    if StoppedAddress.objects.filter(mark=mark).exists():
        raise NotPossible(STOPPED)
    Mailbox.objects.update_or_create(
        group_id=group,
        defaults={
            "locked": locked(plain),
            "mark": mark,
            "given_on": today,
            "came_back_on": None,
        },
    )


@transaction.atomic
def forget_address(*, by: Actor, group: UUID) -> None:
    """Forget where a group was written to; nothing of it is kept.

    Raises
    ------
    NotFound
        When none was kept.
    """
    gone, _ = Mailbox.objects.filter(group=group).delete()
    if not gone:
        raise NotFound("We keep no address of this group.")
    record(by=by, deed="assets.forget_address", subject=f"asset {group}")
