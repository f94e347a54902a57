"""Where is written down what was done to codes and marks, and what takes it back?

A history that grows and never changes. It also tells whether somebody else changed a
thing between the moment a page was opened and the moment it was sent.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from weft.accounts.actors import Actor
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.history import changed_meanwhile
from weft.voices.domain.kinds import Deed
from weft.voices.models import Act, Code, Passage, Project
from weft.voices.queries.history import act_told, last_number

MOST_TOLD = 3  # acts of others, in one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done, in keys and numbers."""

    deed: Deed
    code: str = ""
    other: str = ""
    passage: int | None = None
    said: Mapping[str, str | int] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    undoes: int | None = None


def note(held: Project, by: Actor, done: Done) -> int:
    """Write an act at the end of a project's history, and give its number."""
    number = last_number(held) + 1
    Act.objects.create(
        project=held,
        number=number,
        by=coder_of(by),
        deed=done.deed,
        code=done.code,
        other=done.other,
        passage=done.passage,
        said=dict(done.said),
        before=dict(done.before),
        undoes=done.undoes,
    )
    return number


def coder_of(by: Actor) -> str:
    """Say by whose hand, as the key of their link: nobody's name."""
    return by.name[:60]


def refuse_changed(
    held: Project,
    seen: int | None,
    deeds: Collection[Deed],
    *,
    codes: Collection[str] = (),
    passage: int | None = None,
) -> None:
    """Refuse what would go over the head of somebody who was quicker.

    Parameters
    ----------
    held
        The project.
    seen
        The last act when the page was opened; None: nothing was looked at.
    deeds
        Which of theirs matter.
    codes, passage
        What they must have been done to.

    Raises
    ------
    NotPossible
        It was changed meanwhile; what they did is said.
    """
    if seen is None:
        return
    about = Q(passage=passage) if passage is not None else Q()
    if codes:
        about = Q(code__in=codes) | Q(other__in=codes)
    found = Act.objects.filter(about, project=held, number__gt=seen, deed__in=deeds)
    problem = changed_meanwhile(act_told(one) for one in found[:MOST_TOLD])
    if problem:
        raise NotPossible(problem)


def code_held(held: Project, ref: str) -> Code:
    """Find a code; of one that is gone it is said who did what to it.

    Raises
    ------
    NotFound, NotPossible
        There never was one; or somebody merged it or took it out.
    """
    row = Code.objects.filter(project=held, ref=ref).first()
    if row is not None:
        return row
    last = Act.objects.filter(project=held, code=ref).order_by("-number").first()
    if last is None:
        raise NotFound("There is no such code.")
    raise NotPossible(changed_meanwhile([act_told(last)]))


def passage_held(held: Project, number: int) -> Passage:
    """Find a passage; of one that is gone it is said who took it out.

    Raises
    ------
    NotFound, NotPossible
        There never was one; or its mark was taken out.
    """
    row = Passage.objects.filter(project=held, number=number).first()
    if row is not None:
        return row
    last = Act.objects.filter(project=held, passage=number).order_by("-number").first()
    if last is None:
        raise NotFound("There is no such passage.")
    raise NotPossible(changed_meanwhile([act_told(last)]))
