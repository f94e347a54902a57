"""Which lines does a timetable have in a week, and what if one ran once more?

A *line* is what a number and an operator stand for; its *directions* are where its
buses go to. Both have names that fit in a link, and stay the same while the line keeps
its number, its operator and where it goes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from weft.access.domain.timetable.days import service_start
from weft.access.domain.timetable.tables import Flags, Timetable
from weft.commons.times import Week

DAYS = 7
NO_CARRIER = "line"
LONGEST_NAME = 26
"""Two names and «-to-» between them fit in the 60 letters that a link allows."""


class MoreRun(NamedTuple):
    """A trip that runs once more, on a date of service.

    ``later`` is by how many deciseconds than it does; ``often`` whether one that stands
    for «every so often» does so again.
    """

    trip: int
    day: date
    later: int = 0
    often: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Where the buses of a line go to.

    Attributes
    ----------
    name
        For a link.
    start, end
        The stops of ``trip``, the first and the last.
    trip
        The one that a further run is a copy of: of the commonest run of stops the one
        that leaves first.
    """

    name: str
    start: str
    end: str
    trip: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A number and an operator.

    Attributes
    ----------
    name
        For a link.
    runs
        How many trips on each day of the week, Monday first.
    """

    name: str
    number: str
    operator: str
    runs: tuple[int, ...]
    directions: tuple[Direction, ...]
    trips: tuple[int, ...]


def lines_of(timetable: Timetable, week: Week) -> tuple[Line, ...]:
    """List the lines that run in a week, by number and operator.

    What comes only to those who ring before is no line: it runs for whoever asks.
    """
    running = _running(timetable, week)
    asked_for = np.zeros(timetable.trips, np.bool_)
    asked_for[timetable.booked_trip[timetable.booked_trip >= 0]] = True
    calls = np.diff(timetable.first)
    told: dict[tuple[str, str], list[int]] = {}
    for trip in np.flatnonzero(running.any(axis=0) & ~asked_for & (calls > 1)).tolist():
        route = timetable.trip_route[trip]
        if route >= 0:
            key = (
                str(timetable.route_name[route]),
                str(timetable.route_operator[route]),
            )
            told.setdefault(key, []).append(trip)
    keys = sorted(told)
    names = _named(number for number, _ in keys)
    return tuple(
        Line(
            name=name,
            number=number,
            operator=operator,
            runs=tuple(running[:, told[number, operator]].sum(axis=1).tolist()),
            directions=_directions(timetable, told[number, operator], name),
            trips=tuple(told[number, operator]),
        )
        for name, (number, operator) in zip(names, keys, strict=True)
    )


def runs_like(
    timetable: Timetable, week: Week, line: Line, *, day: int, like: int
) -> tuple[MoreRun, ...]:
    """List the trips that a line lacks on one day of what it has on another."""
    running, date_of = _running(timetable, week), week.days
    return tuple(
        MoreRun(trip, date_of[day], often=True)
        for trip in line.trips
        if running[like, trip] and not running[day, trip]
    )


def run_at(timetable: Timetable, week: Week, trip: int, begins: int) -> MoreRun:
    """Run a trip once more, from its first stop at this decisecond of the week."""
    day = next(
        one for one in reversed(week.days) if service_start(week, one) <= max(begins, 0)
    )
    usual = int(timetable.departs[timetable.first[trip]])
    return MoreRun(trip, day, begins - service_start(week, day) - usual)


def span_of(timetable: Timetable, week: Week, run: MoreRun) -> tuple[int, int]:
    """Say from when till when a further run is on its way, in the week."""
    begins = service_start(week, run.day) + run.later
    first, last = timetable.first[run.trip], timetable.first[run.trip + 1] - 1
    when = int(timetable.departs[first]), int(timetable.arrives[last])
    if run.often:
        mine: Flags = timetable.often_trip == run.trip
        shifts = timetable.often_last[mine] - timetable.departs[first]
        when = (
            min([when[0], *timetable.often_first[mine].tolist()]),
            when[1] + max([0, *shifts.tolist()]),
        )
    return begins + when[0], begins + when[1]


def with_more(timetable: Timetable, runs: Sequence[MoreRun]) -> Timetable:
    """Give the timetable in which some trips run once more; its stops are the same."""
    trips = np.array([run.trip for run in runs], np.int64)
    first = timetable.first
    rows = [np.arange(first[trip], first[trip + 1]) for trip in trips]
    lengths = [len(one) for one in rows]
    calls = np.concatenate([*rows, np.zeros(0, np.int64)])
    columns = {name: _again(timetable, name, trips) for name in _OF_TRIPS}
    columns |= {name: _again(timetable, name, calls) for name in _OF_CALLS}
    later = np.repeat(np.array([run.later for run in runs], np.int32), lengths)
    for name in ("arrives", "departs"):
        columns[name][len(timetable.at_stop) :] += later
    columns["first"] = _and(first, first[-1] + np.cumsum(lengths))
    ids = [f"{timetable.trip_id[trip]}+{n}" for n, trip in enumerate(trips)]
    columns["trip_id"] = np.array([*timetable.trip_id.tolist(), *ids])
    days = sorted({run.day.toordinal() for run in runs})
    services = len(timetable.service_days) + np.arange(len(days))
    service = [services[days.index(run.day.toordinal())] for run in runs]
    columns["trip_service"] = _and(timetable.trip_service, service)
    for name in ("service_days", "service_first", "service_last"):
        columns[name] = _and(getattr(timetable, name), [0] * len(days))
    columns["exception_service"] = _and(timetable.exception_service, services)
    columns["exception_day"] = _and(timetable.exception_day, days)
    columns["exception_runs"] = _and(timetable.exception_runs, [True] * len(days))
    return replace(timetable, **columns, **_often(timetable, runs))


_OF_TRIPS = ("trip_route", "trip_headsign", "trip_accessible")
_OF_CALLS = ("at_stop", "arrives", "departs", "pickup", "drop_off")


def _often(timetable: Timetable, runs: Sequence[MoreRun]) -> dict[str, Any]:
    """Copy what stands for «every so often», where the copy does too."""
    rows, trips = [], []
    for n, run in enumerate(runs):
        mine = np.flatnonzero(timetable.often_trip == run.trip).tolist()
        rows += mine if run.often else []
        trips += [timetable.trips + n for _ in mine] if run.often else []
    names = ("often_first", "often_last", "often_every", "often_exact")
    again = np.array(rows, np.int64)
    copied: dict[str, Any] = {name: _again(timetable, name, again) for name in names}
    return {**copied, "often_trip": _and(timetable.often_trip, trips)}


def _again(timetable: Timetable, name: str, rows: NDArray[np.int64]) -> Any:  # noqa: ANN401 any column
    """Give a column with some of its rows again behind it."""
    column = getattr(timetable, name)
    return np.concatenate([column, column[rows]])


def _and(column: NDArray[Any], more: ArrayLike) -> NDArray[Any]:
    """Put more behind a column, of its kind."""
    return np.concatenate([column, np.asarray(more).astype(column.dtype)])


def _running(timetable: Timetable, week: Week) -> Flags:
    """Say which trip runs on which day, (7, trips)."""
    # -1, the service that the feed does not hold, is the last: it never runs.
    return np.array(
        [
            np.append(timetable.runs(day), [False])[timetable.trip_service]
            for day in week.days
        ],
        dtype=np.bool_,
    ).reshape(DAYS, timetable.trips)


def _directions(
    timetable: Timetable, trips: Sequence[int], line: str
) -> tuple[Direction, ...]:
    """Put the trips of a line together by where they go to."""
    told: dict[str, list[int]] = {}
    for trip in trips:
        sign = str(timetable.trip_headsign[trip])
        told.setdefault(sign or _stop(timetable, trip, -1), []).append(trip)
    ends = sorted(told)
    names = _named(ends)
    return tuple(
        _direction(timetable, told[end], f"{line}-to-{name}")
        for end, name in zip(ends, names, strict=True)
    )


def _direction(timetable: Timetable, trips: Sequence[int], name: str) -> Direction:
    stops = {
        trip: timetable.at_stop[
            timetable.first[trip] : timetable.first[trip + 1]
        ].tobytes()
        for trip in trips
    }
    often = Counter(stops.values())
    begins = {trip: int(timetable.departs[timetable.first[trip]]) for trip in trips}
    trip = min(trips, key=lambda one: (-often[stops[one]], begins[one], one))
    return Direction(
        name=name,
        start=_stop(timetable, trip, 0),
        end=_stop(timetable, trip, -1),
        trip=trip,
    )


def _stop(timetable: Timetable, trip: int, which: int) -> str:
    """Name the first (0) or the last (-1) stop of a trip."""
    row = timetable.first[trip] if which == 0 else timetable.first[trip + 1] - 1
    return str(timetable.stop_name[timetable.at_stop[row]])


def _named(told: Iterable[str]) -> list[str]:
    """Make names for a link; of those that come out alike the later get a number."""
    seen: Counter[str] = Counter()
    names = []
    for one in told:
        name = re.sub(r"[^a-z0-9]+", "-", one.lower()).strip("-")[:LONGEST_NAME]
        name = name or NO_CARRIER
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
