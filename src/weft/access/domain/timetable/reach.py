"""How long there, and how long back, by bus: one place and time, or a whole week's?

«There» is counted from the latest departure that still arrives by a session's start, so
that waiting before it counts; «back» to the first arrival home after its end. One scan
reaches all areas at once, so that sessions at one place and time share it, and a week
of a region is a scan for each place and time that anything starts or ends at.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.spans import FAR
from weft.access.domain.timetable.changing import NEVER, Changing, Walks
from weft.access.domain.timetable.days import Day, Rider, day_of, midnights
from weft.access.domain.timetable.scan import (
    Asking,
    Labels,
    Scanning,
    scan,
    spans_to_all,
)
from weft.access.domain.timetable.tables import Numbers, Timetable
from weft.commons.times import Week

Spans = NDArray[np.uint16]
LONGEST = FAR - 1
"""The longest journey that a table of spans can hold: 109 minutes."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Around:
    """Everything that is not riding, for one way of getting about.

    Attributes
    ----------
    changing
        From bus to bus.
    from_places, to_places
        Places by row: to which stops, and how long to them, and from them.
    from_areas, to_areas
        Stops by row: to which areas, and how long from the area, and to it.
    areas
        How many areas there are.
    """

    changing: Changing
    from_places: Walks
    to_places: Walks
    from_areas: Walks
    to_areas: Walks
    areas: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Events:
    """At which place and time something starts, or ends: rows of ``Around``'s places.

    ``when`` in deciseconds since the Monday of a week.
    """

    place: Numbers
    when: Numbers

    def at(self, rows: NDArray[np.intp]) -> "Events":
        """Take some of them."""
        return Events(place=self.place[rows], when=self.when[rows])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WeekSpans:
    """There and back of a week's sessions; rows are shared between sessions.

    ``there[there_of[n]]`` is how long from each area to session n, deciseconds, and
    ``back[back_of[n]]`` how long home; ``FAR`` where there is no way within the limit.
    """

    there: Spans
    there_of: NDArray[np.intp]
    back: Spans
    back_of: NDArray[np.intp]
    hops_read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Who goes, how long a journey may take, and on how many threads it is reckoned."""

    rider: Rider = Rider.ON_FOOT
    within: int = LONGEST
    workers: int = 1


USUAL = Limits()


def fresh_labels(day: Day) -> Labels:
    """Make room for scans of a day."""
    stops, runs = day.timetable.stops, day.runs
    return Labels(
        vehicle=np.full(stops, NEVER, np.int32),
        ready=np.full(stops, NEVER, np.int32),
        aboard=np.zeros(runs, np.int32),
        entered=np.zeros(runs, np.int32),
        first_hop=np.zeros(stops, np.int32),
        last_hop=np.zeros(stops, np.int32),
        walked_from=np.full(stops, -1, np.int32),
    )


def earliest_arrivals(
    day: Day,
    changing: Changing,
    ready: Numbers,
    *,
    rider: Rider = Rider.ON_FOOT,
    within: int = LONGEST,
) -> Numbers:
    """Say when the first vehicle puts somebody down at each stop.

    Parameters
    ----------
    day
        The hops.
    changing
        From bus to bus.
    ready
        Of each stop: from when somebody can stand there, ``NEVER`` where not.
    rider
        Who rides.
    within
        How long after the earliest of ``ready`` a bus may still leave.

    Returns
    -------
    Numbers
        Deciseconds since Monday, ``NEVER`` where no vehicle leads.
    """
    labels = scanned(day, changing, ready, (rider, within), home=False)
    return labels.vehicle


def latest_departures(
    day: Day,
    changing: Changing,
    there_by: Numbers,
    *,
    rider: Rider = Rider.ON_FOOT,
    within: int = LONGEST,
) -> Numbers:
    """Say when the last vehicle leaves each stop that is still in time.

    Parameters
    ----------
    there_by
        Of each stop: until when somebody must be put down there, ``-NEVER`` where it
        is of no use.

    Returns
    -------
    Numbers
        Deciseconds since Monday, ``-NEVER`` where no vehicle leads.
    """
    labels = scanned(day, changing, -there_by, (rider, within), home=True)
    return -labels.vehicle


def scanned(
    day: Day,
    changing: Changing,
    ready: Numbers,
    asked: tuple[Rider, int],
    *,
    home: bool,
) -> Labels:
    """Scan once, forwards or with time turned round, so that it can be told.

    Parameters
    ----------
    ready
        As in ``earliest_arrivals``; with ``home`` in time turned round.
    asked
        Who rides, and how long after the earliest of ``ready`` a bus may leave.
    home
        Whether time is turned round.
    """
    rider, within = asked
    labels = fresh_labels(day)
    labels.ready[:] = ready
    since = int(ready.min(initial=NEVER))
    if since < NEVER:
        checked(day, -since if home else since, within, home=home)
        hops = day.backwards if home else day.onwards
        changes = changing.backwards if home else changing.onwards
        scan(hops, changes, labels, Scanning(since, since + within, int(rider), 1, 1))
    return labels


def checked(day: Day, when: int, within: int, *, home: bool) -> None:
    """See that the day's hops go far enough.

    Raises
    ------
    ValueError
        When a search would look beyond them: its answer could be wrong.
    """
    first, last = (when - within, when) if home else (when, when + within)
    if first < day.begins - day.margin or last > day.ends + day.margin:
        raise ValueError(f"the hops of {day.date} do not go as far as is asked")


def spans_there(
    day: Day,
    around: Around,
    starts: Events,
    limits: Limits = USUAL,
) -> tuple[Spans, int]:
    """Say how long before each start one has to leave each area.

    Returns
    -------
    tuple
        Starts × areas, deciseconds, ``FAR`` where there is no way within the limit;
        and how many hops were read.
    """
    turned = Events(place=starts.place, when=-starts.when)
    doors = around.to_places, around.from_areas
    return _spans(day, around, (turned, doors), limits, home=True)


def spans_back(
    day: Day,
    around: Around,
    ends: Events,
    limits: Limits = USUAL,
) -> tuple[Spans, int]:
    """Say how long after each end one is home in each area; as ``spans_there``."""
    doors = around.from_places, around.to_areas
    return _spans(day, around, (ends, doors), limits, home=False)


def _spans(
    day: Day,
    around: Around,
    given: tuple[Events, tuple[Walks, Walks]],
    limits: Limits,
    *,
    home: bool,
) -> tuple[Spans, int]:
    """Deal the questions out to so many threads; the answers do not depend on it."""
    (events, doors), within = given, limits.within
    if within > LONGEST:
        raise ValueError(f"a table of spans holds {LONGEST} deciseconds at most")
    spans = np.empty((len(events.place), around.areas), np.uint16)
    for when in (events.when.min(initial=NEVER), events.when.max(initial=-NEVER)):
        if len(events.when):
            checked(day, -int(when) if home else int(when), within, home=home)
    hops = day.backwards if home else day.onwards
    changes = around.changing.backwards if home else around.changing.onwards

    def some(rows: NDArray[np.intp]) -> int:
        mine = events.at(rows)
        asking = Asking(mine.place, mine.when, int(limits.rider), within)
        filled = np.empty((len(rows), around.areas), np.uint16)
        looked = spans_to_all(hops, changes, doors, asking, fresh_labels(day), filled)
        spans[rows] = filled
        return looked

    if limits.workers == 1:
        return spans, some(np.arange(len(events.place)))
    parts = np.array_split(np.arange(len(events.place)), limits.workers * 4)
    with ThreadPoolExecutor(limits.workers) as pool:
        looked = sum(pool.map(some, [part for part in parts if len(part)]))
    return spans, looked


def week_spans(
    timetable: Timetable,
    week: Week,
    sessions: tuple[Events, Events],
    around: Around,
    limits: Limits = USUAL,
) -> WeekSpans:
    """Say how long there and back takes, for every session of a week and every area.

    Parameters
    ----------
    sessions
        Where and when each starts, and where and when each ends: two of one length.
    limits
        Who goes and how far.

    Returns
    -------
    WeekSpans
        Two bytes for each place and time that differs, and each area.
    """
    starts, ends = (shared(events) for events in sessions)
    there = np.full((len(starts[0].place), around.areas), FAR, np.uint16)
    back = np.full((len(ends[0].place), around.areas), FAR, np.uint16)
    looked = 0
    for day, starting, ending in by_day(
        timetable, week, starts[0], ends[0], limits.within
    ):
        for reckon, filled, events, rows in (
            (spans_there, there, starts[0], starting),
            (spans_back, back, ends[0], ending),
        ):
            filled[rows], read = reckon(day, around, events.at(rows), limits)
            looked += read
    return WeekSpans(
        there=there,
        there_of=starts[1],
        back=back,
        back_of=ends[1],
        hops_read=looked,
    )


def shared(events: Events) -> tuple[Events, NDArray[np.intp]]:
    """Take each place and time once, and say which each event is."""
    both = events.when.astype(np.int64) * 2**31 + events.place
    once, of = np.unique(both, return_inverse=True)
    place = (once % 2**31).astype(np.int32)
    return Events(place=place, when=(once >> 31).astype(np.int32)), of


def by_day(
    timetable: Timetable, week: Week, starts: Events, ends: Events, within: int
) -> Iterator[tuple[Day, NDArray[np.intp], NDArray[np.intp]]]:
    """Lay out each day on which something starts or ends, one after another.

    Those of the night before Monday, or after Sunday, are Monday's and Sunday's.
    """
    edges = midnights(week)
    for n, day in enumerate(week):
        mine = [
            np.flatnonzero(np.searchsorted(edges[1:-1], events.when, side="right") == n)
            for events in (starts, ends)
        ]
        whens = np.concatenate([starts.when[mine[0]], ends.when[mine[1]]])
        if not len(whens):
            continue
        beyond = max(int(edges[n] - whens.min()), int(whens.max() - edges[n + 1]), 0)
        yield day_of(timetable, day, margin=within + beyond), mine[0], mine[1]
