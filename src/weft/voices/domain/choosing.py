"""Which words does whoever said them let be seen?

Somebody who could be recognised by what they said chooses first, by their slip: show
it, or only count it. Until then, and where they said «only count it», the words are
read by those who held the room and by nobody else; so are others that hold some of
them.
"""

from collections.abc import Iterable
from typing import TypeVar

from weft.voices.domain.anchors import Anchor, TextSpan
from weft.voices.domain.blanking import overlapping
from weft.voices.domain.kinds import Shown

Key = TypeVar("Key")


def keeps_back(choice: Shown, *, chooses_first: bool) -> bool:
    """Tell whether whoever said some words has not let them be shown.

    Parameters
    ----------
    choice
        What they chose for these words.
    chooses_first
        Whether their words wait until they have chosen.
    """
    return choice is Shown.COUNT or (chooses_first and choice is Shown.UNASKED)


def kept_from_view(
    passages: Iterable[tuple[Key, Anchor | None, bool]],
) -> tuple[frozenset[Key], tuple[TextSpan, ...]]:
    """Find the passages of one text that are only counted, and where they stand.

    Parameters
    ----------
    passages
        Of each its key, its place, and whether it is kept back.

    Returns
    -------
    tuple
        The keys of those that are kept back or hold some of one that is; and the
        stretches of the text that nobody reads.
    """
    told = list(passages)
    places = [at for _, at, kept in told if kept and at is not None]
    keys = (key for key, at, kept in told if kept or overlapping(at, places))
    return frozenset(keys), tuple(at for at in places if isinstance(at, TextSpan))
