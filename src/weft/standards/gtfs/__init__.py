"""When does which bus, tram, train or ferry call where? GTFS, as others publish it.

What is read and what is not: docs/standards/gtfs.md. Nothing here knows of us.
"""

from weft.standards.gtfs.fares import FareTables
from weft.standards.gtfs.feed import Feed, FeedInfo
from weft.standards.gtfs.reading import read_feed

__all__ = ["FareTables", "Feed", "FeedInfo", "read_feed"]
