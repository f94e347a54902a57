"""What do those who were there see, and what do hosts know of how they were told?"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.commons.errors import NotFound
from weft.voices.domain.claims import draft_until
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import SpeakerKind, Stance
from weft.voices.domain.reading import Reader
from weft.voices.models import Claim, Passage, Speaker, Workshop
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import wall
from weft.voices.queries.whole import project_row


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomThere:
    """A room, as those see it who were in it.

    Attributes
    ----------
    open
        Whether what those who were there said yes to lets them read the words.
    open_to_all
        Whether anybody may; pictures have an address only where they may.
    said
        The passages of this room.
    wall
        The project with its draft; of other rooms what anybody may read.
    """

    name: str
    place: str
    held_on: date | None
    consent: str
    until: date | None
    open: bool
    open_to_all: bool
    said: tuple[PassageShown, ...]
    wall: Wall


def room_there(key: str, *, today: date) -> RoomThere:
    """Give a room to those who were there.

    Parameters
    ----------
    key
        Of the workshop, to which their link is bound.
    today
        The day they look.

    Raises
    ------
    NotFound
        There is no such room any more.
    """
    row = Workshop.objects.filter(key=UUID(key)).select_related("project").first()
    if row is None:
        raise NotFound("There is no such room any more.")
    read = wall(
        row.project.region_id,
        row.project.slug,
        reader=Reader.ANYBODY,
        today=today,
        there=row.ref,
    )
    here = set(
        Passage.objects.filter(source__workshop=row).values_list("number", flat=True)
    )
    return RoomThere(
        name=row.name,
        place=row.place,
        held_on=row.held_on,
        consent=row.consent,
        until=row.until,
        open=is_open_to(row, reader=Reader.ROOM, today=today),
        open_to_all=is_open_to(row, reader=Reader.ANYBODY, today=today),
        said=tuple(one for one in read.passages if one.number in here),
        wall=read,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """Somebody who spoke, and whether their words wait for them.

    ``alone`` counts the claims that rest on their words and on nobody else's.
    """

    ref: str
    name: str
    has_slip: bool
    first: bool
    words: int
    alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How those who were there were told, as the hosts noted it."""

    name: str
    rooms: tuple[tuple[str, str], ...]
    sent_on: date | None
    sent_how: str
    until: date | None
    claims: int
    late: int  # written since
    late_unsent: int
    choosers: tuple[Chooser, ...]


def told_there(key: str) -> Told:
    """Say how those who were there were told of a project's draft.

    Raises
    ------
    NotFound
        There is no such project any more.
    """
    project = project_row(*parts_of(key))
    late = Claim.objects.filter(project=project, late=True)
    rooms = Workshop.objects.filter(project=project).order_by("held_on", "pk")
    return Told(
        name=project.name,
        rooms=tuple(rooms.values_list("ref", "name")),
        sent_on=project.claims_sent_on,
        sent_how=project.claims_sent_how,
        until=draft_until(project.claims_sent_on),
        claims=Claim.objects.filter(project=project).count(),
        late=late.count(),
        late_unsent=late.filter(sent_on=None).count(),
        choosers=tuple(_choosers(project.pk)),
    )


def _choosers(project: int) -> list[Chooser]:
    bear: dict[int, set[int | None]] = {}
    rests = Claim.objects.filter(
        project=project,
        behind__stance=Stance.FOR,
        behind__passage__withdrawn_on=None,
    ).values_list("pk", "behind__passage__speaker")
    for claim, speaker in rests:
        bear.setdefault(claim, set()).add(speaker)
    there = Passage.objects.filter(project=project, withdrawn_on=None)
    said = Counter(there.values_list("speaker", flat=True))
    people = Speaker.objects.filter(project=project, kind=SpeakerKind.PERSON)
    return [
        Chooser(
            ref=one.ref,
            name=one.name,
            has_slip=one.slip_hash is not None,
            first=one.chooses_first,
            words=said[one.pk],
            alone=sum(who == {one.pk} for who in bear.values()),
        )
        for one in people.order_by("name")
    ]
