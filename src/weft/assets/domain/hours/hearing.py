"""What does each word of a sentence do to the days and hours in hand?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from weft.assets.domain.hours.clocks import Span
from weft.assets.domain.hours.ordinals import others
from weft.assets.domain.hours.slate import Dates, From, Months, Ordinals, WholeYear
from weft.assets.domain.hours.tokens import (
    WEEK,
    Break,
    Clocks,
    Days,
    Length,
    Not,
    Token,
    Word,
)
from weft.assets.domain.hours.values import Part

Nth = tuple[int, ...]
_BETWEEN = frozenset({"at", "from", "around", "about", "on", "in", "the", "meet"})
"""Words between a day and its hour that say nothing."""
_TURNING = frozenset({"now", "open", "otherwise", "instead"})
_LISTS = frozenset({Break(","), Break("and")})
_LEADS_ON = frozenset({Break(":"), Break("-"), Break("(")})


@dataclass(slots=True)
class Group:
    """Days and the hours that belong to them."""

    days: list[tuple[int, Nth]] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    hours: list[Clocks | Part] = field(default_factory=list)
    months: tuple[int, ...] = ()
    whole_year: bool = False
    instead: bool = False  # it is on then, and not at the usual hours
    since: date | None = None
    till: date | None = None

    @property
    def has_days(self) -> bool:
        """Tell whether anybody said when, apart from the clock."""
        return bool(self.days or self.dates)


@dataclass(slots=True)
class Sentence:
    """How far the reading is."""

    several_months: bool = False
    groups: list[Group] = field(default_factory=list)
    group: Group = field(default_factory=Group)
    closed: set[int] = field(default_factory=set)
    off: list[Nth] = field(default_factory=list)  # «not the first Monday»
    unsaid: bool = False  # something is left out that no rule can leave out
    _nth: Ordinals | None = None
    _minutes: int = 0  # «1 hour class», before anybody said when
    _hours_first: bool = False
    _leaving_out: bool = False
    _before: Token | None = None
    _excepted: tuple[int, ...] = ()  # «except Wed», perhaps with hours of its own

    def hear(self, tokens: Sequence[Token], *, hours_first: bool) -> None:
        """Hear one clause."""
        self._begin()
        self._hours_first, self._leaving_out, self._before = hours_first, False, None
        for at, token in enumerate(tokens):
            match token:
                case Days():
                    self._hear_days(token)
                case Ordinals():
                    self._nth = token
                case Clocks() | Part():
                    self._hear_hours(token)
                case Length():
                    self._hear_length(token)
                case Not() | Break():
                    self._hear_sign(token, tokens[:at])
                case Word() if token.word in _TURNING:
                    self._leaving_out = False
                case _:
                    self._hear_dates(token, tokens[at + 1 :])
            if not (isinstance(token, Word) and token.word in _BETWEEN):
                self._before = token

    def end(self) -> None:
        """Come to the end: give hours without a day those of the group before."""
        self._begin()
        if self._nth and self._nth.off:
            self._leave_out(self._nth)
        last: Group | None = None
        for group in self.groups:
            if not group.has_days and last is not None:
                group.days, group.dates = list(last.days), list(last.dates)
            last = group
        if self.closed and not any(group.has_days for group in self.groups):
            for group in self.groups:
                group.days = [(day, ()) for day in WEEK]

    def _begin(self, *, with_days: bool = False) -> None:
        """Begin another group; on the same days, if need be."""
        days = list(self.group.days) if with_days else []
        if self.group.has_days or self.group.hours:
            self.groups.append(self.group)
        self.group = Group(days=days)

    def _begin_if_timed(self) -> None:
        """Begin a new group where days come after hours."""
        if self.group.hours and not self._hours_first:
            self._begin()

    def _hear_sign(self, token: Not | Break, before: Sequence[Token]) -> None:
        """Hear where a negation begins and where it ends."""
        if isinstance(token, Not):
            closes = token.closed and self._closes(before)
            self._leaving_out = not (closes or token.only_before)
            return
        goes_on = token.sign == "," and isinstance(self._before, Days)
        if token.sign in {",", ";", "."} and not goes_on:
            self._leaving_out = False

    def _closes(self, before: Sequence[Token]) -> bool:
        """Hear «Weds closed»: the day just before is closed, and nothing after it."""
        told = [one for one in before if one not in _LEADS_ON]
        last = told[-1] if told else None
        timed = self.group.hours and not self._hours_first
        if not isinstance(last, Days) or timed:
            return False
        closed = {day for one in _run_of_days(told) for day in one.on}
        self.closed |= closed
        self.group.days = [one for one in self.group.days if one[0] not in closed]
        return True

    def _hear_days(self, token: Days) -> None:
        """Hear of days: more of them, those of another group, or days left out."""
        nth, self._nth = self._nth, None
        if nth is not None and nth.off:
            self._leave_out(nth)
            return
        if self._leaving_out:
            self._excepted = tuple(day for day in token.on if day not in self.closed)
            self.closed |= set(token.on)
            return
        if nth is not None and not nth.of_month:
            self._begin()
        self._begin_if_timed()
        of_month = nth.of_month or self._the_others(token) if nth else ()
        self.group.days.extend((day, of_month) for day in token.on)
        self.group.instead = self.group.instead or bool(nth and nth.instead)

    def _leave_out(self, nth: Ordinals) -> None:
        """Hear «not the first Monday»: on the others it is on."""
        rest = others(nth.of_month)
        self.unsaid = self.unsaid or not rest
        self.off.append(rest)

    def _the_others(self, token: Days) -> Nth:
        """Give the weekdays of the month that an earlier group did not name."""
        named = {
            number
            for group in self.groups
            for day, nth in group.days
            for number in nth
            if day in token.on
        }
        return others(tuple(named)) if named else ()

    def _hear_hours(self, token: Clocks | Part) -> None:
        """Hear of hours; a bare number is one only where hours are expected."""
        if isinstance(token, Clocks):
            if token.bare and isinstance(self._before, Word | Length | Clocks):
                return
            if self._leaving_out and self._hear_exception(token):
                return
            if token.span.starts is None and self._ends_last(token):
                return
            if self._minutes and token.span.ends is None:
                span = replace(token.span, minutes=self._minutes)
                token, self._minutes = replace(token, span=span), 0
        beside = isinstance(token, Part) and self.group.hours
        if self._hours_first and self.group.has_days and not beside:
            self._begin()
        self.group.hours.append(token)

    def _last_clocks(self) -> Clocks | None:
        """Give the hours just heard, if they were told by a clock."""
        last = self.group.hours[-1] if self.group.hours else None
        return last if isinstance(last, Clocks) else None

    def _ends_last(self, token: Clocks) -> bool:
        """Let «… until 6» end the hours before it, if those have no end."""
        last = self._last_clocks()
        if last is None or last.span.ends is not None:
            return False
        ended = replace(last.span, ends=token.span.ends)
        self.group.hours[-1] = replace(last, span=ended)
        return True

    def _hear_exception(self, token: Clocks) -> bool:
        """Hear «except Wed 9-2», other hours on a day; or a break for lunch."""
        timed = bool(self.group.hours)  # else the hours are those of all other days
        if timed and isinstance(self._before, Days) and self._excepted:
            days, self._excepted = self._excepted, ()
            self.closed -= set(days)
            for group in (*self.groups, self.group):
                group.days = [one for one in group.days if one[0] not in days]
            self._begin()
            self.group.days = [(day, ()) for day in days]
            self.group.hours.append(token)
            self._leaving_out = False
            return True
        return self._hear_lunch(token)

    def _hear_lunch(self, token: Clocks) -> bool:
        """Part the hours before it by a break in which it is closed, if it is one."""
        last = self._last_clocks()
        if last is None or last.span.ends is None or token.span.ends is None:
            return False
        self.group.hours[-1:] = [
            replace(last, span=Span(last.span.starts, token.span.starts)),
            replace(last, span=Span(token.span.ends, last.span.ends)),
        ]
        return True

    def _hear_length(self, token: Length) -> None:
        """Hear how long it takes: the hours before it, or the next."""
        last = self._last_clocks()
        if last is not None and last.span.ends is None:
            span = replace(last.span, minutes=token.minutes)
            self.group.hours[-1] = replace(last, span=span)
        elif not self.group.hours:
            self._minutes = token.minutes

    def _hear_dates(self, token: Token, after: Sequence[Token]) -> None:
        """Hear of dates and months."""
        match token:
            case Dates():
                self._begin_if_timed()
                self.group.dates.extend(token.on)
            case Months() if self.several_months:
                self._hear_months(token)
            case From():
                self._hear_start(token, after)
            case WholeYear():
                self.group.whole_year = True
            case _:
                pass

    def _hear_months(self, token: Months) -> None:
        """Hear of the months of one group among several."""
        its_own = not (self.groups or self.group.months)
        if self.group.hours and its_own:  # «10-6 Apr-Sep, 10-4 Oct-Mar»
            self.group.months = token.on
            return
        if self.group.hours or self.group.months:
            self._begin(with_days=True)
        self.group.months = token.on

    def _hear_start(self, token: From, after: Sequence[Token]) -> None:
        """Hear of other hours from a date on: «Tues 10-12 (from 3 Nov 1-3)»."""
        following = next(
            (one for one in after if not isinstance(one, Break | Word)), None
        )
        if isinstance(following, Clocks) and self.group.hours and self.group.days:
            self.group.till = token.on - timedelta(days=1)
            self._begin(with_days=True)
            self.group.since = token.on


def _run_of_days(told: Sequence[Token]) -> Iterator[Days]:
    """Give the days that a text ends with: «Sat, Sun»."""
    for token in reversed(told):
        if isinstance(token, Days):
            yield token
        elif token not in _LISTS:
            return
