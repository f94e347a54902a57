"""Which rules of the register say what was read of somebody's words?

A rule that goes by months or by the sun is written in OpenStreetMap's words, which have
both. What no rule of ours can say (after prayers, every other week in summer) makes the
session uncertain and never silently another one: it is then marked as rough.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from weft.assets.domain.hours.values import (
    MONTHS_IN_YEAR,
    Half,
    HoursRead,
    SessionRead,
    Sun,
)
from weft.assets.domain.schedules import ASSUMED_MINUTES
from weft.assets.domain.told import ScheduleTold

ALWAYS, PERHAPS_ALWAYS = "24/7", "24/7 unknown"
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
LONGEST_SAID = 500


def schedules_of(read: HoursRead, *, told_on: date | None) -> tuple[ScheduleTold, ...]:
    """Give the rules, each with the teller's own words.

    Where nothing can be made a rule of, one without days or hours keeps the words, so
    that nobody takes the hours for never told.
    """
    open_ended = read.ask_first or bool(read.kept)
    made = tuple(
        _rule(session, read.said, told_on, unsure=open_ended)
        for session in read.sessions
    )
    if made or not read.said:
        return made
    return (ScheduleTold(rough=True, said=read.said[:LONGEST_SAID], told_on=told_on),)


def _rule(
    session: SessionRead, said: str, told_on: date | None, *, unsure: bool
) -> ScheduleTold:
    """Write one session as a rule."""
    hours = _in_osm_words(session)
    if hours == ALWAYS and unsure:
        hours = PERHAPS_ALWAYS
    plain = not hours
    lost = plain and bool(session.months or _by_the_sun(session))
    return ScheduleTold(
        opening_hours=hours,
        days=session.days if plain else (),
        starts=session.starts if plain and isinstance(session.starts, time) else None,
        ends=session.ends if plain and isinstance(session.ends, time) else None,
        every_weeks=session.every_weeks if plain else 1,
        of_month=session.of_month if plain else (),
        first_on=session.first_on,
        last_on=session.last_on,
        term_time_only=plain and session.term_time_only,
        bank_holidays=session.bank_holidays if plain else None,
        except_dates=session.except_dates,
        extra_dates=session.dates,
        rough=unsure or lost or _is_rough(session, plain=plain),
        said=said[:LONGEST_SAID],
        told_on=told_on,
    )


def _is_rough(session: SessionRead, *, plain: bool) -> bool:
    """Tell whether its hours are not to be relied on."""
    assumed_end = not plain and session.ends is None
    return session.rough or session.half is Half.DOUBTFUL or assumed_end


def _by_the_sun(session: SessionRead) -> bool:
    """Tell whether it begins or ends with the sun."""
    return isinstance(session.starts, Sun) or isinstance(session.ends, Sun)


def _in_osm_words(session: SessionRead) -> str:
    """Write what only OpenStreetMap's words can say; "" where plain fields do."""
    if session.starts == session.ends == time() and len(session.days) == len(_DAYS):
        return ALWAYS
    by_year_or_sun = session.months or _by_the_sun(session)
    if not by_year_or_sun or session.every_weeks > 1 or not session.days:
        return ""
    if session.starts is None:
        return ""
    nth = f"[{','.join(map(str, session.of_month))}]" if session.of_month else ""
    days = ",".join(f"{_DAYS[day]}{nth}" for day in session.days)
    words = f"{_months(session.months)} {days} {_hours(session)}".strip()
    off = [
        rule
        for rule, holds in (
            ("SH off", session.term_time_only),
            ("PH off", session.bank_holidays is False),
        )
        if holds
    ]
    return "; ".join([words, *off])


def _hours(session: SessionRead) -> str:
    """Write from when to when; an end that nobody told is assumed."""
    starts, ends = session.starts, session.ends
    if ends is None and isinstance(starts, time):
        day = datetime.combine(date.min, starts)
        ends = (day + timedelta(minutes=ASSUMED_MINUTES)).time()
    return f"{_edge(starts)}-{_edge(ends or Sun.SUNSET)}"


def _edge(edge: time | Sun | None) -> str:
    """Write a clock, or the sun's."""
    return f"{edge:%H:%M}" if isinstance(edge, time) else str(edge)


def _months(on: tuple[int, ...]) -> str:
    """Write months as runs: «Jan-Jul,Sep-Dec»."""
    return ",".join(
        _MONTHS[first - 1]
        if first == last
        else f"{_MONTHS[first - 1]}-{_MONTHS[last - 1]}"
        for first, last in _runs(on)
    )


def _runs(on: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Find where each run of months begins and ends, within a year."""
    for month in on:
        if month - 1 not in on:
            last = month
            while last + 1 in on and last < MONTHS_IN_YEAR:
                last += 1
            yield month, last
