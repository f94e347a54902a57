"""What has a group to spare, what does it look for, and what of it ends: its own word?

Each word is kept beside what others told, the newest counting, and stays after a load.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.ending import BY_FIELD, Ends
from weft.assets.domain.facts import WordField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.spare import Wanted
from weft.assets.models import Asset
from weft.assets.services.in_hand import InHand, in_hand, say_of
from weft.assets.services.rooms_in_hand import room_of
from weft.commons.errors import NotFound, NotPossible

MOST_LETTERS = 200
FURTHEST = timedelta(days=3653)
"""Ten years: whoever knows of a later end has typed another year."""
TOO_LONG = f"Keep it to {MOST_LETTERS} letters or fewer."
NO_DAY = "Choose a day that is still to come."


@transaction.atomic
def say_spare(*, by: Actor, group: UUID, thing: UUID, words: str, today: date) -> None:
    """Say when a room or kit of a group is to spare; "" takes that back.

    Parameters
    ----------
    by
        Who says so.
    group
        The group whose link it is.
    thing
        The group itself, or a room or kit that it holds or runs.
    words
        When nobody uses it, and how one asks, in its own words.
    today
        When it was said.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, the thing is not theirs, or too much is said.
    """
    held = _group(group)
    said = " ".join(words.split())
    if len(said) > MOST_LETTERS:
        raise NotPossible(TOO_LONG)
    row = _theirs(held, thing)
    say_of(row, WordField.SPARE, said, today, told_by=held.told_by)
    record(
        by=by,
        deed="assets.say_spare",
        subject=f"asset {group}",
        details={"thing": str(thing), "said": bool(said)},
    )


@transaction.atomic
def say_looking(*, by: Actor, group: UUID, wanted: Wanted, today: date) -> None:
    """Say what a group looks for; one that looks for nothing takes that back.

    Parameters
    ----------
    by, group, today
        As for ``say_spare``.
    wanted
        What, when, and what must be there; ``what`` is "" for nothing.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, too much is said, or when and what must be there is
        said of nothing.
    """
    held, words = _group(group), str(wanted)
    if len(words) > MOST_LETTERS:
        raise NotPossible(TOO_LONG)
    if words and not wanted.what:
        raise NotPossible("Write what you look for.")
    say_of(held.group, WordField.LOOKING, words, today, told_by=held.told_by)
    record(
        by=by,
        deed="assets.say_looking",
        subject=f"asset {group}",
        details={"said": bool(words)},
    )


@transaction.atomic
def say_ends(
    *,
    by: Actor,
    group: UUID,
    thing: UUID,
    ends: Ends,
    on: date | None,
    today: date,
) -> None:
    """Say on which day a lease, money or whoever keeps it going ends; None for none.

    Parameters
    ----------
    by, group, today
        As for ``say_spare``.
    thing
        The group itself; where a lease ends, also a room or kit of theirs.
    ends
        What ends.
    on
        The last day.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, the thing is not theirs, or the day is past or more
        than ten years off.
    """
    held = _group(group)
    field = next((one for one, what in BY_FIELD.items() if what is ends), None)
    if field is None or (thing != group and ends is not Ends.LEASE):
        raise NotPossible(NOT_AN_ANSWER)
    if on is not None and not today <= on <= today + FURTHEST:
        raise NotPossible(NO_DAY)
    row = _theirs(held, thing)
    say_of(row, field, str(on or ""), today, told_by=held.told_by)
    record(
        by=by,
        deed="assets.say_ends",
        subject=f"asset {group}",
        details={"thing": str(thing), "ends": ends, "said": on is not None},
    )


def _group(group: UUID) -> InHand:
    """Take a group in hand; nobody is looked for, or ends, in a list of things."""
    held = in_hand(group)
    if held.group.kind == AssetKind.PERSON:
        raise NotFound("There is no such group to say something of.")
    return held


def _theirs(held: InHand, thing: UUID) -> Asset:
    return held.group if thing == held.group.pk else room_of(held.group.pk, thing)
