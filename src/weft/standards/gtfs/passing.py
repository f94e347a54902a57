"""At what time does each trip call at each stop?

Rows come in pieces and are made numbers at once. A trip whose times cannot be true is
left out whole, and counted: half a trip would be a bus that never comes.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from weft.standards.gtfs.feed import NOBODY, REGULAR
from weft.standards.gtfs.tables import Box, row_in, seconds, whole

COLUMNS = (
    "trip_id",
    "arrival_time",
    "departure_time",
    "stop_id",
    "stop_sequence",
    "pickup_type",
    "drop_off_type",
    "shape_dist_traveled",
    "location_group_id",
    "location_id",
    "start_pickup_drop_off_window",
    "end_pickup_drop_off_window",
    "pickup_booking_rule_id",
)
FEWEST_STOPS = 2


def passing_times(
    box: Box, trips: pl.DataFrame, stops: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read the times, and apart from them the rows of services that must be booked.

    Returns
    -------
    tuple
        ``times`` as ``Feed`` has them, and the rows of ``stop_times`` with a window in
        place of a time, as texts, with their ``trip``.
    """
    fixed, booked = [], []
    for piece in box.pieces("stop_times", COLUMNS):
        windowed = pl.any_horizontal(
            pl.col("location_group_id").is_not_null(),
            pl.col("location_id").is_not_null(),
            pl.col("start_pickup_drop_off_window").is_not_null(),
        )
        trip = row_in("trip_id", trips["id"], name="trip")
        booked.append(piece.filter(windowed).with_columns(trip))
        fixed.append(_numbers(box, piece.filter(~windowed), trip, stops))
    times = pl.concat(fixed).sort("trip", "sequence", maintain_order=True)
    return _whole_trips(box, times, trips), pl.concat(booked)


def _numbers(
    box: Box, piece: pl.DataFrame, trip: pl.Expr, stops: pl.DataFrame
) -> pl.DataFrame:
    """Make rows numbers; what names an unknown trip or stop is counted and left out."""
    read = piece.select(
        trip,
        row_in("stop_id", stops["id"], name="stop"),
        whole("stop_sequence", NOBODY, pl.Int32).alias("sequence"),
        seconds("arrival_time").alias("arrives"),
        seconds("departure_time").alias("departs"),
        whole("pickup_type", REGULAR).cast(pl.Int8).alias("pickup"),
        whole("drop_off_type", REGULAR).cast(pl.Int8).alias("drop_off"),
        pl.col("shape_dist_traveled").cast(pl.Float64, strict=False).alias("far"),
        (
            pl.col("arrival_time").is_not_null() & seconds("arrival_time").is_null()
            | pl.col("departure_time").is_not_null()
            & seconds("departure_time").is_null()
        ).alias("unread"),
    )
    for column, what in (
        ("trip", "a time of a trip that the feed does not hold"),
        ("stop", "a time at a stop that the feed does not hold"),
        ("sequence", "a time without its number in the trip"),
    ):
        lost = read.filter(pl.col(column) == NOBODY)
        if len(lost):
            box.tally.complain(what, rows=len(lost))
        read = read.filter(pl.col(column) != NOBODY)
    return read


def _whole_trips(box: Box, times: pl.DataFrame, trips: pl.DataFrame) -> pl.DataFrame:
    """Fill blank times in, and leave out trips that cannot be true."""
    same = pl.coalesce("arrives", "departs"), pl.coalesce("departs", "arrives")
    times = times.with_columns(same[0].alias("arrives"), same[1].alias("departs"))
    known = pl.col("arrives").is_not_null()
    ends = known.first().over("trip") & known.last().over("trip")
    readable = ~pl.col("unread").any().over("trip")
    times = _without(box, times, trips, readable, "a trip with a time that is no time")
    times = _without(
        box, times, trips, ends, "a trip whose first or last time is blank"
    )
    times = _filled(times)
    before = pl.col("departs").shift(1).over("trip")
    onwards = (
        (
            (pl.col("departs") >= pl.col("arrives"))
            & (pl.col("arrives") >= before).fill_null(value=True)
        )
        .all()
        .over("trip")
    )
    times = _without(box, times, trips, onwards, "a trip whose times run backwards")
    again = (pl.col("sequence").shift(1).over("trip") == pl.col("sequence")).fill_null(
        value=False
    )
    times = _without(
        box, times, trips, ~again.any().over("trip"), "a trip with a number twice"
    )
    enough = pl.len().over("trip") >= FEWEST_STOPS
    times = _without(box, times, trips, enough, "a trip with one stop")
    box.tally.use(len(times))
    if guessed := int(times["guessed"].sum()):
        box.tally.joined(
            "times told, not reckoned from their neighbours",
            hits=len(times) - guessed,
            of=len(times),
        )
    return times.drop("far", "unread")


def _without(
    box: Box, times: pl.DataFrame, trips: pl.DataFrame, good: pl.Expr, what: str
) -> pl.DataFrame:
    """Leave out the trips that are not good, and count them by their rows."""
    told = times.with_columns(good.alias("good"))
    bad = told.filter(~pl.col("good"))
    for trip, rows in bad.group_by("trip", maintain_order=True).len().iter_rows():
        box.tally.complain(what, example=trips["id"][trip], rows=rows)
    return told.filter(pl.col("good")).drop("good")


def _filled(times: pl.DataFrame) -> pl.DataFrame:
    """Reckon each blank time from the told ones around it.

    By distance along the way where the trip tells it throughout, otherwise by the
    number of stops, as the reference leaves it to whoever reads.
    """
    blank = times["arrives"].is_null().to_numpy()
    if not blank.any():
        return times.with_columns(pl.lit(value=False).alias("guessed"))
    onwards = (pl.col("far") > pl.col("far").shift(1)).fill_null(
        pl.int_range(pl.len()) == 0
    )
    by_distance = onwards.all().over("trip") & pl.col("far").is_not_null().all().over(
        "trip"
    )
    row = pl.int_range(pl.len()).cast(pl.Float64)
    along = times.select(
        pl.when(by_distance).then("far").otherwise(row).alias("along")
    )["along"].to_numpy()
    reckoned = _between(times, along, blank)
    filled = pl.Series(reckoned, dtype=pl.Int32)
    return times.with_columns(
        pl.col("arrives").fill_null(filled),
        pl.col("departs").fill_null(filled),
        pl.Series("guessed", blank),
    )


def _between(
    times: pl.DataFrame, along: NDArray[np.float64], blank: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """Reckon every row from the told ones before and after it, to whole seconds."""
    rows = np.arange(len(times))
    told = rows[~blank]
    place = np.searchsorted(told, rows, side="right") - 1
    before, after = told[place], told[np.minimum(place + 1, len(told) - 1)]
    departs = times["departs"].fill_null(0).to_numpy().astype(np.float64)
    arrives = times["arrives"].fill_null(0).to_numpy().astype(np.float64)
    span = np.where(blank, along[after] - along[before], 1.0)
    share = np.where(blank, along - along[before], 0.0) / span
    reckoned = departs[before] + share * (arrives[after] - departs[before])
    return np.floor(reckoned).astype(np.int32)
