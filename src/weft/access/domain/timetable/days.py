"""Which bus leaves which stop for which, on a real date?

A day's *hops* (from one stop of a trip to the next) in the order in which they leave,
and the same turned round, so that one scan looks forwards and backwards. Times are
deciseconds since Monday 00:00 of the week the day lies in, as they pass: a week in
which the clocks change has 167 or 169 hours. GTFS counts from noon less twelve hours,
which on such a Sunday is an hour before or after midnight.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.timetable.tables import (
    NO,
    UNKNOWN,
    YES,
    Flags,
    Numbers,
    Timetable,
)
from weft.commons.times import Week, at

MARGIN = 3 * HOUR
"""How long before a day's midnight and after the next its hops go on."""

DAYS_BEFORE = 2
"""A trip may go on into the day after next: the longest seen ends at 31:30."""

_ANYBODY = (0, 3)  # pickup_type: regular, or a word to the driver


class Rider(IntEnum):
    """Who rides, and how sure it is that they can.

    On wheels *certain* is where trip and stop both say yes, *possible* where neither
    says no.
    """

    ON_FOOT = 0
    WHEELS_CERTAIN = 1
    WHEELS_POSSIBLE = 2


_WILL_DO = {
    Rider.ON_FOOT: (UNKNOWN, YES, NO),
    Rider.WHEELS_CERTAIN: (YES,),
    Rider.WHEELS_POSSIBLE: (UNKNOWN, YES),
}


class Hops(NamedTuple):
    """Hops in the order of ``leaves``, those of one run in their own order.

    ``may`` has for each rider, from the lowest bit, whether they may get on at ``here``
    and off at ``there``.
    """

    leaves: Numbers
    comes: Numbers
    here: Numbers
    there: Numbers
    run: Numbers
    may: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Day:
    """The hops of one date.

    Attributes
    ----------
    timetable, date
        Whose, and which day.
    begins, ends
        Its midnights, in deciseconds of its week; hops go on ``margin`` beyond both.
    onwards, backwards
        The hops, and the same with time and direction turned round.
    trip_of, every
        Of each run: its trip, and the longest wait for it where it comes «every so
        often» (0 otherwise).
    """

    timetable: Timetable
    date: date
    begins: int
    ends: int
    margin: int
    onwards: Hops
    backwards: Hops
    trip_of: Numbers
    every: Numbers

    @property
    def runs(self) -> int:
        """Count the vehicles' journeys."""
        return len(self.trip_of)


def since_monday(week: Week, instant: datetime) -> int:
    """Count the deciseconds that pass from Monday's midnight to an instant."""
    passed = instant.astimezone(UTC) - week.window.start.astimezone(UTC)
    return round(passed / timedelta(milliseconds=100))


def midnights(week: Week) -> Numbers:
    """List the midnights of a week, from its Monday's to the next: eight of them."""
    days = (*week, week.later(1).monday)
    return np.array([since_monday(week, at(day, time())) for day in days], np.int32)


def service_start(week: Week, day: date) -> int:
    """Say when a day of service begins for GTFS: twelve hours before its noon."""
    return since_monday(week, at(day, time(12))) - 12 * HOUR


def day_of(timetable: Timetable, day: date, *, margin: int = MARGIN) -> Day:
    """Lay out the hops of a date.

    Parameters
    ----------
    timetable
        Whose trips; those of the days before that run past midnight are among them.
    day
        The date.
    margin
        Deciseconds before its first midnight and after its last; a search can look so
        far beyond, and no further. A day at most.

    Raises
    ------
    ValueError
        When ``margin`` is longer than a day.
    """
    if margin > 24 * HOUR:
        raise ValueError("the hops of a day go on for a day more at most")
    week = Week.of(day)
    begins = since_monday(week, at(day, time()))
    ends = since_monday(week, at(day + timedelta(days=1), time()))
    window = begins - margin, ends + margin
    gathered = _Gathered(timetable, window)
    for before in range(DAYS_BEFORE, -2, -1):
        service_day = day - timedelta(days=before)
        gathered.add(service_day, service_start(week, service_day))
    return gathered.day(day, begins, ends, margin)


