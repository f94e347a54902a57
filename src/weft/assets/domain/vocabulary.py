"""Which of people's own words mean what we have, and who says so?

The words stand in vocabulary.toml beside this file, reviewed by people, each with its
source. A wish is known by the words that carry it: «I want somewhere to sing» and
«sing» are the same wish, since the rest is only how one asks.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from weft.assets.domain.facts import FactField
from weft.commons.words import surfaces, token

FILE = Path(__file__).with_name("vocabulary.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wish in plain language, and what in the index answers it.

    Any one of ``words`` or ``facts`` answers it, and the words of the wish itself.
    """

    phrases: tuple[tuple[str, ...], ...]  # tokens, without the words of asking
    words: tuple[str, ...]  # tokens
    facts: tuple[FactField, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Match:
    """A wish found in what was typed, and how many words it took."""

    wish: Wish
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything in the file, ready to be looked up."""

    wishes: tuple[Wish, ...]
    asking: frozenset[str]  # «I would like some»: says that one asks, not for what
    times: frozenset[str]  # «tuesday»: said better by the week strip

    def starting(self, words: Sequence[str]) -> Match | None:
        """Find the longest wish that the words begin with.

        Parameters
        ----------
        words
            Tokens, without the words of asking.
        """
        found = [
            Match(wish, len(phrase))
            for wish in self.wishes
            for phrase in wish.phrases
            if phrase == tuple(words[: len(phrase)])
        ]
        return max(found, key=lambda match: match.length, default=None)

    def kept(self, words: Sequence[str]) -> tuple[str, ...]:
        """Leave out the words of asking, unless nothing else would be left."""
        return tuple(word for word in words if word not in self.asking) or tuple(words)

    @property
    def spoken(self) -> frozenset[str]:
        """List every word that a wish is known by, so that slips in it are seen."""
        return frozenset(
            word for wish in self.wishes for phrase in wish.phrases for word in phrase
        )


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the reviewed file, once."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> Vocabulary:
    """Read a vocabulary from its text.

    Parameters
    ----------
    text
        TOML: ``asking`` and ``times``, lists of words; and ``[[wish]]`` tables with
        ``says``, ``words``, ``facts`` and ``source``.

    Raises
    ------
    KeyError, ValueError
        Where a wish has no source, says nothing or names a fact we do not have: the
        file is ours, so this is a mistake to be put right and not to be passed over.
    """
    told = tomllib.loads(text)
    asking = frozenset(_tokens(" ".join(told["asking"])))
    return Vocabulary(
        wishes=tuple(
            Wish(
                phrases=tuple(
                    dict.fromkeys(_without(asking, says) for says in wish["says"])
                ),
                words=_tokens(" ".join(wish.get("words", []))),
                facts=tuple(FactField(field) for field in wish.get("facts", [])),
                source=wish["source"],
            )
            for wish in told["wish"]
        ),
        asking=asking,
        times=frozenset(_tokens(" ".join(told["times"]))),
    )


def _tokens(text: str) -> tuple[str, ...]:
    """Take words apart as the index does, each once."""
    return tuple(dict.fromkeys(token(word) for word in surfaces(text)))


def _without(asking: frozenset[str], says: str) -> tuple[str, ...]:
    """Reduce a phrase to the words that carry it."""
    words = tuple(token(word) for word in surfaces(says))
    return tuple(word for word in words if word not in asking) or words
