"""Whose is a tradition, by the word of those who were asked, and of nobody else?

Nobody at a desk decides it, and no majority does. It is settled only when everybody who
was asked has answered and no two answers speak against each other.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Community = TypeVar("Community")


class Answer(StrEnum):
    """What a community says of something that it was asked about."""

    OURS = "ours"  # theirs, and nobody else's
    SHARED = "shared"  # theirs, together with others
    KEEP = "keep"  # theirs, and no more than that it exists is to be shown
    NOT_OURS = "not_ours"


MINE = frozenset({Answer.OURS, Answer.SHARED, Answer.KEEP})


@dataclass(frozen=True, slots=True)
class Settled(Generic[Community]):
    """What follows from all answers.

    ``holders`` are those whose it is; ``shown`` whether more may be shown of it again
    than that it exists.
    """

    holders: tuple[Community, ...]
    shown: bool


def settled(answers: Mapping[Community, Answer | None]) -> Settled[Community] | None:
    """Say whose it is; None as long as that is open.

    Parameters
    ----------
    answers
        What each community that was asked has said; None where it has said nothing.

    Returns
    -------
    Settled | None
        None where somebody has not answered, nobody says that it is theirs, or one says
        that it is theirs alone and another that it is theirs too.
    """
    said = {who: answer for who, answer in answers.items() if answer is not None}
    if len(said) < len(answers):
        return None
    holders = tuple(who for who, answer in said.items() if answer in MINE)
    if not holders or _quarrel([said[who] for who in holders]):
        return None
    return Settled(holders, shown=Answer.KEEP not in said.values())


def _quarrel(answers: Collection[Answer]) -> bool:
    """Tell whether somebody says «ours alone» beside somebody else's claim."""
    return len(answers) > 1 and Answer.OURS in answers
