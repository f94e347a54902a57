"""The older way: ``fare_attributes`` and ``fare_rules``, by route and by zone."""

from collections.abc import Mapping

import polars as pl

from weft.standards.gtfs.fares import (
    ANY,
    FareTables,
    count_untold,
    no_fares,
    pairs,
    pence,
)
from weft.standards.gtfs.feed import NOBODY
from weft.standards.gtfs.tables import Box, row_in, rows_of, whole

ALLOWED = ("0", "1", "2")
"""How many changes a fare may allow; blank for any number."""

KEY = ("ticket", "route_id", "origin_id", "destination_id")


def fares_by_zone(
    box: Box, agencies: pl.DataFrame, stops: pl.DataFrame, routes: pl.DataFrame
) -> FareTables:
    """Read fares and the routes and zones that each is good for."""
    fares = _fares(box, agencies)
    if fares.is_empty():
        return no_fares()
    zones = _zones(box, stops)
    rules, through = _rules(box, fares, zones["zone"], routes)
    rules, networks = _networks(rules, fares, routes)
    zoned = zones.with_columns(
        row_in("zone", zones["zone"].unique(maintain_order=True), name="area")
    )
    box.tally.use(len(fares) + len(rules))
    return FareTables(
        tickets=fares.select(
            "price", "changes", "lasts", "before", "alone", "priority"
        ),
        rules=rules,
        areas=pairs("area", "stop", zoned.select("area", "stop").rows()),
        networks=networks,
        through=through,
    )


def _fares(box: Box, agencies: pl.DataFrame) -> pl.DataFrame:
    """Read what each fare costs, and how far it may be used."""
    told = box.table(
        "fare_attributes",
        (
            *("fare_id", "price", "currency_type", "payment_method"),
            *("transfers", "agency_id", "transfer_duration"),
        ),
    ).drop_nulls("fare_id")
    once = told.unique("fare_id", keep="first", maintain_order=True)
    if twins := len(told) - len(once):
        box.tally.complain("a fare that stands twice", rows=twins)
    long = pl.col("transfer_duration")
    seconds = long.cast(pl.Int32, strict=False)
    lasts = pl.when(seconds >= 0).then(seconds)
    odd = (
        (pl.col("transfers").is_not_null() & ~pl.col("transfers").is_in(ALLOWED))
        | (long.is_not_null() & lasts.is_null())
    ).fill_null(value=False)
    if changed := len(once.filter(odd)):
        box.tally.complain("a fare whose changes cannot be read", rows=changed)
    allowed = pl.col("transfers").cast(pl.Int32, strict=False).fill_null(ANY)
    fares = once.select(
        pl.col("fare_id").alias("id"),
        pence("price", "currency_type"),
        pl.when(odd).then(0).otherwise(allowed).cast(pl.Int32).alias("changes"),
        lasts.fill_null(ANY).alias("lasts"),
        (whole("payment_method", 0) == 1).cast(pl.Int8).alias("before"),
        pl.lit(value=False).alias("alone"),
        pl.lit(0, pl.Int32).alias("priority"),
        pl.col("agency_id").is_null().alias("anybody"),
        row_in("agency_id", agencies["id"], name="agency"),
    )
    count_untold(box.tally, fares["price"])
    return fares


def _zones(box: Box, stops: pl.DataFrame) -> pl.DataFrame:
    """Say in which zone each stop is that says so."""
    read = box.table("stops", ("stop_id", "zone_id")).drop_nulls()
    return (
        read.select(
            pl.col("zone_id").alias("zone"), row_in("stop_id", stops["id"], name="stop")
        )
        .filter(pl.col("stop") != NOBODY)
        .unique("stop", keep="first", maintain_order=True)
    )


def _rules(
    box: Box, fares: pl.DataFrame, zones: pl.Series, routes: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read for which routes and zones each fare is good; one with no rule, for all."""
    told = box.table(
        "fare_rules",
        ("fare_id", "route_id", "origin_id", "destination_id", "contains_id"),
    ).with_columns(row_in("fare_id", fares["id"], name="ticket"))
    if lost := len(told.filter(pl.col("ticket") == NOBODY)):
        box.tally.complain("a rule of a fare that the feed does not hold", rows=lost)
    told = told.filter(pl.col("ticket") != NOBODY)
    free = pl.DataFrame(
        {"ticket": sorted(set(range(len(fares))) - set(told["ticket"].to_list()))},
        schema={"ticket": pl.Int32},
    )
    keyed = (
        pl.concat([told, free], how="diagonal")
        .group_by(KEY, maintain_order=True)
        .agg(pl.col("contains_id").drop_nulls().unique().sort())
    )
    known = zones.unique(maintain_order=True)
    rules = keyed.with_columns(
        row_in("route_id", routes["id"], name="route"),
        row_in("origin_id", known, name="origin"),
        row_in("destination_id", known, name="destination"),
    )
    astray = _astray(rules, set(known.to_list()))
    if lost := int(astray.sum()):
        what = "a fare of a route or zone that the feed does not hold"
        box.tally.complain(what, rows=lost)
    return _through(rules.filter(~astray), rows_of(known))


def _astray(rules: pl.DataFrame, zones: set[str]) -> pl.Series:
    """Say which rules name what is not there: they are good for no ride."""
    missing = pl.Series([False] * len(rules), dtype=pl.Boolean)
    for named, row in (
        ("route_id", "route"),
        ("origin_id", "origin"),
        ("destination_id", "destination"),
    ):
        missing |= rules[named].is_not_null() & (rules[row] == NOBODY)
    inside = [set(names) <= zones for names in rules["contains_id"].to_list()]
    return missing | ~pl.Series(inside, dtype=pl.Boolean)


def _through(
    rules: pl.DataFrame, rows: Mapping[str, int]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give each set of zones that a ride must touch a number."""
    sets: dict[tuple[str, ...], int] = {}
    numbers = [
        sets.setdefault(tuple(names), len(sets)) if names else ANY
        for names in rules["contains_id"].to_list()
    ]
    through = [(number, rows[name]) for names, number in sets.items() for name in names]
    numbered = pl.Series("through", numbers, dtype=pl.Int32)
    return rules.with_columns(numbered), pairs("through", "area", through)


def _networks(
    rules: pl.DataFrame, fares: pl.DataFrame, routes: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Say on which routes each rule holds: those it names, of whom the fare is."""
    operators = routes["agency"].to_list()
    whose = fares.select("anybody", "agency").rows()
    numbers: dict[tuple[int, bool, int], int] = {}
    of_rule = [
        numbers.setdefault((route, *whose[ticket]), len(numbers))
        for ticket, route in rules.select("ticket", "route").rows()
    ]
    members = [
        (number, row)
        for (route, anybody, agency), number in numbers.items()
        for row in ([route] if route != ANY else range(len(routes)))
        if anybody or operators[row] == agency
    ]
    numbered = pl.Series("network", of_rule, dtype=pl.Int32)
    columns = ("ticket", "network", "origin", "destination", "through")
    return (
        rules.with_columns(numbered).select(columns),
        pairs("network", "route", members),
    )
