"""Every way there and home by bus, each with what it costs: tried out, not searched.

A vehicle is a list of (stop, comes, goes) with a name; a door has its walks. Whoever
rides gets on anywhere, gets off anywhere, changes or walks once and rides on, three
times at most. Nothing is ordered and nothing is left out because it is slow.
"""

from dataclasses import dataclass, field

MOST = 3


@dataclass(frozen=True)
class Rode:
    """One ride: whose, between which calls, and when it left."""

    vehicle: int
    first: int
    last: int
    leaves: int


@dataclass
class Road:
    """Vehicles and walks; deciseconds."""

    vehicles: list[list[tuple[int, int, int]]]
    same: list[int]
    walks: dict[tuple[int, int], int] = field(default_factory=dict)


def ways(road, from_door, to_door, between):
    """Give (leaves the door, reaches the other, rides) of every way in between.

    Each leaves its first door just so early that the first vehicle is met.
    """
    since, until = between
    for first in range(len(road.vehicles)):
        for ride, comes, stop in rides(road, first, None):
            if ride_start(road, ride) not in from_door:
                continue
            leaves = ride.leaves - from_door[ride_start(road, ride)]
            if leaves < since:
                continue
            for path, end, at in onwards(road, [ride], comes, stop):
                if at in to_door and end + to_door[at] <= until:
                    yield leaves, end + to_door[at], tuple(path)


def ride_start(road, ride):
    return road.vehicles[ride.vehicle][ride.first][0]


def onwards(road, path, comes, stop):
    yield path, comes, stop
    if len(path) == MOST:
        return
    others = {stop: road.same[stop]}
    for (here, there), takes in road.walks.items():
        if here == stop and there != stop:
            others[there] = takes
    for there, takes in others.items():
        for vehicle in range(len(road.vehicles)):
            for ride, end, at in rides(road, vehicle, (there, comes + takes)):
                yield from onwards(road, [*path, ride], end, at)


def rides(road, vehicle, ready):
    """Give every ride on a vehicle: from where one is ready, or from anywhere."""
    calls = road.vehicles[vehicle]
    for first, (stop, _, goes) in enumerate(calls):
        if ready is not None and (stop != ready[0] or goes < ready[1]):
            continue
        for last in range(first + 1, len(calls)):
            end, comes, _ = calls[last]
            yield Rode(vehicle, first, last, goes), comes, end
