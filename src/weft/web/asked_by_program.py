"""What does a program ask for, and what exactly was wrong with the question?

A person's form is read kindly: what is not known is let go. A program is told: each
field that is not understood is named with what it may be. The fields are those of the
form, so that whoever has seen one knows the other.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict

from weft.assets.domain.facts import FactField
from weft.commons.errors import Fault, NotAnswered
from weft.commons.saying import LANGUAGE_NAMES
from weft.commons.times import Week
from weft.web.asking import (
    A_PAGE,
    BY_POST_ONLY,
    FAR,
    LONGEST,
    MOST_AT_ONCE,
    MOST_PAY,
    SPARE,
    USUAL_FAR,
    WAYS,
    WEEKS_AHEAD,
    Asking,
    tells_a_postcode,
)
from weft.web.free_time import BLOCKS, touched, typed

MOST_OF_ONE = 40  # values of one field: there are 28 parts in a week
Value = object
Check = Callable[[Value], str]

LISTS = ("free", "wish", "language")
NUMBERS = ("pay", "far", "spare", "most")


def _text(value: Value) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        return f"a text of 1 to {LONGEST} letters"
    return (
        "a text without control characters" if re.search(r"[\x00-\x1f]", value) else ""
    )


def _whole(least: int, most: int) -> Check:
    def check(value: Value) -> str:
        if isinstance(value, bool) or not isinstance(value, int):
            return "a whole number"
        return "" if least <= value <= most else f"from {least} to {most}"

    return check


def _one_of(*known: str | int) -> Check:
    def check(value: Value) -> str:
        if isinstance(value, bool) or value not in known:
            return f"one of {', '.join(map(str, known))}"
        return ""

    return check


def _some_of(known: frozenset[str]) -> Check:
    def check(value: Value) -> str:
        if not isinstance(value, list) or len(value) > MOST_OF_ONE:
            return f"a list of no more than {MOST_OF_ONE}"
        strange = [one for one in value if not isinstance(one, str) or one not in known]
        return f"any of {', '.join(sorted(known))}" if strange else ""

    return check


def _day(value: Value) -> str:
    words = "a day, as 2026-11-23"
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return words
    try:
        date.fromisoformat(value)
    except ValueError:
        return words
    return ""


CHECKS: Mapping[str, Check] = {
    "near": _text,
    "hours": _text,
    "what": _text,
    "free": _some_of(frozenset(BLOCKS)),
    "wish": _some_of(frozenset(field.value for field in FactField)),
    "language": _some_of(frozenset(LANGUAGE_NAMES)),
    "pay": _whole(0, MOST_PAY),
    "far": _one_of(*FAR),
    "way": _one_of(*WAYS),
    "spare": _one_of(*SPARE),
    "week": _day,
    "most": _whole(1, MOST_AT_ONCE),
}


def from_address(query: QueryDict) -> dict[str, Value]:
    """Take the fields of an address; one that may only be posted is refused.

    Raises
    ------
    NotAnswered
        When a whole postcode, exact hours or somebody's own words stand in it.
    """
    values = [value for _, told in query.lists() for value in told]
    if tells_a_postcode(*values):
        raise NotAnswered(400, POSTCODE, Fault(field="near", detail=POSTCODE))
    posted = [name for name in BY_POST_ONLY if name in query]
    if posted:
        raise NotAnswered(
            400, PRIVATE, *(Fault(field=name, detail=PRIVATE) for name in posted)
        )
    return {
        name: query.getlist(name) if name in LISTS else _number(name, str(query[name]))
        for name in CHECKS
        if name in query
    }


POSTCODE = (
    "An address may not carry a whole postcode: it is kept by those it passes. "
    "Send it by POST, or name an area or a square of the map."
)
PRIVATE = "This may not stand in an address. Send it by POST."


def _number(name: str, value: str) -> Value:
    """Read a number out of an address, or leave what is none to be refused."""
    is_number = name in NUMBERS and re.fullmatch(r"[0-9]{1,9}", value)
    return int(value) if is_number else value


@dataclass(frozen=True, slots=True)
class _Told:
    """Fields that were checked, each of its own kind."""

    fields: Mapping[str, Value]

    def text(self, name: str) -> str:
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        value = self.fields.get(name)
        return value if isinstance(value, int) else None

    def several(self, name: str) -> tuple[str, ...]:
        value = self.fields.get(name, ())
        return tuple(map(str, value)) if isinstance(value, list) else ()


def asked_by_program(fields: Mapping[str, Value], *, today: date) -> Asking:
    """Read a program's question.

    Parameters
    ----------
    fields
        As they came, from a JSON object or ``from_address``.
    today
        From which day on weeks may be asked for.

    Raises
    ------
    NotAnswered
        With each field that was not understood, and what it may be.
    """
    faults = _faults(fields, today=today)
    if faults:
        raise NotAnswered(422, "Some fields were not understood.", *faults)
    told = _Told(fields)
    week = told.text("week")
    return Asking(
        near=" ".join(told.text("near").split()),
        blocks=touched(told.several("free")),
        hours=told.text("hours"),
        what=told.text("what"),
        wishes=frozenset(map(FactField, told.several("wish"))),
        languages=frozenset(told.several("language")),
        pay=told.number("pay"),
        far=told.number("far") or USUAL_FAR,
        way=told.text("way") or WAYS[0],
        spare=told.number("spare") or 0,
        week=Week.of(date.fromisoformat(week) if week else today),
        most=told.number("most") or A_PAGE,
    )


def _faults(fields: Mapping[str, Value], *, today: date) -> list[Fault]:
    """List what is wrong, field by field."""
    faults = [
        Fault(field=name, detail=f"must be {wrong}")
        for name, check in CHECKS.items()
        if name in fields and (wrong := check(fields[name]))
    ]
    faults += [
        Fault(field=name, detail="is not a field")
        for name in sorted(fields.keys() - CHECKS.keys())
    ]
    if "near" not in fields:
        faults.append(Fault(field="near", detail="must be told"))
    wrong_of = {fault.field for fault in faults}
    if "week" in fields and "week" not in wrong_of:
        faults += _week_faults(str(fields["week"]), today)
    if "hours" in fields and "hours" not in wrong_of:
        faults += _hours_faults(str(fields["hours"]), today)
    return faults


def _week_faults(said: str, today: date) -> list[Fault]:
    """Refuse a week gone by, or one for which nothing is known yet."""
    first, day = Week.of(today).monday, date.fromisoformat(said)
    last = first + timedelta(weeks=WEEKS_AHEAD, days=6)
    if first <= day <= last:
        return []
    detail = f"must lie between {first.isoformat()} and {last.isoformat()}"
    return [Fault(field="week", detail=detail)]


def _hours_faults(said: str, today: date) -> list[Fault]:
    """Say which of the typed hours were not understood."""
    odd = typed(said, week=Week.of(today), today=today).not_understood
    words = "was not understood; write «Tue 12:45 to 15:00»"
    return [Fault(field="hours", detail=f"{words}: {' '.join(odd)}")] if odd else []
