"""What was understood of somebody's hours, said back in plain words?

Every doubt is said: whoever reads it can see what was told, what was taken for granted,
and what nobody said.
"""

from collections.abc import Iterator

from weft.assets.domain.hours.values import (
    Edge,
    Half,
    HoursRead,
    SessionRead,
    Sun,
)
from weft.commons.saying import DAY_NAMES, MONTH_NAMES, listed

_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
_SECOND_LAST = "last but one"


def hours_said(read: HoursRead) -> tuple[str, ...]:
    """Say what was understood, a line for each rule, then what is left open.

    Parameters
    ----------
    read
        What came of reading.
    """
    lines = [", ".join(_session(one)) for one in read.sessions]
    if read.ask_first:
        lines.append("ask first")
    lines.extend(f"kept as told, not understood: «{words}»" for words in read.kept)
    return tuple(lines)


def _session(session: SessionRead) -> Iterator[str]:
    """Say one rule, part by part."""
    yield _days(session)
    yield _hours(session)
    if session.half is Half.TAKEN:
        yield "taken so, nobody said am or pm"
    if session.half is Half.DOUBTFUL:
        yield "morning or evening is not known"
    if session.rough:
        yield "roughly"
    yield from _when(session)


def _days(session: SessionRead) -> str:
    """Say on which days."""
    if session.dates:
        return f"on {listed([day.isoformat() for day in session.dates])}"
    if not session.days:
        return "the day is not known"
    days = listed([DAY_NAMES[day] for day in session.days])
    if session.of_month:
        nth = listed([_NTH.get(one, _SECOND_LAST) for one in session.of_month])
        return f"{nth} {days} of the month"
    if session.every_weeks > 1:
        return f"{days}, every {session.every_weeks} weeks"
    return days


def _hours(session: SessionRead) -> str:
    """Say from when to when."""
    starts, ends = _edge(session.starts), _edge(session.ends)
    if not starts:
        return f"until {ends}" if ends else "the hours are not known"
    return f"{starts} to {ends}" if ends else f"from {starts}, the end is not known"


def _edge(edge: Edge) -> str:
    """Say a clock, or the sun's."""
    if edge is None:
        return ""
    return str(edge) if isinstance(edge, Sun) else f"{edge:%H:%M}"


def _when(session: SessionRead) -> Iterator[str]:
    """Say when in the year."""
    if session.months:
        yield f"in {listed([MONTH_NAMES[month - 1] for month in session.months])}"
    if session.first_on:
        yield f"from {session.first_on}"
    if session.last_on:
        yield f"until {session.last_on}"
    if session.except_dates:
        yield f"not on {listed([day.isoformat() for day in session.except_dates])}"
    if session.term_time_only:
        yield "in school terms"
    if session.bank_holidays is not None:
        yield (
            "also on bank holidays" if session.bank_holidays else "not on bank holidays"
        )
