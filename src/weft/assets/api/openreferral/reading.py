"""How is one parameter of the standard read, and what is said of one that is wrong?

A parameter may stand in the address or, by POST, in a body of JSON or of a form; the
body counts before the address. One that we do not know is refused rather than passed
over: whoever asked would take the answer for filtered.
"""

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.http import HttpRequest

from weft.commons.errors import Fault, NotAnswered
from weft.shell.openly import body_of

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST_DAY, LONGEST = 2, 200
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d)?")
_WHOLE = re.compile(r"[0-9]{1,9}")
_YES, _NO = frozenset({"true", "1", "yes"}), frozenset({"false", "0", "no", ""})


def wrong(name: str, detail: str) -> NotAnswered:
    """Say what is wrong with a parameter."""
    fault = Fault(field=name, detail=detail)
    return NotAnswered(422, "Some parameters were not understood.", fault)


@dataclass(frozen=True, slots=True)
class Parameters:
    """What was asked, by the standard's names; each reader says what it may be."""

    told: Mapping[str, str]

    def text(self, name: str) -> str:
        """Read words; no data base takes a zero byte."""
        said = self.told.get(name, "")
        if len(said) > LONGEST or "\x00" in said:
            raise wrong(name, f"must be a text of no more than {LONGEST} letters")
        return said.strip()

    def whole(self, name: str, *, usual: int, most: int) -> int:
        """Read a whole number from 1 on."""
        said = self.text(name)
        if not said:
            return usual
        if not _WHOLE.fullmatch(said) or not 1 <= int(said) <= most:
            raise wrong(name, f"must be a whole number from 1 to {most}")
        return int(said)

    def number(self, name: str) -> float | None:
        """Read a number that is not less than nothing; None where none was asked."""
        said = self.text(name)
        if not said:
            return None
        try:
            found = float(said)
        except ValueError:
            found = math.nan
        if not (math.isfinite(found) and found >= 0):
            raise wrong(name, "must be a number from 0 on")
        return found

    def yes(self, name: str) -> bool:
        """Read yes or no; no where it was not asked."""
        said = self.text(name).lower()
        if said not in _YES | _NO:
            raise wrong(name, "must be true or false")
        return said in _YES

    def key(self, name: str) -> UUID | None:
        """Read a number in the form that all of the standard's have."""
        said = self.text(name)
        try:
            return UUID(said) if said else None
        except ValueError as garbled:
            raise wrong(name, "must be a UUID") from garbled

    def clock(self, name: str) -> time | None:
        """Read a time of day."""
        said = self.text(name)
        if not said:
            return None
        found = _CLOCK.fullmatch(said)
        if found is None:
            raise wrong(name, "must be a time such as 18:30")
        return time(int(found[1]), int(found[2]))

    def day(self, name: str) -> int | None:
        """Read a weekday: MO as in RFC 5545, Mon or Monday."""
        said = self.text(name).lower()
        if not said:
            return None
        for number, word in enumerate(DAYS):
            if len(said) >= SHORTEST_DAY and word.startswith(said):
                return number
        raise wrong(name, "must be a day such as MO or Monday")

    def moment(self, name: str) -> datetime | None:
        """Read an instant; one that names no zone is taken as UTC."""
        said = self.text(name).replace(" ", "+")  # a plus in an address says blank
        if not said:
            return None
        try:
            day = date.fromisoformat(said)
        except ValueError:
            return _instant(name, said)
        return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _instant(name: str, said: str) -> datetime:
    try:
        found = datetime.fromisoformat(said)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as garbled:
        raise wrong(name, "must be a moment such as 2026-11-30T09:00:00Z") from garbled


def asked(request: HttpRequest, known: Collection[str]) -> Parameters:
    """Read what was asked, wherever it stands.

    Raises
    ------
    NotAnswered
        When a parameter is not one of those known here.
    """
    told = {name: str(request.GET[name]) for name in request.GET}
    if request.method == "POST":
        told |= _posted(request)
    for name in told:
        if name not in known:
            names = ", ".join(sorted(known))
            raise wrong(name[:40], f"is none of the parameters here: {names}")
    return Parameters(told)


def _posted(request: HttpRequest) -> dict[str, str]:
    """Read a body: JSON, a form, or none."""
    if request.content_type == "application/x-www-form-urlencoded":
        return {name: str(request.POST[name]) for name in request.POST}
    if not request.body:
        return {}
    return {name: _plain(name, value) for name, value in body_of(request).items()}


def _plain(name: str, value: object) -> str:
    """Write a value of JSON as it would stand in an address."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return str(value)
        case _:
            raise wrong(name[:40], "must be a text, a number, true or false")
