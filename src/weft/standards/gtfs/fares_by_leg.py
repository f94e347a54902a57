"""The newer way: ``fare_products`` and ``fare_leg_rules``, by network and by area.

Read is what one leg costs. Conditions that are not read (hours of the day, tickets that
span a change) make a price unknown, never a wrong one.
"""

from collections.abc import Mapping

import polars as pl

from weft.standards.gtfs.fares import (
    ANY,
    NOT_TOLD,
    FareTables,
    count_untold,
    no_fares,
    pairs,
    pence,
)
from weft.standards.gtfs.feed import NOBODY
from weft.standards.gtfs.tables import Box, row_in

Members = Mapping[str, set[int]]
ACROSS = ("fare_transfer_rules", "fare_leg_join_rules")
"""Tables that say what a change does to the price."""

AREAS = ("from_area_id", "to_area_id")


def fares_by_leg(box: Box, stops: pl.DataFrame, routes: pl.DataFrame) -> FareTables:
    """Read what each leg costs."""
    rules = _rules(box)
    if rules.is_empty():
        return no_fares()
    areas, networks = _areas(box, stops), _networks(box, routes)
    sets = _Sets(ranked="rule_priority" in box.heading("fare_leg_rules"))
    origin = sets.rows(rules["from_area_id"], areas, len(stops))
    destination = sets.rows(rules["to_area_id"], areas, len(stops))
    lines = _Sets(ranked=sets.ranked, everything=True)
    network = lines.rows(rules["network_id"], networks, len(routes))
    _count_astray(box, rules, {"network_id": networks} | dict.fromkeys(AREAS, areas))
    across = sum(len(box.table(table, ("fare_product_id",))) for table in ACROSS)
    if across:
        box.tally.leave_out("what a change does to a fare", across)
    box.tally.use(len(rules))
    return FareTables(
        tickets=rules.select(
            "price",
            pl.lit(0, pl.Int32).alias("changes"),
            pl.lit(ANY, pl.Int32).alias("lasts"),
            pl.lit(0, pl.Int8).alias("before"),
            pl.lit(bool(across)).alias("alone"),
            "priority",
        ),
        rules=pl.DataFrame(
            {
                "ticket": range(len(rules)),
                "network": network,
                "origin": origin,
                "destination": destination,
                "through": [ANY] * len(rules),
            },
            schema_overrides=dict.fromkeys(
                ("ticket", "network", "origin", "destination", "through"), pl.Int32
            ),
        ),
        areas=pairs("area", "stop", sets.members),
        networks=pairs("network", "route", lines.members),
        through=pairs("through", "area", []),
    )


def _count_astray(box: Box, rules: pl.DataFrame, held: Mapping[str, Members]) -> None:
    """Count the rules that name what is not there: they are good for no ride."""
    astray = pl.any_horizontal(
        pl.col(column).is_not_null() & ~pl.col(column).is_in(list(members))
        for column, members in held.items()
    )
    if lost := len(rules.filter(astray)):
        what = "a fare of a route or zone that the feed does not hold"
        box.tally.complain(what, rows=lost)


class _Sets:
    """Numbers the sets of stops or routes that rules name, and those they leave blank.

    Where rules have ranks a blank is anything; otherwise it is whatever no rule names.
    """

    def __init__(self, *, ranked: bool, everything: bool = False) -> None:
        self.ranked = ranked
        self.everything = everything
        self.members: list[tuple[int, int]] = []
        self._numbers: dict[frozenset[int], int] = {}

    def rows(self, named: pl.Series, held: Members, count: int) -> list[int]:
        """Give each rule's set its number; -1 for any."""
        listed = {name for name in named.to_list() if name}
        blank = self._blank(listed, held, count)
        return [
            blank if not name else self._number(held.get(name, set()))
            for name in named.to_list()
        ]

    def _blank(self, listed: set[str], held: Members, count: int) -> int:
        if self.ranked or not listed:
            return self._number(set(range(count))) if self.everything else ANY
        grouped: set[int] = set().union(*held.values())
        elsewhere: set[int] = set().union(
            *(some for name, some in held.items() if name not in listed)
        )
        return self._number(elsewhere | (set(range(count)) - grouped))

    def _number(self, some: set[int]) -> int:
        key = frozenset(some)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            self.members += [(self._numbers[key], one) for one in some]
        return self._numbers[key]


