"""How do the files of a vote come in: statements, and who said what to them?

As Polis writes them (``standards.polis``). A voter's number is the number of a ballot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotPossible
from weft.voices.domain.polling import MOST_BALLOTS, MOST_STATEMENTS
from weft.voices.domain.told_votes import BallotTold, StatementTold
from weft.voices.models import Round, Statement
from weft.voices.services.reckoning import reckon_anew
from weft.voices.services.taking_votes import put_ballots, put_statements, put_votes
from weft.voices.services.voting import round_held


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How much came in."""

    statements: int
    ballots: int
    votes: int


@transaction.atomic
def take_votes(
    *,
    by: Actor,
    project: str,
    round: int,  # noqa: A002 what it is called here
    statements: Sequence[StatementTold],
    ballots: Sequence[BallotTold],
) -> Came:
    """Take statements and ballots in; what is there already stays as it is.

    Parameters
    ----------
    statements
        New ones, and such as are there with the same number and words.
    ballots
        By numbers that no ballot which said something has yet.

    Raises
    ------
    NotFound, NotPossible
        There is no such round; a number stands for something else here; a ballot said
        something already or speaks of no statement; or there are too many. Nothing is
        half in.
    """
    row = round_held(project, round)
    there = {one.number: one for one in row.statements.all()}
    fresh = [one for one in statements if one.number not in there]
    _refuse_others(there, statements)
    _refuse_too_many(len(there) + len(fresh), row.ballots.count() + len(ballots))
    known = there.keys() | {one.number for one in fresh}
    _refuse_unknown(known, ballots)
    said_before = set(
        row.ballots.filter(votes__isnull=False).values_list("number", flat=True)
    )
    for one in ballots:
        if one.number in said_before:
            raise NotPossible(
                f"Ballot {one.number} has votes here already. Take those out first."
            )
    votes = _put(row, fresh, ballots, there)
    if row.shut:
        reckon_anew(row)
    came = Came(statements=len(fresh), ballots=len(ballots), votes=votes)
    record(
        by=by,
        deed="voices.take_votes",
        subject=f"project:{project}",
        details={"statements": came.statements, "ballots": came.ballots},
    )
    return came


def _put(
    row: Round,
    fresh: Sequence[StatementTold],
    ballots: Sequence[BallotTold],
    there: Mapping[int, Statement],
) -> int:
    """Write all of it down, and say how many votes there were."""
    papers = {one.number: one for one in row.ballots.all()}
    papers |= put_ballots(row, [one for one in ballots if one.number not in papers])
    known = {**there, **put_statements(row, fresh, papers, {})}
    put_votes(ballots, papers, known)
    return sum(
        len(part) for one in ballots for part in (one.agree, one.disagree, one.passed)
    )


def _refuse_others(
    there: Mapping[int, Statement], statements: Sequence[StatementTold]
) -> None:
    for one in statements:
        row = there.get(one.number)
        if row is not None and row.words != one.words:
            raise NotPossible(f"Statement {one.number} says something else here.")


def _refuse_too_many(statements: int, ballots: int) -> None:
    if statements > MOST_STATEMENTS or ballots > MOST_BALLOTS:
        raise NotPossible(
            f"A round has {MOST_STATEMENTS} statements and {MOST_BALLOTS:,} ballots at "
            "most."
        )


def _refuse_unknown(known: set[int], ballots: Sequence[BallotTold]) -> None:
    for one in ballots:
        for number in (*one.agree, *one.disagree, *one.passed):
            if number not in known:
                raise NotPossible(f"There is no statement {number} here.")
