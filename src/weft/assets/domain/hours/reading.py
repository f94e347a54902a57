"""When is something on, told in the words that people write?

«Tues 1-3ish, not in the holidays» becomes a rule, as far as it says one. Nothing is
guessed in silence: a clock that may be morning or evening is read with its doubt, what
has no place in a rule is kept in the teller's words, and where the teller wants to be
asked the reading says so. How well it reads: docs/methods/hours.md.
"""

from dataclasses import replace
from datetime import date, timedelta

from weft.assets.domain.hours.conditions import (
    Conditions,
    take_asking,
    take_terms,
    take_turns,
)
from weft.assets.domain.hours.dates import Span, take_dates
from weft.assets.domain.hours.leftovers import foreign_words, kept_words
from weft.assets.domain.hours.months import take_months
from weft.assets.domain.hours.noise import take_noise, take_standing
from weft.assets.domain.hours.ordinals import take_ordinals
from weft.assets.domain.hours.plainly import plainly
from weft.assets.domain.hours.sentence import sessions_of
from weft.assets.domain.hours.slate import MONTH, NOT, Slate
from weft.assets.domain.hours.tokens import tokens_of
from weft.assets.domain.hours.values import HoursRead, Part, SessionRead, Sun, joined

_COURSE = (
    r"\b(?:for |a )?(\d{1,2})[ -]?(?:weeks?|wks?|sessions?)\b(?: course| block| long)?"
    r"(?! (?:a|per) year)|\b(?:a )?block of (\d{1,2})\b"
)
_OF_A_YEAR = rf"(?:{NOT}(?: in| during| for)? )?{MONTH} 20\d\d\b"
_SO_MANY = (
    r"\b(?!7 days)(?:1|one|\d+) (?:days?|MORNING|AFTERNOON|EVENING)\b"
    r"(?: and \d+ (?:days?|MORNING|AFTERNOON|EVENING))?(?: (?:a|per|each) week)"
)
LONGEST_TEXT = 2_000
"""What is longer is not somebody's line about hours."""


def read_hours(text: str, *, today: date) -> HoursRead:
    """Read when something is on.

    Parameters
    ----------
    text
        In anybody's words.
    today
        The day they were told: a date without a year is the next one.
    """
    said = text.strip()
    if not said or len(said) > LONGEST_TEXT:
        return HoursRead(said=said, kept=(said,) if said else ())
    slate = Slate(plainly(said))
    found = Conditions()
    standing = take_standing(slate)
    if standing is not None:
        take_asking(slate, found)
        asked = found.ask_first
        return HoursRead(said=said, sessions=(standing,), ask_first=asked)
    take_noise(slate)
    take_asking(slate, found)
    take_terms(slate, found)
    span = take_dates(slate, today)
    _keep_what_was_once(slate, found)
    take_months(slate, span, today)
    take_turns(slate, found)
    _take_course(slate, span)
    has_nth = take_ordinals(slate)
    tokens = list(tokens_of(slate))
    lean = Part.MORNING if slate.has(r"\bbreakfast\b") else None
    sessions, unsaid = sessions_of(tokens, in_term=found.in_term, lean=lean)
    if found.monthly and not has_nth:
        found.kept.append("monthly")
    if unsaid:
        found.kept.append("not the last")
    told = [_with(found, span, one) for one in sessions]
    told = list(joined(tuple(one for one in told if not _empty(one))))
    if any(not one.days and not one.dates for one in told):
        found.kept.extend(foreign_words(tokens))
    anything = bool(told or found.kept) or found.ask_first
    kept = (*found.kept, *kept_words(slate, tokens, anything=anything))
    return HoursRead(
        said=said, sessions=tuple(told), ask_first=found.ask_first, kept=kept
    )


def _with(found: Conditions, span: Span, session: SessionRead) -> SessionRead:
    """Add to a session what was told of all of them."""
    days = session.days
    first_on = session.first_on or span.first_on
    if session.last_on and not session.first_on:
        first_on = None  # the first date is that of other hours
    if not days and not session.dates and session.starts is not None:
        if first_on is not None:
            days = (first_on.weekday(),)
        elif isinstance(session.starts, Sun) and isinstance(session.ends, Sun):
            days = tuple(range(7))  # «dawn to dusk» is said of every day
    return replace(
        session,
        days=days,
        first_on=first_on,
        last_on=session.last_on or span.last_on,
        except_dates=tuple(span.except_dates),
        every_weeks=found.every_weeks,
        bank_holidays=found.bank_holidays,
        rough=session.rough or found.rough,
    )


def _empty(session: SessionRead) -> bool:
    """Tell whether nothing was told: neither a day nor an hour."""
    whens = session.days or session.dates
    return not whens and session.starts is None and session.ends is None


def _keep_what_was_once(slate: Slate, found: Conditions) -> None:
    """Keep «closed in August 2017» and «3 mornings a week», which are no rules."""
    for pattern in (_OF_A_YEAR, _SO_MANY):
        found.kept.extend(one[0].strip() for one in slate.wipe(pattern))


def _take_course(slate: Slate, span: Span) -> None:
    """Reckon the last date of «6 weeks from 3 Nov»."""
    for course in slate.wipe(_COURSE):
        weeks = int(course[1] or course[2])
        if span.first_on and span.last_on is None and weeks:
            span.last_on = span.first_on + timedelta(weeks=weeks - 1)
