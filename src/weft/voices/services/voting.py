"""How do those who hold a room let people vote: rounds, statements, ballots?

All of it by the link of the project. What is ruled of a statement is written down with
its reason, and nothing that was ruled is ever taken off the list.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from weft.accounts.actors import Actor
from weft.accounts.codes import fresh_code, hash_of
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.polling import (
    MOST_BALLOTS,
    MOST_LETTERS,
    MOST_STATEMENTS,
    StatementState,
    Why,
)
from weft.voices.models import (
    Ballot,
    Passage,
    Round,
    Ruling,
    Statement,
    StatementWords,
    Workshop,
)
from weft.voices.services.holding import project_held
from weft.voices.services.reckoning import reckon_anew
from weft.voices.services.taking_votes import KEY

CODE = 12  # letters of a ballot's code: 59 bits, and short enough to type
MOST_AT_ONCE = 200
"""Ballots that are made at one press."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAsked:
    """What hosts say of a time that people vote."""

    name: str
    question: str = ""
    workshop: str = ""  # a ref
    opens_on: date | None = None
    closes_on: date | None = None
    asked: int | None = None


@transaction.atomic
def add_round(*, by: Actor, project: str, asked: RoundAsked) -> int:
    """Let people vote, and give the round's number.

    Raises
    ------
    NotFound, NotPossible
        There is no such workshop; it has no name, or ends before it begins.
    """
    held = project_held(project)
    name = asked.name.strip()
    if not name:
        raise NotPossible("Give the round a name: what is it about?")
    if asked.opens_on and asked.closes_on and asked.closes_on < asked.opens_on:
        raise NotPossible("The last day is before the first. Look at the two again.")
    room = None
    if asked.workshop:
        room = Workshop.objects.filter(project=held, ref=asked.workshop).first()
        if room is None:
            raise NotFound("There is no such workshop.")
    there = Round.objects.filter(project=held)
    made = Round.objects.create(
        project=held,
        workshop=room,
        ref=fresh_ref("r", set(there.values_list("ref", flat=True))),
        key=fresh_code(KEY),
        name=name,
        question=asked.question.strip(),
        opens_on=asked.opens_on,
        closes_on=asked.closes_on,
        asked=asked.asked,
    )
    record(by=by, deed="voices.add_round", subject=f"project:{project}")
    return made.pk


@transaction.atomic
def put_statement(
    *,
    by: Actor,
    project: str,
    round: int,  # noqa: A002 what it is called here
    words: str,
    passages: Collection[int],
    today: date,
) -> int:
    """Put a statement into a round, to be voted on, and give its number.

    Raises
    ------
    NotFound, NotPossible
        There is no such round, or no such words any more; it says nothing, is too long,
        or stands there already.
    """
    row = round_held(project, round)
    made = new_statement(row, words=words, state=StatementState.IN)
    for number in dict.fromkeys(passages):
        passage = Passage.objects.filter(
            project=row.project, number=number, withdrawn_on=None
        ).first()
        if passage is None:
            raise NotFound(f"There are no words with the number P{number}.")
        StatementWords.objects.create(statement=made, passage=passage)
    write_down(made, StatementState.IN, Why.FITS, by, today)
    record(by=by, deed="voices.put_statement", subject=f"project:{project}")
    return made.number


@transaction.atomic
def give_ballots(
    *,
    by: Actor,
    project: str,
    round: int,  # noqa: A002 what it is called here
    many: int,
) -> tuple[tuple[int, str], ...]:
    """Make ballots, and give the number and the code of each: this once.

    Raises
    ------
    NotFound, NotPossible
        There is no such round; it is shut; or so many are not to be had.
    """
    row = round_held(project, round)
    if row.shut:
        raise NotPossible("The vote is over. Open it again first.")
    if not 1 <= many <= MOST_AT_ONCE:
        raise NotPossible(f"Ask for 1 to {MOST_AT_ONCE} ballots at once.")
    there = row.ballots.aggregate(most=Max("number"))["most"] or 0
    if row.ballots.count() + many > MOST_BALLOTS:
        raise NotPossible(f"A round has {MOST_BALLOTS:,} ballots at most.")
    made = [(there + at, fresh_code(CODE)) for at in range(1, many + 1)]
    Ballot.objects.bulk_create(
        Ballot(round=row, number=number, code_hash=hash_of(code))
        for number, code in made
    )
    record(
        by=by,
        deed="voices.give_ballots",
        subject=f"project:{project}",
        details={"ballots": many},
    )
    return tuple(made)


@transaction.atomic
def shut_round(*, by: Actor, project: str, round: int, shut: bool) -> None:  # noqa: A002 what it is called here
    """End a vote and count it; or, with ``shut`` false, let people vote again.

    One that is opened again has no last day any more: it goes on until it is ended.

    Raises
    ------
    NotFound
        There is no such round.
    """
    row = round_held(project, round)
    row.shut, row.closes_on = shut, row.closes_on if shut else None
    row.save(update_fields=["shut", "closes_on"])
    reckon_anew(row)
    record(
        by=by,
        deed="voices.shut_round",
        subject=f"project:{project}",
        details={"shut": shut},
    )


def round_held(project: str, number: int) -> Round:
    """Find a round of a project, and keep others from changing it.

    Raises
    ------
    NotFound
        There is none.
    """
    held = project_held(project)
    row = Round.objects.select_for_update().filter(project=held, pk=number).first()
    if row is None:
        raise NotFound("There is no such round.")
    return row


def new_statement(row: Round, *, words: str, state: StatementState) -> Statement:
    """Write a statement down, with the next number.

    Raises
    ------
    NotPossible
        It says nothing, is too long, stands there already, or there are too many.
    """
    said = " ".join(words.split())
    if not said:
        raise NotPossible("Write what people can say yes or no to, in a sentence.")
    if len(said) > MOST_LETTERS:
        raise NotPossible(f"Say it in {MOST_LETTERS} letters: one thing in a sentence.")
    there = row.statements.all()
    if there.filter(words__iexact=said).exists():
        raise NotPossible("This sentence stands there already.")
    if len(there) >= MOST_STATEMENTS:
        raise NotPossible(f"A round has {MOST_STATEMENTS} statements at most.")
    number = (there.aggregate(most=Max("number"))["most"] or 0) + 1
    return Statement.objects.create(round=row, number=number, words=said, state=state)


def write_down(
    one: Statement, state: StatementState, why: Why, by: Actor, today: date
) -> None:
    """Add a line to the log: by whose hand, as the key of their link."""
    Ruling.objects.create(
        statement=one, state=state, why=why, by=by.name[:60], on=today
    )
