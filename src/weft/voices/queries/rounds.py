"""What may somebody see of a round, and who may vote on what?

A statement lives on its words: where all of them were said in rooms that this reader
may not read, it is not shown to them and nobody is asked about it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from weft.commons.errors import NotFound
from weft.voices.domain.polling import StatementState, Why, goes_on
from weft.voices.domain.reading import Reader
from weft.voices.models import Project, Round, Statement
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import wall

NO_SUCH_ROUND = "There is no such vote here."


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingShown:
    """That a statement was let in or left out, and why."""

    state: StatementState
    why: Why
    by: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementShown:
    """A statement, with the words that it comes from as far as this reader may."""

    number: int
    words: str
    state: StatementState
    by_voter: bool  # somebody who votes put it in
    passages: tuple[PassageShown, ...]
    rulings: tuple[RulingShown, ...]
    open: bool  # may this reader see it, if it is in?

    @property
    def votable(self) -> bool:
        """Tell whether this reader may vote on it."""
        return self.open and self.state is StatementState.IN


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundShown:
    """A round, as one reader may see it."""

    number: int
    name: str
    question: str
    opens_on: date | None
    closes_on: date | None
    shut: bool
    goes_on: bool
    not_yet: bool  # its first day is still to come
    asked: int | None
    given: int  # ballots that were made
    statements: tuple[StatementShown, ...]
    wall: Wall

    @property
    def votable(self) -> tuple[StatementShown, ...]:
        """Give the statements on which this reader may vote."""
        return tuple(one for one in self.statements if one.votable)


def round_by_key(key: str, *, today: date) -> RoundShown:
    """Give a round to whoever has its address.

    Raises
    ------
    NotFound
        There is none at this address.
    """
    row = Round.objects.filter(key=key).select_related("project").first()
    if row is None:
        raise NotFound(NO_SUCH_ROUND)
    return round_shown(row, _wall(row.project, Reader.ANYBODY, today), today)


def open_rounds(project: Project, *, today: date) -> tuple[Round, ...]:
    """List the rounds that are over, last first, that anybody may know of."""
    rows = Round.objects.filter(project=project, shut=True).select_related("workshop")
    return tuple(
        one
        for one in rows.order_by("-pk")
        if one.workshop is None
        or is_open_to(one.workshop, reader=Reader.ANYBODY, today=today)
    )


def round_shown(row: Round, shown: Wall, today: date) -> RoundShown:
    """Give a round as far as the reader of a wall may see it."""
    passages = {one.number: one for one in shown.passages}
    return RoundShown(
        number=row.pk,
        name=row.name,
        question=row.question,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        shut=row.shut,
        goes_on=goes_on(
            shut=row.shut, opens_on=row.opens_on, closes_on=row.closes_on, today=today
        ),
        not_yet=row.opens_on is not None and today < row.opens_on,
        asked=row.asked,
        given=row.ballots.count(),
        statements=tuple(statements_shown(row, passages)),
        wall=shown,
    )


def statements_shown(
    row: Round, passages: Mapping[int, PassageShown]
) -> Iterable[StatementShown]:
    """Give every statement of a round; of a closed one nothing but its number."""
    rows = row.statements.prefetch_related("behind__passage", "rulings")
    for one in rows:
        behind = [passages[link.passage.number] for link in one.behind.all()]
        may = not behind or any(not (p.closed or p.withdrawn) for p in behind)
        yield _shown(one, behind, may)


def _shown(one: Statement, behind: Sequence[PassageShown], may: bool) -> StatementShown:  # noqa: FBT001 it is the answer, told on
    return StatementShown(
        number=one.number,
        words=one.words if may else "",
        state=StatementState(one.state),
        by_voter=one.ballot_id is not None,
        passages=tuple(behind),
        rulings=tuple(
            RulingShown(
                state=StatementState(row.state),
                why=Why(row.why),
                by=row.by,
                on=row.on,
            )
            for row in one.rulings.all()
        ),
        open=may,
    )


def _wall(project: Project, reader: Reader, today: date) -> Wall:
    return wall(project.region_id, project.slug, reader=reader, today=today)
