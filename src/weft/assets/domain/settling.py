"""When several people say something of one fact, what do we say, and by whose word?

The newest word counts, because places change. Where the newest words of one day
contradict each other, or whoever is concerned disputes it, nobody knows. A fact without
a date is older than any with one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from weft.assets.domain.told import NO, YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One person's, group's or list's word on a yes-or-no fact."""

    value: str
    told_by: str = ""
    told_on: date | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What we say: yes, no, or not known; by whose word and since when.

    ``told_by`` and ``told_on`` also stand where the word is disputed, so that a page
    can say who said what.
    """

    value: bool | None = None
    told_by: str = ""
    told_on: date | None = None
    disputed: bool = False


NOBODY_SAID = Known()


def settled(said: Iterable[Said]) -> Known:
    """Settle what is said of one fact.

    Parameters
    ----------
    said
        Every word on it, in any order; words that are neither yes nor no are passed
        over.

    Returns
    -------
    Known
        The newest word. The order in which the words are given makes no difference.
    """
    words = sorted(
        (word for word in said if word.value in (YES, NO)),
        key=lambda word: (word.told_on or date.min, word.told_by, word.value),
    )
    if not words:
        return NOBODY_SAID
    newest = words[-1]
    of_that_day = [word for word in words if word.told_on == newest.told_on]
    agreed = len({word.value for word in of_that_day}) == 1
    disputed = any(word.disputed for word in of_that_day)
    sure = agreed and not disputed
    return Known(
        value=(newest.value == YES) if sure else None,
        told_by=newest.told_by,
        told_on=newest.told_on,
        disputed=not sure,
    )
