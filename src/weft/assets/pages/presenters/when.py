"""How is it said when something is on: the rule, the next dates, the doubts?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from weft.assets.domain.schedules import Doubt
from weft.assets.domain.told import ScheduleTold
from weft.assets.queries.about import SessionAbout, TimesAbout
from weft.commons.saying import (
    DAY_NAMES,
    MONTH_NAMES,
    dated,
    day,
    day_of,
    hours,
    listed,
)
from weft.commons.times import Week
from weft.shell.cloth import Cloth, Piece, Weave, week

NEXT = 4
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
EVERY = {2: "every other week", 3: "every third week", 4: "every fourth week"}
NOT_TOLD = "Nobody has told us when."
DOUBTS = {
    Doubt.BANK_HOLIDAY: "it is a bank holiday",
    Doubt.TERM: "it may be school holidays",
    Doubt.WHICH_WEEK: "it is every other week, and nobody has told us which",
    Doubt.HOW_LONG: "nobody has told us when it ends",
    Doubt.ROUGH: "we only know the part of the day",
    Doubt.CONDITION: "they ask you to ring first",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When one thing is on, as it is said on its page."""

    times: TimesAbout
    now: datetime
    name: str

    @property
    def coming(self) -> tuple[SessionAbout, ...]:
        """List what is still to come."""
        return tuple(one for one in self.times.sessions if one.window.end > self.now)

    @property
    def words(self) -> str:
        """Say the rule in a sentence or two."""
        if self.times.always_open:
            return "Open day and night."
        told = [rule_in_words(rule) for rule in self.times.rules if rule.starts]
        read = [rule for rule in self.times.rules if rule.opening_hours]
        if read and self.coming:
            told.append(hours_of_a_week(self._week_of(self.coming[0])))
        return " ".join(dict.fromkeys(told)) or NOT_TOLD

    def _week_of(self, session: SessionAbout) -> list[SessionAbout]:
        """List the sessions of the week that one lies in."""
        days = Week.of(day_of(session.window.start)).days
        return [one for one in self.times.sessions if day_of(one.window.start) in days]

    @property
    def dates(self) -> tuple[str, ...]:
        """Say the next dates, and those on which it is not."""
        if self.times.always_open:
            return ()
        told = self._break()
        following = "" if told and not self.coming else self._next()
        lines = [told, following, *self._rests(), self._not_on(), *self._doubts()]
        return tuple(line for line in lines if line)

    def _break(self) -> str:
        back_on = self.times.back_on
        if back_on is None or back_on <= day_of(self.now):
            return ""
        return f"They are having a break. Back from {day(back_on)}."

    def _next(self) -> str:
        found = list(dict.fromkeys(day_of(one.window.start) for one in self.coming))
        if not found:
            return "Not in the next weeks." if self.times.hours_known else ""
        return f"Next: {days_in_words(found[:NEXT])}."

    def _rests(self) -> Iterable[str]:
        today = day_of(self.now)
        coming = [rest for rest in self.times.rests if rest.last_on >= today]
        for rest in coming[:NEXT]:
            yield f"It does not meet from {day(rest.first_on)} to {day(rest.last_on)}."

    def _not_on(self) -> str:
        today = day_of(self.now)
        off = sorted(
            {
                off
                for rule in self.times.rules
                for off in rule.except_dates
                if off >= today
            }
        )
        return f"Not on {days_in_words(off[:NEXT])}." if off else ""

    def _doubts(self) -> Iterable[str]:
        for one in self.coming:
            if not one.certain and one.doubt in DOUBTS:
                which = day(day_of(one.window.start))
                yield f"Ask first for {which}: {DOUBTS[one.doubt]}."
                return

    @property
    def short(self) -> str:
        """Say it for a list: the next time, or the rule."""
        if self.coming and not self.times.always_open:
            first = self.coming[0].window
            return f"{day(day_of(first.start))}, {hours(first)}"
        return self.words

    @property
    def cloth(self) -> Cloth | None:
        """Draw the week of the next time."""
        if not self.coming:
            return None
        of = Week.of(day_of(self.coming[0].window.start))
        pieces = [
            Piece(
                window=one.window,
                weave=Weave.SOLID if one.certain else Weave.OPEN,
                name=self.name,
            )
            for one in self._week_of(self.coming[0])
        ]
        return week(of, pieces, title=f"The week of {dated(of.monday)}")


def days_in_words(days: Sequence[date]) -> str:
    """Say dates without repeating their months: «24 November, 1, 8 and 15 December»."""
    months = [
        (MONTH_NAMES[month - 1], [str(one.day) for one in of])
        for (_, month), of in groupby(days, key=lambda one: (one.year, one.month))
    ]
    if len(months) == 1:
        return f"{listed(months[0][1])} {months[0][0]}"
    return ", ".join(f"{listed(of)} {month}" for month, of in months)


def rule_in_words(rule: ScheduleTold) -> str:
    """Say one rule as people would: «Tuesdays, 13:15 to 14:15, in term time.»."""
    parts = [_days(rule), _hours(rule), EVERY.get(rule.every_weeks, "")]
    if rule.term_time_only:
        parts.append("in term time")
    if rule.bank_holidays is False:
        parts.append("not on bank holidays")
    if rule.last_on:
        parts.append(f"until {dated(rule.last_on)}")
    return f"{', '.join(part for part in parts if part)}."


def _days(rule: ScheduleTold) -> str:
    """Name the days: «Tuesdays», «Monday to Friday», «the first Tuesday»."""
    names = [DAY_NAMES[number] for number in sorted(rule.days)]
    if rule.of_month:
        which = listed([NTH[number] for number in rule.of_month if number in NTH])
        return f"The {which} {listed(names)} of the month"
    if not names:
        return days_in_words(sorted(rule.extra_dates))
    return run_of_days(sorted(rule.days)) or listed([f"{name}s" for name in names])


def run_of_days(days: Sequence[int]) -> str:
    """Say three days or more in a row as from the first to the last."""
    if len(days) == len(DAY_NAMES):
        return "Every day"
    is_run = len(days) > 2 and days[-1] - days[0] == len(days) - 1  # noqa: PLR2004 two are named
    return f"{DAY_NAMES[days[0]]} to {DAY_NAMES[days[-1]]}" if is_run else ""


def _hours(rule: ScheduleTold) -> str:
    """Say the hours, and how exactly they are known."""
    if rule.starts is None:
        return ""
    if rule.rough:
        return f"in the {_part(rule.starts)} (nobody has told us the exact hours)"
    if rule.ends is None:
        return f"from {rule.starts:%H:%M} (nobody has told us till when)"
    return f"{rule.starts:%H:%M} to {rule.ends:%H:%M}"


def _part(clock: time) -> str:
    noon, evening = time(12), time(17)
    if clock < noon:
        return "morning"
    return "afternoon" if clock < evening else "evening"


def hours_of_a_week(sessions: Sequence[SessionAbout]) -> str:
    """Say one week's opening hours, days with the same hours together."""
    by_day: dict[int, list[str]] = {}
    for one in sessions:
        number = day_of(one.window.start).weekday()
        by_day.setdefault(number, []).append(hours(one.window))
    same: dict[str, list[int]] = {}
    for number, told in sorted(by_day.items()):
        same.setdefault(" and ".join(told), []).append(number)
    return " ".join(
        f"{run_of_days(days) or listed([DAY_NAMES[n] for n in days])}, {told}."
        for told, days in same.items()
    )
