"""In which months is something on?"""

import re
from datetime import date, timedelta

from weft.assets.domain.hours.dates import OFF, STARTS, STOPS, Span, next_such
from weft.assets.domain.hours.plainly import MONTHS
from weft.assets.domain.hours.slate import MONTH, From, Months, Slate
from weft.assets.domain.hours.values import MONTHS_IN_YEAR

_RANGE = re.compile(
    rf"(?:(?P<off>{OFF})\s|\b(?:from|in|during)\s|(?P<between>\bbetween)\s)?(?P<first>{MONTH})"
    rf"\s*(?P<to>-|to|till?|until|through|\band\b)\s*(?:the )?(?:end (?:of )?)?"
    rf"(?P<last>{MONTH})(?: only| inclusive)?"
)
_SEASON = (
    r"\b(?:easter|spring|summer|autumn|winter|christmas|xmas|halfterm)"
    r" ?(?:-|to|till?|until)(?: the)?(?: end(?: of)?)? "
)
_LIST = re.compile(
    rf"(?:(?P<season>{_SEASON})|(?P<off>{OFF})\s|(?P<starts>{STARTS})\s|(?P<stops>{STOPS})\s"
    rf"|(?P<within>\b(?:in|during))\s)?"
    rf"(?P<months>{MONTH}(?:\s*(?:,|and|or|/|,\s?and)\s*{MONTH})*)"
    rf"(?P<only>\s?only)?(?!\shalf)"
)


def take_months(slate: Slate, span: Span, today: date) -> None:
    """Wipe months off a slate, leaving marks for those that something is on in."""
    words = _RANGE.sub(lambda found: _range(found, slate), slate.words)
    words = _LIST.sub(lambda found: _list(found, slate, span, today), words)
    slate.words = " ".join(words.split())


def _range(found: re.Match[str], slate: Slate) -> str:
    """Mark «APR to OCT»; «JUL and AUG» are two, unless it is between them."""
    if found["to"] == "and" and not found["between"]:
        return found[0]
    first, last = MONTHS.index(found["first"]), MONTHS.index(found["last"])
    count = (last - first) % MONTHS_IN_YEAR + 1
    on = {(first + step) % MONTHS_IN_YEAR + 1 for step in range(count)}
    return slate.mark(Months(_others(on) if found["off"] else tuple(sorted(on))))


def _list(found: re.Match[str], slate: Slate, span: Span, today: date) -> str:
    """Mark «JUL and AUG», or note a first or a last month."""
    named = {MONTHS.index(one) + 1 for one in re.findall(MONTH, found["months"])}
    first = MONTHS.index(found["months"][:3]) + 1
    if found["season"]:
        return found["season"]  # nobody can say when it begins; its words are kept
    if found["starts"]:
        this = date(today.year, first, 1)
        span.first_on = this if first == today.month else next_such(first, 1, today)
        return slate.mark(From(span.first_on))
    if found["stops"]:
        span.last_on = _month_end(next_such(first, 28, today))
        return " "
    if found["off"]:
        return slate.mark(Months(_others(named)))
    if found[0] == "MAY":
        return "may"  # what one may do; the month is told with a word before it
    return slate.mark(Months(tuple(sorted(named))))


def _month_end(day: date) -> date:
    """Give the last day of a day's month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _others(months: set[int]) -> tuple[int, ...]:
    """Give the months that are not named."""
    return tuple(one for one in range(1, MONTHS_IN_YEAR + 1) if one not in months)
