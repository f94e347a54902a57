"""What does a group do for what it holds, by its own link: in one tap, and undone so?

Each deed is done to the group, which its link is bound to, and takes the group's offers
with it. What finder, pages and feeds say follows within the same transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.facts import FactField
from weft.assets.domain.holding import HOLDER, LONGEST_PAUSE, HolderField, Pause
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.sureness import Event
from weft.assets.domain.told import NO, YES
from weft.assets.models import Asset, Fact, Offer
from weft.assets.services.hearing import note_heard
from weft.assets.services.listings.deriving import WEEKS_AHEAD, relist
from weft.commons.errors import NotFound, NotPossible
from weft.commons.times import Week

NO_SUCH_GROUP = "There is no such group to say something of."


@dataclass(frozen=True, slots=True)
class _InHand:
    """A group, and what it offers."""

    group: Asset
    offers: Sequence[Offer]

    @property
    def all(self) -> tuple[Asset | Offer, ...]:
        return (self.group, *self.offers)


@transaction.atomic
def confirm_group(*, by: Actor, group: UUID, today: date) -> None:
    """Take in that everything of a group is still right.

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
    held = _in_hand(group)
    for row in held.all:
        note_heard(row, Event.CONFIRMED, today)
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
    held = _in_hand(group)
    _say(held, HolderField.PAUSE, str(Pause(today, back_on)), today)
    _tell_anew(held, today)
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
    held = _in_hand(group)
    _say(held, HolderField.PAUSE, "", today)
    _tell_anew(held, today)
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
    held = _in_hand(group)
    _say(held, FactField.ROOM, YES if room else NO, today)
    _tell_anew(held, today)
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
    held = _in_hand(group)
    if _hidden_by(held.group) is None:
        _say_of(held.group, HolderField.NOT_OURS, held.group.visibility, today)
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
    held = _in_hand(group)
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
    word = _hidden_by(_in_hand(group).group)
    if word is None or word.field != HolderField.NOT_OURS:
        raise NotPossible("Somebody has decided about this before.")
    word.field = HolderField.KEPT_HIDDEN
    word.save(update_fields=["field"])
    record(by=by, deed="assets.keep_hidden", subject=f"asset {group}")


def _in_hand(key: UUID) -> _InHand:
    """Find a group and its offers, and let nobody else write of it meanwhile."""
    group = Asset.objects.select_for_update().filter(pk=key, closed_on=None).first()
    if group is None:
        raise NotFound(NO_SUCH_GROUP)
    offers = Offer.objects.filter(group=group, closed_on=None).order_by("pk")
    return _InHand(group, tuple(offers))


def _say(held: _InHand, field: str, value: str, today: date) -> None:
    """Keep the holder's word on all that is theirs; "" takes it back."""
    told_by = "" if held.group.kind == AssetKind.PERSON else held.group.name[:200]
    for row in held.all:
        _say_of(row, field, value, today, told_by=told_by)


def _say_of(
    row: Asset | Offer, field: str, value: str, today: date, *, told_by: str = ""
) -> None:
    """Keep the holder's newest word on one thing, in place of their last."""
    which = {"asset": row} if isinstance(row, Asset) else {"offer": row}
    Fact.objects.filter(**which, source=HOLDER, field=field).delete()
    if value:
        Fact.objects.create(
            **which,
            source=HOLDER,
            field=field,
            value=value,
            told_by=told_by,
            told_on=today,
        )


def _hidden_by(group: Asset) -> Fact | None:
    """Find the word by which a group is hidden."""
    said = (HolderField.NOT_OURS, HolderField.KEPT_HIDDEN)
    return Fact.objects.filter(asset=group, field__in=said).first()


def _show(held: _InHand, visibility: Visibility, today: date) -> None:
    """Let a group be seen so far and no further, in every channel."""
    held.group.visibility = visibility
    held.group.save(update_fields=["visibility"])
    _tell_anew(held, today)


def _tell_anew(held: _InHand, today: date) -> None:
    """Let finder, pages and feeds say what is so now."""
    week = Week.of(today)
    relist(
        held.group.region_id,
        assets=[held.group.pk],
        offers=[row.pk for row in held.offers],
        weeks=[week.later(more) for more in range(WEEKS_AHEAD)],
    )
