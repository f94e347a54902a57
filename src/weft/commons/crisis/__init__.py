"""Which words bring help now, above everything else, and whom can one ring?

The words stand in ``crisis.toml`` beside this, the lines in ``help_lines.toml``.
A false alarm costs a few lines on a page; a word that is missed may cost more. Nothing
is guessed about anybody: the same words bring the same lines, and neither is kept.
How it was tried: docs/methods/crisis-words.md.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from weft.commons.phrases import Phrase, phrase, tells, without
from weft.commons.words import surfaces

FOLDER = Path(__file__).parent
DRAFTED = "drafted by the Weft team, awaiting review"
"""How a row stands that nobody outside has read: what was not done is never claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """Whom somebody can ring or text now; ``checked`` is "" until somebody did."""

    key: str
    name: str
    says: str
    number: str = ""
    text: str = ""
    send: str = ""
    hours: str
    source: str
    seen: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """One sort of danger: the phrases that tell of it, and the lines that answer."""

    key: str
    name: str
    says: tuple[str, ...]  # as they stand in the file
    phrases: tuple[Phrase, ...]
    lines: tuple[HelpLine, ...]
    source: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """All that is listened for, and what is taken out first."""

    crises: tuple[Crisis, ...]
    but: tuple[tuple[str, ...], ...]

    def heard(self, *said: str) -> tuple[Crisis, ...]:
        """Hear which dangers some texts tell of, in the order of the file.

        Parameters
        ----------
        said
            What somebody typed, field by field; nothing of it is kept.
        """
        typed = [tuple(without(surfaces(text), self.but)) for text in said]
        return tuple(
            crisis
            for crisis in self.crises
            if any(tells(crisis.phrases, words) for words in typed)
        )


def heard(*said: str) -> tuple[Crisis, ...]:
    """Hear which dangers some texts tell of."""
    return alarm().heard(*said)


def lines_for(crises: Iterable[Crisis]) -> tuple[HelpLine, ...]:
    """List whom one can ring, each once, the first danger's first."""
    found = {line.key: line for crisis in crises for line in crisis.lines}
    return tuple(found.values())


@lru_cache(maxsize=1)
def help_lines() -> Mapping[str, HelpLine]:
    """Read the file of lines, once."""
    told = tomllib.loads((FOLDER / "help_lines.toml").read_text(encoding="utf-8"))
    return {line["key"]: HelpLine(**line) for line in told["line"]}


@lru_cache(maxsize=1)
def alarm() -> Alarm:
    """Read the file of words, once."""
    return read((FOLDER / "crisis.toml").read_text(encoding="utf-8"), help_lines())


def read(text: str, lines: Mapping[str, HelpLine]) -> Alarm:
    """Read what is listened for from its text.

    Parameters
    ----------
    text
        TOML: ``but``, phrases that are harmless; and ``[[crisis]]`` tables with
        ``key``, ``name``, ``says``, ``lines`` and ``source``.
    lines
        Whom one can ring, by key.

    Raises
    ------
    KeyError
        Where a table lacks its source, or names a line that is not there.
    """
    told = tomllib.loads(text)
    return Alarm(
        crises=tuple(
            Crisis(
                key=one["key"],
                name=one["name"],
                says=tuple(one["says"]),
                phrases=tuple(map(phrase, one["says"])),
                lines=tuple(lines[key] for key in one["lines"]),
                source=one["source"],
                state=one.get("state", DRAFTED),
            )
            for one in told["crisis"]
        ),
        but=tuple(map(surfaces, told["but"])),
    )
