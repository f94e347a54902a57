"""What do we know of the ways around somebody's start?"""

from functools import lru_cache

from weft.access.domain.arrays import What
from weft.access.domain.going import Going, StraightLine
from weft.access.domain.journeys.from_home import FromHome
from weft.access.domain.journeys.surroundings import Surroundings
from weft.access.domain.streets.network import Network
from weft.access.domain.timetable.tables import from_arrays
from weft.access.queries.kept import KeptAbout, arrays_of, kept
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
    streets = kept(region, What.STREETS)
    if not streets:
        return None
    timetables = kept(region, What.TIMETABLE)
    return _surroundings(streets[0], timetables[0] if timetables else None)


@lru_cache(maxsize=AT_HAND)
def _surroundings(streets: KeptAbout, timetable: KeptAbout | None) -> Surroundings:
    """Read them once; whoever builds the region anew gives them other digests."""
    return Surroundings(
        Network.of(arrays_of(streets)),
        from_arrays(arrays_of(timetable)) if timetable else None,
    )
