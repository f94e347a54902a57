"""When may people vote, on what, and why not on the rest?"""

from datetime import date
from enum import StrEnum

MOST_BALLOTS = 2_000
"""In one round: groups of as many come in half a minute (``docs/methods/votes.md``)."""
MOST_STATEMENTS = 200
MOST_LETTERS = 280
"""Of a statement: what one can read standing, and say yes or no to."""


class StatementState(StrEnum):
    """Whether people may vote on a statement."""

    HELD = "held"  # somebody put it in, and nobody has looked yet
    IN = "in"
    OUT = "out"
    BACK = "back"  # taken back by whoever said it: only the count stays


class Why(StrEnum):
    """For what reason a statement was let in or left out."""

    FITS = "fits"
    TWICE = "twice"
    SEVERAL = "several"
    UNCLEAR = "unclear"
    PERSON = "person"
    HURTS = "hurts"
    OFF = "off"
    UNDONE = "undone"  # whoever ruled before had erred
    BACK = "back"


FOR_LEAVING_OUT = (
    Why.TWICE,
    Why.SEVERAL,
    Why.UNCLEAR,
    Why.PERSON,
    Why.HURTS,
    Why.OFF,
)


def goes_on(
    *, shut: bool, opens_on: date | None, closes_on: date | None, today: date
) -> bool:
    """Say whether people may vote on a day; both ends are days on which they may."""
    begun = opens_on is None or opens_on <= today
    return not shut and begun and (closes_on is None or today <= closes_on)


def takes_words_of(statement: str, words: str, *, comes_from_them: bool) -> bool:
    """Tell whether a statement repeats words that somebody took back.

    Letters and figures are compared, not marks and blanks.

    Parameters
    ----------
    comes_from_them
        Whether the statement is known to come from these words: then any part of them
        that it is made of counts. Else all of them, and only where they are long enough
        to be nobody else's.
    """
    mine, theirs = _bare(statement), _bare(words)
    if not mine or not theirs:
        return False
    if comes_from_them:
        return theirs in mine or mine in theirs
    return len(theirs) >= _SOMEBODYS and theirs in mine


_SOMEBODYS = 16  # letters: «The last bus is at ten» has 18, «Owls» might be anybody's


def _bare(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
