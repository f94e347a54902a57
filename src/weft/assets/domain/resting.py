"""In which weeks does something not meet, told beforehand, and what follows?

A rest is told of one offer, by its dates, as often as its people need one. It is
kept as a fact, with whose word it is. The rules of its hours stay as they were told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from weft.assets.domain.holding import (
    HOLDER,
    NO_WORD,
    HoldersWord,
    Pause,
    in_force,
    paused,
    until,
)
from weft.assets.domain.hours.dates import days_named
from weft.assets.domain.told import ScheduleTold
from weft.commons.times import Week

LONGEST_REST = 366
"""Days. Whoever stops for longer has closed for now, which is told another way."""
NO_REST = "none"
"""The holder's word that there is none, whatever others told."""
_PARTED = re.compile(r"[;,\n]")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Rest:
    """Days on which something does not meet, the last one included."""

    first_on: date
    last_on: date

    @classmethod
    def week_of(cls, day: date) -> "Rest":
        """Take the whole week that a day lies in, from Monday to Sunday."""
        days = Week.of(day).days
        return cls(days[0], days[-1])

    @classmethod
    def of(cls, words: str) -> "Rest | None":
        """Read a rest back from the register; None where there is none.

        >>> Rest.of("2026-12-21/2027-01-03").last_on
        datetime.date(2027, 1, 3)
        """
        first, between, last = words.partition("/")
        if not between:
            return None
        return cls(date.fromisoformat(first), date.fromisoformat(last))

    def __str__(self) -> str:
        """Write it as the register keeps it: an interval of ISO 8601."""
        return f"{self.first_on}/{self.last_on}"

    @property
    def is_one(self) -> bool:
        """Tell whether it ends after it begins, and is not too long."""
        return timedelta() <= self.last_on - self.first_on < timedelta(LONGEST_REST)

    @property
    def days(self) -> Iterator[date]:
        """List its days."""
        many = (self.last_on - self.first_on).days + 1
        return (self.first_on + timedelta(days=n) for n in range(many))


@dataclass(frozen=True, slots=True)
class InForce:
    """What counts beside the rules: the holder's word, and when it rests."""

    word: HoldersWord = NO_WORD
    rests: tuple[Rest, ...] = ()

    def of(self, rule: ScheduleTold, *, source: str) -> ScheduleTold | None:
        """Say what of a rule of such a source counts; None where nothing does."""
        counts = in_force(rule, self.word, source=source)
        return resting(counts, self.rests) if counts else None


NOTHING_SAID = InForce()


def rests_in_force(told: Iterable[tuple[str, str]]) -> tuple[Rest, ...]:
    """Say which rests count: the holder's own, where they said anything of rests.

    Parameters
    ----------
    told
        Source and value of each fact that tells of a rest.

    Returns
    -------
    tuple of Rest
        In their order; what overlaps or follows at once is one.
    """
    every = list(told)
    own = [value for source, value in every if source == HOLDER]
    values = own or [value for _, value in every]
    return joined(rest for value in values if (rest := Rest.of(value)) is not None)


def joined(rests: Iterable[Rest]) -> tuple[Rest, ...]:
    """Put together what overlaps or follows at once."""
    found: list[Rest] = []
    for rest in sorted(rests):
        if found and rest.first_on <= found[-1].last_on + _DAY:
            last = max(found[-1].last_on, rest.last_on)
            found[-1] = replace(found[-1], last_on=last)
        else:
            found.append(rest)
    return tuple(found)


def resting(rule: ScheduleTold, rests: Iterable[Rest]) -> ScheduleTold:
    """Let nothing be on during some rests, and everything else as it was told."""
    plain = not rule.opening_hours
    off = [
        day
        for rest in rests
        for day in rest.days
        if not plain or day.weekday() in rule.days or day in rule.extra_dates
    ]
    if not off:
        return rule
    return replace(rule, except_dates=tuple(dict.fromkeys((*rule.except_dates, *off))))


def parted(rule: ScheduleTold, rests: Iterable[Rest]) -> tuple[ScheduleTold, ...]:
    """Tell a rule without its rests, for those who know only from when till when.

    Returns
    -------
    tuple of ScheduleTold
        One rule for each stretch between rests, in the same turn of weeks. A rule that
        goes every few weeks, nobody knows which, cannot be parted: a first day would
        make that look known.
    """
    if rule.every_weeks > 1 and rule.first_on is None:
        return (resting(rule, rests),)
    every = joined(rests)
    off = {day for rest in every for day in rest.days}
    extra = tuple(day for day in rule.extra_dates if day not in off)
    stretches: list[ScheduleTold] = []
    after = replace(rule, extra_dates=extra)
    for rest in every:
        if after.last_on is not None and after.last_on < rest.first_on:
            break
        stretches.append(until(after, rest.first_on))
        back_on = rest.last_on + _DAY
        after = paused(after, Pause(rest.first_on, back_on))
        later = tuple(day for day in after.extra_dates if day >= back_on)
        after = replace(after, extra_dates=later)
    return tuple(one for one in (*stretches, after) if _is_ever_on(one))


def _is_ever_on(rule: ScheduleTold) -> bool:
    """Tell whether anything is left of a stretch."""
    if rule.first_on is None or rule.last_on is None:
        return True
    return rule.first_on <= rule.last_on or bool(rule.extra_dates)


def rests_read(words: str, *, today: date) -> tuple[tuple[Rest, ...], tuple[str, ...]]:
    """Read rests in the words that people write.

    Parameters
    ----------
    words
        Parted by commas or semicolons: «w/c 21 Dec, 15-19 Feb; 5 April to 18 April».
        One day stands for its week.
    today
        A date without a year is the next one.

    Returns
    -------
    tuple
        The rests, and what could not be read.
    """
    found: list[Rest] = []
    left: list[str] = []
    for part in filter(None, (one.strip() for one in _PARTED.split(words))):
        days = days_named(part, today)
        rest = _rest_of(days)
        if rest is not None and rest.is_one:
            found.append(rest)
        else:
            left.append(part)
    return joined(found), tuple(left)


def _rest_of(days: tuple[date, ...]) -> Rest | None:
    if not days:
        return None
    if len(days) == 1:
        return Rest.week_of(days[0])
    first, last = days[0], days[-1]
    if last < first:  # «21 Dec to 3 Jan», told after Christmas
        last = last.replace(year=last.year + 1)
    return Rest(first, last)
