"""What came of reading somebody's words about when something is on?"""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

MONTHS_IN_YEAR = 12


class Sun(StrEnum):
    """A time that the sun tells."""

    SUNRISE = "sunrise"
    SUNSET = "sunset"


Edge = time | Sun | None
"""When a session starts or ends; None where nobody said."""


class Part(StrEnum):
    """A part of the day, told without a clock."""

    MORNING = "morning"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    TEA = "tea"
    EVENING = "evening"
    DAY = "day"


HOURS: dict[Part, tuple[time, time]] = {
    # What groups mean by them, not what the day means: a morning group meets between
    # nine and twelve. They are always rough.
    Part.MORNING: (time(9), time(12)),
    Part.LUNCH: (time(12), time(14)),
    Part.AFTERNOON: (time(13), time(17)),
    Part.TEA: (time(16), time(18)),
    Part.EVENING: (time(18), time(21)),
    Part.DAY: (time(9), time(17)),
}


class Half(StrEnum):
    """How the reader knows whether a clock means morning or evening."""

    TOLD = "told"  # am, pm, noon, a 24-hour clock
    TAKEN = "taken"  # nobody said, and only one of the two is likely
    DOUBTFUL = "doubtful"  # nobody said, and both are


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRead:
    """One rule, as far as it was told.

    Attributes
    ----------
    days
        0 for Monday to 6 for Sunday; none where nobody said, or where only ``dates``
        are told.
    months
        The months it is on in; none for all.
    half
        How morning and evening were told apart.
    rough
        The teller hedged, or told a part of the day and no clock.
    """

    days: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    starts: Edge = None
    ends: Edge = None
    every_weeks: int = 1
    of_month: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    first_on: date | None = None
    last_on: date | None = None
    except_dates: tuple[date, ...] = ()
    term_time_only: bool = False
    bank_holidays: bool | None = None
    rough: bool = False
    half: Half = Half.TOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRead:
    """What was understood of a text, and what it leaves open.

    Attributes
    ----------
    said
        The teller's own words, whole: nothing that was told is ever lost.
    ask_first
        The teller wants to be asked: ring, book, see the page, it varies.
    kept
        What was told of the time and has no place in a rule, in the teller's words.
        Where there is any, no session is certain.
    """

    said: str
    sessions: tuple[SessionRead, ...] = ()
    ask_first: bool = False
    kept: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether nothing is left open or in doubt."""
        return not (self.ask_first or self.kept) and all(map(_settled, self.sessions))


def _settled(session: SessionRead) -> bool:
    """Tell whether a session says all that a person needs to turn up."""
    known = (session.days or session.dates) and session.starts and session.ends
    return bool(known) and not session.rough and session.half is not Half.DOUBTFUL


def joined(sessions: tuple[SessionRead, ...]) -> tuple[SessionRead, ...]:
    """Put together what differs in its days only, each day once.

    >>> one, two = (SessionRead(days=(day,), starts=time(9)) for day in (0, 4))
    >>> [session.days for session in joined((one, two, one))]
    [(0, 4)]
    """
    alike: dict[SessionRead, list[int]] = {}
    for session in sessions:
        days = alike.setdefault(replace(session, days=()), [])
        days.extend(day for day in session.days if day not in days)
    return tuple(
        replace(session, days=tuple(sorted(days))) for session, days in alike.items()
    )
