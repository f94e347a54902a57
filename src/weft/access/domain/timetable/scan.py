"""Who is where, when, by bus: the scan over a day's hops.

The connection scan of Dibbelt, Pajor, Strasser and Wagner (2013), with two labels for a
stop in place of one. The textbook relaxes walks from a stop when its label improves,
which takes walks that are closed for granted; ours are not. Here walks are relaxed from
the best arrival *by vehicle*, and never from an arrival on foot, so that one walk
follows a ride at most (docs/methods/timetable.md). The same scan over hops turned round
gives latest departures.

A kernel and what it calls stand in this one file (``compiled``).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.compiled import compiled
from weft.access.domain.spans import FAR
from weft.access.domain.timetable.changing import NEVER, Changes, Walks
from weft.access.domain.timetable.days import Hops

Numbers = NDArray[np.int32]


class Labels(NamedTuple):
    """What a scan finds; one set serves many scans.

    Attributes
    ----------
    vehicle
        Of each stop: the first arrival by vehicle.
    ready
        Of each stop: from when one may get on there.
    aboard
        Of each run: the number of the scan in which one was on it last.
    entered
        Of each run: the hop by which one got on.
    first_hop, last_hop
        Of each stop: the hops of the ride that ``vehicle`` is by.
    walked_from
        Of each stop: the stop one got off at before walking here, itself where one
        did not walk, -1 where ``ready`` is from the door.
    """

    vehicle: Numbers
    ready: Numbers
    aboard: Numbers
    entered: Numbers
    first_hop: Numbers
    last_hop: Numbers
    walked_from: Numbers


class Asking(NamedTuple):
    """What many scans are asked.

    ``place`` and ``when`` of each; for which rider; and how long a journey may take, in
    deciseconds, below ``FAR``.
    """

    place: Numbers
    when: Numbers
    rider: int
    within: int


class Scanning(NamedTuple):
    """What one scan is asked; every field a whole number, for the compiler's sake.

    From when until when in deciseconds, which rider, the number of this scan (from 1),
    and whether journeys are to be told (1) or not (0).
    """

    since: int
    until: int
    rider: int
    number: int
    telling: int


@compiled
def _put_down(
    changes: Changes, labels: Labels, stop: int, comes: int, telling: int
) -> None:
    """Be put down at a stop earlier than ever: get on there, or walk from there."""
    ready, walks = labels.ready, changes.walks
    labels.vehicle[stop] = comes
    if comes + changes.same[stop] < ready[stop]:
        ready[stop] = comes + changes.same[stop]
        if telling:
            labels.walked_from[stop] = stop
    for walk in range(walks.first[stop], walks.first[stop + 1]):
        other, there = walks.to[walk], comes + walks.takes[walk]
        if there < ready[other]:
            ready[other] = there
            if telling:
                labels.walked_from[other] = stop


@compiled
def scan(hops: Hops, changes: Changes, labels: Labels, asked: Scanning) -> int:
    """Go through the hops once; ``labels`` hold where the search begins.

    Parameters
    ----------
    hops, changes
        Of one direction of time.
    labels
        ``vehicle`` all ``NEVER``, ``ready`` where one can be on foot.
    asked
        What is asked.

    Returns
    -------
    int
        How many hops were looked at.
    """
    begin = int(np.searchsorted(hops.leaves, asked.since))
    end = int(np.searchsorted(hops.leaves, asked.until, side="right"))
    get_on, get_off = 1 << (2 * asked.rider), 2 << (2 * asked.rider)
    # Bound to names of their own: the compiler then keeps them in registers.
    leaves, comes, here, there, runs, may = hops
    ready, aboard, vehicle = labels.ready, labels.aboard, labels.vehicle
    for hop in range(begin, end):
        run = runs[hop]
        if aboard[run] != asked.number:
            if ready[here[hop]] > leaves[hop] or not may[hop] & get_on:
                continue
            aboard[run] = asked.number
            labels.entered[run] = hop
        stop = there[hop]
        if comes[hop] < vehicle[stop] and may[hop] & get_off:
            _put_down(changes, labels, stop, comes[hop], asked.telling)
            if asked.telling:
                labels.first_hop[stop] = labels.entered[run]
                labels.last_hop[stop] = hop
    return end - begin


@compiled
def _reach_areas(
    vehicle: Numbers, homes: Walks, between: tuple[int, int], spans: NDArray[np.uint16]
) -> None:
    """Walk from every stop that a vehicle leads to, and keep each area's best."""
    when, until = between
    spans[:] = FAR
    for stop in range(len(vehicle)):
        if vehicle[stop] > until:
            continue
        ridden = vehicle[stop] - when
        for walk in range(homes.first[stop], homes.first[stop + 1]):
            span = ridden + homes.takes[walk]
            if span <= until - when and span < spans[homes.to[walk]]:
                spans[homes.to[walk]] = span


@compiled
def spans_to_all(
    hops: Hops,
    changes: Changes,
    doors: tuple[Walks, Walks],
    asking: Asking,
    labels: Labels,
    spans: NDArray[np.uint16],
) -> int:
    """Scan once for each question, and say how long it takes to every area.

    Parameters
    ----------
    hops, changes
        Of one direction of time.
    doors
        Walks from places to stops, and from stops to areas.
    asking
        Places and times.
    labels
        Room to work in.
    spans
        Filled: questions × areas, deciseconds; ``FAR`` beyond ``asking.within``.

    Returns
    -------
    int
        How many hops were looked at, over all.
    """
    places, homes = doors
    looked = 0
    for n in range(len(asking.place)):
        when = int(asking.when[n])
        labels.vehicle[:] = NEVER
        labels.ready[:] = NEVER
        place = asking.place[n]
        for walk in range(places.first[place], places.first[place + 1]):
            there = when + places.takes[walk]
            labels.ready[places.to[walk]] = min(labels.ready[places.to[walk]], there)
        until = when + asking.within
        asked = Scanning(when, until, asking.rider, n + 1, 0)
        looked += scan(hops, changes, labels, asked)
        _reach_areas(labels.vehicle, homes, (when, until), spans[n])
    return looked
