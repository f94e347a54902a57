"""How do ballots come from paper: typed, typed again by somebody else, and undone?

A ballot that is typed a second time must say the same. Where it does not, nothing is
changed until somebody has looked at the paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.polling import StatementState
from weft.voices.domain.votes import Vote as Said
from weft.voices.models import Ballot, Round, Vote
from weft.voices.services.reckoning import reckon_anew
from weft.voices.services.voting import round_held

TWICE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotTyped:
    """A paper, as somebody read it."""

    number: int
    said: Mapping[int, Said]  # by statement; an empty box is not there
    looked: bool = False  # the paper was looked at: this is right


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What became of some papers.

    Attributes
    ----------
    taken, again
        The numbers of ballots typed for the first time, and those that were typed again
        and say the same.
    apart
        By ballot the numbers of the statements at which it says something else than
        before; nothing of it was changed.
    unknown
        Numbers that no ballot has.
    """

    taken: tuple[int, ...]
    again: tuple[int, ...]
    apart: Mapping[int, tuple[int, ...]]
    unknown: tuple[int, ...]


@transaction.atomic
def type_ballots(
    *,
    by: Actor,
    project: str,
    round: int,  # noqa: A002 what it is called here
    papers: Sequence[BallotTyped],
) -> Typed:
    """Take ballots from paper.

    Raises
    ------
    NotFound, NotPossible
        There is no such round; or a paper says something to a statement that is not
        voted on: then none is taken.
    """
    row = round_held(project, round)
    columns = _columns(row, papers)
    ballots = {
        one.number: one
        for one in row.ballots.filter(number__in=[one.number for one in papers])
    }
    taken: list[int] = []
    again: list[int] = []
    apart: dict[int, tuple[int, ...]] = {}
    for paper in papers:
        ballot = ballots.get(paper.number)
        if ballot is None:
            continue
        differ = _differ(ballot, paper)
        if differ and not paper.looked:
            apart[paper.number] = differ
            continue
        (again if ballot.typed else taken).append(paper.number)
        _keep(ballot, paper, columns)
    if row.shut:
        reckon_anew(row)
    record(
        by=by,
        deed="voices.type_ballots",
        subject=f"project:{project}",
        details={"ballots": len(taken) + len(again)},
    )
    return Typed(
        taken=tuple(taken),
        again=tuple(again),
        apart=apart,
        unknown=tuple(one.number for one in papers if one.number not in ballots),
    )


@transaction.atomic
def undo_typing(
    *,
    by: Actor,
    project: str,
    round: int,  # noqa: A002 what it is called here
    ballot: int,
) -> None:
    """Take what was typed of a ballot out again; what was said by phone stays.

    Raises
    ------
    NotFound
        There is no such round, or nothing was typed of such a ballot.
    """
    row = round_held(project, round)
    one = row.ballots.filter(number=ballot, typed__gt=0).first()
    if one is None:
        raise NotFound("Nothing was typed of this ballot.")
    one.votes.filter(on_paper=True).delete()
    one.typed = 0
    one.save(update_fields=["typed"])
    if row.shut:
        reckon_anew(row)
    record(by=by, deed="voices.undo_typing", subject=f"project:{project}")


def _columns(row: Round, papers: Sequence[BallotTyped]) -> dict[int, int]:
    """Find the statements that are voted on, by number."""
    found = dict(
        row.statements.filter(state=StatementState.IN).values_list("number", "pk")
    )
    for paper in papers:
        for number in paper.said:
            if number not in found:
                raise NotPossible(f"Statement {number} is not voted on.")
    return found


def _differ(ballot: Ballot, paper: BallotTyped) -> tuple[int, ...]:
    """Tell at which statements a paper differs from when it was typed before."""
    if not ballot.typed:
        return ()
    before = dict(
        ballot.votes.filter(
            on_paper=True, statement__state=StatementState.IN
        ).values_list("statement__number", "vote")
    )
    now = {number: int(said) for number, said in paper.said.items()}
    return tuple(
        number
        for number in sorted(before.keys() | now.keys())
        if before.get(number) != now.get(number)
    )


def _keep(ballot: Ballot, paper: BallotTyped, columns: Mapping[int, int]) -> None:
    """Write down what a paper says; it stands over what the same ballot said before."""
    ballot.votes.filter(on_paper=True, statement__in=columns.values()).delete()
    ballot.votes.filter(statement__number__in=paper.said).delete()
    Vote.objects.bulk_create(
        Vote(ballot=ballot, statement_id=columns[number], vote=said, on_paper=True)
        for number, said in paper.said.items()
    )
    ballot.typed = min(ballot.typed + 1, TWICE)
    ballot.save(update_fields=["typed"])
