"""When in a week is anything of some routes on its way?"""

from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.spans import HOUR
from weft.access.domain.timetable.days import DAYS_BEFORE, service_start
from weft.access.domain.timetable.tables import Timetable
from weft.commons.times import Week

Flags = NDArray[np.bool_]
Times = NDArray[np.int32]

LONG_DAY = 36 * HOUR
"""How long a trip that comes every so often is taken to be on its way: all day."""


def on_its_way(
    timetable: Timetable, week: Week, routes: NDArray[np.uint8]
) -> NDArray[np.int64]:
    """List from when until when each trip of some routes runs; (n, 2).

    Deciseconds since Monday; those of the days around the week are among them.
    """
    mine = routes[timetable.trip_route].astype(np.bool_)
    often = np.isin(np.arange(timetable.trips), timetable.often_trip)
    calls = np.diff(timetable.first) > 0
    begins, ends = (
        np.zeros(timetable.trips, np.int64),
        np.full(timetable.trips, LONG_DAY),
    )
    told = mine & calls & ~often
    begins[told] = timetable.departs[timetable.first[:-1][told]]
    ends[told] = timetable.arrives[timetable.first[1:][told] - 1]
    found = [np.zeros((0, 2), np.int64)]
    for n in range(-DAYS_BEFORE, len(week.days) + 1):
        day = week.monday + timedelta(days=n)
        runs = np.append(timetable.runs(day), [False])[timetable.trip_service]
        some, start = np.flatnonzero(runs & mine & calls), service_start(week, day)
        found.append(np.column_stack((begins[some], ends[some])) + start)
    return np.concatenate(found)


def of_use(spans: NDArray[np.int64], when: Times, reach: tuple[int, int]) -> Flags:
    """Tell at which times something is on its way, some time before or after.

    Parameters
    ----------
    spans
        As ``on_its_way``.
    when
        Deciseconds since Monday.
    reach
        How long before, and how long after.
    """
    before, after = reach
    early = spans[:, 0] <= when[:, None] + after
    late = spans[:, 1] >= when[:, None] - before
    return np.asarray((early & late).any(axis=1))
