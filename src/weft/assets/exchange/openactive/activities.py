"""Which activity of OpenActive's list is a service, by the words it is told in?

The words stand in ``activities.toml``. A service's own terms are looked at first, then
its name; where two activities are named the one with the longer words is meant («chair
yoga», not «yoga»). Nothing is guessed from a description.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from weft.commons.words import surfaces

LIST = "https://openactive.io/activity-list"
FILE = Path(__file__).with_name("activities.toml")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of the list: its number there and what it is called."""

    id: str
    label: str


def activity_of(terms: Iterable[str], name: str) -> Activity | None:
    """Find the activity that a service is; None where the list has none for it.

    Parameters
    ----------
    terms
        What whoever told of it calls it.
    name
        What it is called.
    """
    known = _known()
    for told in (*(surfaces(term) for term in terms), surfaces(name)):
        for words in _inside(told):
            if words in known:
                return known[words]
    return None


def _inside(told: Words) -> Iterable[Words]:
    """List every run of words of a text, the longest first."""
    for length in range(len(told), 0, -1):
        for at in range(len(told) - length + 1):
            yield told[at : at + length]


@cache
def _known() -> Mapping[Words, Activity]:
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        surfaces(words): Activity(f"{LIST}#{one['id']}", label)
        for label, one in read.items()
        for words in one["words"]
    }
