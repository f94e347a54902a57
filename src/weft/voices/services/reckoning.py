"""When are the groups of a round found anew?

Whenever what counts has changed while the round is shut: a page never waits for it.
"""

from weft.voices.domain.votes.reckoned import reckoned
from weft.voices.models import Round
from weft.voices.queries.ballots import votes_of


def reckon_anew(row: Round) -> None:
    """Find the groups of a round and keep them; none are kept of one that goes on."""
    row.reckoned = reckoned(votes_of(row)) if row.shut else {}
    row.save(update_fields=["reckoned"])
