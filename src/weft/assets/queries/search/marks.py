"""How are facts, names, languages and squares of the map written in the index?

Words of people hold letters and digits only (``commons.words``); every mark that the
index adds begins with an underscore, so no typed word can be mistaken for one.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from weft.assets.domain.facts import FactField
from weft.assets.domain.wanting import fact_token
from weft.assets.queries.search.asking import FactSaid
from weft.commons.places import Cell, Strip

BITS: Mapping[FactField, int] = {
    # Kept in the index, so never renumbered; a new field takes the next number.
    FactField.FREE: 0,
    FactField.STEP_FREE: 1,
    FactField.TOILETS: 2,
    FactField.ACCESSIBLE_TOILET: 3,
    FactField.TEA: 4,
    FactField.PARKING: 5,
    FactField.QUIET_ROOM: 6,
    FactField.QUIET: 7,
    FactField.HEARING_LOOP: 8,
    FactField.ONLINE: 9,
    FactField.EVENING: 10,
    FactField.LATE: 11,
    FactField.OUTDOORS: 12,
    FactField.WOMEN_ONLY: 13,
    FactField.MEN_WELCOME: 14,
    FactField.BRING_A_CHILD: 15,
    FactField.BRING_A_FRIEND: 16,
    FactField.BEGINNERS: 17,
    FactField.TRY_ONCE: 18,
    FactField.COMPANY: 19,
    FactField.GO_WITH: 20,
    FactField.MIXED_ABILITIES: 21,
    FactField.PLAYFUL: 22,
    FactField.JUST_COME: 23,
    FactField.AT_HOME: 24,
    FactField.HALF_HOUR: 25,
    FactField.ROOM: 26,
    FactField.COMMUNITY_USE: 27,
    FactField.WATER: 28,
    FactField.DAYLIGHT: 29,
    FactField.LOUD: 30,
    FactField.RECORDING: 31,
    FactField.SPRUNG_FLOOR: 32,
    FactField.HARD_FLOOR: 33,
    FactField.CARPET: 34,
}
_FIELDS = {field.value: field for field in FactField}
_SAID: Mapping[bool | str, bool] = {True: True, "yes": True, False: False, "no": False}
NO_LANGUAGE = "_l"
"""Stands in listings of which nobody has told a language."""


def bits(fields: Iterable[FactField]) -> int:
    """Write a set of facts as one number."""
    return sum(1 << BITS[field] for field in frozenset(fields))


@lru_cache(maxsize=4096)
def in_bits(number: int) -> tuple[FactField, ...]:
    """Read a set of facts back from its number."""
    return tuple(field for field, bit in BITS.items() if number >> bit & 1)


@lru_cache(maxsize=4096)
def told(yes: int, no: int) -> tuple[FactSaid, ...]:
    """Read back what is told as yes and as no, in the order of the fields."""
    return tuple(
        FactSaid(field, bool(yes >> bit & 1))
        for field, bit in BITS.items()
        if (yes | no) >> bit & 1
    )


def name_mark(token: str) -> str:
    """Write that a word stands in the name."""
    return f"_n{token}"


def cell_mark(cell: Cell) -> str:
    """Write that a listing lies in a cell of the map."""
    return f"_{cell.token}"


def cell_marks(strips: Iterable[Strip]) -> Iterator[str]:
    """Write every square of some strips, quickly: there may be a hundred."""
    for strip in strips:
        column = f"_c{strip.column}x".replace("-", "m")
        for row in range(strip.lowest, strip.highest + 1):
            yield f"{column}{row}" if row >= 0 else f"{column}m{-row}"


def language_mark(code: str) -> str:
    """Write that a language is told of."""
    return f"_l{''.join(letter for letter in code.lower() if letter.isalnum())}"


def said(facts: Mapping[str, object]) -> tuple[FactSaid, ...]:
    """Read a listing's facts: yes, no, and nothing where nobody has told."""
    told = [
        FactSaid(_FIELDS[field], _SAID[value])
        for field, value in facts.items()
        if field in _FIELDS and isinstance(value, (bool, str)) and value in _SAID
    ]
    return tuple(sorted(told, key=lambda fact: BITS[fact.field]))


def marks(facts: Iterable[FactSaid], languages: Iterable[str]) -> list[str]:
    """List the marks of what is told as yes, and of the languages."""
    spoken = [language_mark(code) for code in languages] or [NO_LANGUAGE]
    return [*(fact_token(fact.field) for fact in facts if fact.value), *spoken]
