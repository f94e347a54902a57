"""How is a whole feed read, and what is refused?"""

from pathlib import Path

import polars as pl

from weft.commons.provenance import Tally
from weft.standards import transxchange
from weft.standards.gtfs.booking import booked_of, rules_of
from weft.standards.gtfs.calendars import (
    frequencies_of,
    info_of,
    services_of,
    transfers_of,
)
from weft.standards.gtfs.fares import FareTables, no_fares
from weft.standards.gtfs.fares_by_leg import fares_by_leg
from weft.standards.gtfs.fares_by_zone import fares_by_zone
from weft.standards.gtfs.feed import NOBODY, Feed
from weft.standards.gtfs.passing import passing_times
from weft.standards.gtfs.stops import known, stops_of
from weft.standards.gtfs.tables import Box, row_in, whole

NEEDED = ("stops", "routes", "trips", "stop_times")
BUS = 3


def read_feed(path: Path, *, tally: Tally) -> Feed:
    """Read a GTFS timetable.

    Parameters
    ----------
    path
        A zip with the tables in it, or in one folder in it.
    tally
        Who counts what was read and what could not be.

    Raises
    ------
    FileNotUnderstood
        When it is no whole zip, no GTFS (TransXChange is told apart), or a table in it
        is no table.
    """
    transxchange.refuse(path)
    box = Box.opened(path, tally)
    for table in NEEDED:
        box.needed(table)
    agencies = _agencies(box)
    stops = stops_of(box)
    routes = _routes(box, agencies)
    services, exceptions = services_of(box)
    trips = _trips(box, routes, services)
    times, windowed = passing_times(box, trips, stops)
    rules = rules_of(box)
    return Feed(
        agencies=agencies,
        stops=stops,
        routes=routes,
        trips=trips,
        times=times,
        services=services,
        exceptions=exceptions,
        frequencies=frequencies_of(box, trips["id"]),
        transfers=transfers_of(box, stops),
        booked=booked_of(box, windowed, stops, rules),
        rules=rules,
        fares=_fares(box, agencies, stops, routes),
        info=info_of(box),
    )


def _fares(
    box: Box, agencies: pl.DataFrame, stops: pl.DataFrame, routes: pl.DataFrame
) -> FareTables:
    """Read the fares; of two ways to tell them the newer holds."""
    if box.has("fare_leg_rules"):
        if box.has("fare_attributes"):
            box.tally.leave_out("fares told the older way too")
        return fares_by_leg(box, stops, routes)
    if box.has("fare_attributes"):
        return fares_by_zone(box, agencies, stops, routes)
    return no_fares()


def _agencies(box: Box) -> pl.DataFrame:
    """Read who runs the buses; a feed of one operator may leave its id out."""
    read = box.table("agency", ("agency_id", "agency_name", "agency_phone"))
    box.tally.use(len(read))
    return read.select(
        pl.col("agency_id").fill_null("").alias("id"),
        pl.col("agency_name").fill_null("").alias("name"),
        pl.col("agency_phone").fill_null("").alias("phone"),
    )


def _routes(box: Box, agencies: pl.DataFrame) -> pl.DataFrame:
    """Read the routes."""
    read = box.table(
        "routes",
        ("route_id", "route_short_name", "route_long_name", "route_type", "agency_id"),
    ).drop_nulls("route_id")
    box.tally.use(len(read))
    return read.select(
        pl.col("route_id").alias("id"),
        pl.col("route_short_name").fill_null("").alias("short_name"),
        pl.col("route_long_name").fill_null("").alias("long_name"),
        whole("route_type", BUS).alias("kind"),
        row_in("agency_id", agencies["id"], name="agency"),
    )


def _trips(box: Box, routes: pl.DataFrame, services: pl.DataFrame) -> pl.DataFrame:
    """Read the trips; one whose service is not in the feed has no days."""
    read = box.table(
        "trips",
        ("trip_id", "route_id", "service_id", "trip_headsign", "wheelchair_accessible"),
    ).drop_nulls("trip_id")
    trips = read.select(
        pl.col("trip_id").alias("id"),
        row_in("route_id", routes["id"], name="route"),
        row_in("service_id", services["id"], name="service"),
        pl.col("trip_headsign").fill_null("").alias("headsign"),
        known("wheelchair_accessible").alias("accessible"),
    ).unique("id", keep="first", maintain_order=True)
    for column, what in (
        ("service", "a trip of a calendar that the feed does not hold"),
        ("route", "a trip of a route that the feed does not hold"),
    ):
        for name in trips.filter(pl.col(column) == NOBODY)["id"].to_list():
            box.tally.complain(what, example=name)
    if twins := len(read) - len(trips):
        box.tally.complain("a trip that stands twice", rows=twins)
    box.tally.use(len(trips))
    return trips
