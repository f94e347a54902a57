"""When do OpenStreetMap's ``opening_hours`` say that a door is open?

The grammar is read by opening-hours-py (wiki.openstreetmap.org, Key:opening_hours).
Three things are ours. *Bank holidays and school holidays* (PH, SH) are those of the
region: the library's own list for Great Britain lacks New Year, Easter Monday and the
August bank holiday. They count wherever in the text they stand, which is what people
mean by «PH off; Mo-Sa 09:00-17:00». And *each day is read by the last rule that
speaks of it*, with its hours past midnight whole: read as one text, «Fr 22:00-02:00; Sa
22:00-02:00» would end Friday's dance at twelve, because Saturday has a rule of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol

import opening_hours
from opening_hours import OpeningHours, State

from weft.commons.places import Point
from weft.commons.times import LONDON, Window, at

_LATEST = timedelta(hours=36)  # past midnight, no door stays open till next noon
_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_SELECTOR = re.compile(
    rf"^\s*({_DAY}(?:\[[-\d,]+\])?(?:\s*-\s*{_DAY})?"
    rf"(?:\s*,\s*{_DAY}(?:\[[-\d,]+\])?(?:\s*-\s*{_DAY})?)*)\s*:?\s*(.*)$",
    re.DOTALL,
)
_CLOSES = re.compile(r"\b(off|closed)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d\d")
_AFTER_A_TIME = re.compile(r"(?<=\d)\s*,\s*((?:PH|SH)\b)")  # a rule that needs its ;
_BY_THE_SUN = re.compile(r"sun|dawn|dusk", re.IGNORECASE)
_ALWAYS = frozenset({"24/7", "mo-su 00:00-24:00", "00:00-24:00"})


class SpecialDays(Protocol):
    """Whoever knows the days that are not like others: ``ground``'s calendar."""

    def is_bank_holiday(self, day: date) -> bool:
        """Tell whether it is one."""

    def is_term_time(self, day: date) -> bool | None:
        """Tell whether schools are on, or None if nobody has said."""


@dataclass(frozen=True, slots=True, order=True)
class OpenTime:
    """One time a door is open.

    ``maybe``: the text itself says unknown, or by appointment. ``holiday_unsaid``: it
    is a bank holiday, and the text says nothing of those.
    """

    window: Window
    maybe: bool = False
    holiday_unsaid: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    """One part of the text between semicolons, and which special days it is for."""

    text: str
    special: str = ""  # PH or SH; "" for every day
    closes: bool = False


@lru_cache(maxsize=20_000)
def is_understood(text: str) -> bool:
    """Tell whether the text can be read as opening hours at all."""
    return bool(text.strip()) and _parsed(text, None) is not None


def always_open(text: str) -> bool:
    """Tell whether it says day and night, all year, and nothing else."""
    return " ".join(text.lower().split()) in _ALWAYS


def opening_windows(
    text: str, calendar: SpecialDays, days: Sequence[date], point: Point | None = None
) -> Iterator[OpenTime]:
    """Give the times a door is open that begin on the days asked for.

    Parameters
    ----------
    text
        As mapped. What cannot be read gives nothing: ask ``is_understood`` first.
    calendar
        The region's bank holidays and school terms.
    days
        In order; an opening past midnight belongs to the day it begins on.
    point
        Where the door is, for sunrise and sunset.
    """
    if not days or always_open(text) or not is_understood(text):
        return
    # A tenth of a degree: sunset is then within half a minute.
    by_the_sun = point is not None and _BY_THE_SUN.search(text)
    near = (
        (round(point.latitude, 1), round(point.longitude, 1))
        if point and by_the_sun
        else None
    )
    rules = _rules(text)
    spoken = {rule: _by_day(rule, near, days[0], days[-1]) for rule in rules}
    of_holidays = any(rule.special == "PH" for rule in rules)
    for day in days:
        holiday = calendar.is_bank_holiday(day)
        school_out = calendar.is_term_time(day)
        rule = _last_that_speaks(rules, spoken, day, holiday, school_out is False)
        if rule is None or rule.closes:
            continue
        unsure_of_school = school_out is None and any(r.special == "SH" for r in rules)
        for window, maybe in spoken[rule][day]:
            unsaid = holiday and not of_holidays
            yield OpenTime(window, maybe or unsure_of_school, unsaid)


