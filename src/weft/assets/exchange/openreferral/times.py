"""How do RFC 5545's words for a schedule and our rules become each other?"""

import re
from datetime import date, timedelta

from weft.assets.domain.told import ScheduleTold
from weft.commons.times import Week
from weft.standards.openreferral import Schedule

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFF_ON_HOLIDAYS = re.compile(
    r"(not|closed|except|excluding)[^.]*(bank|public) holiday", re.IGNORECASE
)
_BYDAY = re.compile(r"([+-]?\d{0,2})([A-Z]{2})")


def schedule_told(one: Schedule, *, told_on: date | None) -> ScheduleTold:
    """Take a schedule as a rule."""
    days, of_month = _by_day(one)
    every = max(one.interval, 1) if one.freq == "WEEKLY" else 1
    off = bool(_OFF_ON_HOLIDAYS.search(one.description))
    return ScheduleTold(
        days=days,
        starts=one.opens_at,
        ends=one.closes_at,
        every_weeks=every,
        of_month=of_month,
        first_on=_first_on(one, every),
        last_on=one.valid_to,
        bank_holidays=False if off else None,
        said=one.description,
        told_on=told_on,
    )


def _by_day(one: Schedule) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Read ``TU``, ``2TU``, ``-1FR``: weekdays, and which of the month."""
    if one.freq == "DAILY" and not one.byday:
        return tuple(range(7)), ()
    found = [match for day in one.byday if (match := _BYDAY.fullmatch(day))]
    days = {DAYS.index(match[2]) for match in found if match[2] in DAYS}
    if not days and one.dtstart:
        days = {one.dtstart.weekday()}
    which = {int(match[1]) for match in found if match[1]}
    return tuple(sorted(days)), tuple(sorted(which))


def _first_on(one: Schedule, every: int) -> date | None:
    """Say from when it counts, so that every other week is the right one.

    ``dtstart`` says which weeks; ``valid_from`` may say later that they begin.
    """
    if one.dtstart is None or one.valid_from is None or one.valid_from <= one.dtstart:
        return one.dtstart or one.valid_from
    first, begins = Week.of(one.dtstart).monday, Week.of(one.valid_from).monday
    missed = -(-((begins - first).days // 7) // every) * every
    week = first + timedelta(weeks=missed)
    return max(week, one.valid_from)


def schedule_from(rule: ScheduleTold, *, at: str = "") -> Schedule:
    """Tell a rule in the standard's words."""
    which = [str(nth) for nth in rule.of_month] or [""]
    return Schedule(
        freq="MONTHLY" if rule.of_month else "WEEKLY",
        interval=rule.every_weeks,
        byday=tuple(f"{nth}{DAYS[day]}" for nth in which for day in rule.days),
        opens_at=rule.starts,
        closes_at=rule.ends,
        valid_from=rule.first_on,
        valid_to=rule.last_on,
        dtstart=rule.first_on if rule.every_weeks > 1 else None,
        description=rule.said,
        at=at,
    )
