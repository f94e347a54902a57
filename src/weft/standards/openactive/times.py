"""When is an opportunity on: by a rule, on single days, or at opening hours?"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from weft.standards.openactive.values import Times, Unread
from weft.standards.openactive.words import (
    OURS,
    Object,
    clock,
    day,
    days_in,
    instant,
    is_cancelled,
    several,
    text,
)

_DAY_OF = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
_RRULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
MOST_TURNS = 1_000
_EVERY = re.compile(r"P(\d{1,2})([DWM])")


def times_of(
    said: Object, sessions: Sequence[Object], unread: Unread
) -> Iterator[Times]:
    """Read when it is on: by its rule, else by its sessions, else by its hours."""
    told = several(said, "eventSchedule")
    rules = [rule for one in told if (rule := _rule(one, unread)) is not None]
    if rules:
        yield from rules
        return
    single = [*several(said, "subEvent"), *sessions]
    if text(said, "startDate"):
        single.append(said)
    dated = list(_dated(single, unread))
    yield from dated
    if not dated:
        yield from opening_of(said, "hoursAvailable")


def _rule(told: Object, unread: Unread) -> Times | None:
    """Read a repeating rule, or say why it cannot be kept."""
    every = _EVERY.fullmatch(text(told, "repeatFrequency"))
    zone = text(told, "scheduleTimezone") or OURS
    days, of_month, wrong = _by_day(told)
    starts, ends = clock(told, "startTime"), clock(told, "endTime")
    first, last = day(told, "startDate"), day(told, "endDate")
    monthly = every is not None and every[2] == "M"
    if every and every[2] == "D" and int(every[1]) == 1 and not days:
        days = tuple(range(7))
    if not days and first is not None and every and every[2] == "W":
        days = (first.weekday(),)
    problems = {
        "a schedule without a repeatFrequency in days, weeks or months": every is None,
        "a schedule that repeats every few days or months": (
            every is not None and every[2] != "W" and int(every[1]) > 1
        ),
        "a schedule by the day of the month": monthly and not of_month,
        "a schedule on a day that is none": wrong,
        "a schedule without a time": starts is None,
        "a schedule on the clocks of another zone": zone != OURS,
        "a schedule without a day": not days,
    }
    problem = next((words for words, holds in problems.items() if holds), "")
    if problem or every is None:
        unread.problems.append(problem)
        return None
    weeks = int(every[1]) if every[2] == "W" else 1
    return Times(
        days=days,
        of_month=of_month,
        every_weeks=max(weeks, 1),
        starts=starts,
        ends=ends,
        first_on=first,
        last_on=last or _last_of(told, first, days, max(weeks, 1)),
        not_on=tuple(days_in(told, "exceptDate")),
    )


def _last_of(
    told: Object, first: date | None, days: tuple[int, ...], weeks: int
) -> date | None:
    """Reckon the last day of a rule that says how often it repeats."""
    count = told.get("repeatCount")
    if not isinstance(count, int) or isinstance(count, bool):
        return None
    if first is None or not days or not 1 <= count <= MOST_TURNS:
        return None
    if text(told, "repeatFrequency").endswith("M"):
        return first + timedelta(days=31 * count)
    at, turns = first, 0
    monday = first - timedelta(days=first.weekday())
    while True:
        if at.weekday() in days and (at - monday).days // 7 % weeks == 0:
            turns += 1
        if turns == count:
            return at
        at += timedelta(days=1)


def _by_day(told: Object) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
    """Read weekdays, which of the month, and whether any is none."""
    days: set[int] = set()
    nth: set[int] = set()
    value = told.get("byDay")
    for one in value if isinstance(value, list) else [value] if value else []:
        word = _plainly(one)
        rule = _BYDAY.fullmatch(word.upper())
        if word in _DAY_OF:
            days.add(_DAY_OF[word])
        elif rule:
            days.add(_RRULE_DAYS.index(rule[2]))
            nth |= {int(rule[1])} if rule[1] else set()
        else:
            return (), (), True
    return tuple(sorted(days)), tuple(sorted(nth)), False


def _plainly(told: object) -> str:
    """Write the name of a day without the vocabulary before it."""
    return str(told).rpartition("/")[2].rpartition(":")[2].lower()


def opening_of(told: Object, name: str) -> Iterator[Times]:
    """Read opening hours by weekday; public holidays have no day of the week."""
    for one in several(told, name):
        value = one.get("dayOfWeek")
        words = value if isinstance(value, list) else [value]
        days = {_DAY_OF[name] for word in words if (name := _plainly(word)) in _DAY_OF}
        opens, closes = clock(one, "opens"), clock(one, "closes")
        if days and opens is not None and opens != closes:
            yield Times(days=tuple(sorted(days)), starts=opens, ends=closes)


def _dated(sessions: Sequence[Object], unread: Unread) -> Iterator[Times]:
    """Gather single sessions by their clocks."""
    found: dict[tuple[time, time | None], set[date]] = {}
    for one in sessions:
        if is_cancelled(one) or not text(one, "startDate"):
            continue
        starts, ends = instant(one, "startDate"), instant(one, "endDate")
        if starts is None:
            unread.problems.append("a session without a time of day")
            continue
        clocks = (starts.time(), ends.time() if ends else None)
        found.setdefault(clocks, set()).add(starts.date())
    for (starts_at, ends_at), on in sorted(found.items(), key=lambda one: min(one[1])):
        yield Times(starts=starts_at, ends=ends_at, on_dates=tuple(sorted(on)))