def _last_that_speaks(
    rules: Sequence[_Rule],
    spoken: Mapping[_Rule, Mapping[date, list[tuple[Window, bool]]]],
    day: date,
    holiday: bool,  # noqa: FBT001 two facts of one day
    school_out: bool,  # noqa: FBT001 the library hands it over by place
) -> _Rule | None:
    """Find the rule that decides about a day: bank holidays first, then the last."""
    for special, counts in (("PH", holiday), ("SH", school_out), ("", True)):
        if not counts:
            continue
        for rule in reversed(rules):
            if rule.special == special and day in spoken[rule]:
                return rule
    return None


@lru_cache(maxsize=20_000)
def _rules(text: str) -> tuple[_Rule, ...]:
    """Part a text into its rules, with holidays taken out of their selectors."""
    if "||" in text:
        return (_Rule(text),)
    rules: list[_Rule] = []
    for part in _AFTER_A_TIME.sub(r"; \1", text).split(";"):
        if _is_partial(part) and rules and not rules[-1].special:
            # «Mo-Fr 09:00-17:00; 12:00-13:00 off»: a lunch break belongs to its day.
            rules[-1] = _Rule(f"{rules[-1].text};{part}")
        elif part.strip():
            rules.extend(_parted(part.strip()))
    readable = all(_parsed(_opened(rule), None) is not None for rule in rules)
    return tuple(rules) if readable else (_Rule(text),)


def _is_partial(part: str) -> bool:
    """Tell whether a rule closes for some hours only."""
    return bool(_CLOSES.search(part) and _CLOCK.search(part))


def _parted(part: str) -> Iterator[_Rule]:
    """Part one rule into that of ordinary days and those of bank or school holidays."""
    closes = bool(_CLOSES.search(part)) and not _is_partial(part)
    found = _SELECTOR.match(part)
    named = [one.strip() for one in found[1].split(",")] if found else []
    special = [one for one in named if one in ("PH", "SH")]
    if not found or not special:
        yield _Rule(part, closes=closes)
        return
    rest = found[2].strip()
    ordinary = ",".join(one for one in named if one not in special)
    if ordinary:
        yield _Rule(f"{ordinary} {rest}".strip(), closes=closes)
    for one in special:
        yield _Rule(rest or "00:00-24:00", special=one, closes=closes)


def _opened(rule: _Rule) -> str:
    """Write a rule that closes as one that opens, to see of which days it speaks."""
    if not rule.closes:
        return rule.text
    return _CLOSES.sub("", rule.text).strip() or "00:00-24:00"


def _by_day(
    rule: _Rule, near: tuple[float, float] | None, first: date, last: date
) -> dict[date, list[tuple[Window, bool]]]:
    """Read one rule alone: its opening times, by the day each begins on."""
    hours = _parsed(_opened(rule), near)
    if hours is None:
        return {}
    spoken: dict[date, list[tuple[Window, bool]]] = {}
    begins = at(first - timedelta(days=1), time())
    ends = at(last + timedelta(days=3), time())
    for start, end, state, _ in hours.intervals(begins, ends):
        if state != State.CLOSED:
            for window in _split(start, end, first, last):
                day = window.start.astimezone(LONDON).date()
                spoken.setdefault(day, []).append((window, state == State.UNKNOWN))
    return spoken


def _split(start: datetime, end: datetime, first: date, last: date) -> Iterator[Window]:
    """Part an interval that goes on for days into days; leave a late night whole."""
    if end.astimezone(UTC) - start.astimezone(UTC) <= _LATEST:
        if first <= start.date() <= last and _length(start, end) > timedelta():
            yield Window(start, end)
        return
    day = max(start.date(), first)
    while day <= last and at(day, time()) < end:
        window = Window(
            max(start, at(day, time())), min(end, at(day + timedelta(days=1), time()))
        )
        if _length(window.start, window.end) > timedelta():
            yield window
        day += timedelta(days=1)


def _length(start: datetime, end: datetime) -> timedelta:
    """Measure true time, whatever the clock did meanwhile."""
    return end.astimezone(UTC) - start.astimezone(UTC)


@lru_cache(maxsize=20_000)
def _parsed(text: str, near: tuple[float, float] | None) -> OpeningHours | None:
    """Read a text, or give None where it is not opening hours."""
    try:
        return OpeningHours(
            text,
            timezone=LONDON,
            coords=near,
            auto_country=False,
            # Without this the library forgets where the sun is; the zone stays ours.
            auto_timezone=near is not None,
        )
    except opening_hours.ParserError:  # type: ignore[attr-defined] # not in its stub
        return None
