"""Is it a bank holiday, and is it term time?

Bank holidays of England are those of the ``holidays`` library, which follows the
Banking and Financial Dealings Act 1971 and each year's proclamations. School terms
are the region's own, as its councils publish them; outside the terms we were told
of, nobody knows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

from weft.commons.times import Week

YEARS_AROUND = 2


@dataclass(frozen=True, slots=True, order=True)
class SchoolTerm:
    """A stretch of school, first and last day included; half-terms lie between."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in it, weekends included."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The days that are not like others, in one region."""

    bank_holidays: tuple[tuple[date, str], ...] = ()
    terms: tuple[SchoolTerm, ...] = ()

    def is_bank_holiday(self, day: date) -> bool:
        """Tell whether banks, and many halls, are shut."""
        return any(day == holiday for holiday, _ in self.bank_holidays)

    def holiday_name(self, day: date) -> str:
        """Say what the bank holiday is called, or ""."""
        return next((name for at, name in self.bank_holidays if at == day), "")

    def is_term_time(self, day: date) -> bool | None:
        """Tell whether schools are on; None where we were told of no term around.

        Between two terms that we know of it is holiday; before the first and after
        the last, nobody has said.
        """
        if any(day in term for term in self.terms):
            return True
        if not self.terms:
            return None
        first = min(term.first for term in self.terms)
        last = max(term.last for term in self.terms)
        return False if first <= day <= last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRule:
    """How a region file tells its calendar: by dates, or in weeks from a Monday."""

    bank_holidays: str = "ENG"
    terms: tuple[SchoolTerm, ...] = ()
    offsets: tuple[tuple[int, int], ...] = ()

    def calendar(self, week: Week) -> Calendar:
        """Say which days are special around the week a build is made for.

        Parameters
        ----------
        week
            The Monday that relative terms run from: ``(-3, 4)`` is school from the
            Monday three weeks before until the Friday before the Monday four weeks on.
        """
        relative = tuple(
            SchoolTerm(
                week.later(first).monday, week.later(last).monday - timedelta(days=3)
            )
            for first, last in self.offsets
        )
        return Calendar(
            bank_holidays=_bank_holidays(self.bank_holidays, week.monday.year),
            terms=tuple(sorted((*self.terms, *relative))),
        )

    def around(self, day: date) -> Calendar:
        """Say which days are special around a day, of terms that have dates."""
        return self.calendar(Week.of(day))


@cache
def _bank_holidays(subdivision: str, year: int) -> tuple[tuple[date, str], ...]:
    """List the bank holidays of the years around one; a tenth of a second's work."""
    years: Iterable[int] = range(year - YEARS_AROUND, year + YEARS_AROUND + 1)
    found = holidays.country_holidays("GB", subdiv=subdivision, years=years)
    return tuple(sorted(found.items()))
