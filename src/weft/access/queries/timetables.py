"""Which timetable does a region have, and what runs on a date?

Read when it is first asked for, and kept in memory under the hash of its bytes: a new
build is seen at once, and the old one is let go.
"""

from datetime import date
from functools import lru_cache

from weft.access.domain.arrays import What
from weft.access.domain.timetable import Day, Timetable, day_of
from weft.access.domain.timetable.joining import joined
from weft.access.domain.timetable.tables import from_arrays
from weft.access.queries.kept import KeptAbout, arrays_of, kept

DAYS_IN_MEMORY = 8  # a week, and the night after it: 16 MB each for West Yorkshire


def timetable_of(region: str) -> Timetable | None:
    """Give a region's timetable, all its sources together; None where none is loaded.

    Raises
    ------
    FileNotUnderstood
        When its file is not whole.
    """
    found = kept(region, What.TIMETABLE)
    return _timetable(found) if found else None


def day_in(region: str, day: date) -> Day | None:
    """Give what runs in a region on a date; None where no timetable is loaded."""
    found = kept(region, What.TIMETABLE)
    return _day(found, day) if found else None


@lru_cache(maxsize=2)
def _timetable(sources: tuple[KeptAbout, ...]) -> Timetable:
    return joined([from_arrays(arrays_of(about)) for about in sources])


@lru_cache(maxsize=DAYS_IN_MEMORY)
def _day(sources: tuple[KeptAbout, ...], day: date) -> Day:
    return day_of(_timetable(sources), day)
