"""Which word did somebody most likely mean?

A word that the index does not know, or hardly knows, is taken for one slip of the
finger. Each neighbour is weighed as in a noisy channel (Kernighan, Church and Gale
1990): how often it stands in the index, times how likely this very slip is. A swap or
a lost letter can go wrong in about as many ways as a word has letters; a letter added
or changed in 26 times as many, so any one of those is that much less likely.
"""

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from weft.commons.words import one_slip_apart, shortenings, token

MOST_NEIGHBOURS = 10
"""As many as a first page shows, so that each can have its best hit on it."""

LETTERS = 26
SHORTEST = 4
"""A word of three letters or fewer has too many neighbours to guess from."""


class Known(NamedTuple):
    """A word of the index: as it is written, as it is indexed, how often it stands."""

    surface: str
    token: str
    listings: int


Spelling = Mapping[str, tuple[Known, ...]]
"""What the index knows under a key: a word itself, or it without one letter."""


def keys_of(surface: str) -> frozenset[str]:
    """List the keys under which a typed word and all its neighbours are found."""
    return shortenings(surface) | {surface, token(surface)}


def spelt(surface: str, spelling: Spelling) -> Known | None:
    """Find the word as it was typed, or with another ending; None if it is unknown."""
    wanted = token(surface)
    standing = [
        known
        for key in (surface, wanted)
        for known in spelling.get(key, ())
        if known.token == wanted
    ]
    return max(standing, key=lambda known: known.listings, default=None)


def neighbours(surface: str, spelling: Spelling) -> tuple[Known, ...]:
    """List the words that are one slip from what was typed, the likeliest first.

    Parameters
    ----------
    surface
        One folded word as typed.
    spelling
        What the index knows under each of ``keys_of(surface)``.

    Returns
    -------
    tuple
        At most ``MOST_NEIGHBOURS``, one for each token; where both the typed and the
        meant word have fewer than ``SHORTEST`` letters, they come last.
    """
    near = {
        known
        for key in keys_of(surface)
        for known in spelling.get(key, ())
        if known.token != token(surface) and one_slip_apart(surface, known.surface)
    }
    return _one_for_each_token(ranked(surface, near))


def ranked(surface: str, near: Iterable[Known]) -> list[Known]:
    """Put neighbours in order of likelihood; ties go by the alphabet."""

    def place(known: Known) -> tuple[bool, float, str]:
        short = max(len(known.surface), len(surface)) < SHORTEST
        return short, -likelihood(surface, known), known.surface

    return sorted(near, key=place)


def likelihood(typed: str, known: Known) -> float:
    """Weigh one neighbour: the logarithm of how often, times how easily.

    Parameters
    ----------
    typed
        The folded word as typed.
    known
        A word one slip away.

    Returns
    -------
    float
        A logarithm; only its order matters. A slip in the first letter is rarer than
        elsewhere (Pollock and Zamora 1984 saw 7.8 % of slips there), and a doubled
        letter is the commonest one to add.
    """
    slip = one_slip_apart(typed, known.surface)
    length = len(known.surface)
    ways = {
        "swap": max(1, length - 1),
        "drop": length,
        "add": LETTERS * (length + 1),
        "change": LETTERS * length,
    }[slip or "change"]
    if slip == "add" and any(a == b for a, b in pairwise(typed)):
        ways //= 4
    first = 0.0 if typed[:1] == known.surface[:1] else math.log(3)
    return math.log(known.listings + 1) - math.log(ways) - first


def _one_for_each_token(words: Iterable[Known]) -> tuple[Known, ...]:
    """Keep the likeliest spelling of each token, and no more than a page of them."""
    kept: dict[str, Known] = {}
    for known in words:
        kept.setdefault(known.token, known)
    return tuple(kept.values())[:MOST_NEIGHBOURS]
