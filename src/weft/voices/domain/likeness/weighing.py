"""How much do texts share of what is rare among them?"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Cutter = Callable[[str], Iterator[str]]

FEWEST, MOST = 3, 5
"""Letters in a run: shorter ones are everywhere, longer ones are words."""

_WORD = re.compile(r"[^\W_]{2,}")


def words(text: str) -> Iterator[str]:
    """Cut a text into words of two letters and more, small."""
    yield from _WORD.findall(text.lower())


def letters(text: str) -> Iterator[str]:
    """Cut a text's words, each between two blanks, into runs of letters.

    A word shorter than a run is one run of itself, once.
    """
    for word in words(text):
        padded = f" {word} "
        for many in range(FEWEST, MOST + 1):
            for at in range(max(1, len(padded) - many + 1)):
                yield padded[at : at + many]
            if many >= len(padded):
                break


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighed:
    """Texts, term by term; ``weighed_by`` makes it.

    Attributes
    ----------
    terms
        The number of each term.
    rarity
        (terms,) ln((1 + n) / (1 + texts with the term)) + 1.
    start, text, weight
        In which texts term ``t`` stands and what it weighs there:
        ``text[start[t]:start[t + 1]]``, ascending. The weights of a text have length 1.
    many
        How many texts.
    """

    cut: Cutter
    terms: dict[str, int]
    rarity: Floats
    start: Ints
    text: Ints
    weight: Floats
    many: int

    def likeness(self, asked: str) -> Floats:
        """Reckon the cosine of each text with a text that is asked with, 0 to 1.

        Returns
        -------
        Floats
            (texts,)
        """
        told = np.zeros(self.many)
        for term, weight in self.weights_of(asked).items():
            at = slice(*self.start[term : term + 2])
            told[self.text[at]] += weight * self.weight[at]
        return told

    def weights_of(self, asked: str) -> dict[int, float]:
        """Weigh the terms of a text that stand in any of ours."""
        counts = Counter(self.cut(asked))
        raw = {
            self.terms[term]: count * float(self.rarity[self.terms[term]])
            for term, count in counts.items()
            if term in self.terms
        }
        length = float(np.sqrt(sum(weight**2 for weight in raw.values())))
        return {term: weight / length for term, weight in raw.items()}


def weighed_by(cut: Cutter, texts: Sequence[str]) -> Weighed:
    """Weigh each term of each text: how often it stands there, by how rare it is."""
    terms: dict[str, int] = {}
    rows: list[tuple[int, int, int]] = []
    for number, told in enumerate(texts):
        for word, count in Counter(cut(told)).items():
            rows.append((terms.setdefault(word, len(terms)), number, count))
    term, text, counts = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    stands_in = np.bincount(term, minlength=len(terms))
    rarity = np.log((1 + len(texts)) / (1 + stands_in)) + 1
    raw = counts * rarity[term]
    length = np.sqrt(np.bincount(text, weights=raw**2, minlength=len(texts)))
    order = np.argsort(term, kind="stable")
    return Weighed(
        cut=cut,
        terms=terms,
        rarity=rarity,
        start=np.concatenate([[0], np.cumsum(stands_in)]).astype(np.int64),
        text=text[order],
        weight=(raw / length[text])[order],
        many=len(texts),
    )
