"""What rides cost by GTFS's older fares: every cut of the rides, every fare, plainly.

Rows are those of the files, every cell a text; a blank is "". No arrays, no numbers of
rows, nothing of Weft's.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import product


@dataclass(frozen=True)
class Trip:
    """One ride: its route, its operator, the zones of the stops it calls at, when."""

    route: str
    agency: str
    zones: tuple[str, ...]
    leaves: int  # seconds


def cheapest(fares, rules, rides):
    """Try everything; pence, or None where some ride has no fare."""
    found = []
    for cuts in product((False, True), repeat=max(len(rides) - 1, 0)):
        groups, now = [], []
        for n, ride in enumerate(rides):
            now.append(ride)
            if n == len(rides) - 1 or cuts[n]:
                groups.append(now)
                now = []
        costs = [_one(fares, rules, group) for group in groups]
        if None not in costs:
            found.append(sum(costs))
    return min(found, default=None)


def _one(fares, rules, rides):
    """Find the cheapest single fare for all of some rides."""
    return min(
        (
            int(Decimal(fare["price"]) * 100)
            for fare in fares
            if fare["currency_type"] == "GBP" and _holds(fare, rules, rides)
        ),
        default=None,
    )


def _holds(fare, rules, rides):
    if fare["agency_id"] and {ride.agency for ride in rides} != {fare["agency_id"]}:
        return False
    if fare["transfers"] and len(rides) - 1 > int(fare["transfers"]):
        return False
    lasted = rides[-1].leaves - rides[0].leaves
    long = fare["transfer_duration"]
    if len(rides) > 1 and long and lasted > int(long):
        return False
    of_fare = [rule for rule in rules if rule["fare_id"] == fare["fare_id"]]
    if not of_fare:
        return True
    return all(_rule(of_fare, ride.route, rides) for ride in rides)


def _rule(rules, route, rides):
    zones = {zone for ride in rides for zone in ride.zones if zone}
    for rule in rules:
        key = [rule[name] for name in ("route_id", "origin_id", "destination_id")]
        inside = {
            other["contains_id"]
            for other in rules
            if [other[name] for name in ("route_id", "origin_id", "destination_id")]
            == key
            and other["contains_id"]
        }
        if (
            rule["route_id"] in {"", route}
            and rule["origin_id"] in {"", rides[0].zones[0]}
            and rule["destination_id"] in {"", rides[-1].zones[-1]}
            and (not inside or inside == zones)
        ):
            return True
    return False
