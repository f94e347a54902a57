"""Which dates does a text name, and what for?

A date without a year is the next one. What stands before it says what it is for: from
it, until it, not on it, or on it and on no other day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from weft.assets.domain.hours.plainly import MONTHS, plainly
from weft.assets.domain.hours.slate import DAY, MONTH, NOT, Dates, From, Slate

MOST_DAYS_TOLD = 62
_CENTURY = 2000
_YEARS = range(1950, 2150)

STARTS = (
    r"(?:\b(?:re-?)?(?:starts?|starting|begins?|beginning|commencing|commences)"
    r"(?: again| back)?(?: on| from| in)?|\bnew times?:? from|\bfrom|\bsince|\bas of)"
)
STOPS = (
    r"(?:\buntil|\btill?|\bto|\bending|\bends|\bfinish(?:es|ing)?|\bup to"
    r"|\blast (?:one|session|class|meeting)(?: is)?)"
    r"(?: on| in)?(?: the)?(?: end(?: of)?)?"
)
OFF = rf"(?:{NOT}|\bbut\b)(?: \w+)?(?: on| in| during| for)?(?: the)?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_WITH_DAY = rf"(?:{DAY} (?:the )?)?"
_NAMED = {
    r"(?:christmas|xmas) day": (12, 25),
    r"boxing day": (12, 26),
    r"(?:christmas|xmas) eve(?:ning)?|(?:christmas|xmas) EVENING": (12, 24),
    r"new year'?s'? day": (1, 1),
    r"new year'?s'? (?:eve|EVENING)": (12, 31),
}
_KINDS = (
    r"(?P<iso>\d{4}-\d\d-\d\d)",
    (
        r"(?<![\d/.])(?P<d>\d{1,2})(?P<cut>[/.])(?P<m>\d{1,2})(?P=cut)"
        r"(?P<y>\d{4}|\d\d)(?![\d/])"
    ),
    (
        rf"(?<![\d:./])(?P<days>{_NTH}(?:\s*(?:,|\band\b|\bor\b|/|-)\s*{_WITH_DAY}{_NTH})*)"
        rf"\s*(?:of )?(?P<month>{MONTH})(?:,? (?P<year>20\d\d))?"
    ),
    rf"(?P<before>{MONTH}) (?P<nth>{_NTH})(?!\d|:|\.\d|\s?(?:am|pm)\b|\s*-\s*\d)",
    rf"(?P<named>{'|'.join(_NAMED)})",
)
_ONE = re.compile(rf"{_WITH_DAY}(?:{'|'.join(_KINDS)})")


@dataclass(slots=True)
class Span:
    """What the dates of a text say of all its sessions."""

    first_on: date | None = None
    last_on: date | None = None
    except_dates: list[date] = field(default_factory=list)


def take_dates(slate: Slate, today: date) -> Span:
    """Wipe every date off a slate; dates to come on stay there as marks."""
    span = Span()
    out, at, role = "", 0, ""
    for found in _ONE.finditer(slate.words):
        between = slate.words[at : found.start()]
        days = tuple(_days(found, today))
        at = found.end()
        if not days:
            out += between + found[0]
            continue
        role, between = _role(between, role)
        out += between + _use(slate, span, role, days)
    slate.words = " ".join((out + slate.words[at:]).split())
    return span


def days_named(words: str, today: date) -> tuple[date, ...]:
    """List every day that is named in somebody's words, in their order.

    >>> [f"{day:%-d %b}" for day in days_named("w/c 21st Dec", date(2026, 11, 1))]
    ['21 Dec']
    """
    found = _ONE.finditer(plainly(words))
    return tuple(day for one in found for day in _days(one, today))


def _role(between: str, before: str) -> tuple[str, str]:
    """Say what a date is for, by the words before it; and give the rest of them."""
    if before and re.fullmatch(r"\s*(?:,|and|or|/|&|nor)\s*", between):
        return before, " "
    if before in {"on", "from"} and re.fullmatch(
        r"\s*(?:to|-|until|till?)\s*", between
    ):
        return "to", " "
    for role, words in (("from", STARTS), ("to", STOPS), ("off", OFF)):
        found = re.search(rf"{words}\s*$", between)
        if found:
            return role, between[: found.start()] + " "
    return "on", between


def _use(slate: Slate, span: Span, role: str, days: tuple[date, ...]) -> str:
    """Note what dates are for, and give what stands for them in the text."""
    if role == "off":
        span.except_dates.extend(days)
        return " "
    if role == "to":
        span.last_on = days[-1]
        _begin_with_the_one_before(slate, span)
        return " "
    if role == "from":
        span.first_on = days[0]
        return slate.mark(From(days[0]))
    return slate.mark(Dates(days))


def _begin_with_the_one_before(slate: Slate, span: Span) -> None:
    """Let the first of «10th SEP to 22nd OCT» be a first date."""
    last = slate.marks[-1] if slate.marks else None
    if isinstance(last, Dates) and span.first_on is None:
        span.first_on = last.on[0]
        slate.marks[-1] = From(last.on[0])


def _days(found: re.Match[str], today: date) -> Iterator[date]:
    """List the days that one mention names; none if there is no such day."""
    try:
        if found["iso"]:
            yield _of_our_days(date.fromisoformat(found["iso"]))
        elif found["y"]:
            year = int(found["y"]) + (_CENTURY if len(found["y"]) == 2 else 0)  # noqa: PLR2004 a year of two digits
            yield _of_our_days(date(year, int(found["m"]), int(found["d"])))
        elif found["named"]:
            yield next_such(*_named(found["named"]), today)
        elif found["before"]:
            number = int(re.sub(r"\D", "", found["nth"]))
            yield next_such(MONTHS.index(found["before"]) + 1, number, today)
        else:
            yield from _listed(found, today)
    except ValueError:
        return


def _of_our_days(day: date) -> date:
    """Refuse a year that nobody means, for which there may be no next week."""
    if day.year not in _YEARS:
        raise ValueError(f"{day} is no day that anybody meets on")
    return day


def _named(words: str) -> tuple[int, int]:
    """Give the month and the day of a feast that has a date."""
    return next(day for name, day in _NAMED.items() if re.fullmatch(name, words))


def _listed(found: re.Match[str], today: date) -> Iterator[date]:
    """List «13 and 27 SEP», «14-18 DEC»."""
    month = MONTHS.index(found["month"]) + 1
    numbers = [int(one) for one in re.findall(r"\d+", found["days"])]
    year = int(found["year"]) if found["year"] else None
    days = [
        date(year, month, one) if year else next_such(month, one, today)
        for one in numbers
    ]
    if "-" in found["days"] and len(days) == 2 and days[0] < days[1]:  # noqa: PLR2004 from one to another
        many = (days[1] - days[0]).days
        days = [days[0] + timedelta(days=n) for n in range(many + 1)]
    yield from days[:MOST_DAYS_TOLD]


def next_such(month: int, day: int, today: date) -> date:
    """Give the next such day, today included."""
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)
