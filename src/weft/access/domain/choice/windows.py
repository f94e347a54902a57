"""When is a life free in one week, in deciseconds of it?

A life says «Monday 22:00 to 06:00» as the clock on the wall shows it, every week. In
the week in which the clocks change that is an hour more or less, and the week itself
has 167 or 169 hours. What began on the Sunday before belongs to the week too.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta

import numpy as np

from weft.access.domain.choice.values import Ints
from weft.access.domain.spans import DECISECONDS, HOUR
from weft.commons.times import Week, at

QUARTERS_A_DAY = 96
_HALF_PAST = 4


def of_week(instant: datetime, week: Week) -> int:
    """Say how many deciseconds after the week's beginning an instant is."""
    gone = instant.astimezone(UTC) - week.window.start.astimezone(UTC)
    return round(gone.total_seconds() * DECISECONDS)


def hours_in(week: Week) -> int:
    """Count the hours of a week: 168 but for two of a year."""
    return of_week(week.window.end, week) // HOUR


def free_windows(quarters: Iterable[tuple[int, int]], week: Week) -> Ints:
    """Give a life's free time in one week.

    Parameters
    ----------
    quarters
        From which quarter hour to which, 0 is Monday 00:00 and 672 the Monday after;
        an end beyond it runs into the next week.
    week
        Which one.

    Returns
    -------
    array
        Deciseconds of the week, (n, 2), joined where they touch, in order. With what
        comes over from the week before, and what goes on into the one after.
    """
    found = sorted(
        (_instant(first, later, week), _instant(last, later, week))
        for later in (-1, 0, 1)
        for first, last in quarters
    )
    whole = hours_in(week) * HOUR
    inside = [(low, high) for low, high in _joined(found) if high > 0 and low < whole]
    return np.array(inside, dtype=np.int32).reshape(-1, 2)


def left_of(free: Ints, taken: Iterable[tuple[int, int]]) -> Ints:
    """Take some stretches out of free time.

    Parameters
    ----------
    free
        Deciseconds of the week, (n, 2), apart and in order.
    taken
        Likewise from and till, in any order; they may overlap.

    Returns
    -------
    array
        What is left, (n, 2), apart and in order.
    """
    left = [(int(low), int(high)) for low, high in free]
    for begins, ends in taken:
        left = (
            [
                piece
                for low, high in left
                for piece in ((low, min(high, begins)), (max(low, ends), high))
                if piece[0] < piece[1]
            ]
            if begins < ends
            else left
        )
    return np.array(left, dtype=np.int32).reshape(-1, 2)


def _instant(quarter: int, later: int, week: Week) -> int:
    """Say where in the week a quarter hour on the wall lies."""
    day, left = divmod(quarter, QUARTERS_A_DAY)
    date = week.monday + timedelta(days=day + 7 * later)
    clock = time(left // _HALF_PAST, 15 * (left % _HALF_PAST))
    return of_week(at(date, clock), week)


def _joined(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what touches."""
    out: list[tuple[int, int]] = []
    for low, high in found:
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        elif high > low:
            out.append((low, high))
    return out
