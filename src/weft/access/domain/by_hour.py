"""In which hours of a week is something open, for how many, and in which areas?

Hours are counted from Monday 00:00 as they pass: in the week in which the clocks change
one on the wall is missing, or comes twice.
"""

from dataclasses import dataclass
from datetime import UTC, timedelta
from enum import IntEnum

import numpy as np

from weft.access.domain.choice.values import CERTAIN, POSSIBLE, Bytes, Flags
from weft.access.domain.choice.windows import free_windows, hours_in
from weft.access.domain.lives import Life
from weft.access.domain.published import Published
from weft.access.domain.spans import HOUR
from weft.commons.times import LONDON, Week


class Open(IntEnum):
    """What there is in one area in one hour."""

    NOTHING = 0
    ASK = 1
    KNOWN = 2


@dataclass(frozen=True, slots=True)
class WallHour:
    """An hour of a week as the clock on the wall shows it.

    Attributes
    ----------
    number
        Hours gone since Monday 00:00.
    day
        0 is Monday.
    hour
        From 0 to 23.
    """

    number: int
    day: int
    hour: int


def wall_hours(week: Week) -> tuple[WallHour, ...]:
    """List the hours of a week: 167, 168 or 169."""
    start = week.window.start.astimezone(UTC)
    told = []
    for number in range(hours_in(week)):
        local = (start + timedelta(hours=number)).astimezone(LONDON)
        day = (local.date() - week.monday).days
        told.append(WallHour(number, day, local.hour))
    return tuple(told)


def free_hours(life: Life, week: Week) -> Flags:
    """Tell in which hours a life is free for any part of them, (hours,)."""
    free = np.zeros(hours_in(week), dtype=np.bool_)
    for begin, end in free_windows(life.free, week).tolist():
        free[max(0, begin // HOUR) : -(-end // HOUR)] = True
    return free


def open_in(told: Published, life: int, hour: int) -> Bytes:
    """Say what each area has in one hour, as ``Open``, (areas,).

    Parameters
    ----------
    told
        A published week.
    life
        Its place on the axis.
    hour
        Hours gone since Monday 00:00.
    """
    byte, bit = divmod(hour, 8)
    on = (told.choice.hours[life, :, :, byte] >> bit) & 1
    found = np.where(on[:, CERTAIN] == 1, Open.KNOWN, on[:, POSSIBLE] * Open.ASK)
    return found.astype(np.uint8)
