"""What did somebody say who has a ballot's code, and what became of theirs?"""

from collections.abc import Mapping
from dataclasses import dataclass

from weft.accounts.codes import hash_of
from weft.voices.domain.polling import StatementState, Why
from weft.voices.domain.votes import Vote as Said
from weft.voices.models import Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStatement:
    """A statement that a voter put in."""

    number: int
    words: str
    state: StatementState
    why: Why | None  # of the last ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class MyBallot:
    """A ballot, to whoever has its code."""

    number: int
    said: Mapping[int, Said]
    own: tuple[OwnStatement, ...]


def my_ballot(key: str, code: str) -> MyBallot | None:
    """Give a ballot of a round by its code; None where no ballot there has it."""
    found = Ballot.objects.filter(round__key=key, code_hash=hash_of(code)).first()
    if found is None:
        return None
    said = found.votes.values_list("statement__number", "vote")
    own = []
    for one in found.put.prefetch_related("rulings"):
        rulings = list(one.rulings.all())
        own.append(
            OwnStatement(
                number=one.number,
                words=one.words,
                state=StatementState(one.state),
                why=Why(rulings[-1].why) if rulings else None,
            )
        )
    return MyBallot(
        number=found.number,
        said={number: Said(vote) for number, vote in said},
        own=tuple(own),
    )
