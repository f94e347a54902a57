"""What do we know of the ways around somebody's start?"""

from weft.access.domain.going import Going, StraightLine
from weft.access.queries.values import Wanted


def going_of(wanted: Wanted) -> Going:
    """Take the best that is loaded there: for now, the straight line."""
    return StraightLine(start=wanted.start, ways=wanted.ways)
