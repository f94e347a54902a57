"""What do we know of the ways around somebody's start?"""

from functools import lru_cache

from weft.access.domain.going import Going, StraightLine
from weft.access.domain.journeys.from_home import FromHome
from weft.access.domain.journeys.surroundings import Surroundings
from weft.access.domain.streets import Network
from weft.access.domain.timetable import Timetable
from weft.access.queries.streets import network_of
from weft.access.queries.timetables import timetable_of
from weft.access.queries.values import Wanted

AT_HAND = 2
"""Regions whose streets stay in memory: some 200 MB for a county."""


def going_of(wanted: Wanted) -> Going:
    """Go along the streets, and by timetable where one speaks of the week.

    Where no streets are loaded for the region that somebody starts in, or none near
    the start, ways are estimated from the straight line.
    """
    around = surroundings(wanted.start_region) if wanted.start_region else None
    if around is None or not around.has_streets_at(wanted.start):
        return StraightLine(start=wanted.start, ways=wanted.ways)
    return FromHome(
        around=around,
        start=wanted.start,
        ways=wanted.ways,
        week=wanted.week,
        minutes=wanted.minutes_each_way,
    )


def surroundings(region: str) -> Surroundings | None:
    """Give a region's streets and timetable; None where no streets are loaded."""
    network = network_of(region)
    return None if network is None else _surroundings(network, timetable_of(region))


@lru_cache(maxsize=AT_HAND)
def _surroundings(network: Network, timetable: Timetable | None) -> Surroundings:
    """Keep what was hung on the streets; another build brings other streets."""
    return Surroundings(network, timetable)
