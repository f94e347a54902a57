"""Which timetable does a region have?

Read when it is first asked for, and kept in memory under the hash of its bytes: a new
build is seen at once, and the old one is let go.
"""

from functools import lru_cache

from weft.access.domain.arrays import What
from weft.access.domain.timetable import Timetable
from weft.access.domain.timetable.joining import joined
from weft.access.domain.timetable.tables import from_arrays
from weft.access.queries.kept import KeptAbout, arrays_of, kept


def timetable_of(region: str) -> Timetable | None:
    """Give a region's timetable, all its sources together; None where none is loaded.

    Raises
    ------
    FileNotUnderstood
        When its file is not whole.
    """
    found = kept(region, What.TIMETABLE)
    return _timetable(found) if found else None


@lru_cache(maxsize=2)
def _timetable(sources: tuple[KeptAbout, ...]) -> Timetable:
    return joined([from_arrays(arrays_of(about)) for about in sources])
