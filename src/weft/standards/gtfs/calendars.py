"""On which days does a service run, how often, and how long does it take to change?"""

import polars as pl

from weft.standards.gtfs.feed import NOBODY, FeedInfo
from weft.standards.gtfs.tables import Box, day, row_in, seconds, whole

DAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
ADDED, REMOVED = 1, 2


def services_of(box: Box) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read services and their exceptions; a service may be exceptions alone."""
    told = box.table("calendar", ("service_id", *DAYS, "start_date", "end_date"))
    raw = box.table("calendar_dates", ("service_id", "date", "exception_type"))
    bits = pl.sum_horizontal(
        (whole(name, 0) == 1).cast(pl.Int32) * 2**n for n, name in enumerate(DAYS)
    )
    weekly = told.select(
        pl.col("service_id").alias("id"),
        bits.cast(pl.UInt8).alias("days"),
        day("start_date").alias("first"),
        day("end_date").alias("last"),
    )
    broken = (
        pl.col("id").is_null()
        | pl.col("first").is_null()
        | pl.col("last").is_null()
        | (pl.col("last") < pl.col("first"))
    )
    for name in weekly.filter(broken)["id"].fill_null("no id").to_list():
        box.tally.complain("a calendar whose days cannot be read", example=name)
    whole_ones = weekly.filter(~broken).unique("id", keep="first", maintain_order=True)
    if twins := len(weekly.filter(~broken)) - len(whole_ones):
        box.tally.complain("a calendar that stands twice", rows=twins)
    alone = raw.select(
        pl.col("service_id").alias("id"),
        pl.lit(0, pl.UInt8).alias("days"),
        pl.lit(None, pl.Date).alias("first"),
        pl.lit(None, pl.Date).alias("last"),
    ).drop_nulls("id")
    services = pl.concat([whole_ones, alone]).unique(
        "id", keep="first", maintain_order=True
    )
    exceptions = _exceptions(box, raw, services["id"])
    box.tally.use(len(whole_ones) + len(exceptions))
    return services, exceptions


def _exceptions(box: Box, raw: pl.DataFrame, ids: pl.Series) -> pl.DataFrame:
    """Read the days on which a service runs besides, or does not run."""
    read = raw.select(
        row_in("service_id", ids, name="service"),
        day("date").alias("day"),
        whole("exception_type", 0).alias("kind"),
    )
    good = (
        (pl.col("service") != NOBODY)
        & pl.col("day").is_not_null()
        & pl.col("kind").is_in([ADDED, REMOVED])
    )
    if lost := len(read) - len(read.filter(good)):
        box.tally.complain("an exception of a calendar that cannot be read", rows=lost)
    return read.filter(good).select(
        "service", "day", (pl.col("kind") == ADDED).alias("runs")
    )


def frequencies_of(box: Box, trips: pl.Series) -> pl.DataFrame:
    """Read which trips stand for a bus every so often."""
    read = box.table(
        "frequencies",
        ("trip_id", "start_time", "end_time", "headway_secs", "exact_times"),
    ).select(
        row_in("trip_id", trips, name="trip"),
        seconds("start_time").alias("first"),
        seconds("end_time").alias("last"),
        whole("headway_secs", 0, pl.Int32).alias("every"),
        (whole("exact_times", 0) == 1).alias("exact"),
    )
    good = (
        (pl.col("trip") != NOBODY)
        & (pl.col("last") > pl.col("first"))
        & (pl.col("every") > 0)
    ).fill_null(value=False)
    if lost := len(read) - len(read.filter(good)):
        box.tally.complain("«every so often» that cannot be read", rows=lost)
    box.tally.use(len(read.filter(good)))
    return read.filter(good)


def transfers_of(box: Box, stops: pl.DataFrame) -> pl.DataFrame:
    """Read how long changes take; a station's word holds for each of its stops."""
    told = box.table(
        "transfers",
        (
            *("from_stop_id", "to_stop_id", "transfer_type", "min_transfer_time"),
            *("from_route_id", "to_route_id", "from_trip_id", "to_trip_id"),
        ),
    )
    narrow = pl.any_horizontal(pl.col(r"^(from|to)_(route|trip)_id$").is_not_null())
    if apart := len(told.filter(narrow)):
        box.tally.leave_out("a change between two routes or trips only", apart)
    read = told.filter(~narrow).select(
        row_in("from_stop_id", stops["id"], name="from_stop"),
        row_in("to_stop_id", stops["id"], name="to_stop"),
        whole("transfer_type", 0).cast(pl.Int8).alias("kind"),
        pl.col("min_transfer_time").cast(pl.Int32, strict=False).alias("seconds"),
    )
    good = (pl.col("from_stop") != NOBODY) & (pl.col("to_stop") != NOBODY)
    if lost := len(read) - len(read.filter(good)):
        box.tally.complain("a change at a stop that the feed does not hold", rows=lost)
    box.tally.use(len(read.filter(good)))
    return _of_each_stop(read.filter(good), stops)


def _of_each_stop(read: pl.DataFrame, stops: pl.DataFrame) -> pl.DataFrame:
    """Say of every stop of a station what is said of the station."""
    children = stops.with_row_index("stop").select(
        pl.col("parent").alias("station"), pl.col("stop").cast(pl.Int32)
    )
    itself = pl.DataFrame(
        {"station": range(len(stops)), "stop": range(len(stops))},
        schema={"station": pl.Int32, "stop": pl.Int32},
    )
    inside = pl.concat([itself, children.filter(pl.col("station") != NOBODY)])
    both = read
    for end in ("from_stop", "to_stop"):
        named = inside.rename({"station": end, "stop": f"{end}_each"})
        both = both.join(named, on=end).drop(end).rename({f"{end}_each": end})
    return both.select("from_stop", "to_stop", "kind", "seconds").unique(
        ["from_stop", "to_stop"], keep="first", maintain_order=True
    )


def info_of(box: Box) -> FeedInfo:
    """Read who published the feed, and from when until when it speaks."""
    read = box.table(
        "feed_info",
        ("feed_publisher_name", "feed_version", "feed_start_date", "feed_end_date"),
    ).with_columns(day("feed_start_date"), day("feed_end_date"))
    if read.is_empty():
        return FeedInfo()
    publisher, version, first, last = read.row(0)
    return FeedInfo(
        publisher=publisher or "", version=version or "", first=first, last=last
    )
