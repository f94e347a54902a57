"""Which codes might somebody consider for some words: those of the words most like?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from weft.voices.domain.likeness.suggesting import Likeness

NEIGHBOURS = 20
"""So many passages that are most like are asked for their codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeConsidered:
    """A code to consider, with the passage that it was put to and that is most like."""

    code: str
    score: float
    like: str  # the ref of that passage


def codes_considered(
    ready: Likeness,
    asked: str,
    codes: Mapping[str, Collection[str]],
    *,
    own: str,
    most: int,
) -> tuple[CodeConsidered, ...]:
    """List codes of the passages most like some words, the likest first.

    Parameters
    ----------
    ready
        The passages.
    asked
        The words.
    codes
        By passage, the codes that people put to it.
    own
        The passage whose words they are: it is not asked, and its codes are not told.
    most
        So many at most.
    """
    found: dict[str, CodeConsidered] = {}
    has = set(codes.get(own, ()))
    for one in ready.like(asked, most=NEIGHBOURS, but={own}):
        for code in codes.get(one.ref, ()):
            if code not in has:
                told = CodeConsidered(code=code, score=one.score, like=one.ref)
                found.setdefault(code, told)
    return tuple(found.values())[:most]