class _Gathered:
    """The hops of several days of service, put together."""

    def __init__(self, timetable: Timetable, window: tuple[int, int]) -> None:
        self.timetable = timetable
        self.window = window
        calls = len(timetable.at_stop)
        trip = np.repeat(
            np.arange(timetable.trips, dtype=np.int32), np.diff(timetable.first)
        )
        self.row = np.flatnonzero(trip[1:] == trip[:-1]) if calls else np.empty(0, int)
        self.trip = trip[self.row] if calls else np.empty(0, np.int32)
        often = np.zeros(timetable.trips, bool)
        often[timetable.often_trip] = True
        self.often = often
        self.may = _may(timetable, self.row, self.trip)
        self.runs = 0
        self.parts: list[tuple[Numbers, ...]] = []
        self.trip_of: list[Numbers] = []
        self.every: list[Numbers] = []

    def add(self, service_day: date, start: int) -> None:
        """Add what runs on a day of service that begins at ``start``."""
        # -1, the service that the feed does not hold, is the last: it never runs.
        runs = np.append(self.timetable.runs(service_day), [False])
        running: Flags = runs[self.timetable.trip_service]
        once = np.flatnonzero((running & ~self.often)[self.trip])
        self._put(once, np.array([start], np.int32), 0)
        told = self.timetable
        for n, trip in enumerate(told.often_trip.tolist()):
            mine = np.flatnonzero(self.trip == trip)
            if running[trip] and len(mine):  # of a trip left out nothing is known
                every = 0 if told.often_exact[n] else int(told.often_every[n])
                shifts = np.array(self._shifts(n), np.int32) + np.int32(start)
                self._put(mine, shifts, every)

    def _shifts(self, n: int) -> range:
        """Say by how much to move a trip for each time it runs «every so often».

        Where the times are exact, from the first until before the last. Where they are
        not, for each minute at which somebody may stand at the stop and be sure that a
        bus comes before its interval is over.
        """
        told = self.timetable
        trip = int(told.often_trip[n])
        template = int(told.departs[told.first[trip]])
        first, last = int(told.often_first[n]), int(told.often_last[n])
        every = int(told.often_every[n])
        if told.often_exact[n]:
            return range(first - template, last - template, every)
        until = max(first, last - every)
        return range(first - template, until - template + 1, min(every, MINUTE))

    def _put(self, mine: NDArray[np.intp], shifts: Numbers, every: int) -> None:
        """Add hops once for each shift, and how much later they may come."""
        told = self.timetable
        trips, run = np.unique(self.trip[mine], return_inverse=True)
        again = np.arange(len(shifts), dtype=np.int32)[:, None] * len(trips)
        row = self.row[mine]
        leaves = told.departs[row] + shifts[:, None]
        comes = told.arrives[row + 1] + shifts[:, None] + np.int32(every)
        near = (comes >= self.window[0]) & (leaves <= self.window[1])
        runs = (again + run + self.runs)[near]
        row, may = (
            np.broadcast_to(one, near.shape)[near] for one in (row, self.may[mine])
        )
        self.parts.append(
            (
                leaves[near],
                comes[near],
                told.at_stop[row],
                told.at_stop[row + 1],
                runs.astype(np.int32),
                may.astype(np.int32),
                row.astype(np.int32),
            )
        )
        self.runs += len(trips) * len(shifts)
        self.trip_of.append(np.tile(trips.astype(np.int32), len(shifts)))
        self.every.append(np.full(len(trips) * len(shifts), every, np.int32))

    def day(self, day: date, begins: int, ends: int, margin: int) -> Day:
        """Sort what was gathered, as time goes and as it would go backwards."""
        empty = np.empty(0, np.int32)
        columns = [
            np.concatenate([empty, *(part[n] for part in self.parts)]) for n in range(7)
        ]
        leaves, comes, here, there, run, may, row = columns
        onwards = np.lexsort((row, run, leaves))
        backwards = np.lexsort((-row, run, -comes))
        swapped = ((may & 0b010101) << 1) | ((may & 0b101010) >> 1)
        return Day(
            timetable=self.timetable,
            date=day,
            begins=begins,
            ends=ends,
            margin=margin,
            onwards=_hops((leaves, comes, here, there, run, may), onwards),
            backwards=_hops((-comes, -leaves, there, here, run, swapped), backwards),
            trip_of=np.concatenate([empty, *self.trip_of]),
            every=np.concatenate([empty, *self.every]),
        )


def _hops(columns: tuple[Numbers, ...], order: NDArray[np.intp]) -> Hops:
    leaves, comes, here, there, run, may = (column[order] for column in columns)
    return Hops(leaves, comes, here, there, run, may.astype(np.uint8))


def _may(told: Timetable, row: NDArray[np.intp], trip: Numbers) -> NDArray[np.uint8]:
    """Say for each hop and rider who may get on at its start and off at its end.

    A stop where one has to ring first (type 2) is nobody's: it is told beside.
    """
    on = np.isin(told.pickup[row], _ANYBODY)
    off = np.isin(told.drop_off[row + 1], _ANYBODY)
    aboard = told.trip_accessible[trip]
    begin, end = (told.stop_boarding[told.at_stop[row + n]] for n in (0, 1))
    bits = np.zeros(len(row), np.uint8)
    for rider, known in _WILL_DO.items():
        takes = np.isin(aboard, known)
        may_get_on = takes & on & np.isin(begin, known)
        may_get_off = takes & off & np.isin(end, known)
        bits |= may_get_on.astype(np.uint8) << 2 * rider
        bits |= may_get_off.astype(np.uint8) << 2 * rider + 1
    return bits
