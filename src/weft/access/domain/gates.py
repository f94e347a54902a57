"""How far is the nearest gate of a green space, a college, and where many work?

There by a stated hour and home again from another, on the days of one week. What a
*gate* is depends on what the map knows: ways in where there are any, else one point.
"""

from enum import IntEnum

import numpy as np

from weft.access.domain.choice.values import Journeys, Shorts
from weft.access.domain.spans import FAR, HOUR

MANY_JOBS = 500
"""A small area with as many jobs or more counts as where many work: a line of ours."""

DAY = 24 * HOUR


class Gate(IntEnum):
    """What one may want to reach that is no offer."""

    GREEN = 0
    COLLEGE = 1
    WORK = 2


class By(IntEnum):
    """How one goes: all the way on foot, or on foot and by bus or train."""

    FOOT = 0
    BUS = 1


THERE_BY, HOME_FROM = DAY + 9 * HOUR, DAY + 17 * HOUR
"""On Tuesday: there by nine in the morning, home from five."""


def nearest(told: Journeys) -> Shorts:
    """Give the shortest way there of each area.

    Returns
    -------
    array
        Deciseconds, FAR where nothing is within reach there and back; (areas,).
    """
    found = np.full(len(told.begin), FAR, dtype=np.uint16)
    for area, (begin, end) in enumerate(
        zip(told.begin.tolist(), told.end.tolist(), strict=True)
    ):
        if end > begin:
            found[area] = told.there[begin:end].min()
    return found
