"""Which services come only to those who have rung before? The flexible part of GTFS.

Groups of stops are read (``location_groups``); zones drawn on a map
(``locations.geojson``) are not, and are counted.
"""

import polars as pl

from weft.standards.gtfs.feed import NEVER, NOBODY
from weft.standards.gtfs.tables import Box, row_in, seconds, whole


def rules_of(box: Box) -> pl.DataFrame:
    """Read how one books."""
    read = box.table(
        "booking_rules",
        (
            *("booking_rule_id", "booking_type", "message", "pickup_message"),
            *("phone_number", "info_url", "booking_url"),
        ),
    )
    return read.select(
        pl.col("booking_rule_id").fill_null("").alias("id"),
        whole("booking_type", NOBODY).alias("kind"),
        pl.coalesce("message", "pickup_message", pl.lit("")).alias("message"),
        pl.col("phone_number").fill_null("").alias("phone"),
        pl.coalesce("booking_url", "info_url", pl.lit("")).alias("address"),
    )


def booked_of(
    box: Box, rows: pl.DataFrame, stops: pl.DataFrame, rules: pl.DataFrame
) -> pl.DataFrame:
    """Say at which stops, from when until when, one is fetched who has rung."""
    groups = box.table("location_group_stops", ("location_group_id", "stop_id"))
    alone = rows.filter(pl.col("stop_id").is_not_null())
    grouped = rows.drop("stop_id").join(groups, on="location_group_id")
    zones = rows.filter(
        pl.col("stop_id").is_null() & pl.col("location_group_id").is_null()
    )
    if len(zones):
        box.tally.complain("a zone on a map in place of stops", rows=len(zones))
    every = pl.concat([alone, grouped.select(alone.columns)])
    read = every.select(
        "trip",
        row_in("stop_id", stops["id"], name="stop"),
        seconds("start_pickup_drop_off_window").alias("opens"),
        seconds("end_pickup_drop_off_window").alias("closes"),
        row_in("pickup_booking_rule_id", rules["id"], name="rule"),
        whole("pickup_type", NEVER).alias("pickup"),
    )
    good = (
        (pl.col("trip") != NOBODY)
        & (pl.col("stop") != NOBODY)
        & (pl.col("closes") > pl.col("opens")).fill_null(value=False)
    )
    if lost := len(read) - len(read.filter(good)):
        box.tally.complain("a service to be booked that cannot be read", rows=lost)
    box.tally.use(len(read.filter(good)))
    fetched = read.filter(good & (pl.col("pickup") != NEVER)).drop("pickup")
    return fetched.unique(maintain_order=True)
