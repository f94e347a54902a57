"""Which words of a text did somebody mean, who copied or typed them?"""

import re
from collections.abc import Container
from itertools import count, islice

from weft.commons.errors import NotPossible
from weft.voices.domain.anchors import TextSpan, span_of

NOT_THERE = "These words do not stand in this text. Copy them from it, as they are."
SEVERAL = (
    "These words stand here {times} times. Copy a few more of those around them, so "
    "that we know which you mean."
)
NO_SUCH_SLIP = (
    "We do not know this code. Look again at its letters, or ring us and say where you "
    "were and when."
)
NO_WORDS = "Copy some words of the text into the field."
_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "}
)


def words_meant(text: str, typed: str, *, at: int | None = None) -> TextSpan:
    """Find the words that somebody copied or typed.

    Blanks and line ends may differ, and marks that a keyboard has not: a curly
    apostrophe, a long dash. Of several places the one at ``at`` is meant, if any is.

    Raises
    ------
    NotPossible
        They are not there, or several times: nobody guesses which.
    """
    parts = typed.translate(_ALIKE).split()
    if not parts:
        raise NotPossible(NO_WORDS)
    words = r"\s+".join(map(re.escape, parts))
    # looked ahead for, so that «aa» is seen twice in «aaa»
    found = list(re.finditer(f"(?=({words}))", text.translate(_ALIKE)))
    if not found:
        raise NotPossible(NOT_THERE)
    there = [one for one in found if one.start() == at]
    found = there or found
    if len(found) > 1:
        raise NotPossible(SEVERAL.format(times=len(found)))
    return span_of(text, *found[0].span(1))


def fresh_ref(stem: str, taken: Container[str]) -> str:
    """Give a short name that nothing has yet: «p1», «p2» …"""
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def number_typed(typed: str) -> int | None:
    """Read a number that somebody typed or a button sent; None where it is none."""
    said = typed.strip()
    short = said.isascii() and said.isdecimal() and len(said) <= _MOST_DIGITS
    return int(said) if short else None


_MOST_DIGITS = 6


def fresh_refs(stem: str, taken: Container[str], many: int) -> list[str]:
    """Give so many short names that nothing has yet, in one go."""
    free = (f"{stem}{number}" for number in count(1))
    return list(islice((one for one in free if one not in taken), many))
