"""How do the tables of a GTFS feed become the arrays of a timetable?"""

from datetime import date
from typing import Any

import numpy as np
import polars as pl

from weft.access.domain.timetable.fares import Fares
from weft.access.domain.timetable.tables import Numbers, Texts, Timetable
from weft.standards.gtfs import FareTables, Feed

A_SECOND = 10
FOR_EVER = 2**30
"""Deciseconds: three years, beyond any ticket."""
NO_DAY = 0
"""The ordinal of no day: a service without a week of its own begins and ends there."""


def timetable_from(feed: Feed) -> Timetable:
    """Make arrays of a feed; its seconds become deciseconds."""
    return Timetable(
        **_stops(feed),
        **_trips(feed),
        **_calls(feed),
        **_days(feed),
        **_rest(feed),
        fares=_fares(feed.fares),
    )


def _stops(feed: Feed) -> dict[str, Any]:
    told, routes = feed.stops, feed.routes
    operators = [*feed.agencies["name"].to_list(), ""]
    names = routes.select(
        pl.when(pl.col("short_name") != "")
        .then("short_name")
        .otherwise("long_name")
        .alias("name")
    )["name"]
    return {
        "stop_id": _texts(told["id"]),
        "stop_name": _texts(told["name"]),
        "stop_lat": told["lat"].fill_null(float("nan")).to_numpy(),
        "stop_lon": told["lon"].fill_null(float("nan")).to_numpy(),
        "stop_boarding": told["boarding"].to_numpy(),
        "route_name": _texts(names),
        "route_kind": _numbers(routes["kind"]),
        "route_operator": np.array(
            [operators[row] for row in routes["agency"].to_list()], np.str_
        ),
    }


def _trips(feed: Feed) -> dict[str, Any]:
    told = feed.trips
    return {
        "trip_id": _texts(told["id"]),
        "trip_route": _numbers(told["route"]),
        "trip_service": _numbers(told["service"]),
        "trip_headsign": _texts(told["headsign"]),
        "trip_accessible": told["accessible"].to_numpy(),
    }


def _calls(feed: Feed) -> dict[str, Any]:
    told = feed.times
    edges = np.arange(len(feed.trips) + 1)
    return {
        "first": np.searchsorted(told["trip"].to_numpy(), edges).astype(np.int32),
        "at_stop": _numbers(told["stop"]),
        "arrives": _numbers(told["arrives"] * A_SECOND),
        "departs": _numbers(told["departs"] * A_SECOND),
        "pickup": told["pickup"].to_numpy(),
        "drop_off": told["drop_off"].to_numpy(),
    }


def _days(feed: Feed) -> dict[str, Any]:
    services, besides, often = feed.services, feed.exceptions, feed.frequencies
    return {
        "service_days": services["days"].to_numpy(),
        "service_first": _ordinals(services["first"]),
        "service_last": _ordinals(services["last"]),
        "exception_service": _numbers(besides["service"]),
        "exception_day": _ordinals(besides["day"]),
        "exception_runs": besides["runs"].to_numpy(),
        "often_trip": _numbers(often["trip"]),
        "often_first": _numbers(often["first"] * A_SECOND),
        "often_last": _numbers(often["last"] * A_SECOND),
        "often_every": _numbers(often["every"] * A_SECOND),
        "often_exact": often["exact"].to_numpy(),
    }


def _rest(feed: Feed) -> dict[str, Any]:
    changes, booked, rules = feed.transfers, feed.booked, feed.rules
    takes = (changes["seconds"] * A_SECOND).fill_null(-1)
    info = feed.info
    return {
        "change_from": _numbers(changes["from_stop"]),
        "change_to": _numbers(changes["to_stop"]),
        "change_kind": changes["kind"].to_numpy(),
        "change_takes": _numbers(takes),
        "booked_trip": _numbers(booked["trip"]),
        "booked_stop": _numbers(booked["stop"]),
        "booked_opens": _numbers(booked["opens"] * A_SECOND),
        "booked_closes": _numbers(booked["closes"] * A_SECOND),
        "booked_rule": _numbers(booked["rule"]),
        "rule_message": _texts(rules["message"]),
        "rule_phone": _texts(rules["phone"]),
        "rule_address": _texts(rules["address"]),
        "about": {
            "publisher": info.publisher,
            "version": info.version,
            "first": _iso(info.first),
            "last": _iso(info.last),
        },
    }


def _fares(told: FareTables) -> Fares:
    tickets, rules = told.tickets, told.rules
    lasts = tickets["lasts"].cast(pl.Int64)
    spans = pl.select(pl.when(lasts >= 0).then(lasts * A_SECOND).otherwise(-1))
    return Fares(
        price=_numbers(tickets["price"]),
        changes=_numbers(tickets["changes"]),
        lasts=_numbers(spans.to_series().clip(upper_bound=FOR_EVER)),
        before=tickets["before"].to_numpy() == 1,
        alone=tickets["alone"].to_numpy(),
        priority=_numbers(tickets["priority"]),
        rule_ticket=_numbers(rules["ticket"]),
        rule_network=_numbers(rules["network"]),
        rule_origin=_numbers(rules["origin"]),
        rule_destination=_numbers(rules["destination"]),
        rule_through=_numbers(rules["through"]),
        area_of=_numbers(told.areas["area"]),
        area_stop=_numbers(told.areas["stop"]),
        network_of=_numbers(told.networks["network"]),
        network_route=_numbers(told.networks["route"]),
        through_of=_numbers(told.through["through"]),
        through_area=_numbers(told.through["area"]),
    )


def _texts(told: pl.Series) -> Texts:
    return np.array(told.to_list(), np.str_)


def _numbers(told: pl.Series) -> Numbers:
    return told.cast(pl.Int32).to_numpy()


def _ordinals(days: pl.Series) -> Numbers:
    epoch = date(1970, 1, 1).toordinal()
    number = days.cast(pl.Int32) + epoch
    return number.fill_null(NO_DAY).to_numpy().astype(np.int32)


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
