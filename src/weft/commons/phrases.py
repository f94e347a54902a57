"""Does a text hold one of some phrases, word by word, though others stand between?

A phrase is a row of words. ``a|b`` is one word or the other, ``a*`` any word that
begins so, ``a~`` the word with at most one slip of the finger in it; up to ``BETWEEN``
other words may stand between any two of them: «want die» is in «I want to just die».
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from weft.commons.words import one_slip_apart, surfaces

BETWEEN = 2
ANY_END, ANY_SLIP, OR = "*", "~", "|"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a phrase, and the words that may stand in it."""

    said: frozenset[str]
    beginnings: tuple[str, ...] = ()
    slipped: tuple[str, ...] = ()

    def is_said_by(self, word: str) -> bool:
        """Tell whether a typed word stands for it."""
        return (
            word in self.said
            or word.startswith(self.beginnings)
            or any(one_slip_apart(word, meant) for meant in self.slipped)
        )


Phrase = tuple[Place, ...]


def phrase(says: str) -> Phrase:
    """Read a phrase as it stands in a file.

    >>> len(phrase("want|wants die"))
    2
    """
    return tuple(map(_place, says.split()))


def tells(some: Iterable[Phrase], words: Sequence[str]) -> bool:
    """Tell whether a text holds any of some phrases.

    Parameters
    ----------
    some
        The phrases.
    words
        The text as ``commons.words.surfaces`` takes it apart.
    """
    return any(
        _follows(one, words, at) for one in some if one for at in range(len(words))
    )


def without(words: Sequence[str], harmless: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Leave harmless phrases out, with a gap in their place that no phrase spans."""
    at = 0
    while at < len(words):
        found = next(
            (one for one in harmless if tuple(words[at : at + len(one)]) == one), None
        )
        if found:
            yield from ("",) * (BETWEEN + 1)
        else:
            yield words[at]
        at += len(found) if found else 1


def _place(told: str) -> Place:
    """Read one place of a phrase: «kill|killing», «suicid*», «overdose~»."""
    ways = told.split(OR)
    return Place(
        said=frozenset(_folded(way) for way in ways if not way.endswith(ANY_END)),
        beginnings=tuple(_folded(way) for way in ways if way.endswith(ANY_END)),
        slipped=tuple(_folded(way) for way in ways if way.endswith(ANY_SLIP)),
    )


def _folded(word: str) -> str:
    """Fold a word as what is typed is folded."""
    return "".join(surfaces(word.rstrip(ANY_END + ANY_SLIP)))


def _follows(rest: Phrase, words: Sequence[str], at: int) -> bool:
    """Tell whether a phrase, or the rest of one, begins at one place of a text."""
    if not rest[0].is_said_by(words[at]):
        return False
    if len(rest) == 1:
        return True
    nearby = range(at + 1, min(at + 2 + BETWEEN, len(words)))
    return any(_follows(rest[1:], words, after) for after in nearby)
