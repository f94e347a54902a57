"""How does one get from place to place by road: for laying bus routes and stops?"""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from demo.ground.land import Spot
from demo.streets.lines import Line

ROADS = ("primary", "tertiary", "unclassified", "residential")


class Roads:
    """The roads a bus can take, as a graph of their nodes."""

    def __init__(self, lines: list[Line]) -> None:
        self.near: defaultdict[Spot, dict[Spot, float]] = defaultdict(dict)
        self.name: dict[Spot, str] = {}
        for line in lines:
            if line.tags.get("highway") in ROADS:
                self._add(line)
        self.spots = np.array(sorted(self.near))

    def _add(self, line: Line) -> None:
        slow = 1.0 if line.tags["highway"] in ("primary", "tertiary") else 1.35
        for points, _ in line.pieces():
            for a, b in pairwise(points):
                metres = math.dist(a, b) * slow
                self.near[a][b] = self.near[b][a] = metres
                for spot in (a, b):
                    if line.tags["name"] and spot not in self.name:
                        self.name[spot] = line.tags["name"]

    def nearest(self, at: Spot) -> Spot:
        """Find the node nearest to a place."""
        away = ((self.spots - np.array(at)) ** 2).sum(axis=1)
        x, y = self.spots[int(away.argmin())]
        return float(x), float(y)

    def way(self, start: Spot, end: Spot) -> list[Spot]:
        """Find the shortest way between two nodes."""
        best = {start: 0.0}
        before: dict[Spot, Spot] = {}
        queue = [(0.0, start)]
        while queue:
            cost, here = heapq.heappop(queue)
            if here == end:
                break
            if cost > best[here]:
                continue
            for there, metres in self.near[here].items():
                if cost + metres < best.get(there, math.inf):
                    best[there], before[there] = cost + metres, here
                    heapq.heappush(queue, (cost + metres, there))
        return [*reversed(list(trail(before, end)))]

    def through(self, places: Iterable[Spot]) -> list[Spot]:
        """Find the way through several places in turn."""
        stops = [self.nearest(place) for place in places]
        whole = [stops[0]]
        for a, b in pairwise(stops):
            whole += self.way(a, b)[1:]
        return whole


def trail(before: dict[Spot, Spot], end: Spot) -> Iterable[Spot]:
    """Walk back from the end to the start."""
    yield end
    while end in before:
        end = before[end]
        yield end
