"""How is it noted what a passage asks, names, bears out or tells of a place?

All of it can be taken out again; the words stay where they are.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain import kinds
from weft.voices.domain.finding import fresh_ref
from weft.voices.models import (
    Assumption,
    Bearing,
    Passage,
    Project,
    Question,
    Strength,
    Work,
)
from weft.voices.services.holding import project_held
from weft.voices.services.rows import that_fit

MOST_WORDS, MOST_NAME = 2_000, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMade:
    """What was answered to a question; empty words: it is open."""

    words: str = ""
    by: str = ""
    on: date | None = None


@transaction.atomic
def say_strength(
    *, by: Actor, project: str, passage: int, kind: kinds.Strength, place: str
) -> None:
    """Note that a passage tells of something a place has.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage; or no place is named.
    """
    row = _passage(project_held(project), passage)
    if not place:
        raise NotPossible("Say of which place the words tell.")
    Strength.objects.get_or_create(passage=row, kind=kind, place=place)
    record(by=by, deed="voices.say_strength", subject=f"project:{project}")


@transaction.atomic
def ask_openly(*, by: Actor, project: str, passage: int, told: AnswerMade) -> None:
    """Note that a passage asks something, and what was answered; else it is open.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage; or nobody is named who answered.
    """
    row = _passage(project_held(project), passage)
    words = told.words.strip()[:MOST_WORDS]
    if words and not told.by.strip():
        raise NotPossible("Say who answered.")
    Question.objects.update_or_create(
        passage=row,
        defaults={
            "answer": words,
            "answered_by": told.by.strip()[:MOST_NAME] if words else "",
            "answered_on": told.on if words else None,
        },
    )
    record(by=by, deed="voices.ask_openly", subject=f"project:{project}")


@transaction.atomic
def name_work(
    *, by: Actor, project: str, passage: int, name: str, kind: kinds.WorkKind
) -> None:
    """Note that a passage names a book, a song …

    Raises
    ------
    NotFound, NotPossible
        There is no such passage; or it has no name.
    """
    row = _passage(project_held(project), passage)
    if not name.strip():
        raise NotPossible("Write the name of the work.")
    that_fit([Work(passage=row, name=name.strip(), kind=kind)])
    Work.objects.update_or_create(
        passage=row, name=name.strip(), defaults={"kind": kind}
    )
    record(by=by, deed="voices.name_work", subject=f"project:{project}")


@transaction.atomic
def bear_on(
    *, by: Actor, project: str, assumption: str, words: str, passage: int, holds: bool
) -> None:
    """Put a passage to an assumption, which may be written in the same breath.

    Parameters
    ----------
    by, project
        Who holds the project.
    assumption
        The ref of one; "" for a new one.
    words
        Of a new one.
    passage
        The number of a passage.
    holds
        Whether it bears the assumption out, or casts doubt on it.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage or assumption; or a new one says nothing.
    """
    held = project_held(project)
    row = _passage(held, passage)
    rows = Assumption.objects.filter(project=held)
    stands = rows.filter(ref=assumption).first()
    if assumption and stands is None:
        raise NotFound("There is no such assumption.")
    if stands is None:
        if not words.strip():
            raise NotPossible("Say what is taken to be so, in a sentence.")
        ref = fresh_ref("a", set(rows.values_list("ref", flat=True)))
        stands = Assumption.objects.create(
            project=held, ref=ref, words=words.strip()[:MOST_WORDS]
        )
    Bearing.objects.update_or_create(
        assumption=stands, passage=row, defaults={"holds": holds}
    )
    record(by=by, deed="voices.bear_on", subject=f"project:{project}")


@transaction.atomic
def take_note_out(*, by: Actor, project: str, kind: str, row: int) -> None:
    """Take one of these notes out again; the words stay.

    Parameters
    ----------
    by, project
        Who holds the project.
    kind, row
        Of which kind it is (question, work, strength, assumption), and its key.

    Raises
    ------
    NotFound
        There is no such note.
    """
    held = project_held(project)
    whose = {
        "question": Question.objects.filter(passage__project=held),
        "work": Work.objects.filter(passage__project=held),
        "strength": Strength.objects.filter(passage__project=held),
        "assumption": Assumption.objects.filter(project=held),
    }
    if kind not in whose or not whose[kind].filter(pk=row).exists():
        raise NotFound("There is no such note.")
    whose[kind].filter(pk=row).delete()
    record(by=by, deed="voices.take_note_out", subject=f"project:{project}")


def _passage(held: Project, number: int) -> Passage:
    row = Passage.objects.filter(project=held, number=number, withdrawn_on=None).first()
    if row is None:
        raise NotFound("There is no such passage.")
    return row
