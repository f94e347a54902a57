"""What is held of a community's wishes, of strengths and of open questions, as told?"""

from collections.abc import Iterable

from django.db.models import QuerySet

from weft.access.domain.next_offer import Whose
from weft.assets.domain.kinds import OfferKind
from weft.voices.domain import kinds
from weft.voices.domain.told_asked import (
    AssumptionTold,
    ElsewhereTold,
    PrioritiesTold,
    PriorityTold,
    QuestionTold,
    StrengthTold,
    WorkTold,
)
from weft.voices.models import (
    Assumption,
    Passage,
    Priorities,
    Project,
    Question,
    Strength,
    Work,
)


def priorities_told(project: Project) -> Iterable[PrioritiesTold]:
    """Give what communities put first."""
    rows = Priorities.objects.filter(project=project)
    for one in rows.prefetch_related("first__elsewhere"):
        yield PrioritiesTold(
            ref=one.ref,
            community=one.community,
            whose=Whose(one.whose) if one.whose else None,
            of=one.of,
            decided_on=one.decided_on,
            people=one.people,
            how=one.how,
            first=tuple(
                PriorityTold(
                    words=row.words,
                    place=row.place,
                    kind=OfferKind(row.kind) if row.kind else None,
                    elsewhere=tuple(
                        ElsewhereTold(by=other.by, at=other.at, words=other.words)
                        for other in row.elsewhere.all()
                    ),
                )
                for row in one.first.all()
            ),
        )


def strengths_told(held: QuerySet[Passage]) -> Iterable[StrengthTold]:
    """Give what passages tell of places."""
    rows = Strength.objects.filter(passage__in=held).select_related("passage")
    for one in rows:
        kind = kinds.Strength(one.kind)
        yield StrengthTold(passage=one.passage.ref, kind=kind, place=one.place)


def questions_told(held: QuerySet[Passage]) -> Iterable[QuestionTold]:
    """Give what passages ask."""
    for one in Question.objects.filter(passage__in=held).select_related("passage"):
        yield QuestionTold(
            passage=one.passage.ref,
            answer=one.answer,
            answered_by=one.answered_by,
            answered_on=one.answered_on,
        )


def works_told(held: QuerySet[Passage]) -> Iterable[WorkTold]:
    """Give the works that somebody named."""
    for one in Work.objects.filter(passage__in=held).select_related("passage"):
        kind = kinds.WorkKind(one.kind)
        yield WorkTold(passage=one.passage.ref, name=one.name, kind=kind)


def assumptions_told(project: Project, refs: set[str]) -> Iterable[AssumptionTold]:
    """Give what is taken to be so; of passages only those of these refs."""
    rows = Assumption.objects.filter(project=project)
    for one in rows.prefetch_related("bearings__passage"):
        bearings = [row for row in one.bearings.all() if row.passage.ref in refs]
        yield AssumptionTold(
            ref=one.ref,
            words=one.words,
            holds=tuple(row.passage.ref for row in bearings if row.holds),
            doubts=tuple(row.passage.ref for row in bearings if not row.holds),
        )
