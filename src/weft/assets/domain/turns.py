"""Where life turns, what is there first, then for company, then to do?

The turns stand in ``speaking/turns.toml``. What is looked for near somebody is said in
words that the vocabulary knows, so that a page shows why each thing stands on it.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from weft.assets.domain.speaking import DRAFTED
from weft.commons.crisis import HelpLine, help_lines
from weft.commons.errors import NotFound
from weft.commons.phrases import Phrase, phrase, tells
from weft.commons.words import surfaces

SPEAKING = Path(__file__).with_name("speaking")


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A first small step, and who says so."""

    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of a life: whom to ring, and what to look for near somebody."""

    key: str
    question: str
    lead: str
    link: str
    phrases: tuple[Phrase, ...]
    lines: tuple[HelpLine, ...]
    first: tuple[FirstStep, ...]
    help: tuple[str, ...]
    company: tuple[str, ...]
    do: tuple[str, ...]
    source: str
    state: str


@lru_cache(maxsize=1)
def turns() -> tuple[Turn, ...]:
    """Read the file, once."""
    told = tomllib.loads((SPEAKING / "turns.toml").read_text(encoding="utf-8"))
    lines = help_lines()
    return tuple(
        Turn(
            key=one["key"],
            question=one["question"],
            lead=one["lead"],
            link=one["link"],
            phrases=tuple(map(phrase, one["says"])),
            lines=tuple(lines[key] for key in one["lines"]),
            first=tuple(FirstStep(*step) for step in one["first"]),
            help=tuple(one["help"]),
            company=tuple(one["company"]),
            do=tuple(one["do"]),
            source=one["source"],
            state=one.get("state", DRAFTED),
        )
        for one in told["turn"]
    )


def turn_called(key: str) -> Turn:
    """Find a turn by its key.

    Raises
    ------
    NotFound
        When there is none.
    """
    found = next((one for one in turns() if one.key == key), None)
    if found is None:
        raise NotFound("There is no such page.")
    return found


def turns_heard(said: str) -> tuple[Turn, ...]:
    """Hear which turns somebody's words tell of; nothing of them is kept."""
    words = surfaces(said)
    return tuple(one for one in turns() if tells(one.phrases, words))
