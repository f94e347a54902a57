"""Who voted what in a round, as a table of numbers?"""

from collections.abc import Collection

import numpy as np

from weft.voices.domain.polling import StatementState
from weft.voices.domain.votes import Votes
from weft.voices.models import Round, Vote


def votes_of(row: Round, *, open_to: Collection[int] | None = None) -> Votes:
    """Give the votes of a round, last ones only: each ballot says one thing of each.

    Parameters
    ----------
    row
        The round.
    open_to
        The numbers of those statements that may be shown; None: all that are in.

    Returns
    -------
    Votes
        Ballots that say something, by number, in order; every statement, those that are
        not in or may not be shown as left out.
    """
    statements = list(row.statements.values_list("number", "state"))
    cast = list(
        Vote.objects.filter(ballot__round=row)
        .order_by("ballot__number")
        .values_list("ballot__number", "statement__number", "vote")
    )
    voters = sorted({ballot for ballot, _, _ in cast})
    row_of = {ballot: at for at, ballot in enumerate(voters)}
    column_of = {number: at for at, (number, _) in enumerate(statements)}
    told = np.full((len(voters), len(statements)), np.nan)
    for ballot, number, vote in cast:
        told[row_of[ballot], column_of[number]] = vote
    return Votes(
        voters=[str(one) for one in voters],
        statements=[str(number) for number, _ in statements],
        votes=told,
        left_out=np.array(
            [
                state != StatementState.IN
                or (open_to is not None and number not in open_to)
                for number, state in statements
            ],
            dtype=bool,
        ),
    )
