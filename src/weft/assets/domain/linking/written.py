"""How do people write the words that tell groups and places apart?

The words stand in words.toml beside this file: which are written in several ways and
meant alike, which say little, which say for whom, when or how far along something is.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from weft.commons.words import surfaces, token

FILE = Path(__file__).with_name("words.toml")
LONGEST_TOGETHER = 5

Years = tuple[int, int]
Facet = Mapping[str, str]
"""What each of some words says, as «junior» or «women»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Everything in the file, ready to be looked up."""

    same: Mapping[str, str]
    together: Mapping[tuple[str, ...], str]
    generic: frozenset[str]
    generic_of_places: frozenset[str]
    who: Facet
    years: Mapping[str, Years]
    level: Facet
    standing: Facet
    part_of_day: Facet
    days: Facet
    numbers: Facet
    people: frozenset[str]

    def words(self, text: str) -> tuple[str, ...]:
        """Take a text apart into words, each in the one form that it is known by."""
        return tuple(self._known_by(word) for word in self._joined(surfaces(text)))

    def _joined(self, words: tuple[str, ...]) -> list[str]:
        """Write as one what some write as two: «food bank», «tai chi»."""
        joined, at = [], 0
        while at < len(words):
            for length in range(min(LONGEST_TOGETHER, len(words) - at), 0, -1):
                found = self.together.get(words[at : at + length])
                if found:
                    joined.append(found)
                    at += length
                    break
            else:
                joined.append(words[at])
                at += 1
        return joined

    def _known_by(self, word: str) -> str:
        plain = token(word)
        return self.same.get(word) or self.same.get(plain, plain)


@lru_cache(maxsize=1)
def written() -> Written:
    """Read the file, once."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Written(
        same=_turned(told["same"]),
        together={
            surfaces(phrase): one
            for one, phrases in told["together"].items()
            for phrase in phrases
        },
        generic=frozenset(told["generic"]["words"]),
        generic_of_places=frozenset(told["place"]["words"]),
        who=_turned(told["who"]),
        years={word: (least, most) for word, (least, most) in told["ages"].items()},
        level=_turned(told["level"]),
        standing=_turned(told["standing"]),
        part_of_day=_turned(told["part_of_day"]),
        days={word: row[0] for row in told["days"]["words"] for word in row},
        numbers=_turned(told["numbers"]) | {str(n): str(n) for n in range(1, 13)},
        people=frozenset(told["people"]["words"]),
    )


def _turned(said: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: meant for meant, words in said.items() for word in words}
