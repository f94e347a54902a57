"""How do those who held a room put in a picture, and say who is in it?

All of it by the link of the project. A picture that shows people is kept only where
they said yes; each says to what, and until when, and can be covered or taken out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.commons.files import Picture as Photograph
from weft.voices.domain.anchors import WHOLE_PICTURE, PictureRegion
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.kinds import SourceKind, SpeakerKind, Use
from weft.voices.domain.places_kept import kept
from weft.voices.models import InPicture, Passage, Picture, Project, Speaker
from weft.voices.services.covering import cover_parts
from weft.voices.services.holding import (
    Put,
    keep_once,
    new_source,
    project_held,
    room_held,
    sent_before,
)
from weft.voices.services.sense import next_number

MOST_PEOPLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureGiven:
    """A picture, and what those who took it say of it."""

    photograph: Photograph
    describes: str = ""
    people: int = 0  # that can be known in it, and have said yes
    kind: SourceKind = SourceKind.POSTER


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonGiven:
    """Somebody who can be known in a picture, and to what they said yes."""

    name: str  # one that is not theirs
    uses: Sequence[Use] = ()
    until: date | None = None
    child: bool = False
    parent_yes: bool | None = None
    at: PictureRegion | None = None


@transaction.atomic
def add_picture(
    *,
    by: Actor,
    project: str,
    put: Put,
    told: PictureGiven,
) -> int:
    """Add a picture to a workshop.

    Parameters
    ----------
    by, project, put
        Who, to which project, and where in it.
    told
        The picture, written anew, and what is said of it.

    Returns
    -------
    int
        By which number it is called from now on; 0 where it came before and was
        taken out since.

    Raises
    ------
    NotFound, NotPossible
        There is no such workshop; more people are in it than can be asked.
    """
    held = project_held(project)
    if (before := sent_before(held, put.once)) is not None:
        return before
    if told.people > MOST_PEOPLE:
        raise NotPossible(f"A picture of more than {MOST_PEOPLE} people is not kept.")
    source = new_source(
        room_held(held, put.workshop), put.name.strip() or "A picture", told.kind
    )
    Picture.objects.create(
        source=source,
        jpeg=told.photograph.jpeg,
        width=told.photograph.width,
        height=told.photograph.height,
        describes=told.describes.strip(),
        people=told.people,
    )
    keep_once(held, put.once, source)
    record(by=by, deed="voices.add_picture", subject=f"project:{project}")
    return source.pk


@transaction.atomic
def keep_a_place(*, by: Actor, project: str, put: Put) -> int:
    """Keep the place of a picture that is missing.

    Returns
    -------
    int
        By which number it is called from now on.

    Raises
    ------
    NotFound
        There is no such workshop.
    """
    held = project_held(project)
    if (before := sent_before(held, put.once)) is not None:
        return before
    source = new_source(
        room_held(held, put.workshop),
        put.name.strip() or "A picture that is missing",
        SourceKind.MISSING,
    )
    refs = set(Passage.objects.filter(project=held).values_list("ref", flat=True))
    Passage.objects.create(
        project=held,
        source=source,
        number=next_number(held),
        ref=fresh_ref("p", refs),
        at=dict(kept(WHOLE_PICTURE)),
    )
    keep_once(held, put.once, source)
    record(by=by, deed="voices.keep_a_place", subject=f"project:{project}")
    return source.pk


@transaction.atomic
def say_who_is_seen(*, by: Actor, project: str, source: int, told: PersonGiven) -> None:
    """Write down to what somebody said yes who can be known in a picture.

    Told again it takes the place of what was told.

    Raises
    ------
    NotFound, NotPossible
        There is no such picture; there is no name.
    """
    held = project_held(project)
    picture = _picture(held, source)
    if not told.name.strip():
        raise NotPossible("Call them by a name that is not theirs.")
    InPicture.objects.update_or_create(
        picture=picture,
        person=_person(held, told.name.strip()),
        defaults={
            "uses": list(told.uses),
            "until": told.until,
            "child": told.child,
            "parent_yes": told.parent_yes if told.child else None,
            "at": dict(kept(told.at)) if told.at else {},
        },
    )
    picture.people = max(picture.people, picture.persons.count())
    picture.save(update_fields=["people"])
    record(by=by, deed="voices.say_who_is_seen", subject=f"project:{project}")


@transaction.atomic
def cover_picture(
    *, by: Actor, project: str, source: int, at: PictureRegion, today: date
) -> None:
    """Paint over a part of a picture; nobody can bring back what was there.

    Raises
    ------
    NotFound
        There is no such picture.
    """
    picture = _picture(project_held(project), source)
    cover_parts(picture.source, [at], today)
    record(by=by, deed="voices.cover_picture", subject=f"project:{project}")


def _picture(held: Project, source: int) -> Picture:
    found = (
        Picture.objects.filter(
            source__workshop__project=held, source=source, gone_on=None
        )
        .select_related("source")
        .first()
    )
    if found is None:
        raise NotFound("There is no such picture.")
    return found


def _person(held: Project, name: str) -> Speaker:
    """Find somebody by the name that is not theirs, or write them down."""
    speakers = Speaker.objects.filter(project=held)
    found = speakers.filter(name__iexact=name).first()
    if found is not None:
        return found
    ref = fresh_ref("k", set(speakers.values_list("ref", flat=True)))
    return Speaker.objects.create(
        project=held, ref=ref, kind=SpeakerKind.PERSON, name=name
    )
