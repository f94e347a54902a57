"""On which day did something close, in somebody's words?"""

from datetime import date, timedelta

from weft.assets.domain.hours.dates import days_named

LONG_AGO = timedelta(days=366 * 50)
MOST_LETTERS_OF_WHY = 300
_A_YEAR_LESS_A_DAY = timedelta(days=364)


def day_closed(words: str, *, today: date) -> date | None:
    """Read on which day something closed; None where that cannot be read.

    Parameters
    ----------
    words
        «31 October 2025», «31/10/2025», or «31 October», which is the last one.
    today
        A day after it, or fifty years before it, is none: what will close is still on.

    Examples
    --------
    >>> day_closed("31 October", today=date(2026, 11, 30))
    datetime.date(2026, 10, 31)
    """
    try:
        day: date | None = date.fromisoformat(words.strip())
    except ValueError:
        # A date without a year is the next one: seen from a year ago, the last one.
        days = days_named(words, today - _A_YEAR_LESS_A_DAY)
        day = days[0] if len(days) == 1 else None
    if day is None or not today - LONG_AGO <= day <= today:
        return None
    return day
