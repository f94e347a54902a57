"""How does a machine offer something to look at, and how do people answer it?

Off unless those who hold a project turn it on, and even then nothing is looked for
unasked. What is offered changes nothing; only an answer does, and a refusal is kept, so
that the same is not offered again.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import Layer, Stance, SuggestionState, Suggests
from weft.voices.domain.likeness import METHOD, VERSION, codes_considered
from weft.voices.domain.reading import Reader
from weft.voices.models import (
    Behind,
    Claim,
    Code,
    Coding,
    Passage,
    Project,
    Suggestion,
)
from weft.voices.queries.suggestions import likeness_of, readable
from weft.voices.queries.wall import wall
from weft.voices.services.coding import HOW, put_codes
from weft.voices.services.holding import project_held
from weft.voices.services.sense import put_behind

MOST = 10
OFF = "Machine help is off. Turn it on first, if you want it."
ANSWERED = "Somebody has answered this one already."


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTold:
    """What somebody does with a suggestion.

    Attributes
    ----------
    stance
        For a claim: what the passage does for it.
    code
        For a passage: another code than was offered; empty, what was offered.
    """

    refused: bool = False
    stance: Stance = Stance.FOR
    code: str = ""


@transaction.atomic
def set_suggests(*, by: Actor, project: str, on: bool) -> None:
    """Turn machine help on or off; what was offered and answered is kept."""
    held = project_held(project)
    held.suggests = on
    held.save(update_fields=["suggests"])
    record(by=by, deed="voices.set_suggests", subject=f"project:{project}")


@transaction.atomic
def offer(*, by: Actor, project: str, kind: Suggests, about: int, today: date) -> int:
    """Look for something to offer.

    Parameters
    ----------
    by
        Who asked for it.
    project
        ``region/slug``.
    kind
        What is looked for.
    about
        The number of a claim, else of a passage.
    today
        Words whose consent has ended are not looked at.

    Returns
    -------
    int
        How many are new.

    Raises
    ------
    NotFound, NotPossible
        There is no such claim or passage; or machine help is off.
    """
    held = project_held(project)
    if not held.suggests:
        raise NotPossible(OFF)
    looking = _Looking(held, project, today)
    made = {
        Suggests.FORGOTTEN: looking.forgotten,
        Suggests.ALIKE: looking.alike,
        Suggests.CODE: looking.codes,
    }[kind](about)
    Suggestion.objects.bulk_create(made)
    record(by=by, deed="voices.offer", subject=f"project:{project}")
    return len(made)


class _Looking:
    """The passages of one project that its hosts may read, ready to be compared."""

    def __init__(self, held: Project, key: str, today: date) -> None:
        self.held = held
        region, slug = parts_of(key)
        read = wall(region, slug, reader=Reader.HOST, today=today)
        self.shown = {str(one.number): one for one in readable(read)}
        self.ready = likeness_of(tuple(self.shown.values()))
        self.rows = {
            str(one.number): one for one in Passage.objects.filter(project=held)
        }

    def forgotten(self, number: int) -> list[Suggestion]:
        claim = Claim.objects.filter(project=self.held, number=number).first()
        if claim is None:
            raise NotFound("There is no such claim.")
        tied = Behind.objects.filter(claim=claim).values_list("passage__number")
        had = claim.suggestions.values_list("passage__number")
        but = {str(one) for (one,) in (*tied, *had)}
        return [
            self._row(Suggests.FORGOTTEN, one.ref, one.score, claim)
            for one in self.ready.like(claim.words, most=MOST, but=but)
        ]

    def alike(self, number: int) -> list[Suggestion]:
        beside = self._passage(number)
        had = Suggestion.objects.filter(beside=beside).values_list("passage__number")
        but = {str(one) for (one,) in had} | {str(number)}
        return [
            self._row(Suggests.ALIKE, one.ref, one.score, beside)
            for one in self.ready.like(beside.words, most=MOST, but=but)
        ]

    def codes(self, number: int) -> list[Suggestion]:
        passage = self._passage(number)
        codes: dict[str, set[str]] = defaultdict(set)
        for one in Coding.objects.filter(passage__project=self.held).select_related(
            "passage", "code"
        ):
            codes[str(one.passage.number)].add(one.code.ref)
        by_ref = {one.ref: one for one in Code.objects.filter(project=self.held)}
        had = set(passage.suggestions.values_list("code__ref", flat=True))
        return [
            self._row(Suggests.CODE, str(number), one.score, by_ref[one.code])
            for one in codes_considered(
                self.ready, passage.words, codes, own=str(number), most=MOST
            )
            if one.code not in had
        ]

    def _passage(self, number: int) -> Passage:
        if str(number) not in self.shown:
            raise NotFound("There is no such passage.")
        return self.rows[str(number)]

    def _row(
        self, kind: Suggests, passage: str, score: float, about: Claim | Passage | Code
    ) -> Suggestion:
        return Suggestion(
            project=self.held,
            kind=kind,
            passage=self.rows[passage],
            claim=about if isinstance(about, Claim) else None,
            beside=about if isinstance(about, Passage) else None,
            code=about if isinstance(about, Code) else None,
            method=METHOD,
            version=VERSION,
            score=score,
        )


@transaction.atomic
def answer_suggestion(
    *, by: Actor, project: str, suggestion: int, told: AnswerTold, today: date
) -> None:
    """Take a suggestion, change it, or refuse it.

    Raises
    ------
    NotFound, NotPossible
        There is no such suggestion; or it was answered already.
    """
    held = project_held(project)
    row = (
        Suggestion.objects.select_for_update(of=("self",))
        .filter(project=held, pk=suggestion, passage__withdrawn_on=None)
        .select_related("passage", "claim", "beside", "code")
        .first()
    )
    if row is None:
        raise NotFound("There is no such suggestion.")
    if row.state != SuggestionState.OFFERED:
        raise NotPossible(ANSWERED)
    row.state = (
        SuggestionState.REFUSED
        if told.refused
        else _taken(row, told, by=by, project=project)
    )
    row.by, row.answered_on = by.name[:60], today
    row.save(update_fields=["state", "by", "answered_on"])
    record(by=by, deed="voices.answer_suggestion", subject=f"project:{project}")


def _taken(
    row: Suggestion, told: AnswerTold, *, by: Actor, project: str
) -> SuggestionState:
    """Do what was offered, or what was chosen instead."""
    if row.claim is not None:
        put_behind(
            by=by,
            project=project,
            claim=row.claim.number,
            passage=row.passage.number,
            stance=told.stance,
        )
        same = told.stance is Stance.FOR
        return SuggestionState.TAKEN if same else SuggestionState.CHANGED
    put_codes(
        by=by,
        project=project,
        passage=row.passage.number,
        codes=_codes_meant(row, told.code.strip()),
    )
    return SuggestionState.CHANGED if told.code.strip() else SuggestionState.TAKEN


def _codes_meant(row: Suggestion, typed: str) -> list[str]:
    """Give the code that was typed; else the one offered, or those of its like."""
    if typed:
        return [typed]
    codes = Code.objects.filter(project=row.project)
    meant = (
        codes.filter(pk=row.code.pk)
        if row.code is not None
        else codes.filter(codings__passage=row.beside).distinct()
    )
    return [f"{HOW if one.layer == Layer.HOW else ''}{one.name}" for one in meant]
