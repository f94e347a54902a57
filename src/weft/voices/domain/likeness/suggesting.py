"""Which passages does somebody look at first, and which words made it so?"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from weft.voices.domain.likeness.weighing import (
    Floats,
    Weighed,
    letters,
    weighed_by,
    words,
)

METHOD = "words and letters, clause by clause, with what stands beside"
VERSION = 1
"""Kept with each suggestion, so that it is known by what it came about."""

OF_WORDS = 0.25
"""The part of whole words; runs of letters have the rest, and find «befriending» by
«befriend»."""

OF_NEIGHBOURS = 0.25
"""What stands beside a passage often speaks of the same thing in other words."""

STEPS = ((1, 1.0), (2, 0.5))
"""How far «beside» goes, in places of the same source, and what each step counts."""

MOST_REASONS = 5

_CLAUSES = re.compile(r"[,;:…]|\.\s|\s[–—-]\s|->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage that may be suggested; handed in as they follow each other.

    Attributes
    ----------
    ref
        Its name.
    words
        What was said.
    place
        What is shown as one, such as a line of notes: the best of its passages stands
        for it.
    source
        What it is part of; only places of one source stand beside each other.
    """

    ref: str
    words: str
    place: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A passage to look at.

    Attributes
    ----------
    score
        Above 0; only good for comparing within one list.
    because
        The words that both share, the rarest first; none where only runs of letters
        or what stands beside it are alike.
    """

    ref: str
    score: float
    because: tuple[str, ...]


class Likeness:
    """Passages, ready to be compared with any words."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = tuple(candidates)
        texts = [one.words for one in candidates]
        self._words = weighed_by(words, texts)
        self._letters = weighed_by(letters, texts)
        numbers: dict[tuple[str, str], int] = {}
        self._place = np.array(
            [
                numbers.setdefault((one.source, one.place), len(numbers))
                for one in candidates
            ],
            dtype=np.int64,
        )
        sources: dict[str, int] = {}
        self._source = np.array(
            [sources.setdefault(source, len(sources)) for source, _ in numbers],
            dtype=np.int64,
        )

    def like(
        self, asked: str, *, most: int = 10, but: Collection[str] = ()
    ) -> tuple[Suggestion, ...]:
        """Suggest passages that some words may stand for, the likest first.

        Parameters
        ----------
        asked
            The words of a claim or of a line of a summary; each of its clauses is
            compared by itself, and the likest counts.
        most
            So many places at most; one that is like in nothing is not among them.
        but
            Passages whose places are left out: what is tied already is not asked for.
        """
        if not self._candidates:
            return ()
        alike = self._alike(asked)
        places = self._of_places(alike)
        left_out = {
            int(self._place[number])
            for number, one in enumerate(self._candidates)
            if one.ref in but
        }
        order = [
            int(place)
            for place in np.argsort(-places, kind="stable")
            if places[place] > 0 and place not in left_out
        ]
        return tuple(
            self._suggestion(asked, place, alike, float(places[place]))
            for place in order[:most]
        )

    def because(self, asked: str, found: str) -> tuple[str, ...]:
        """List the words that two texts share, those that are rare here first."""
        return _shared(self._words, asked, found)

    def _alike(self, asked: str) -> Floats:
        """Compare each passage with each clause, and keep the likest."""
        found = [
            OF_WORDS * self._words.likeness(clause)
            + (1 - OF_WORDS) * self._letters.likeness(clause)
            for clause in clauses(asked)
        ]
        best: Floats = np.max([np.zeros(len(self._candidates)), *found], axis=0)
        return best

    def _of_places(self, alike: Floats) -> Floats:
        """Give each place the best of its passages and a part of its neighbours'."""
        best = np.zeros(len(self._source))
        np.maximum.at(best, self._place, alike)
        beside, counts = np.zeros_like(best), np.zeros_like(best)
        for step, counted in STEPS:
            near = counted * (self._source[:-step] == self._source[step:])
            beside[:-step] += near * best[step:]
            beside[step:] += near * best[:-step]
            counts[:-step] += near
            counts[step:] += near
        lifted: Floats = best + OF_NEIGHBOURS * beside / np.maximum(counts, 1)
        return lifted

    def _suggestion(
        self, asked: str, place: int, alike: Floats, score: float
    ) -> Suggestion:
        of_place = np.flatnonzero(self._place == place)
        best = self._candidates[int(of_place[np.argmax(alike[of_place])])]
        return Suggestion(
            ref=best.ref, score=score, because=_shared(self._words, asked, best.words)
        )


def clauses(asked: str) -> Iterator[str]:
    """Cut words where they go on to something else."""
    yield from (one for one in _CLAUSES.split(asked) if one.strip())


def _shared(weighed: Weighed, asked: str, found: str) -> tuple[str, ...]:
    """List the words that both have, the rarest first."""
    both = set(words(asked)) & set(words(found)) & weighed.terms.keys()
    rarest = sorted(both, key=lambda one: (-weighed.rarity[weighed.terms[one]], one))
    return tuple(rarest[:MOST_REASONS])