def _rules(box: Box) -> pl.DataFrame:
    """Read the rules, each with its price and its rank."""
    told = box.table(
        "fare_leg_rules",
        (
            *("network_id", "from_area_id", "to_area_id", "fare_product_id"),
            *("from_timeframe_group_id", "to_timeframe_group_id", "rule_priority"),
        ),
    )
    hours = pl.any_horizontal(pl.col("^.*_timeframe_group_id$").is_not_null())
    if some := len(told.filter(hours)):
        box.tally.leave_out("a fare of some hours only", some)
    prices = _prices(box)
    price = pl.col("fare_product_id").replace_strict(
        prices, default=NOT_TOLD, return_dtype=pl.Int32
    )
    unknown = told["fare_product_id"].is_not_null() & ~told["fare_product_id"].is_in(
        list(prices)
    )
    if lost := int(unknown.sum()):
        box.tally.complain("a rule of a fare that the feed does not hold", rows=lost)
    return told.with_columns(
        pl.when(hours).then(NOT_TOLD).otherwise(price).cast(pl.Int32).alias("price"),
        pl.col("rule_priority")
        .cast(pl.Int32, strict=False)
        .fill_null(0)
        .alias("priority"),
    )


def _prices(box: Box) -> dict[str, int]:
    """Read what each product costs somebody with neither pass nor card: the dearest."""
    usual = [
        name
        for name, default in box.table(
            "rider_categories", ("rider_category_id", "is_default_fare_category")
        ).rows()
        if default == "1"
    ]
    told = box.table(
        "fare_products", ("fare_product_id", "rider_category_id", "amount", "currency")
    ).drop_nulls("fare_product_id")
    rider = pl.col("rider_category_id")
    everybody = told.filter(rider.is_null() | rider.is_in(usual))
    if some := len(told) - len(everybody):
        box.tally.leave_out("a fare for some riders only", some)
    priced = everybody.with_columns(pence("amount", "currency"))
    count_untold(box.tally, priced["price"])
    found: dict[str, int] = {}
    for name, price in priced.select("fare_product_id", "price").rows():
        before = found.get(name, price)
        found[name] = NOT_TOLD if NOT_TOLD in (before, price) else max(before, price)
    return found


def _areas(box: Box, stops: pl.DataFrame) -> Members:
    """Say which stops an area has; a station brings those that are in no other."""
    told = box.table("stop_areas", ("area_id", "stop_id")).drop_nulls()
    read = told.select("area_id", row_in("stop_id", stops["id"], name="stop"))
    if lost := len(read.filter(pl.col("stop") == NOBODY)):
        box.tally.complain("an area of a stop that the feed does not hold", rows=lost)
    rows = read.filter(pl.col("stop") != NOBODY).rows()
    own, parents = {stop for _, stop in rows}, stops["parent"].to_list()
    platforms: dict[int, list[int]] = {}
    for stop, parent in enumerate(parents):
        if parent != NOBODY and stop not in own:
            platforms.setdefault(parent, []).append(stop)
    found: dict[str, set[int]] = {}
    for area, stop in rows:
        found.setdefault(area, set()).update((stop, *platforms.get(stop, ())))
    return found


def _networks(box: Box, routes: pl.DataFrame) -> Members:
    """Say which routes a network has, by either table that may tell it."""
    found: dict[str, set[int]] = {}
    for table in ("route_networks", "routes"):
        told = box.table(table, ("network_id", "route_id")).drop_nulls()
        read = told.select("network_id", row_in("route_id", routes["id"], name="route"))
        for network, route in read.filter(pl.col("route") != NOBODY).rows():
            found.setdefault(network, set()).add(route)
    return found
