"""What if one thing in a region's week were otherwise?

names   what the names in a link stand for
buses   journeys by a timetable in which more runs
ready   a week made ready to be asked, and kept
asking  the answer
"""

from weft.access.queries.scenarios.asking import Answer, ask
from weft.access.queries.scenarios.names import Named, OfferNamed, clock_of, minute_of
from weft.access.queries.scenarios.ready import Making, Ready, made_ready, ready

__all__ = [
    "Answer",
    "Making",
    "Named",
    "OfferNamed",
    "Ready",
    "ask",
    "clock_of",
    "made_ready",
    "minute_of",
    "ready",
]
