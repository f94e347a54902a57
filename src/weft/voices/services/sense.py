"""How do people make sense of what was said: passages, codes, claims?

A code is never asked for. Whatever was put together can be taken apart again; words
that a speaker took back cannot be put back by anybody.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.anchors import PictureRegion, TextSpan
from weft.voices.domain.finding import fresh_ref, words_meant
from weft.voices.domain.kinds import Layer, Level, SpeakerKind, Stance
from weft.voices.domain.places_kept import kept
from weft.voices.models import (
    Behind,
    Claim,
    Code,
    Coding,
    Passage,
    Project,
    Source,
    Speaker,
)
from weft.voices.services.holding import project_held

HOW = "~"  # before a code that tells how a thing was said
MOST_CODES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkTold:
    """What somebody marks in a text."""

    words: str  # copied from it; of a picture what can be read there, or nothing
    speaker: str = ""  # «Table 2», a name that is not theirs; empty: nobody knows
    first_hand: bool | None = None
    codes: Collection[str] = ()
    at: PictureRegion | None = None  # of a picture
    readings: tuple[str, ...] = ()  # where its writing can be read in several ways


@transaction.atomic
def mark(*, by: Actor, project: str, source: int, told: MarkTold) -> int:
    """Mark some words of a text, or a part of a picture, with codes if there are any.

    Returns
    -------
    int
        The passage's number within its project.

    Raises
    ------
    NotFound, NotPossible
        There is no such text; the words are not in it, or several times.
    """
    held = project_held(project)
    row = Source.objects.filter(workshop__project=held, pk=source).first()
    if row is None:
        raise NotFound("There is no such text.")
    span = told.at or words_meant(row.text, told.words)
    passages = Passage.objects.filter(project=held)
    number = (passages.aggregate(most=Max("number"))["most"] or 0) + 1
    made = Passage.objects.create(
        project=held,
        source=row,
        number=number,
        ref=fresh_ref("p", set(passages.values_list("ref", flat=True))),
        at=dict(kept(span)),
        words=span.exact if isinstance(span, TextSpan) else told.words.strip(),
        readings=list(told.readings),
        speaker=_speaker(held, told.speaker),
        first_hand=told.first_hand,
    )
    _put_codes(held, made, told.codes, by)
    record(by=by, deed="voices.mark", subject=f"project:{project}")
    return number


@transaction.atomic
def unmark(*, by: Actor, project: str, passage: int) -> None:
    """Take a mark out again, with its codes; the words stay in their text.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage; or a claim, a cause or a vote rests on it.
    """
    row = _passage(project_held(project), passage)
    if row.claims.exists() or row.causes.exists():
        raise NotPossible("A claim or a cause rests on it. Take it from there first.")
    if row.statements.exists():  # without its words a closed room's would be open
        raise NotPossible("People vote on a sentence made of it. It has to stay.")
    if row.withdrawn_on:
        raise NotPossible("It was taken back by who said it. It stays as a count.")
    row.delete()
    record(by=by, deed="voices.unmark", subject=f"project:{project}")


@transaction.atomic
def make_claim(*, by: Actor, project: str, words: str, written_by: str = "") -> int:
    """Write a claim down; until words stand behind it, it is only flagged.

    Returns
    -------
    int
        Its number.

    Raises
    ------
    NotPossible
        It says nothing.
    """
    held = project_held(project)
    if not words.strip():
        raise NotPossible("Say what you claim, in a sentence.")
    claims = Claim.objects.filter(project=held)
    number = (claims.aggregate(most=Max("number"))["most"] or 0) + 1
    Claim.objects.create(
        project=held,
        number=number,
        ref=fresh_ref("c", set(claims.values_list("ref", flat=True))),
        words=words.strip(),
        level=Level.WRITTEN,
        written_by=written_by.strip(),
    )
    record(by=by, deed="voices.make_claim", subject=f"project:{project}")
    return number


@transaction.atomic
def put_behind(
    *, by: Actor, project: str, claim: int, passage: int, stance: Stance | None
) -> None:
    """Put a passage behind a claim; None takes it from there.

    Raises
    ------
    NotFound
        There is no such claim or passage.
    """
    held = project_held(project)
    row = _passage(held, passage)
    stands = Claim.objects.filter(project=held, number=claim).first()
    if stands is None:
        raise NotFound("There is no such claim.")
    if stance is None:
        Behind.objects.filter(claim=stands, passage=row).delete()
    else:
        Behind.objects.update_or_create(
            claim=stands, passage=row, defaults={"stance": stance}
        )
    record(by=by, deed="voices.put_behind", subject=f"project:{project}")


def _passage(held: Project, number: int) -> Passage:
    row = Passage.objects.filter(project=held, number=number).first()
    if row is None:
        raise NotFound("There is no such passage.")
    return row


def _speaker(held: Project, name: str) -> Speaker | None:
    """Find a speaker by name; one of whom nobody heard yet is kept as a person."""
    name = name.strip()
    if not name:
        return None
    speakers = Speaker.objects.filter(project=held)
    found = speakers.filter(name__iexact=name).first()
    if found is not None:
        return found
    kind = SpeakerKind.TABLE if name.lower().startswith("table") else SpeakerKind.PERSON
    ref = fresh_ref("k", set(speakers.values_list("ref", flat=True)))
    return Speaker.objects.create(project=held, ref=ref, kind=kind, name=name)


def _put_codes(
    held: Project, passage: Passage, codes: Collection[str], by: Actor
) -> None:
    known = {
        (row.layer, row.name.lower()): row for row in Code.objects.filter(project=held)
    }
    refs = {row.ref for row in known.values()}
    for told in list(dict.fromkeys(codes))[:MOST_CODES]:
        layer = Layer.HOW if told.startswith(HOW) else Layer.WHAT
        name = told.removeprefix(HOW).strip()
        if not name:
            continue
        row = known.get((layer, name.lower()))
        if row is None:
            ref = fresh_ref("code", refs)
            refs.add(ref)
            row = Code.objects.create(project=held, ref=ref, name=name, layer=layer)
            known[layer, name.lower()] = row
        Coding.objects.get_or_create(code=row, passage=passage, coder=_coder(by))


def _coder(by: Actor) -> str:
    """Say by whose hand, as the key of their link: nobody's name."""
    return by.name[:60]
