"""Where are the stops, and can a wheelchair board there?"""

import polars as pl

from weft.standards.gtfs.feed import NOBODY, UNKNOWN
from weft.standards.gtfs.tables import Box, row_in, whole

COLUMNS = (
    "stop_id",
    "stop_name",
    "stop_lat",
    "stop_lon",
    "wheelchair_boarding",
    "location_type",
    "parent_station",
    "platform_code",
)
STATION = 1
MOST_LATITUDE, MOST_LONGITUDE = 90, 180


def stops_of(box: Box) -> pl.DataFrame:
    """Read the stops, each by its own word about wheelchairs or else its station's."""
    raw = box.table("stops", COLUMNS)
    named = _once(box, raw)
    lat = pl.col("stop_lat").cast(pl.Float64, strict=False)
    lon = pl.col("stop_lon").cast(pl.Float64, strict=False)
    placed = (
        lat.is_between(-MOST_LATITUDE, MOST_LATITUDE)
        & lon.is_between(-MOST_LONGITUDE, MOST_LONGITUDE)
        & ((lat != 0) | (lon != 0))
    )
    stops = named.select(
        pl.col("stop_id").alias("id"),
        pl.col("stop_name").fill_null("").alias("name"),
        pl.when(placed).then(lat).alias("lat"),
        pl.when(placed).then(lon).alias("lon"),
        _known(whole("wheelchair_boarding", UNKNOWN)).alias("boarding"),
        whole("location_type", 0).cast(pl.Int8, strict=False).alias("kind"),
        row_in("parent_station", named["stop_id"], name="parent"),
        pl.col("platform_code").fill_null("").alias("platform"),
    )
    _count(box, named, stops)
    return _with_the_stations_word(stops)


def _once(box: Box, raw: pl.DataFrame) -> pl.DataFrame:
    """Take each stop once, and none without a name of its own."""
    named = raw.filter(pl.col("stop_id").is_not_null())
    once = named.unique("stop_id", keep="first", maintain_order=True)
    if lost := len(raw) - len(once):
        box.tally.complain("a stop without an id, or with another's", rows=lost)
    return once


def _count(box: Box, named: pl.DataFrame, stops: pl.DataFrame) -> None:
    """Count stops that are nowhere and stations that are not there."""
    box.tally.use(len(stops))
    for name in stops.filter(pl.col("lat").is_null() & (pl.col("kind") <= STATION))[
        "id"
    ].to_list():
        box.tally.complain("a stop at 0,0, or without a place", example=name)
    missing = named["parent_station"].is_not_null() & (stops["parent"] == NOBODY)
    if lost := int(missing.sum()):
        box.tally.complain("a station that the feed does not hold", rows=lost)


def _known(told: pl.Expr) -> pl.Expr:
    """Take 1 for yes and 2 for no; whatever else stands there says nothing."""
    return pl.when(told.is_in([1, 2])).then(told).otherwise(UNKNOWN).cast(pl.Int8)


def _with_the_stations_word(stops: pl.DataFrame) -> pl.DataFrame:
    """Let a stop that says nothing inherit from its station, as the reference has it.

    An entrance is asked for itself: its own blank says nothing of the platforms.
    """
    station = stops["boarding"].gather(stops["parent"].clip(lower_bound=0))
    inherits = (
        (pl.col("boarding") == UNKNOWN)
        & (pl.col("parent") != NOBODY)
        & (pl.col("kind") == 0)
    )
    return stops.with_columns(
        pl.when(inherits).then(station).otherwise("boarding").alias("boarding")
    )


def known(column: str) -> pl.Expr:
    """Read a wheelchair's column of any table: unknown, yes or no."""
    return _known(whole(column, UNKNOWN))
