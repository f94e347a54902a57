"""How do those who held a room say who came, what was agreed and what they need?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotPossible
from weft.voices.domain.told import ConsentTold, PaidTold, PresenceTold
from weft.voices.models import Presence, Workshop
from weft.voices.services.holding import project_held, room_held
from weft.voices.services.rows import that_fit

MOST_ROWS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomMore:
    """What is told of a time that people met; what is left empty stays unknown."""

    came: int | None
    spoke: int | None
    paid: PaidTold
    consent: ConsentTold
    needs: str
    presences: Sequence[PresenceTold]


@transaction.atomic
def tell_room(*, by: Actor, project: str, workshop: str, told: RoomMore) -> None:
    """Say who came to a workshop and what was agreed, in place of what was told.

    Somebody may be counted in several groups of one axis; so their sum may be more
    than came, and one group's count may not.

    Raises
    ------
    NotFound, NotPossible
        There is no such workshop; a count is larger than the one it is part of, or a
        group is there twice.
    """
    room = room_held(project_held(project), workshop)
    wrong = next(_wrong(told), "")
    if wrong:
        raise NotPossible(wrong)
    _write(room, told)
    room.presences.all().delete()
    Presence.objects.bulk_create(
        that_fit(
            Presence(
                workshop=room,
                axis=one.axis,
                group=one.group,
                invited=one.invited,
                came=one.came,
                spoke=one.spoke,
            )
            for one in told.presences
        )
    )
    record(by=by, deed="voices.tell_room", subject=f"project:{project}")


def _wrong(told: RoomMore) -> Iterator[str]:
    """Say what cannot be; the first is enough for whoever mends it."""
    if len(told.presences) > MOST_ROWS:
        yield "These are more groups than anybody can count."
    groups = Counter((one.axis, one.group.lower()) for one in told.presences)
    for (axis, group), times in groups.items():
        if times > 1:
            yield f"«{group}» is there twice, under {axis}."
    if _more(told.spoke, told.came):
        yield "More people spoke than came. Look at the two numbers again."
    for one in told.presences:
        if _more(one.came, told.came):
            yield f"More of «{one.group}» came than people in all."
        if _more(one.spoke, one.came):
            yield f"More of «{one.group}» spoke than came."


def _more(part: int | None, of: int | None) -> bool:
    return part is not None and of is not None and part > of


def _write(room: Workshop, told: RoomMore) -> None:
    room.came, room.spoke, room.needs = told.came, told.spoke, told.needs
    room.paid_coming, room.paid_coding = told.paid.coming, told.paid.coding
    room.paid_deciding = told.paid.deciding
    room.consent, room.sees = told.consent.words, told.consent.sees
    room.until = told.consent.until
    room.save()
