"""How does a group say what its room is right for, and take that back?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.facts import OF_A_ROOM, FactField
from weft.assets.domain.sureness import Aspect, Event
from weft.assets.domain.told import NO, YES
from weft.assets.models import Asset
from weft.assets.queries.rooms_in_hand import rooms_of
from weft.assets.services.hearing import note_heard
from weft.assets.services.in_hand import in_hand, say_of
from weft.assets.services.listings.deriving import relist
from weft.commons.errors import NotFound


@transaction.atomic
def say_of_room(
    *,
    by: Actor,
    group: UUID,
    room: UUID,
    said: Mapping[FactField, bool | None],
    today: date,
) -> None:
    """Say what a room is right for, by the word of those who look after it.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    room
        The group's own room, or a thing that it lends.
    said
        Yes or no to what is spoken of; None takes their word back. Fields that are
        not of a room are passed over.

    Raises
    ------
    NotFound
        When there is no such group, or the room is not theirs.
    """
    held = in_hand(group)
    found = room_of(group, room)
    spoken_of = [one for one in OF_A_ROOM if one in said]
    for field in spoken_of:
        value = {True: YES, False: NO, None: ""}[said[field]]
        say_of(found, field, value, today, told_by=held.told_by)
    if any(said[field] is not None for field in spoken_of):
        note_heard(found, Event.TOLD_ANEW, today, Aspect.DOOR)
    tell_room_anew(found, today)
    record(
        by=by,
        deed="assets.say_of_room",
        subject=f"asset {group}",
        details={"room": str(room)},
    )


def room_of(group: UUID, room: UUID) -> Asset:
    """Find a room among those of a group, and among no others.

    Raises
    ------
    NotFound
        When it is none of theirs.
    """
    found = rooms_of(group).filter(pk=room).first()
    if found is None:
        raise NotFound("This group looks after no such room.")
    return found


def tell_room_anew(room: Asset, today: date) -> None:
    """Let finder and feeds say what is so of a room now, and of what happens in it."""
    relist(room.region_id, assets=[room.pk], today=today)
