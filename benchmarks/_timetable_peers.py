"""The peers: a time-expanded graph walked by scipy, and every vehicle in turn.

Both get the hops that Weft lays out for a day; the first as a graph of events, built
for a stretch of the day, of which ``breadth_first_order`` (compiled) says what can be
reached; the second is the slow twin of the tests, in plain Python.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from weft.access.domain.spans import FAR
from weft.access.domain.timetable import Around, Events, Hops, Walks

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.oracles.timetable import Buses, Call, earliest

NEVER = 2**30


class Expanded:
    """Events of a stretch of a day, and what each leads to.

    For hop n: node 3n is standing at its stop when it leaves, 3n + 1 leaving with it,
    and 3n + 2 arriving.
    """

    def __init__(self, hops: Hops, around: Around, since: int, until: int) -> None:
        near = slice(*np.searchsorted(hops.leaves, [since, until + 1]))
        self.leaves, self.comes = hops.leaves[near], hops.comes[near]
        self.here, self.there = hops.here[near], hops.there[near]
        self.run, self.count = hops.run[near], len(self.leaves)
        self.stops = len(around.changing.onwards.same)
        # By stop, then time: where one may get on next is found by halving.
        self.order = np.lexsort((self.leaves, self.here))
        self.key = self.here[self.order].astype(np.int64) * 2**32 + (
            self.leaves[self.order].astype(np.int64) + 2**31
        )
        self.edges = self._edges(around)

    def next_at(
        self, stop: NDArray[np.integer], when: NDArray[np.integer]
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Find the next hop from each stop after a time, and where there is one."""
        asked = stop.astype(np.int64) * 2**32 + (when.astype(np.int64) + 2**31)
        place = np.searchsorted(self.key, asked)
        there = place < self.count
        hop = self.order[np.minimum(place, self.count - 1)]
        return hop, there & (self.here[hop] == stop)

    def _edges(self, around: Around) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Lead from event to event."""
        every = np.arange(self.count)
        begin, end = [3 * every, 3 * every + 1], [3 * every + 1, 3 * every + 2]
        later = self.here[self.order[1:]] == self.here[self.order[:-1]]
        begin.append(3 * self.order[:-1][later])
        end.append(3 * self.order[1:][later])
        by_run = np.lexsort((every, self.run))
        same = self.run[by_run[1:]] == self.run[by_run[:-1]]
        begin.append(3 * by_run[:-1][same] + 2)
        end.append(3 * by_run[1:][same] + 1)
        changes = around.changing.onwards
        hop, good = self.next_at(self.there, self.comes + changes.same[self.there])
        begin.append(3 * every[good] + 2)
        end.append(3 * hop[good])
        many = np.diff(changes.walks.first)[self.there]
        arrival = np.repeat(every, many)
        walk = np.repeat(changes.walks.first[self.there], many) + (
            np.arange(len(arrival)) - np.repeat(np.cumsum(many) - many, many)
        )
        when = self.comes[arrival] + changes.walks.takes[walk]
        hop, good = self.next_at(changes.walks.to[walk], when)
        begin.append(3 * arrival[good] + 2)
        end.append(3 * hop[good])
        return np.concatenate(begin), np.concatenate(end)

    def spans(
        self, events: Events, places: Walks, homes: Walks, within: int
    ) -> NDArray[np.uint16]:
        """Say how long it takes to every area from each place and time."""
        begin, end = [self.edges[0]], [self.edges[1]]
        for n, (place, when) in enumerate(zip(events.place, events.when, strict=True)):
            at = slice(places.first[place], places.first[place + 1])
            hop, good = self.next_at(places.to[at], when + places.takes[at])
            begin.append(np.full(int(good.sum()), 3 * self.count + n))
            end.append(3 * hop[good])
        size = 3 * self.count + len(events.place)
        rows, columns = np.concatenate(begin), np.concatenate(end)
        graph = csr_matrix(
            (np.ones(len(rows), np.int8), (rows, columns)), shape=(size, size)
        )
        areas = int(homes.to.max()) + 1
        return np.array(
            [
                self._one(graph, n, int(when), homes, (areas, within))
                for n, when in enumerate(events.when)
            ]
        )

    def _one(
        self,
        graph: csr_matrix,
        n: int,
        when: int,
        homes: Walks,
        limits: tuple[int, int],
    ) -> NDArray[np.uint16]:
        """Walk the graph from one question, and from the stops reached to areas."""
        areas, within = limits
        reached = breadth_first_order(
            graph, 3 * self.count + n, return_predecessors=False
        )
        hop = reached[reached % 3 == 2] // 3
        hop = hop[hop < self.count]
        vehicle = np.full(self.stops, NEVER, np.int64)
        np.minimum.at(vehicle, self.there[hop], self.comes[hop])
        return walked(vehicle, when, homes, areas, within)


def walked(
    vehicle: NDArray[np.int64], when: int, homes: Walks, areas: int, within: int
) -> NDArray[np.uint16]:
    """Walk from every stop to its areas, and keep the best."""
    stop = np.repeat(np.arange(len(vehicle)), np.diff(homes.first))
    span = np.full(areas, NEVER, np.int64)
    np.minimum.at(span, homes.to, vehicle[stop] - when + homes.takes)
    return np.where(span <= within, span, FAR).astype(np.uint16)


def in_turn(
    hops: Hops, around: Around, events: Events, places: Walks, homes: Walks
) -> Iterable[NDArray[np.uint16]]:
    """Ride every vehicle in turn until nothing changes: the tests' slow twin."""
    within, size = FAR - 1, int(homes.to.max()) + 1
    calls: dict[int, list[Call]] = {}
    columns = (column.tolist() for column in hops[:5])
    for leaves, comes, here, there, run in zip(*columns, strict=True):
        mine = calls.setdefault(run, [])
        if mine:
            mine[-1] = Call(str(here), mine[-1].arrives, leaves, True, True)  # noqa: FBT003 as it is
        else:
            mine.append(Call(str(here), leaves, leaves, True, True))  # noqa: FBT003 as it is
        mine.append(Call(str(there), comes, comes, True, True))  # noqa: FBT003 as it is
    changes = around.changing.onwards
    walks = {
        (str(stop), str(changes.walks.to[n])): int(changes.walks.takes[n])
        for stop in range(len(changes.same))
        for n in range(changes.walks.first[stop], changes.walks.first[stop + 1])
    }
    buses = Buses(list(calls.values()), walks)
    for place, when in zip(events.place.tolist(), events.when.tolist(), strict=True):
        at = slice(places.first[place], places.first[place + 1])
        ready = {
            str(stop): when + int(takes)
            for stop, takes in zip(places.to[at], places.takes[at], strict=True)
        }
        vehicle = np.full(len(changes.same), NEVER, np.int64)
        for stop, comes in earliest(buses, ready, until=when + within).items():
            vehicle[int(stop)] = comes
        yield walked(vehicle, when, homes, size, within)
