"""What a GTFS feed says, with its texts told apart and its references made numbers.

A reference from one table to another is the row of the other, from 0, and -1 where the
feed names something that it does not hold.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from weft.standards.gtfs.fares import FareTables

NOBODY = -1
"""The row of something that the feed names and does not hold."""

UNKNOWN, YES, NO = 0, 1, 2
"""Whether a wheelchair can board: GTFS's own numbers; 0 is that nobody recorded it."""

REGULAR, NEVER, RING, ASK_THE_DRIVER = 0, 1, 2, 3
"""How one gets on or off at a stop: GTFS's own numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedInfo:
    """Who published a feed, and from when until when it speaks."""

    publisher: str = ""
    version: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Feed:
    """The tables of a feed.

    Attributes
    ----------
    agencies
        ``id, name, phone``.
    stops
        ``id, name, lat, lon, boarding, kind, parent, platform``. A stop without a
        place, or at 0,0, has null for both degrees. ``boarding`` is the station's
        where the stop itself does not say.
    routes
        ``id, short_name, long_name, kind, agency``; ``kind`` is the ``route_type``.
    trips
        ``id, route, service, headsign, accessible``.
    times
        ``trip, stop, sequence, arrives, departs, pickup, drop_off, guessed``, by trip
        and sequence; whole seconds since noon less twelve hours of the day of service.
        ``guessed`` where the feed leaves the time blank between two that it tells.
    services
        ``id, days, first, last``: ``days`` has bit n for the nth day after Monday.
    exceptions
        ``service, day, runs``.
    frequencies
        ``trip, first, last, every, exact``, in seconds.
    transfers
        ``from_stop, to_stop, kind, seconds``; stations stand for each of their stops.
    booked
        ``trip, stop, opens, closes, rule``: where one is fetched who has rung before.
    rules
        ``id, kind, message, phone, address``: how one books.
    fares
        What tickets there are, and on which rides each is good.
    info
        Of the feed itself.
    """

    agencies: pl.DataFrame
    stops: pl.DataFrame
    routes: pl.DataFrame
    trips: pl.DataFrame
    times: pl.DataFrame
    services: pl.DataFrame
    exceptions: pl.DataFrame
    frequencies: pl.DataFrame
    transfers: pl.DataFrame
    booked: pl.DataFrame
    rules: pl.DataFrame
    fares: FareTables
    info: FeedInfo
