"""How is a picture of a door given, looked at, shown, and taken back for good?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.doors import checked_description
from weft.assets.models import Asset, Door
from weft.assets.queries.doors import places_of
from weft.assets.services.in_hand import InHand, in_hand
from weft.commons.errors import NotFound, NotPossible
from weft.commons.files import Picture

NO_SUCH_DOOR = "There is no such picture, or it was taken back."
NOT_THEIRS = "This group does not meet there."


@transaction.atomic
def give_door(
    *,
    by: Actor,
    group: UUID,
    place: UUID,
    pictures: tuple[Picture, Picture],
    described: str,
    today: date,
) -> UUID:
    """Take a picture of the door of a place where a group is, for a steward to look at.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    place
        The group's own place, or one where it meets.
    pictures
        As ``pictures_from`` gives them in ``WIDTHS``: decoding takes a second or more,
        in which nobody else should have to wait to write.
    described
        What it shows, in a line.

    Returns
    -------
    UUID
        The key of the picture, which takes it back.

    Raises
    ------
    NotFound
        When there is no such group, or it is not at that place.
    NotPossible
        When nothing describes it.
    """
    words = checked_description(described)
    held = in_hand(group)
    found = places_of(group).filter(pk=place).first()
    if found is None:
        raise NotFound(NOT_THEIRS)
    kept = _kept(held, found, pictures, words, today)
    record(
        by=by,
        deed="assets.give_door",
        subject=f"asset {group}",
        details={"place": str(place), "door": str(kept.pk)},
    )
    return kept.pk


@transaction.atomic
def show_door(*, by: Actor, door: UUID) -> None:
    """Show a picture to everybody: a steward has looked, and nobody is in it.

    Raises
    ------
    NotFound, NotPossible
        When it was taken back, or is shown already.
    """
    found = _locked(door)
    if found.shown:
        raise NotPossible("It is shown already.")
    Door.objects.filter(place=found.place_id, shown=True).delete()
    found.shown = True
    found.save(update_fields=["shown"])
    record(by=by, deed="assets.show_door", subject=f"door {door}")


@transaction.atomic
def hide_door(*, by: Actor, door: UUID) -> None:
    """Show a picture no more, until somebody looks again: showing it was a slip.

    Raises
    ------
    NotFound, NotPossible
        When it was taken back, or is not shown.
    """
    found = _locked(door)
    if not found.shown:
        raise NotPossible("It is not shown.")
    Door.objects.filter(place=found.place_id, shown=False).delete()
    found.shown = False
    found.save(update_fields=["shown"])
    record(by=by, deed="assets.hide_door", subject=f"door {door}")


@transaction.atomic
def refuse_door(*, by: Actor, door: UUID) -> None:
    """Delete a picture that may not be shown: somebody is in it, or it is no door.

    Raises
    ------
    NotFound
        When it was taken back.
    """
    _locked(door).delete()
    record(by=by, deed="assets.refuse_door", subject=f"door {door}")


@transaction.atomic
def take_door_back(*, by: Actor, group: UUID, door: UUID) -> None:
    """Delete a picture that a group gave, shown or not, at once and for good.

    Raises
    ------
    NotFound
        When there is no such picture of theirs.
    """
    in_hand(group)
    found = _locked(door)
    if found.given_in_hand != group:
        raise NotFound(NO_SUCH_DOOR)
    found.delete()
    record(
        by=by,
        deed="assets.take_door_back",
        subject=f"asset {group}",
        details={"door": str(door)},
    )


def _kept(
    held: InHand,
    place: Asset,
    pictures: tuple[Picture, Picture],
    described: str,
    today: date,
) -> Door:
    """Keep a picture in both sizes, in place of another that waits."""
    small, large = pictures
    # the one that is shown stays until this one is
    Door.objects.filter(place=place, shown=False).delete()
    return Door.objects.create(
        place=place,
        described=described,
        width=large.width,
        height=large.height,
        small=small.jpeg,
        large=large.jpeg,
        given_by=held.told_by,
        given_in_hand=held.group.pk,
        given_on=today,
    )


def _locked(door: UUID) -> Door:
    """Find a picture, and let nobody else decide about it meanwhile."""
    found = Door.objects.select_for_update().filter(pk=door).first()
    if found is None:
        raise NotFound(NO_SUCH_DOOR)
    return found
