"""What does a cell of somebody's spreadsheet mean, in any of the ways people write?

A cell that cannot be read leaves its fact unknown; the row is used all the same, and
the ledger counts such cells by their column, with examples.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, time
from typing import TypeVar

from weft.assets.domain.resting import Rest
from weft.commons.files import Row
from weft.commons.provenance import Tally
from weft.commons.saying import LANGUAGE_NAMES

T = TypeVar("T")

YES = frozenset({"yes", "y", "true", "1", "✓", "✔", "x"})
NO = frozenset({"no", "n", "false", "0", "✗"})
NOT_KNOWN = frozenset({"", "?", "-", "unknown", "not known", "n/k", "don't know"})
DAYS = {
    "mon": 0,
    "tue": 1,
    "wed": 2,
    "thu": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
    "mo": 0,
    "tu": 1,
    "we": 2,
    "th": 3,
    "fr": 4,
    "sa": 5,
    "su": 6,
}
_PARTED = re.compile(r"[;,/&\n]| and ")
_DAY = r"(mon|tue|wed|thu|fri|sat|sun|mo|tu|we|th|fr|sa|su)[a-z]*\.?"
_RANGE = re.compile(rf"{_DAY}\s*(?:-|–|to)\s*{_DAY}")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap])?\.?m?\.?")
_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_NOON = 12
_SCRIPTS = {
    # How a name's letters begin in Unicode -> the language most likely meant here.
    "GURMUKHI": "pa",
    "ARABIC": "ur",
    "CYRILLIC": "uk",
    "BENGALI": "bn",
    "GUJARATI": "gu",
    "DEVANAGARI": "hi",
}


class Cells:
    """Reads cells, and remembers those that could not be read."""

    def __init__(self) -> None:
        self._filled: Counter[str] = Counter()
        self._read: Counter[str] = Counter()
        self._examples: list[str] = []

    def read(self, row: Row, column: str, to: Callable[[str], T | None]) -> T | None:
        """Read a cell; None where it is empty or cannot be read, which is counted."""
        told = row.text(column)
        if told.lower() in NOT_KNOWN:
            return None
        self._filled[column] += 1
        found = to(told)
        if found is None:
            if len(self._examples) < Tally.MOST_EXAMPLES:
                self._examples.append(f"line {row.line}, {column}: «{told[:60]}»")
            return None
        self._read[column] += 1
        return found

    def tell(self, tally: Tally) -> None:
        """Write into the ledger what could not be read."""
        for column, filled in sorted(self._filled.items()):
            if self._read[column] < filled:
                tally.joined(f"cells of {column}", hits=self._read[column], of=filled)
        room = Tally.MOST_EXAMPLES - len(tally.examples)
        tally.examples.extend(self._examples[:room])


def yes_no(told: str) -> bool | None:
    """Read yes or no."""
    plain = told.strip().lower()
    if plain in YES:
        return True
    return False if plain in NO else None


def listed(told: str) -> tuple[str, ...]:
    """Read a list parted by semicolons, or by commas where there are none."""
    mark = ";" if ";" in told else ","
    return tuple(
        dict.fromkeys(part.strip() for part in told.split(mark) if part.strip())
    )


def several(told: str) -> tuple[str, ...]:
    """Read a list that only semicolons part, because names may hold commas."""
    return tuple(
        dict.fromkeys(part.strip() for part in told.split(";") if part.strip())
    )


def whole(told: str) -> int | None:
    """Read a whole number that is not negative."""
    plain = told.strip().replace(",", "").removesuffix(".0")
    return int(plain) if plain.isdecimal() else None


def degrees(told: str) -> float | None:
    """Read a latitude or longitude."""
    try:
        value = float(told)
    except ValueError:
        return None
    return value if abs(value) <= 180 else None  # noqa: PLR2004 degrees, hours and minutes are what they are


def day(told: str) -> date | None:
    """Read a day: 2026-11-23, 23/11/2026, 23.11.2026, 23 Nov 2026."""
    plain = " ".join(told.split())
    for form in ("%d %b %Y", "%d %B %Y"):
        with suppress(ValueError):
            return datetime.strptime(plain, form).replace(tzinfo=UTC).date()
    british = _DATE.fullmatch(plain)
    if british:
        plain = f"{british[3]}-{british[2]:0>2}-{british[1]:0>2}"
    try:
        return date.fromisoformat(plain[:10])
    except ValueError:
        return None


def days(told: str) -> tuple[date, ...] | None:
    """Read a list of days; None if any cannot be read."""
    found = [day(part) for part in listed(told)]
    read = tuple(one for one in found if one is not None)
    return read if len(read) == len(found) else None


def rests(told: str) -> tuple[Rest, ...] | None:
    """Read weeks off: «2026-12-21», a whole week; «2026-12-21 to 2027-01-03»."""
    found = [_rest(part) for part in listed(told)]
    read = tuple(one for one in found if one is not None and one.is_one)
    return read if len(read) == len(found) else None


def _rest(told: str) -> Rest | None:
    first, between, last = told.partition(" to ")
    begins, ends = day(first), day(last)
    if begins is None or (between and ends is None):
        return None
    return Rest(begins, ends) if ends else Rest.week_of(begins)


def weekdays(told: str) -> tuple[int, ...] | None:
    """Read weekdays: «Mon;Wed», «Tuesdays and Thursdays», «Mon-Fri», «daily»."""
    plain = told.strip().lower()
    if plain in {"daily", "every day"}:
        return tuple(range(7))
    found: set[int] = set()
    for first, last in _RANGE.findall(plain):
        begin, end = DAYS[first], DAYS[last]
        found |= {(begin + n) % 7 for n in range((end - begin) % 7 + 1)}
    for part in _PARTED.split(_RANGE.sub("", plain)):
        match = re.fullmatch(_DAY, part.strip())
        if match:
            found.add(DAYS[match[1]])
        elif part.strip():
            return None
    return tuple(sorted(found)) or None


def clock(told: str) -> time | None:
    """Read a clock: 13:15, 9.30, 7pm, 7:30 p.m.; 24:00 is midnight."""
    found = _CLOCK.fullmatch(told.strip().lower())
    if not found:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hours <= _NOON:
            return None
        hours = hours % _NOON + (_NOON if found[3] == "p" else 0)
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):  # noqa: PLR2004 degrees, hours and minutes are what they are
        return None
    return time(hours % 24, minutes)


def language_of(name: str) -> str:
    """Guess a name's language from its letters; "" for Latin ones."""
    for letter in name:
        if letter.isalpha():
            script = unicodedata.name(letter, "").partition(" ")[0]
            return _SCRIPTS.get(script, "")
    return ""


def codes(told: str) -> tuple[str, ...]:
    """Read languages: by their codes, in small letters, or by their English names.

    >>> codes("EN; Urdu")
    ('en', 'ur')
    """
    plain = (one.lower() for one in listed(told))
    return tuple(_CODES.get(one, one) for one in plain)


_CODES = {english.lower(): code for code, (_, english) in LANGUAGE_NAMES.items()}


def one_of(words: Iterable[str]) -> Callable[[str], str | None]:
    """Read one of some words, whatever their case."""
    known = set(words)
    return lambda told: told.strip().lower() if told.strip().lower() in known else None
