"""Who decides on what people vote: by the link of the project, with a reason, in a log?

A line of the log is only ever added, also by who takes back what was decided.
"""

from datetime import date

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.polling import FOR_LEAVING_OUT, StatementState, Why
from weft.voices.models import Round, Statement
from weft.voices.services.reckoning import reckon_anew
from weft.voices.services.voting import round_held, write_down


@transaction.atomic
def rule(
    *,
    by: Actor,
    project: str,
    round: int,  # noqa: A002 what it is called here
    statement: int,
    why: Why | None,
    today: date,
) -> None:
    """Let a statement in, or leave it out for a reason.

    Parameters
    ----------
    statement
        Its number.
    why
        Why it is left out; None lets it in.

    Raises
    ------
    NotFound, NotPossible
        There is no such statement; it was taken back; or that is no reason.
    """
    row = round_held(project, round)
    one = _statement(row, statement)
    if why is not None and why not in FOR_LEAVING_OUT:
        raise NotPossible("Choose why it is left out.")
    state = StatementState.IN if why is None else StatementState.OUT
    _settle(row, one, state, why or Why.FITS, by, today)
    record(by=by, deed="voices.rule", subject=f"project:{project}")


@transaction.atomic
def undo_ruling(
    *,
    by: Actor,
    project: str,
    round: int,  # noqa: A002 what it is called here
    statement: int,
    today: date,
) -> None:
    """Bring a statement back to how it stood before the last ruling; it is logged.

    Raises
    ------
    NotFound, NotPossible
        There is no such statement; nothing was ruled of it, or it was taken back.
    """
    row = round_held(project, round)
    one = _statement(row, statement)
    ruled = [StatementState(row.state) for row in one.rulings.all()]
    if not ruled:
        raise NotPossible("Nothing was decided about it yet.")
    before = ruled[-2] if len(ruled) > 1 else StatementState.HELD
    _settle(row, one, before, Why.UNDONE, by, today)
    record(by=by, deed="voices.undo_ruling", subject=f"project:{project}")


def _statement(row: Round, number: int) -> Statement:
    one = row.statements.filter(number=number).first()
    if one is None:
        raise NotFound("There is no such statement.")
    return one


def _settle(
    row: Round,
    one: Statement,
    state: StatementState,
    why: Why,
    by: Actor,
    today: date,
) -> None:
    if one.state == StatementState.BACK:
        raise NotPossible("It was taken back by who said it. It stays as a count.")
    one.state = state
    one.save(update_fields=["state"])
    write_down(one, state, why, by, today)
    if row.shut:
        reckon_anew(row)
