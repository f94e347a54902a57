"""What does a bus cost in the valley?

Told the older GTFS way, by route and zone, as feeds do that tell it at all: those of
the Bus Open Data Service do not. Valley Lines asks by zones, Aldermill's town buses ask
one price and let one change for an hour, the walkers' bus asks one price. Of the
community's buses and the dial-a-ride nobody tells a fare.
"""

from collections.abc import Iterable, Mapping

from demo.files import Row

HEADERS = {
    "fare_attributes": "fare_id,price,currency_type,payment_method,transfers,"
    "agency_id,transfer_duration",
    "fare_rules": "fare_id,route_id,origin_id,destination_id,contains_id",
}

ZONES: Mapping[str, tuple[str, ...]] = {
    "valley": ("Harrow Clough", "Waterside", "Slackgate"),
    "rushby": ("Long Ing", "Rushby Town", "Rushby Station", "St Hild’s", "Rushby Ings"),
}
"""By neighbourhood; every other one is in the zone of Aldermill."""

REST = "aldermill"
OPERATORS = {"VLY": "OP1", "ALD": "OP2", "SCH": "OP4", "WLK": "OP5"}
FARES: tuple[Row, ...] = (
    ("vly-one-zone", "2.00", "GBP", 0, 0, OPERATORS["VLY"], ""),
    ("vly-across", "3.00", "GBP", 0, 0, OPERATORS["VLY"], ""),
    ("town-hour", "1.80", "GBP", 0, 1, OPERATORS["ALD"], 3600),
    ("school-term", "1.50", "GBP", 1, 0, OPERATORS["SCH"], ""),
    ("walkers", "5.00", "GBP", 0, 1, OPERATORS["WLK"], 36_000),
)


def zone_of(neighbourhood: str) -> str:
    """Say in which zone a neighbourhood is."""
    return next((zone for zone, some in ZONES.items() if neighbourhood in some), REST)


def rules() -> Iterable[Row]:
    """Say between which zones Valley Lines' fares hold; the others hold anywhere."""
    zones = (*ZONES, REST)
    for begins in zones:
        for ends in zones:
            fare = "vly-one-zone" if begins == ends else "vly-across"
            yield (fare, "", begins, ends, "")
