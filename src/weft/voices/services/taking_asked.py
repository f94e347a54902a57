"""How does what a community asks for, and what stays open, become what we hold?"""

from collections.abc import Mapping

from weft.voices.domain.told import ProjectTold
from weft.voices.domain.told_asked import AssumptionTold, PrioritiesTold
from weft.voices.models import (
    Assumption,
    Bearing,
    Elsewhere,
    Passage,
    Priorities,
    Priority,
    Project,
    Question,
    Strength,
    Work,
)
from weft.voices.services.rows import kept_row, that_fit

Passages = Mapping[str, Passage]


def take_asked(project: Project, told: ProjectTold, passages: Passages) -> None:
    """Write down what a project tells of priorities, strengths and open questions.

    Parameters
    ----------
    project
        Whose they are.
    told
        The project.
    passages
        Its passages by their refs.
    """
    for one in told.priorities:
        take_priorities(project, one, ref=one.ref)
    Strength.objects.bulk_create(
        that_fit(
            Strength(passage=passages[one.passage], kind=one.kind, place=one.place)
            for one in told.strengths
        )
    )
    Question.objects.bulk_create(
        that_fit(
            Question(
                passage=passages[one.passage],
                answer=one.answer,
                answered_by=one.answered_by,
                answered_on=one.answered_on,
            )
            for one in told.questions
        )
    )
    Work.objects.bulk_create(
        that_fit(
            Work(passage=passages[one.passage], name=one.name, kind=one.kind)
            for one in told.works
        )
    )
    for assumption in told.assumptions:
        _take_assumption(project, assumption, passages)


def take_priorities(project: Project, told: PrioritiesTold, *, ref: str) -> None:
    """Write one community's list down, by the word that it is known by."""
    listed = kept_row(
        Priorities(
            project=project,
            ref=ref,
            community=told.community,
            whose=told.whose or "",
            of=told.of,
            decided_on=told.decided_on,
            people=told.people,
            how=told.how,
        )
    )
    for at, one in enumerate(told.first, 1):
        row = kept_row(
            Priority(
                listed=listed,
                at=at,
                words=one.words,
                place=one.place,
                kind=one.kind or "",
            )
        )
        Elsewhere.objects.bulk_create(
            that_fit(
                Elsewhere(priority=row, by=other.by, at=other.at, words=other.words)
                for other in one.elsewhere
            )
        )


def _take_assumption(
    project: Project, told: AssumptionTold, passages: Passages
) -> None:
    row = kept_row(Assumption(project=project, ref=told.ref, words=told.words))
    Bearing.objects.bulk_create(
        that_fit(
            Bearing(assumption=row, passage=passages[ref], holds=holds)
            for holds, refs in ((True, told.holds), (False, told.doubts))
            for ref in refs
        )
    )
