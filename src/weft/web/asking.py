"""What did somebody ask for, and how much of it may stand in an address?

A posted form may carry everything: a postcode, exact hours, people's own words. An
address is seen by whoever looks over a shoulder, by a browser's history and by the
next server it is sent to; it carries an area or a 1 km square of the map and
coarse filters, and nothing else. What comes in is trimmed and known, or it is let go.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from weft.assets.domain.facts import FactField
from weft.commons.saying import LANGUAGE_NAMES
from weft.commons.times import Week, Window, merged
from weft.shell.tongues import ASKED, tongue_of
from weft.web.free_time import (
    Block,
    HoursRead,
    blocks_around,
    touched,
    typed,
    windows_of,
)

LONGEST = 200  # letters in any one field; a phone's keyboard never sends more
MOST_PAY = 10_000  # pounds
WAYS = ("foot", "bus", "wheels", "bike", "car")
FAR = (15, 30, 45, 60)
USUAL_FAR = 30
SPARE = (0, 5, 10, 20)
"""Minutes to be left before and after, for whoever walks slowly."""
A_PAGE = 10
MOST_AT_ONCE = 100
WEEKS_AHEAD = 4

BY_POST_ONLY = ("hours", "what")
"""Exact hours, and people's own words: what somebody looks for can say why."""

FULL_POSTCODE = re.compile(
    # GIR 0AA and the six shapes of the Postcode Address File, blanks or none
    r"\b[A-Z]{1,2}[0-9][A-Z0-9]?[\s+]*[0-9][ABD-HJLNP-UW-Z]{2}\b",
    re.IGNORECASE,
)


class Fields(Protocol):
    """A form's or an address's fields, as Django keeps them."""

    def getlist(self, key: str, /) -> list[str]:
        """Give every value of a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What somebody asked for, in their own terms, known and trimmed."""

    near: str = ""
    blocks: frozenset[Block] = frozenset()
    hours: str = ""
    what: str = ""
    wishes: frozenset[FactField] = frozenset()
    languages: frozenset[str] = frozenset()
    pay: int | None = None  # pounds, at most
    far: int = USUAL_FAR
    way: str = "foot"
    spare: int = 0
    week: Week
    for_somebody: bool = False
    most: int = A_PAGE
    read: str = ""  # the language to read it in, where it is not English
    again: int = 0  # how often somebody asked to be surprised

    def hours_read(self, *, today: date) -> HoursRead:
        """Read the typed hours."""
        return typed(self.hours, week=self.week, today=today)

    @property
    def written(self) -> tuple[str, ...]:
        """Give all that was written in somebody's own words, wherever they wrote it."""
        return (self.what, self.near, self.hours)

    def windows(self, *, today: date) -> tuple[Window, ...]:
        """Give all free time, touched and typed; none means any time."""
        hours = self.hours_read(today=today).windows
        return merged((*windows_of(self.blocks, self.week), *hours))

    def fields(self) -> tuple[tuple[str, str], ...]:
        """Give every field, to be posted again from the page itself."""
        return (
            ("near", self.near),
            ("hours", self.hours),
            ("what", self.what),
            *_coarse_fields(self),
        )

    def coarse(self, *, near: str, today: date) -> tuple[tuple[str, str], ...]:
        """Give what may stand in an address, for an area or a 1 km square of the map.

        Exact hours are widened to the parts of days they touch. People's own words
        stay out: what somebody looks for can say why they look.
        """
        blocks = blocks_around(self.windows(today=today), self.week)
        return (("near", near), *_coarse_fields(replace(self, blocks=blocks)))


def asking(fields: Fields, *, today: date) -> Asking:
    """Read a form or an address; what is not known is let go, never guessed."""
    return Asking(
        near=text_in(fields, "near"),
        blocks=touched(fields.getlist("free")),
        hours=text_in(fields, "hours"),
        what=text_in(fields, "what"),
        wishes=frozenset(
            FactField(wish) for wish in fields.getlist("wish") if wish in _WISHES
        ),
        languages=frozenset(fields.getlist("language")) & LANGUAGE_NAMES.keys(),
        pay=whole_in(fields, "pay", most=MOST_PAY),
        far=one_of(whole_in(fields, "far", most=max(FAR)), FAR, USUAL_FAR),
        way=one_of(text_in(fields, "way"), WAYS, WAYS[0]),
        spare=one_of(whole_in(fields, "spare", most=max(SPARE)), SPARE, SPARE[0]),
        week=week_in(text_in(fields, "week"), today=today),
        for_somebody=text_in(fields, "for") == "somebody",
        most=whole_in(fields, "most", most=MOST_AT_ONCE) or A_PAGE,
        read=language_read(text_in(fields, ASKED)),
        again=whole_in(fields, "again", most=MOST_AT_ONCE) or 0,
    )


def place_asked(fields: Fields) -> str:
    """Read only where somebody means."""
    return text_in(fields, "near")


def tells_a_postcode(*values: str) -> bool:
    """Tell whether any of these holds a full postcode, which no address may carry."""
    return any(FULL_POSTCODE.search(value) for value in values)


_T = TypeVar("_T")
_WISHES = frozenset(FactField)


def _coarse_fields(asked: Asking) -> Iterator[tuple[str, str]]:
    """List the fields that tell nothing exact."""
    yield from (("free", block.token) for block in sorted(asked.blocks))
    yield from (("wish", wish.value) for wish in sorted(asked.wishes))
    yield from (("language", code) for code in sorted(asked.languages))
    if asked.pay is not None:
        yield "pay", str(asked.pay)
    if asked.far != USUAL_FAR:
        yield "far", str(asked.far)
    if asked.way != WAYS[0]:
        yield "way", asked.way
    if asked.spare:
        yield "spare", str(asked.spare)
    if asked.for_somebody:
        yield "for", "somebody"
    if asked.read:
        yield ASKED, asked.read
    yield "week", asked.week.monday.isoformat()


def language_read(code: str) -> str:
    """Take a language that we can be read in; "" for English and for any other."""
    tongue = tongue_of(code)
    return "" if tongue.is_english else tongue.code


def text_in(fields: Fields, name: str) -> str:
    """Take a field as one line, without the blanks around it."""
    # A data base refuses a zero byte, and a page cannot show it.
    said = "".join(fields.getlist(name)[-1:]).replace("\x00", "")
    return " ".join(said.split())[:LONGEST]


def whole_in(fields: Fields, name: str, *, most: int) -> int | None:
    """Take a whole number that is not below nought nor above the most."""
    said = text_in(fields, name).removeprefix("£").partition(".")[0]
    if not re.fullmatch(r"[0-9]{1,6}", said):
        return None
    return min(int(said), most)


def one_of(value: _T | None, known: tuple[_T, ...], usual: _T) -> _T:
    """Take a value that is known, or else the usual one."""
    return value if value in known and value is not None else usual


def week_in(said: str, *, today: date) -> Week:
    """Take the week of a day from now on; any other is this one."""
    this = Week.of(today)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
        return this
    try:
        asked = Week.of(date.fromisoformat(said))
    except (ValueError, OverflowError):
        return this
    last = this.monday + timedelta(weeks=WEEKS_AHEAD)
    return asked if this.monday <= asked.monday <= last else this
