"""Which of people's own words mean what we have, and who says so?

The words stand in ``speaking/wishes.toml``, each row with its source and with how it
stands: none has been reviewed yet by anybody outside. A wish is known by the words that
carry it: «I want somewhere to sing» and «sing» are the same wish, since the rest is
only how one asks.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from weft.assets.domain.facts import FactField
from weft.assets.domain.speaking import DRAFTED
from weft.commons.words import one_slip_apart, shortenings, surfaces, token

FILE = Path(__file__).with_name("speaking") / "wishes.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wish in plain language, and what in the index answers it.

    Any one of ``words`` or ``facts`` answers it, and the words of the wish itself.
    ``key`` names its row for links; ``says`` and ``also`` are as they stand in the
    file, the latter by language.
    """

    key: str
    says: tuple[str, ...]
    also: Mapping[str, tuple[str, ...]]

    phrases: tuple[tuple[str, ...], ...]  # tokens, without the words of asking
    words: tuple[tuple[str, ...], ...]  # tokens; several stand together or not at all
    facts: tuple[FactField, ...]
    source: str
    state: str


@dataclass(frozen=True, slots=True)
class Match:
    """A wish found in what was typed, and how many words it took."""

    wish: Wish
    length: int


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything in the file, ready to be looked up.

    Attributes
    ----------
    asking
        «I would like some»: says that one asks, not for what.
    times
        «tuesday»: said better by the week strip.
    spoken
        Every word that a wish is known by.
    beginning
        The phrases of wishes by their first word, the longest first.
    nearly
        Words that are spoken in English or ask, under themselves and each of their
        shortenings.
    """

    wishes: tuple[Wish, ...]
    asking: frozenset[str]
    times: frozenset[str]
    spoken: frozenset[str]
    beginning: Mapping[str, tuple[tuple[Phrase, Wish], ...]]
    nearly: Mapping[str, tuple[str, ...]]

    def starting(self, words: Sequence[str]) -> Match | None:
        """Find the longest wish that the words begin with.

        Parameters
        ----------
        words
            Tokens, without the words of asking.
        """
        for phrase, wish in self.beginning.get(words[0] if words else "", ()):
            if phrase == tuple(words[: len(phrase)]):
                return Match(wish, len(phrase))
        return None

    def kept(self, words: Sequence[str]) -> tuple[str, ...]:
        """Leave out the words of asking, unless nothing else would be left."""
        return tuple(word for word in words if word not in self.asking) or tuple(words)

    def asked_outright(self, words: Sequence[str]) -> frozenset[int]:
        """Find wishes made of nothing but words of asking: «somebody to go with».

        Parameters
        ----------
        words
            Tokens, words of asking and all.

        Returns
        -------
        frozenset
            The places of the words that carry such a wish.
        """
        carried: set[int] = set()
        for at in range(len(words)):
            for phrase, _ in self.beginning.get(words[at], ()):
                stretch = tuple(words[at : at + len(phrase)])
                if phrase == stretch and self.asking.issuperset(phrase):
                    carried.update(range(at, at + len(phrase)))
        return frozenset(carried)

    def one_slip_from(self, surface: str) -> tuple[str, ...]:
        """List the words spoken, or of asking, one slip away from what was typed."""
        keys = shortenings(surface) | {surface}
        near = {word for key in keys for word in self.nearly.get(key, ())}
        return tuple(sorted(word for word in near if one_slip_apart(surface, word)))


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
        ``says``, ``words``, ``facts``, ``also``, ``source`` and ``state``.

    Raises
    ------
    KeyError, ValueError
        Where a wish has no source, says nothing or names a fact we do not have: the
        file is ours, so this is a mistake to be put right and not to be passed over.
    """
    told = tomllib.loads(text)
    asking = frozenset(_tokens(" ".join(told["asking"])))
    wishes = tuple(_wish(one, asking) for one in told["wish"])
    spoken = frozenset(chain.from_iterable(_phrase_words(wish) for wish in wishes))
    # «chior» is meant for a choir: «chór» is for those who write it so.
    english = frozenset(_tokens(" ".join(chain.from_iterable(w.says for w in wishes))))
    return Vocabulary(
        wishes=wishes,
        asking=asking,
        times=frozenset(_tokens(" ".join(told["times"]))),
        spoken=spoken,
        beginning=_by_first_word(wishes),
        nearly=_by_shortening(english | asking),
    )


def _wish(told: Mapping[str, Any], asking: frozenset[str]) -> Wish:
    """Read one row."""
    also = {code: tuple(said) for code, said in told.get("also", {}).items()}
    said = chain(told["says"], *also.values())
    return Wish(
        key="-".join(surfaces(told["says"][0])),
        says=tuple(told["says"]),
        also=also,
        phrases=tuple(dict.fromkeys(_without(asking, says) for says in said)),
        words=tuple(dict.fromkeys(map(_tokens, told.get("words", [])))),
        facts=tuple(FactField(field) for field in told.get("facts", [])),
        source=told["source"],
        state=told.get("state", DRAFTED),
    )


def _phrase_words(wish: Wish) -> Iterator[str]:
    """List the words that a wish is known by."""
    return chain.from_iterable(wish.phrases)


def _by_first_word(
    wishes: Iterable[Wish],
) -> dict[str, tuple[tuple[Phrase, Wish], ...]]:
    """Sort phrases under their first word, the longest first."""
    under: dict[str, list[tuple[Phrase, Wish]]] = {}
    for wish in wishes:
        for phrase in wish.phrases:
            under.setdefault(phrase[0], []).append((phrase, wish))
    return {
        word: tuple(sorted(held, key=lambda pair: -len(pair[0])))
        for word, held in under.items()
    }


def _by_shortening(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort words under themselves and under each of their shortenings."""
    under: dict[str, list[str]] = {}
    for word in sorted(words):
        for key in shortenings(word) | {word}:
            under.setdefault(key, []).append(word)
    return {key: tuple(held) for key, held in under.items()}


def _tokens(text: str) -> tuple[str, ...]:
    """Take words apart as the index does, each once."""
    return tuple(dict.fromkeys(token(word) for word in surfaces(text)))


def _without(asking: frozenset[str], says: str) -> tuple[str, ...]:
    """Reduce a phrase to the words that carry it."""
    words = tuple(token(word) for word in surfaces(says))
    return tuple(word for word in words if word not in asking) or words
