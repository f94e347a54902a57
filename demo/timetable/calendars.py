"""On which days does each service run?

All dates run from the week's Monday. Ordinary services follow the Sunday timetable on
bank holidays and do not run on Christmas Day; school buses keep to school terms.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from demo.setting import Setting, bank_holidays_between

FEED_WEEKS = (-1, 16)
"""The feed runs from a week before the Monday to sixteen weeks after."""

DAYS = {
    "weekdays": "1111100",
    "weekday evenings": "1111100",
    "friday nights": "0000100",
    "saturdays": "0000010",
    "sundays": "0000001",
    "tuesday and thursday evenings": "0101000",
    "monday wednesday friday": "1010100",
    "tuesdays and thursdays": "0101000",
    "school days": "1111100",
    "summer sundays": "0000001",
    "dial-a-ride": "1111000",
}
SERVICES = {name: str(100 + n) for n, name in enumerate(DAYS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """One service: days of the week, first and last day, and exceptions."""

    service: str
    days: str
    first: date
    last: date
    added: tuple[date, ...] = ()
    removed: tuple[date, ...] = ()


def calendars(setting: Setting) -> list[Calendar]:
    """Give every service its calendar."""
    first, last = (setting.day(7 * weeks) for weeks in FEED_WEEKS)
    last = last + timedelta(days=6)
    holidays = bank_holidays_between(first, last)
    found = []
    for name, days in DAYS.items():
        own = first, last
        added: list[date] = []
        removed = [day for day in holidays if days[day.weekday()] == "1"]
        if name == "sundays":
            added = [day for day in holidays if (day.month, day.day) != (12, 25)]
            removed = christmas_days(first, last, weekday=6)
        if name == "school days":
            removed += not_in_term(setting, first, last)
        if name == "summer sundays":
            own = setting.day(7 * 18), setting.day(7 * 44 + 6)
            removed = []
        found.append(
            Calendar(
                service=SERVICES[name],
                days=days,
                first=own[0],
                last=own[1],
                added=tuple(added),
                removed=tuple(sorted({*removed})),
            )
        )
    return found


def christmas_days(first: date, last: date, *, weekday: int) -> list[date]:
    """List the Christmas Days that fall on one day of the week."""
    days = [date(year, 12, 25) for year in range(first.year, last.year + 1)]
    return [day for day in days if first <= day <= last and day.weekday() == weekday]


def not_in_term(setting: Setting, first: date, last: date) -> list[date]:
    """List the weekdays of the feed that lie in no school term."""
    terms = setting.terms()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [
        day
        for day in days
        if day.weekday() < 5 and not any(a <= day <= b for a, b in terms)
    ]
