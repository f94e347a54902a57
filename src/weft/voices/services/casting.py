"""How does somebody vote who has a ballot's code, and put in what they would say?

The code is the token, and nothing is kept of whoever types it. A vote bears no hour;
the record says that somebody voted in a project, and neither by which ballot nor what.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.codes import hash_of
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.keys import key_of
from weft.voices.domain.polling import StatementState, goes_on
from weft.voices.domain.votes import Vote as Said
from weft.voices.models import Ballot, Round, Statement, Vote
from weft.voices.services.losing import take_statement_back
from weft.voices.services.voting import new_statement

NO_SUCH_BALLOT = (
    "We do not know this code. Look again at its letters: it stands on your ballot."
)
OVER = "The vote is over. Nothing can be changed any more."
MOST_OWN = 5
"""Statements that one voter puts in: each has to be read by somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """Who votes: where, by which code, on which day."""

    key: str  # of the round
    code: str
    today: date


@transaction.atomic
def vote(*, by: Actor, voter: Voter, statement: int, said: Said | None) -> None:
    """Say yes, no or neither to a statement; what was said before goes.

    Parameters
    ----------
    by
        Whoever has the ballot; nobody knows who.
    statement
        Its number.
    said
        None takes back what was said.

    Raises
    ------
    NotFound, NotPossible
        No ballot of this round has this code; no such statement is voted on; or the
        vote is over.
    """
    ballot = _ballot(voter)
    one = Statement.objects.filter(
        round=ballot.round, number=statement, state=StatementState.IN
    ).first()
    if one is None:
        raise NotFound("There is no such statement.")
    if said is None:
        Vote.objects.filter(ballot=ballot, statement=one).delete()
    else:
        Vote.objects.update_or_create(
            ballot=ballot, statement=one, defaults={"vote": said, "on_paper": False}
        )
    record(by=by, deed="voices.vote", subject=_subject(ballot.round))


@transaction.atomic
def put_own(*, by: Actor, voter: Voter, words: str) -> int:
    """Put in a statement of one's own; it waits until somebody has read it.

    Raises
    ------
    NotFound, NotPossible
        As for ``vote``; or it says nothing, is too long, or there are enough of theirs.
    """
    ballot = _ballot(voter)
    if ballot.put.exclude(state=StatementState.BACK).count() >= MOST_OWN:
        raise NotPossible(f"You have put in {MOST_OWN} already. Take one back first.")
    made = new_statement(ballot.round, words=words, state=StatementState.HELD)
    made.ballot = ballot
    made.save(update_fields=["ballot"])
    record(by=by, deed="voices.put_own", subject=_subject(ballot.round))
    return made.number


@transaction.atomic
def take_own_back(*, by: Actor, voter: Voter, statement: int) -> None:
    """Take back a statement that one put in, even after the vote; the count stays.

    Raises
    ------
    NotFound
        No ballot of this round has this code, or it put in no such statement.
    """
    ballot = _ballot(voter, even_after=True)
    one = ballot.put.filter(number=statement).first()
    if one is None:
        raise NotFound("You put in no such statement.")
    take_statement_back(one, voter.today)
    record(by=by, deed="voices.take_own_back", subject=_subject(ballot.round))


def _ballot(voter: Voter, *, even_after: bool = False) -> Ballot:
    """Find a ballot by its code, in the round whose address is open."""
    found = (
        Ballot.objects.select_for_update(of=("self",))
        .select_related("round__project")
        .filter(round__key=voter.key, code_hash=hash_of(voter.code))
        .first()
    )
    if found is None:
        raise NotFound(NO_SUCH_BALLOT)
    row = found.round
    open_now = goes_on(
        shut=row.shut,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        today=voter.today,
    )
    if not (open_now or even_after):
        raise NotPossible(OVER)
    return found


def _subject(row: Round) -> str:
    return f"project:{key_of(row.project.region_id, row.project.slug)}"
