"""Are two listings perhaps the same thing?

A plain rule, by name and place, in this module alone, so that a better one can take its
place: the same words in the name, and the same postcode or, where either has none, the
same words for the place. A name alone never makes two things one: «Knit and Natter»
meets in many halls.
"""

from dataclasses import dataclass

from weft.ground.domain.named import folded
from weft.ground.domain.postcode import compact

_NO_PART_OF_A_NAME = frozenset({"the", "a", "an", "at", "of", "and", "in", "for"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What is compared of a listing: nothing that a person could be known by."""

    name: str
    place: str = ""
    postcode: str = ""


def likely_key(one: Described) -> tuple[str, ...]:
    """Give the key under which things that may be the same lie together."""
    return _name(one.name)


def same(one: Described, other: Described) -> bool:
    """Tell whether two descriptions are likely of one thing.

    >>> same(Described(name="The Craft Club", postcode="LS9 6AA"),
    ...      Described(name="craft club", postcode="ls96aa", place="the hall"))
    True
    """
    if not _name(one.name) or _name(one.name) != _name(other.name):
        return False
    if one.postcode and other.postcode:
        return compact(one.postcode) == compact(other.postcode)
    if one.place and other.place:
        return _name(one.place) == _name(other.place)
    return not (one.postcode or other.postcode or one.place or other.place)


def _name(words: str) -> tuple[str, ...]:
    """Write a name the way it is compared: its words, without the small ones."""
    all_words = folded(words).split()
    return tuple(word for word in all_words if word not in _NO_PART_OF_A_NAME)
