"""How do people make sense of what was said: passages, codes, claims?

A code is never asked for. Whatever was put together can be taken apart again; words
that a speaker took back cannot be put back by anybody.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.anchors import PictureRegion, TextSpan
from weft.voices.domain.finding import fresh_ref, words_meant
from weft.voices.domain.kinds import Deed, Level, SpeakerKind, Stance
from weft.voices.domain.places_kept import kept
from weft.voices.models import (
    Behind,
    Claim,
    Passage,
    Project,
    Source,
    Speaker,
)
from weft.voices.services.acts import Done, note, passage_held, refuse_changed
from weft.voices.services.coding import codes_called, put_codes, put_to
from weft.voices.services.holding import project_held
from weft.voices.services.losing import refuse_in_use


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkTold:
    """What somebody marks in a text."""

    words: str  # copied from it; of a picture what can be read there, or nothing
    begins: int | None = None  # in code points, if a script could tell
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
    span = told.at or words_meant(row.text, told.words, at=told.begins)
    there = _marked_already(row, span, told.speaker)
    if there is not None:
        if told.codes:
            put_codes(by=by, project=project, passage=there, codes=told.codes)
        record(by=by, deed="voices.mark", subject=f"project:{project}")
        return there
    number = next_number(held)
    made = Passage.objects.create(
        project=held,
        source=row,
        number=number,
        ref=_fresh(held, number),
        at=dict(kept(span)),
        words=span.exact if isinstance(span, TextSpan) else told.words.strip(),
        readings=list(told.readings),
        speaker=_speaker(held, told.speaker),
        first_hand=told.first_hand,
    )
    codes = put_to(made, codes_called(held, told.codes, by), by)
    said = {"codes": ", ".join(f"«{one.name}»" for one in codes)}
    note(held, by, Done(deed=Deed.MARK, passage=number, said=said))
    record(by=by, deed="voices.mark", subject=f"project:{project}")
    return number


@transaction.atomic
def unmark(*, by: Actor, project: str, passage: int, seen: int | None = None) -> None:
    """Take a mark out again, with its codes; the words stay in their text.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage, or not any more; a claim or a vote rests on it;
        somebody did something to it since the act ``seen``.
    """
    held = project_held(project)
    row = passage_held(held, passage)
    refuse_in_use(row)
    refuse_changed(held, seen, tuple(Deed), passage=passage)
    done = Done(deed=Deed.UNMARK, passage=passage, before=_to_mark_again(row))
    row.delete()
    note(held, by, done)
    record(by=by, deed="voices.unmark", subject=f"project:{project}")


def _marked_already(
    row: Source, span: TextSpan | PictureRegion, speaker: str
) -> int | None:
    """Give the passage of these very words, if they are marked and nobody denies who.

    Two people who mark the same words at once mark one passage.
    """
    if not isinstance(span, TextSpan):
        return None
    for one in row.passages.filter(words=span.exact, withdrawn_on=None):
        same = (one.at.get("start"), one.at.get("end")) == (span.start, span.end)
        said = one.speaker.name.lower() if one.speaker else ""
        if same and speaker.strip().lower() in {"", said}:
            return one.number
    return None


COLUMNS = (
    *("ref", "first_hand", "on_behalf_of", "readings", "in_english", "put_by"),
    *("warning", "whole"),
)


def _to_mark_again(row: Passage) -> dict[str, Any]:
    """Give what brings a mark back; words of a text are read from there again."""
    return {
        "source": row.source_id,
        "at": row.at,
        "words": "" if "start" in row.at else row.words,
        "speaker": row.speaker_id,
        "columns": {name: getattr(row, name) for name in COLUMNS},
        "codings": list(map(list, row.codings.values_list("code__ref", "coder"))),
        "facets": list(map(list, row.facets.values_list("value", "coder"))),
    }


def next_number(held: Project) -> int:
    """Give a passage its number: none is given twice, also not after it was deleted."""
    passages = Passage.objects.filter(project=held)
    most = passages.aggregate(most=Max("number"))["most"] or 0
    number = max(most, held.last_passage) + 1
    Project.objects.filter(pk=held.pk).update(last_passage=number)
    held.last_passage = number
    return number


def _fresh(held: Project, number: int) -> str:
    """Give a passage a short name that none has, mostly that of its number."""
    passages = Passage.objects.filter(project=held)
    while passages.filter(ref=f"p{number}").exists():
        number += 1
    return f"p{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSaid:
    """A claim that somebody writes down."""

    words: str
    written_by: str = ""


@transaction.atomic
def put_behind(
    *,
    by: Actor,
    project: str,
    claim: int | ClaimSaid,
    passage: int,
    stance: Stance | None,
) -> None:
    """Put a passage behind a claim, which may be new; None takes it from there.

    Raises
    ------
    NotFound, NotPossible
        There is no such claim or passage; a new one says nothing. Then nothing is
        written.
    """
    held = project_held(project)
    row = passage_held(held, passage)
    stands = (
        _claim(held, claim)
        if isinstance(claim, ClaimSaid)
        else Claim.objects.filter(project=held, number=claim).first()
    )
    if stands is None:
        raise NotFound("There is no such claim.")
    if isinstance(claim, ClaimSaid):
        record(by=by, deed="voices.make_claim", subject=f"project:{project}")
    if stance is None:
        Behind.objects.filter(claim=stands, passage=row).delete()
    else:
        Behind.objects.update_or_create(
            claim=stands, passage=row, defaults={"stance": stance}
        )
    record(by=by, deed="voices.put_behind", subject=f"project:{project}")


def _claim(held: Project, said: ClaimSaid) -> Claim:
    """Write a claim down.

    Raises
    ------
    NotPossible
        It says nothing.
    """
    if not said.words.strip():
        raise NotPossible("Say what you claim, in a sentence.")
    claims = Claim.objects.filter(project=held)
    return Claim.objects.create(
        project=held,
        number=(claims.aggregate(most=Max("number"))["most"] or 0) + 1,
        ref=fresh_ref("c", set(claims.values_list("ref", flat=True))),
        words=said.words.strip(),
        level=Level.WRITTEN,
        late=held.claims_sent_on is not None,
        written_by=said.written_by.strip(),
    )


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
