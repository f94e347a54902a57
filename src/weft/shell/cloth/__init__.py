"""How is a week drawn as a piece of cloth?

Days are the warp, hours the weft; where something fits, thread is laid in. The same
grid serves a person's week, an offer's, a neighbourhood's and a region's.
"""

from weft.shell.cloth.month import Row, month
from weft.shell.cloth.region import Hours, region_week
from weft.shell.cloth.strip import StripWords, Visit, strip
from weft.shell.cloth.thread import Cloth, Weave
from weft.shell.cloth.week import Piece, week

__all__ = [
    "Cloth",
    "Hours",
    "Piece",
    "Row",
    "StripWords",
    "Visit",
    "Weave",
    "month",
    "region_week",
    "strip",
    "week",
]
