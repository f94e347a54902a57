"""How do those who held a room add to their project?

All of it by the link of the project; whatever was put in can be taken out again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import Level, Sees, SourceKind
from weft.voices.models import Project, Received, Source, Workshop
from weft.voices.services.rows import kept_row

MOST_WORDS = 400_000
"""As many code points a text may have: a transcript of 300 pages has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomTold:
    """What hosts say of a workshop; what they do not say stays unknown."""

    name: str
    place: str = ""
    held_on: date | None = None
    hosted_by: str = ""
    came: int | None = None
    spoke: int | None = None
    consent: str = ""
    sees: Sees = Sees.HOSTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """Where something is put in a project, and how it came.

    Attributes
    ----------
    workshop
        Its ref.
    left_out
        What of its file was not read: «3 comments».
    once
        By which a telephone knows what it may send twice; it is taken once.
    """

    workshop: str
    name: str = ""
    left_out: Sequence[str] = ()
    once: UUID | None = None


def project_held(key: str) -> Project:
    """Find the project that a link is bound to, and keep others from changing it.

    Raises
    ------
    NotFound
        There is none any more.
    """
    region, slug = parts_of(key)
    found = Project.objects.select_for_update().filter(region=region, slug=slug).first()
    if found is None:
        raise NotFound("There is no such project any more.")
    return found


@transaction.atomic
def add_workshop(*, by: Actor, project: str, told: RoomTold) -> str:
    """Add a time that people met, and give its short name.

    Raises
    ------
    NotPossible
        It has no name; or more people spoke than came.
    """
    held = project_held(project)
    if not told.name.strip():
        raise NotPossible("Give it a name: the question that was asked will do.")
    if None not in (told.came, told.spoke) and (told.spoke or 0) > (told.came or 0):
        raise NotPossible("More people spoke than came. Look at the two numbers again.")
    ref = fresh_ref("w", set(held.workshops.values_list("ref", flat=True)))
    Workshop.objects.create(
        project=held,
        ref=ref,
        name=told.name.strip(),
        questions=[told.name.strip()],
        place=told.place,
        held_on=told.held_on,
        hosted_by=told.hosted_by,
        came=told.came,
        spoke=told.spoke,
        consent=told.consent,
        sees=told.sees,
    )
    record(by=by, deed="voices.add_workshop", subject=f"project:{project}")
    return ref


@transaction.atomic
def add_words(*, by: Actor, project: str, put: Put, text: str, kind: SourceKind) -> int:
    """Add a text to a workshop, as it was said or written down.

    Parameters
    ----------
    by, project, put
        Who, to which project, and where in it.
    text, kind
        Its words and what they are.

    Returns
    -------
    int
        By which number it is called from now on.

    Raises
    ------
    NotFound, NotPossible
        There is no such workshop; there are no words, or too many at once.
    """
    held = project_held(project)
    if (before := sent_before(held, put.once)) is not None:
        return before
    room = room_held(held, put.workshop)
    words = text.replace("\r\n", "\n").replace("\x00", "").strip("\n")
    if not words.strip():
        raise NotPossible("Write or paste what was said.")
    if len(words) > MOST_WORDS:
        raise NotPossible(
            f"This is very long. Put it in as several texts of {MOST_WORDS:,} letters."
        )
    row = new_source(room, put.name.strip() or "What was said", kind)
    row.text, row.left_out = words, list(put.left_out)
    row.save()
    keep_once(held, put.once, row)
    record(by=by, deed="voices.add_words", subject=f"project:{project}")
    return row.pk


def room_held(held: Project, ref: str) -> Workshop:
    """Find a workshop of a project.

    Raises
    ------
    NotFound
        There is none by that word.
    """
    room = Workshop.objects.filter(project=held, ref=ref).first()
    if room is None:
        raise NotFound("There is no such workshop.")
    return room


def new_source(room: Workshop, name: str, kind: SourceKind) -> Source:
    """Make a source after all others of a workshop."""
    last = room.sources.aggregate(most=Max("place"))["most"] or 0
    return kept_row(
        Source(
            workshop=room,
            ref=fresh_ref("s", set(room.sources.values_list("ref", flat=True))),
            place=last + 1,
            name=name,
            kind=kind,
            level=Level.WRITTEN if kind is SourceKind.SUMMARY else Level.SAID,
        )
    )


def sent_before(held: Project, once: UUID | None) -> int | None:
    """Say what something became that has come before; 0 where it was taken out."""
    if once is None:
        return None
    row = Received.objects.filter(project=held, once=once).first()
    return None if row is None else row.source_id or 0


def keep_once(held: Project, once: UUID | None, source: Source) -> None:
    """Keep that something has come, so that it is not taken twice."""
    if once is not None:
        Received.objects.create(project=held, once=once, source=source)


@transaction.atomic
def take_words_out(*, by: Actor, project: str, source: int) -> None:
    """Take a text out again, while nothing was marked in it.

    Raises
    ------
    NotFound, NotPossible
        There is no such text; or passages of it are in use.
    """
    row = Source.objects.filter(workshop__project=project_held(project), pk=source)
    if not row.exists():
        raise NotFound("There is no such text.")
    if row.filter(passages__isnull=False).exists():
        raise NotPossible("Words of it are marked. Take those out first.")
    row.delete()
    record(by=by, deed="voices.take_words_out", subject=f"project:{project}")
