"""What does a group do for what it holds, by its own link: in one tap, and undone so?

Each deed is done to the group, which its link is bound to, and takes the group's offers
with it. What finder, pages and feeds say follows within the same transaction.
"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.facts import FactField
from weft.assets.domain.holding import LONGEST_PAUSE, HolderField, Pause
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.sureness import Event
from weft.assets.domain.told import NO, YES
from weft.assets.models import Asset, Fact
from weft.assets.queries.holding import group_in_hand
from weft.assets.services.hearing import note_heard
from weft.assets.services.in_hand import InHand, in_hand, say_of, tell_anew
from weft.commons.errors import NotPossible


@transaction.atomic
def confirm_group(*, by: Actor, group: UUID, today: date) -> None:
    """Take in that what the group's own page shows of it is still right.

    What the page does not show is not confirmed: who may come, how it is there.

    Parameters
    ----------
    by
        Who says so.
    group
        The key of the group; its offers are heard of with it.
    today
        When it was said.

    Raises
    ------
    NotFound
        When there is no such group.
    """
    held, seen = in_hand(group), group_in_hand(group)
    shown = {one.key: one.shown for one in seen.offers}
    for row in held.all:
        for side in shown.get(row.pk, seen.shown).sides:
            note_heard(row, Event.CONFIRMED, today, side)
    record(
        by=by,
        deed="assets.confirm_group",
        subject=f"asset {group}",
        details={"offers": len(held.offers)},
    )


@transaction.atomic
def pause_group(*, by: Actor, group: UUID, back_on: date, today: date) -> None:
    """Let nothing of a group be on before a day.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    back_on
        The first day on which it is on again.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, or the day is not within the year to come.
    """
    if not today < back_on <= today + LONGEST_PAUSE:
        raise NotPossible("Choose a day within the year to come.")
    held = in_hand(group)
    _say(held, HolderField.PAUSE, str(Pause(today, back_on)), today)
    tell_anew(held, today)
    record(
        by=by,
        deed="assets.pause_group",
        subject=f"asset {group}",
        details={"back_on": back_on.isoformat()},
    )


@transaction.atomic
def end_pause(*, by: Actor, group: UUID, today: date) -> None:
    """Take a pause back: all is as it was told before.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    """
    held = in_hand(group)
    _say(held, HolderField.PAUSE, "", today)
    tell_anew(held, today)
    record(by=by, deed="assets.end_pause", subject=f"asset {group}")


@transaction.atomic
def say_room(*, by: Actor, group: UUID, room: bool, today: date) -> None:
    """Say that a group is full for now, or has room again.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    room
        Whether somebody new may come this week.
    """
    held = in_hand(group)
    _say(held, FactField.ROOM, YES if room else NO, today)
    tell_anew(held, today)
    record(
        by=by,
        deed="assets.say_room",
        subject=f"asset {group}",
        details={"room": room},
    )


@transaction.atomic
def disown_group(*, by: Actor, group: UUID, today: date) -> None:
    """Hide a group whose link reached somebody else, until a steward has looked.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    """
    held = in_hand(group)
    if _hidden_by(held.group) is None:
        say_of(held.group, HolderField.NOT_OURS, held.group.visibility, today)
        _show(held, Visibility.HIDDEN, today)
    record(by=by, deed="assets.disown_group", subject=f"asset {group}")


@transaction.atomic
def own_again(*, by: Actor, group: UUID, today: date) -> None:
    """Show a group again that somebody said is not theirs.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, or it is not hidden by such a word any more.
    """
    held = in_hand(group)
    word = _hidden_by(held.group)
    if word is None or word.field != HolderField.NOT_OURS:
        raise NotPossible("Somebody has decided about this before.")
    before = Visibility(word.value)
    word.delete()
    _show(held, before, today)
    record(by=by, deed="assets.own_again", subject=f"asset {group}")


@transaction.atomic
def keep_hidden(*, by: Actor, group: UUID) -> None:
    """Keep a group hidden that somebody said is not theirs: a steward has looked.

    Parameters
    ----------
    by, group
        As for ``confirm_group``.

    Raises
    ------
    NotFound, NotPossible
        As for ``own_again``.
    """
    word = _hidden_by(in_hand(group).group)
    if word is None or word.field != HolderField.NOT_OURS:
        raise NotPossible("Somebody has decided about this before.")
    word.field = HolderField.KEPT_HIDDEN
    word.save(update_fields=["field"])
    record(by=by, deed="assets.keep_hidden", subject=f"asset {group}")


def _say(held: InHand, field: str, value: str, today: date) -> None:
    """Keep the holder's word on all that is theirs; "" takes it back."""
    for row in held.all:
        say_of(row, field, value, today, told_by=held.told_by)


def _hidden_by(group: Asset) -> Fact | None:
    """Find the word by which a group is hidden."""
    said = (HolderField.NOT_OURS, HolderField.KEPT_HIDDEN)
    return Fact.objects.filter(asset=group, field__in=said).first()


def _show(held: InHand, visibility: Visibility, today: date) -> None:
    """Let a group be seen so far and no further, in every channel."""
    held.group.visibility = visibility
    held.group.save(update_fields=["visibility"])
    tell_anew(held, today)
