"""How is a reading written down by hand, and how does the reader compare?"""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from weft.assets.domain.hours import Half, HoursRead, SessionRead, read_hours

HERE = Path(__file__).parent
TOLD_ON = date(2026, 9, 1)
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
PARTS = {
    "morning": "09:00-12:00",
    "lunch": "12:00-14:00",
    "afternoon": "13:00-17:00",
    "tea": "16:00-18:00",
    "evening": "18:00-21:00",
    "day": "09:00-17:00",
}
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase, with what it truly means."""

    said: str
    sessions: frozenset[Line]
    ask: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class Misread:
    phrase: Phrase
    read: HoursRead

    def __str__(self) -> str:
        told = " | ".join(sorted(" ".join(one) for one in self.phrase.sessions))
        got = " | ".join(sorted(" ".join(one) for one in lines_of(self.read)))
        marks = f"ask={self.phrase.ask} kept={self.phrase.kept}"
        read = f"ask={self.read.ask_first} kept={list(self.read.kept)}"
        return (
            f"«{self.phrase.said}»\n    meant: {told} {marks}\n    read:  {got} {read}"
        )


def is_held_out(said: str) -> bool:
    return int(hashlib.sha256(f"held out: {said}".encode()).hexdigest(), 16) % 5 < 2


def phrases(name: str) -> list[Phrase]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [_phrase(row) for row in csv.DictReader(file)]


def misread(wanted: list[Phrase]) -> list[Misread]:
    found = []
    for phrase in wanted:
        read = read_hours(phrase.said, today=TOLD_ON)
        same = (
            lines_of(read) == phrase.sessions
            and read.ask_first == phrase.ask
            and bool(read.kept) == phrase.kept
        )
        if not same:
            found.append(Misread(phrase, read))
    return found


def _phrase(row: dict[str, str]) -> Phrase:
    sessions = [one for one in row["reading"].split(" | ") if one.strip()]
    lines = frozenset(line for one in sessions for line in _lines(one.split()))
    marks = row["open"].split()
    return Phrase(row["phrase"], lines, "ask" in marks, "kept" in marks)


def _lines(words: list[str]) -> Iterator[Line]:
    days, hours, *rest = words
    if hours in PARTS:
        hours, rest = PARTS[hours], [*rest, "rough"]
    more = tuple(sorted(set(rest)))
    starts, ends = hours.split("-")
    for day in _days(days):
        yield (day, f"{starts}-{ends}", *more)


def _days(told: str) -> Iterator[str]:
    if told.startswith("on:") or told == "?":
        yield told
        return
    for part in told.split(","):
        first, _, last = part.partition("-")
        begin, end = DAYS.index(first), DAYS.index(last or first)
        yield from (DAYS[(begin + n) % 7] for n in range((end - begin) % 7 + 1))


def lines_of(read: HoursRead) -> frozenset[Line]:
    return frozenset(line for one in read.sessions for line in _lines_of(one))


def _lines_of(session: SessionRead) -> Iterator[Line]:
    hours = f"{_edge(session.starts)}-{_edge(session.ends)}"
    more = tuple(sorted(_more(session)))
    if session.dates:
        on = ",".join(map(str, sorted(session.dates)))
        yield (f"on:{on}", hours, *more)
    elif not session.days:
        yield ("?", hours, *more)
    for day in session.days:
        yield (DAYS[day], hours, *more)


def _edge(edge: object) -> str:
    if edge is None:
        return "?"
    return f"{edge:%H:%M}" if isinstance(edge, time) else str(edge)


def _more(session: SessionRead) -> Iterator[str]:
    told = {
        "rough": session.rough,
        "half": session.half is Half.DOUBTFUL,
        f"{session.every_weeks}w": session.every_weeks > 1,
        "of:" + _listed(session.of_month): session.of_month,
        "in:" + _months(session.months): session.months,
        f"from:{session.first_on}": session.first_on,
        f"to:{session.last_on}": session.last_on,
        "not:" + _listed(sorted(session.except_dates)): session.except_dates,
        "term": session.term_time_only,
        "ph:yes": session.bank_holidays is True,
        "ph:no": session.bank_holidays is False,
    }
    return (word for word, holds in told.items() if holds)


def _listed(things: Iterable[object]) -> str:
    return ",".join(map(str, things))


def _months(on: tuple[int, ...]) -> str:
    """Write months as a run, over the year's end if need be."""
    if not on:
        return ""
    first = next(one for one in on if (one - 2) % 12 + 1 not in on)
    last = (first + len(on) - 2) % 12 + 1
    return f"{MONTHS[first - 1]}-{MONTHS[last - 1]}"
