"""What does a ride cost? Fares as GTFS tells them, the older way or the newer.

Both are told alike: a ticket is good on a network of routes, from an area, to an area.
Where a feed has both, the newer holds, as the reference recommends. What is read of
each and what is not: docs/standards/gtfs.md.
"""

from dataclasses import dataclass

import polars as pl

from weft.commons.provenance import Tally

ANY = -1
"""No limit: from any area, to any, for any time, with any number of changes."""

NOT_TOLD = -1
"""A price that cannot be read, or that holds under conditions we do not read."""

POUNDS = "GBP"
PENCE = 100
MOST = 100_000
"""Pence: a price beyond a thousand pounds is a slip."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FareTables:
    """What tickets there are, and on which rides each is good.

    Attributes
    ----------
    tickets
        ``price, changes, lasts, before, alone, priority``. ``price`` in pence, -1 where
        it is not told; ``changes`` how many are allowed, -1 for any; ``lasts`` from
        boarding the first vehicle to boarding the last, in seconds, -1 for ever;
        ``before`` is 1 where it must be bought before one boards; ``alone`` where
        nobody can say what it costs beside another ticket.
    rules
        ``ticket, network, origin, destination, through``: where a ticket is good.
        Areas and ``through`` are -1 for any.
    areas
        ``area, stop``: which stops an area has; a stop may be in several.
    networks
        ``network, route``: which routes a network has.
    through
        ``through, area``: the areas that a ride touches, these and no other.
    """

    tickets: pl.DataFrame
    rules: pl.DataFrame
    areas: pl.DataFrame
    networks: pl.DataFrame
    through: pl.DataFrame


TICKETS = {
    "price": pl.Int32,
    "changes": pl.Int32,
    "lasts": pl.Int32,
    "before": pl.Int8,
    "alone": pl.Boolean,
    "priority": pl.Int32,
}
RULES = dict.fromkeys(
    ("ticket", "network", "origin", "destination", "through"), pl.Int32
)


def pairs(first: str, second: str, rows: list[tuple[int, int]]) -> pl.DataFrame:
    """Lay out which has which, in order."""
    schema = {first: pl.Int32, second: pl.Int32}
    return pl.DataFrame(sorted(set(rows)), schema=schema, orient="row")


def no_fares() -> FareTables:
    """Say that a feed tells no fare."""
    return FareTables(
        tickets=pl.DataFrame(schema=TICKETS),
        rules=pl.DataFrame(schema=RULES),
        areas=pairs("area", "stop", []),
        networks=pairs("network", "route", []),
        through=pairs("through", "area", []),
    )


def pence(price: str, currency: str) -> pl.Expr:
    """Read a price in pounds; -1 for what is none, or in other money."""
    told = pl.col(price).cast(pl.Float64, strict=False) * PENCE
    exact = (told - told.round()).abs() < 1e-6  # noqa: PLR2004 binary fractions
    good = exact & told.is_between(0, MOST) & (pl.col(currency) == POUNDS)
    return (
        pl.when(good)
        .then(told.round())
        .otherwise(NOT_TOLD)
        .cast(pl.Int32)
        .alias("price")
    )


def count_untold(tally: Tally, prices: pl.Series) -> None:
    """Count the prices that are none, or in other money."""
    if untold := int((prices == NOT_TOLD).sum()):
        tally.complain("a fare that is no price in pounds", rows=untold)
