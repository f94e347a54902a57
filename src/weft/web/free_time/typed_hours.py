"""Which hours did somebody type, exact, and so read from a posted form only?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from weft.commons.saying import DAY_NAMES
from weft.commons.times import Week, Window, merged, window_on
from weft.web.free_time.parts import HOURS, WAKING, Part

_NOON = 12
_DAYLIGHT = 7  # «3 to 5» means the afternoon; «9 to 11» means the morning
_LAST_HOUR = 24

_CLOCK = r"(?:\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)?|noon|midday|midnight)"
_TOKEN = re.compile(
    rf"""
    (?P<range>(?:(?:from|between)\s+)?(?P<start>{_CLOCK})
        \s*(?:-|–|—|to|till|until|and)\s*(?P<end>{_CLOCK})(?![a-z\d]))
  | (?P<after>(?:after|from|since)\s+(?P<from>{_CLOCK})(?![a-z\d]))
  | (?P<before>(?:before|till|until|by)\s+(?P<till>{_CLOCK})(?![a-z\d]))
  | (?P<run>(?P<run_from>mon|tue|wed|thu|fri|sat|sun)[a-z]*
        \s*(?:-|–|to)\s*(?P<run_to>mon|tue|wed|thu|fri|sat|sun)[a-z]*)
  | (?P<word>[^\W\d_]+(?:'[a-z]+)?)
  | (?P<odd>[^\s,;.]+)
    """,
    re.VERBOSE,
)
_FILLERS = re.compile(
    r"and|or|on|in|the|at|i|am|i'm|im|free|from|to|of|a|my|me|only|all|days?"
    r"|time|any|every|week"
)
_PARTS = {
    "morning": Part.MORNING,
    "mornings": Part.MORNING,
    "afternoon": Part.AFTERNOON,
    "afternoons": Part.AFTERNOON,
    "evening": Part.EVENING,
    "evenings": Part.EVENING,
    "night": Part.LATE,
    "nights": Part.LATE,
    "late": Part.LATE,
}
_SPANS = {
    "lunch": (time(12), time(14)),
    "lunchtime": (time(12), time(14)),
    "lunchtimes": (time(12), time(14)),
}
_DAY_GROUPS = {
    "weekday": range(5),
    "weekdays": range(5),
    "weekend": range(5, 7),
    "weekends": range(5, 7),
    "everyday": range(7),
    "daily": range(7),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRead:
    """What came of reading typed hours: the stretches, and what was not understood."""

    windows: tuple[Window, ...]
    not_understood: tuple[str, ...]


@dataclass(slots=True)
class _Sentence:
    """How far the reading is: the days in hand, and whether they got their hours."""

    week: Week
    today: date
    days: list[int] = field(default_factory=list)
    timed: bool = False
    waiting: tuple[time, time] | None = None  # hours that came before their day
    windows: list[Window] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)

    def say_days(self, days: Iterable[int]) -> None:
        """Hear of days: after hours they begin a new clause, else they add up."""
        if self.timed:
            self.days, self.timed = [], False
        self.days.extend(days)
        if self.waiting:
            hours, self.waiting = self.waiting, None
            self.say_hours(*hours)

    def say_hours(self, starts: time, ends: time) -> None:
        """Hear of hours: they are meant for the days in hand, or for the next ones."""
        if not self.days:
            self._use_waiting()
            self.waiting = (starts, ends)
            return
        for day in dict.fromkeys(self.days):
            self.windows.append(window_on(self.week.days[day], starts, ends))
        self.timed = True

    def close(self) -> None:
        """Read days that were given no hours as whole, hours with no day as daily."""
        if self.days and not self.timed:
            self.say_hours(*WAKING)
        self._use_waiting()
        self.days, self.timed = [], False

    def _use_waiting(self) -> None:
        """Mean every day by hours for which no day was said."""
        if self.waiting:
            starts, ends = self.waiting
            self.windows.extend(window_on(day, starts, ends) for day in self.week)
            self.waiting = None


def typed(text: str, *, week: Week, today: date) -> HoursRead:
    """Read hours as people type them; what is not understood is said back to them."""
    sentence = _Sentence(week=week, today=today)
    for clause in re.split(r"[;\n]", text.lower()):
        for token in _TOKEN.finditer(clause):
            _hear(token, sentence)
        sentence.close()
    return HoursRead(
        windows=merged(sentence.windows), not_understood=tuple(sentence.odd)
    )


def _hear(token: re.Match[str], sentence: _Sentence) -> None:
    """Take one word or one span of hours."""
    if token["range"] or token["after"] or token["before"]:
        hours = _span(token)
        if hours is None:
            sentence.odd.append(token[0].strip())
        else:
            sentence.say_hours(*hours)
    elif token["run"]:
        first, last = (_day_number(token[name]) for name in ("run_from", "run_to"))
        sentence.say_days(_run(first, last))
    elif token["word"]:
        _hear_word(token["word"], sentence)
    else:
        sentence.odd.append(token[0])


def _hear_word(word: str, sentence: _Sentence) -> None:
    """Take a day, a part of a day, a filler; or keep what we did not understand."""
    if word in _PARTS:
        sentence.say_hours(*HOURS[_PARTS[word]])
    elif word in _SPANS:
        sentence.say_hours(*_SPANS[word])
    elif word in _DAY_GROUPS:
        sentence.say_days(_DAY_GROUPS[word])
    elif word in {"today", "tonight", "tomorrow"}:
        _hear_today(word, sentence)
    elif (day := _day_number(word)) is not None:
        sentence.say_days((day,))
    elif not _FILLERS.fullmatch(word):
        sentence.odd.append(word)


def _hear_today(word: str, sentence: _Sentence) -> None:
    """Take a day told from now; one that is not in the week asked for is odd."""
    when = sentence.today + timedelta(days=int(word == "tomorrow"))
    if when not in sentence.week.days:
        sentence.odd.append(word)
        return
    sentence.say_days((when.weekday(),))
    if word == "tonight":
        sentence.say_hours(time(17), time(4))


def _day_number(word: str | None) -> int | None:
    """Find which day is meant by «tue», «tues», «Tuesday» or «Tuesdays»."""
    shortest = 3
    stem = (word or "").removesuffix("s")
    if len(stem) < shortest:
        return None
    for number, name in enumerate(DAY_NAMES):
        if name.lower().startswith(stem):
            return number
    return None


def _run(first: int | None, last: int | None) -> Iterator[int]:
    """List the days from one to another, over the week's end if need be."""
    if first is None or last is None:
        return
    for step in range((last - first) % 7 + 1):
        yield (first + step) % 7


def _span(token: re.Match[str]) -> tuple[time, time] | None:
    """Read «12:45 to 15:00», «after 6pm», «before noon»."""
    if token["range"]:
        return _between(token["start"], token["end"])
    if token["after"]:
        starts = _clock(token["from"])
        if starts == time(_DAYLIGHT) and _plain(token["from"]):
            starts = time(_DAYLIGHT + _NOON)  # «after 7»: few mean breakfast
        return (starts, WAKING[1]) if starts else None
    ends = _clock(token["till"])
    return (WAKING[0], ends) if ends else None


def _between(start: str, end: str) -> tuple[time, time] | None:
    """Read two clocks that belong together: the «pm» of one may serve both."""
    ends = _clock(end)
    starts = _clock(start)
    if starts is None or ends is None:
        return None
    if _has_half(end) and not _has_half(start):
        # «3 to 5pm» is the afternoon, «11 to 1pm» begins in the morning.
        morning = _clock(f"{start.strip()}am") if _plain(start) else starts
        afternoon = _clock(f"{start.strip()}pm") if _plain(start) else starts
        starts = afternoon if afternoon and afternoon < ends else morning
        return (starts, ends) if starts else None
    if _plain(end) and ends < starts and ends.hour < _NOON:
        ends = ends.replace(hour=ends.hour + _NOON)
    return (starts, ends)


def _has_half(clock: str) -> bool:
    """Tell whether somebody said am, pm, noon or midnight."""
    return bool(re.search(r"am|pm|noon|midday|midnight", clock))


def _plain(clock: str) -> bool:
    """Tell whether an hour could mean either half of the day: «5», «5.30»."""
    return bool(
        re.fullmatch(r"[1-9](?:[:.]\d{2})?|1[0-2](?:[:.]\d{2})?", clock.strip())
    )


def _clock(said: str) -> time | None:
    """Read one clock; hours before seven with no «am» are taken as the afternoon."""
    word = said.strip()
    if word in {"noon", "midday", "midnight"}:
        return time(0) if word == "midnight" else time(_NOON)
    digits = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", word)
    if digits is None:
        return None
    hour, minute = int(digits[1]), int(digits[2] or 0)
    if digits[3] == "pm" and hour < _NOON:
        hour += _NOON
    elif digits[3] == "am" and hour == _NOON:
        hour = 0
    elif digits[3] is None and _plain(word) and hour < _DAYLIGHT:
        hour += _NOON
    if hour == _LAST_HOUR and minute == 0:
        return time(0)
    return time(hour, minute) if hour < _LAST_HOUR and minute < 60 else None  # noqa: PLR2004 minutes of an hour
