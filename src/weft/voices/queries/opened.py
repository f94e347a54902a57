"""What stays open in a project, which works were named, what is strong in a place?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from weft.voices.domain.kinds import Strength, WorkKind
from weft.voices.domain.reading import Reader
from weft.voices.models import Assumption, Passage, Project, Question, Work
from weft.voices.models import Strength as StrengthRow
from weft.voices.queries.projects import is_open
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import shown_alone, wall
from weft.voices.queries.whole import project_row


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShown:
    """What somebody asked, and the answer if there is one."""

    row: int
    passage: PassageShown
    answer: str
    answered_by: str
    answered_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkShown:
    """A work that somebody named."""

    row: int
    passage: PassageShown
    name: str
    kind: WorkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionShown:
    """What is taken to be so, with words that bear it out and words that do not."""

    row: int
    ref: str
    words: str
    holds: tuple[PassageShown, ...]
    doubts: tuple[PassageShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthShown:
    """Words that tell of something a place has."""

    row: int
    passage: PassageShown
    kind: Strength
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What stays open in a project, as one reader may see it.

    ``kept`` counts questions and works whose words this reader may not read.
    """

    wall: Wall
    questions: tuple[QuestionShown, ...]
    assumptions: tuple[AssumptionShown, ...]
    works: tuple[WorkShown, ...]
    strengths: tuple[StrengthShown, ...]
    kept: int


def opened(region: str, slug: str, *, reader: Reader, today: date) -> Opened:
    """Give what stays open in a project.

    Parameters
    ----------
    region, slug
        Where the project is.
    reader
        Who reads; words of a room that is closed to them are counted.
    today
        The day they read.

    Raises
    ------
    NotFound
        There is no such project.
    """
    project = project_row(region, slug)
    read = wall(region, slug, reader=reader, today=today)
    told = {one.number: one for one in read.passages if _told(one)}
    questions, works = _questions(project, told), _works(project, told)
    hang = (
        Question.objects.filter(passage__project=project).count()
        + Work.objects.filter(passage__project=project).count()
    )
    return Opened(
        wall=read,
        questions=questions,
        assumptions=tuple(_assumptions(project, told)),
        works=works,
        strengths=_strengths(project, told, None),
        kept=hang - len(questions) - len(works),
    )


def _told(one: PassageShown) -> bool:
    return not (one.closed or one.withdrawn)


def _questions(
    project: Project, told: dict[int, PassageShown]
) -> tuple[QuestionShown, ...]:
    rows = Question.objects.filter(passage__project=project).select_related("passage")
    return tuple(
        QuestionShown(
            row=one.pk,
            passage=told[one.passage.number],
            answer=one.answer,
            answered_by=one.answered_by,
            answered_on=one.answered_on,
        )
        for one in rows.order_by("passage__number")
        if one.passage.number in told
    )


def _works(project: Project, told: dict[int, PassageShown]) -> tuple[WorkShown, ...]:
    rows = Work.objects.filter(passage__project=project).select_related("passage")
    return tuple(
        WorkShown(
            row=one.pk,
            passage=told[one.passage.number],
            name=one.name,
            kind=WorkKind(one.kind),
        )
        for one in rows.order_by("name", "pk")
        if one.passage.number in told
    )


def _assumptions(
    project: Project, told: dict[int, PassageShown]
) -> list[AssumptionShown]:
    rows = Assumption.objects.filter(project=project)
    made = []
    for one in rows.prefetch_related("bearings__passage"):
        bear = [row for row in one.bearings.all() if row.passage.number in told]
        made.append(
            AssumptionShown(
                row=one.pk,
                ref=one.ref,
                words=one.words,
                holds=tuple(told[row.passage.number] for row in bear if row.holds),
                doubts=tuple(told[row.passage.number] for row in bear if not row.holds),
            )
        )
    return made


def _strengths(
    project: Project,
    told: dict[int, PassageShown],
    places: Collection[str] | None,
) -> tuple[StrengthShown, ...]:
    rows = StrengthRow.objects.filter(passage__project=project)
    if places is not None:
        rows = rows.filter(place__in=places)
    return tuple(
        StrengthShown(
            row=one.pk,
            passage=told[one.passage.number],
            kind=Strength(one.kind),
            place=one.place,
        )
        for one in rows.select_related("passage").order_by("pk")
        if one.passage.number in told
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StrongIn:
    """What people of one project say is strong in a place."""

    slug: str
    project: str
    draft: str
    strengths: tuple[StrengthShown, ...]


def strong_in(
    codes: Collection[str], region: str, *, today: date
) -> tuple[StrongIn, ...]:
    """Give what people there say is strong in a place, as anybody may read it.

    Parameters
    ----------
    codes
        Of the place, and of what lies in it.
    region
        Its region's slug.
    today
        The day that is asked about.
    """
    told_of = StrengthRow.objects.filter(
        place__in=codes, passage__project__region=region
    )
    named = told_of.values_list("passage__project__slug", flat=True).distinct()
    found = []
    for slug in sorted(named):
        if not is_open(region, slug, reader=Reader.ANYBODY, today=today):
            continue
        project = project_row(region, slug)
        words = Passage.objects.filter(project=project, strengths__place__in=codes)
        read = shown_alone(project, words, reader=Reader.ANYBODY, today=today)
        told = {number: one for number, one in read.items() if _told(one)}
        strengths = _strengths(project, told, codes)
        if strengths:
            found.append(
                StrongIn(
                    slug=slug,
                    project=project.name,
                    draft=project.draft,
                    strengths=strengths,
                )
            )
    return tuple(found)
