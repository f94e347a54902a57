"""What must be fixed before a valley can be made: which week, which seed?"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

TERM_WEEKS = ((-12, -4), (-3, 4), (6, 12), (13, 19), (21, 27))
"""School terms in weeks from the Monday: [from, to), half-terms and holidays between.

With Monday 2026-11-23 the autumn term runs 31 August to 23 October and 2 November
to 18 December, as in most English districts that year.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The week everything is told from, and the seed of all chance."""

    week: date
    seed: int = 1

    def __post_init__(self) -> None:
        if self.week.weekday() != 0:
            raise ValueError(f"{self.week} is not a Monday")

    def chance(self, topic: str) -> Random:
        """Give a topic its own chance, so that a change in one leaves the rest."""
        return Random(f"tenterdale:{self.seed}:{topic}")

    def day(self, days: int) -> date:
        """Count days from the Monday; negative is the past."""
        return self.week + timedelta(days=days)

    def ago(self, *, days: int = 0, weeks: int = 0) -> date:
        """Go back from the Monday."""
        return self.week - timedelta(days=days, weeks=weeks)

    def terms(self) -> list[tuple[date, date]]:
        """List the school terms, first and last day (a Friday) of each."""
        return [
            (self.day(first * 7), self.day(last * 7 - 3)) for first, last in TERM_WEEKS
        ]


def easter(year: int) -> date:
    """Find Easter Sunday (the anonymous Gregorian rule, as in Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def bank_holidays(year: int) -> list[date]:
    """List the ordinary bank holidays of England in one year, with substitutes."""

    def first_monday(month: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=-first.weekday() % 7)

    def last_monday(month: int) -> date:
        last = date(year, month, 31)
        return last - timedelta(days=last.weekday())

    sunday = easter(year)
    new_year = date(year, 1, 1)
    new_year += timedelta(days={5: 2, 6: 1}.get(new_year.weekday(), 0))
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    shift = {4: (0, 2), 5: (2, 2), 6: (2, 0)}.get(christmas.weekday(), (0, 0))
    return [
        new_year,
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        first_monday(5),
        last_monday(5),
        last_monday(8),
        christmas + timedelta(days=shift[0]),
        boxing + timedelta(days=shift[1]),
    ]


def bank_holidays_between(first: date, last: date) -> list[date]:
    """List the bank holidays from one day to another, both included."""
    years = range(first.year, last.year + 1)
    days = [day for year in years for day in bank_holidays(year)]
    return sorted(day for day in days if first <= day <= last)
