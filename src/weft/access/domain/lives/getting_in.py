"""Can a life get in: can it ring, write or book, and in its own free time?"""

from collections.abc import Sequence
from datetime import time
from enum import IntEnum

from weft.access.domain.choice.values import Ints
from weft.access.domain.choice.windows import of_week
from weft.access.domain.lives.values import Means
from weft.access.domain.spans import MINUTE
from weft.assets.domain.hours import read_hours
from weft.assets.domain.kinds import JoiningRule
from weft.commons.times import Week, at

CALL = 10 * MINUTE
"""How much free time a call takes while the line is open; an assumption."""


class MayGetIn(IntEnum):
    """As ``LifeNow.way_in`` takes it."""

    UNKNOWN = -1
    NO = 0
    YES = 1


def may_get_in(
    rule: JoiningRule | None,
    means: Means,
    free: Ints,
    *,
    line_open: Sequence[tuple[int, int]] | None = None,
) -> MayGetIn:
    """Say whether a joining rule can be met.

    Parameters
    ----------
    rule
        None where nobody told us.
    means
        What there is to get in touch with.
    free
        Free windows, deciseconds of the week, (n, 2).
    line_open
        When somebody answers, likewise; None where nobody told us.

    Returns
    -------
    MayGetIn
        A line that is open only while the life is not free is NO. What needs words is
        UNKNOWN for whoever does not speak English: nobody told us who answers. So is
        any rule that hangs on somebody else: a waiting list, a referral, membership.
    """
    match rule:
        case JoiningRule.TURN_UP:
            return MayGetIn.YES
        case JoiningRule.RING:
            found = _by_telephone(means, free, line_open)
        case JoiningRule.EMAIL | JoiningRule.FORM:
            found = MayGetIn.YES if means.internet else MayGetIn.NO
        case JoiningRule.BOOK:
            found = _by_either(means, free, line_open)
        case _:
            return MayGetIn.UNKNOWN
    return found if "en" in means.languages else min(found, MayGetIn.UNKNOWN, key=_less)


def line_open(told: str, week: Week) -> tuple[tuple[int, int], ...] | None:
    """Say when somebody answers in a week, from the words that they told it in.

    Returns
    -------
    tuple or None
        Deciseconds of the week, from and till; None where nobody has told it whole: a
        line of which we know when it opens, and not when it shuts, is a question.
    """
    read = read_hours(told, today=week.monday)
    if not read.sessions or not read.whole:
        return None
    return tuple(
        (of_week(at(day, one.starts), week), of_week(at(day, one.ends), week))
        for one in read.sessions
        for day in week
        if day.weekday() in one.days
        and isinstance(one.starts, time)
        and isinstance(one.ends, time)
    )


def _less(told: MayGetIn) -> int:
    """Order no, unknown, yes."""
    return (MayGetIn.NO, MayGetIn.UNKNOWN, MayGetIn.YES).index(told)


def _by_telephone(
    means: Means, free: Ints, line_open: Sequence[tuple[int, int]] | None
) -> MayGetIn:
    if not means.telephone:
        return MayGetIn.NO
    if line_open is None:
        return MayGetIn.UNKNOWN
    shared = (
        min(last, int(closes)) - max(first, int(opens))
        for first, last in line_open
        for opens, closes in free
    )
    return MayGetIn.YES if any(one >= CALL for one in shared) else MayGetIn.NO


def _by_either(
    means: Means, free: Ints, line_open: Sequence[tuple[int, int]] | None
) -> MayGetIn:
    """Judge a booking of which nobody said whether it is made by line or online."""
    if means.internet:
        return MayGetIn.YES if means.telephone else MayGetIn.UNKNOWN
    by_line = _by_telephone(means, free, line_open)
    return MayGetIn.UNKNOWN if by_line is MayGetIn.YES else by_line
