"""What is held of a project's rounds, whole?"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from weft.voices.domain.polling import StatementState, Why
from weft.voices.domain.told_votes import (
    BallotTold,
    RoundTold,
    RulingTold,
    StatementTold,
)
from weft.voices.domain.votes import Vote as Said
from weft.voices.models import Ballot, Project, Round, Statement, Vote


def rounds_told(project: Project, refs: Collection[str]) -> Iterable[RoundTold]:
    """Give a project's rounds as they would be told.

    Parameters
    ----------
    project
        Whose they are.
    refs
        Of the passages that were not taken back.
    """
    rows = Round.objects.filter(project=project).select_related("workshop")
    for one in rows.order_by("pk"):
        yield round_told(one, refs)


def round_told(one: Round, refs: Collection[str]) -> RoundTold:
    """Give one round, with its ballots."""
    statements = one.statements.select_related("ballot").prefetch_related(
        "rulings", "behind__passage"
    )
    return RoundTold(
        ref=one.ref,
        name=one.name,
        question=one.question,
        workshop=one.workshop.ref if one.workshop else "",
        opens_on=one.opens_on,
        closes_on=one.closes_on,
        shut=one.shut,
        asked=one.asked,
        statements=tuple(_statement(row, refs) for row in statements),
        ballots=tuple(_ballots(one)),
    )


def _statement(one: Statement, refs: Collection[str]) -> StatementTold:
    behind = (row.passage.ref for row in one.behind.all())
    return StatementTold(
        number=one.number,
        words=one.words,
        passages=tuple(ref for ref in behind if ref in refs),
        written_by=one.written_by,
        ballot=one.ballot.number if one.ballot else None,
        state=StatementState(one.state),
        rulings=tuple(
            RulingTold(
                state=StatementState(row.state), why=Why(row.why), by=row.by, on=row.on
            )
            for row in one.rulings.all()
        ),
    )


def _ballots(one: Round) -> Iterable[BallotTold]:
    said: dict[tuple[int, int], list[int]] = defaultdict(list)
    on_paper: dict[int, list[int]] = defaultdict(list)
    cast = Vote.objects.filter(ballot__round=one).order_by("pk")
    for ballot, number, vote, paper in cast.values_list(
        "ballot", "statement__number", "vote", "on_paper"
    ):
        said[ballot, vote].append(number)
        if paper:
            on_paper[ballot].append(number)
    for row in Ballot.objects.filter(round=one):
        yield BallotTold(
            number=row.number,
            typed=row.typed,
            agree=tuple(said[row.pk, Said.AGREE]),
            disagree=tuple(said[row.pk, Said.DISAGREE]),
            passed=tuple(said[row.pk, Said.PASS]),
            on_paper=tuple(on_paper[row.pk]),
        )
