"""On which real dates is something on, or open?

A schedule is what was told: «every other Tuesday, ten to twelve, in term time». An
occurrence is one of its times on one day, from instant to instant. It belongs to the
day it begins on, also where it runs past midnight. Where what was told leaves it open
whether an occurrence will be (a bank holiday nobody spoke of), it is kept, not certain,
and says why: somebody can ring and ask.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from weft.assets.domain.opening import SpecialDays, always_open, opening_windows
from weft.assets.domain.told import ScheduleTold
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window, at

ASSUMED_MINUTES = 60
"""How long something is taken to last when nobody said; never certain."""

_DAYS_IN_WEEK = 7


class Doubt(StrEnum):
    """Why an occurrence is not certain."""

    NONE = ""
    BANK_HOLIDAY = "bank holiday"  # and nobody said whether it is on
    TERM = "school term"  # told for term time, and nobody knows the terms
    WHICH_WEEK = "which week"  # every other week, and nobody said from when
    HOW_LONG = "how long"  # nobody said when it ends
    ROUGH = "rough hours"  # told as a part of the day
    CONDITION = "ask first"  # the hours themselves say «unknown» or «by appointment»


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One time that something is on."""

    window: Window
    doubt: Doubt = Doubt.NONE

    @property
    def certain(self) -> bool:
        """Tell whether what was told leaves no doubt."""
        return self.doubt is Doubt.NONE


def occurrences(
    schedule: ScheduleTold,
    *,
    calendar: SpecialDays,
    weeks: Iterable[Week],
    point: Point | None = None,
) -> list[Occurrence]:
    """Say on which real dates a schedule falls.

    Parameters
    ----------
    schedule
        The rule, as it was told.
    calendar
        The region's bank holidays and school terms.
    weeks
        The weeks to look at; an occurrence counts in the week it begins in.
    point
        Where it is, for hours that go by the sun.

    Returns
    -------
    list of Occurrence
        In order of time, each once. Empty where the hours are not known, and where
        something is open day and night (``is_standing``).
    """
    days = sorted({day for week in weeks for day in week})
    if schedule.opening_hours:
        found = _of_opening_hours(schedule, calendar, days, point)
    else:
        found = _of_rule(schedule, calendar, days)
    return sorted(set(found))


def is_standing(schedule: ScheduleTold) -> bool:
    """Tell whether it is always open, so that it has no sessions: a moor, a towpath."""
    return always_open(schedule.opening_hours)


def _of_opening_hours(
    schedule: ScheduleTold,
    calendar: SpecialDays,
    days: Sequence[date],
    point: Point | None,
) -> Iterator[Occurrence]:
    """Read OpenStreetMap's words."""
    for told in opening_windows(schedule.opening_hours, calendar, days, point):
        day = told.window.start.astimezone(LONDON).date()
        if day in schedule.except_dates or not _in_season(schedule, day):
            continue
        doubt = Doubt.NONE
        if told.maybe:
            doubt = Doubt.CONDITION
        elif told.holiday_unsaid:
            doubt = Doubt.BANK_HOLIDAY
        elif schedule.rough:
            doubt = Doubt.ROUGH
        yield Occurrence(told.window, doubt)


def _of_rule(
    schedule: ScheduleTold, calendar: SpecialDays, days: Iterable[date]
) -> Iterator[Occurrence]:
    """Read the plain fields, day by day."""
    if schedule.starts is None:
        return
    for day in days:
        doubt = _doubt_on(schedule, calendar, day)
        if doubt is not None:
            window = _window(day, schedule.starts, schedule.ends)
            yield Occurrence(window, doubt)


def _doubt_on(schedule: ScheduleTold, calendar: SpecialDays, day: date) -> Doubt | None:
    """Say how sure it is that it is on, or None if it is not.

    A date told by itself beats every rule, and an exception beats both.
    """
    if day in schedule.except_dates:
        return None
    told_of_itself = _doubt_about_its_hours(schedule)
    if day in schedule.extra_dates:
        return told_of_itself
    if not (_in_season(schedule, day) and _on_its_weekday(schedule, day)):
        return None
    in_turn = _in_turn(schedule, day)
    in_term = calendar.is_term_time(day) if schedule.term_time_only else True
    on_holiday = schedule.bank_holidays if calendar.is_bank_holiday(day) else True
    if False in (in_turn, in_term, on_holiday):
        return None
    doubts = (
        (in_turn is None, Doubt.WHICH_WEEK),
        (in_term is None, Doubt.TERM),
        (on_holiday is None, Doubt.BANK_HOLIDAY),
    )
    return next((doubt for holds, doubt in doubts if holds), told_of_itself)


def _doubt_about_its_hours(schedule: ScheduleTold) -> Doubt:
    """Say how sure the hours are, on whichever day."""
    if schedule.rough:
        return Doubt.ROUGH
    return Doubt.HOW_LONG if schedule.ends is None else Doubt.NONE


def _in_season(schedule: ScheduleTold, day: date) -> bool:
    """Tell whether a day lies between the first and the last that were told."""
    begun = schedule.first_on is None or schedule.first_on <= day
    return begun and (schedule.last_on is None or day <= schedule.last_on)


def _on_its_weekday(schedule: ScheduleTold, day: date) -> bool:
    """Tell whether it is the right weekday, and the right one of its month."""
    if day.weekday() not in schedule.days:
        return False
    return not schedule.of_month or bool(set(schedule.of_month) & set(_nth(day)))


def _nth(day: date) -> tuple[int, int]:
    """Count which such weekday of its month a day is, from both ends."""
    next_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    left = (next_month - day).days
    return (day.day - 1) // _DAYS_IN_WEEK + 1, -((left - 1) // _DAYS_IN_WEEK + 1)


def _in_turn(schedule: ScheduleTold, day: date) -> bool | None:
    """Tell whether it is the week's turn; None where nobody said from which week."""
    if schedule.every_weeks <= 1:
        return True
    if schedule.first_on is None:
        return None
    between = Week.of(day).monday - Week.of(schedule.first_on).monday
    return (between.days // _DAYS_IN_WEEK) % schedule.every_weeks == 0


def _window(day: date, starts: time, ends: time | None) -> Window:
    """Turn clocks on the wall into instants.

    On the night the clocks go forward a time that no clock shows is read an hour
    later; what would then end before it began keeps its length instead.
    """
    begins = at(day, starts)
    if ends is None:
        return _lasting(begins, timedelta(minutes=ASSUMED_MINUTES))
    last_day = day if ends > starts else day + timedelta(days=1)
    finishes = at(last_day, ends)
    if begins.astimezone(UTC) < finishes.astimezone(UTC):
        return Window(begins, finishes)
    length = datetime.combine(last_day, ends) - datetime.combine(day, starts)
    return _lasting(begins, length)


def _lasting(begins: datetime, length: timedelta) -> Window:
    """Give a window of a true length, whatever the clock does meanwhile."""
    finishes = (begins.astimezone(UTC) + length).astimezone(LONDON)
    return Window(begins, finishes)
