"""Who may pass along a way of OpenStreetMap, on foot, by bike or by car?

The keys of access from the particular to the general (``foot`` before ``access``), and
where none is there the rule of the United Kingdom for that kind of way. A track in the
UK carries no right to pass by itself: it is unknown unless somebody has said.
Source: OSM wiki, «Access restrictions» and its UK defaults; docs/methods/streets.md.
"""

from collections.abc import Mapping

from weft.access.domain.streets.verdicts import SHUT, Pass, Verdict, both
from weft.access.domain.travel import Way

Tags = Mapping[str, str]

MAY = frozenset(
    {"yes", "designated", "permissive", "official", "destination", "customers"}
)
MAY_NOT = frozenset(
    {
        "no",
        "private",
        "military",
        "agricultural",
        "forestry",
        "agricultural;forestry",
        "delivery",
        "permit",
        "residents",
        "employees",
        "use_sidepath",
        "emergency",
    }
)
KEYS = {
    Way.FOOT: ("foot", "access"),
    Way.BIKE: ("bicycle", "vehicle", "access"),
    Way.CAR: ("motorcar", "motor_vehicle", "vehicle", "access"),
}
ROADS = frozenset(
    {
        "trunk",
        "trunk_link",
        "primary",
        "primary_link",
        "secondary",
        "secondary_link",
        "tertiary",
        "tertiary_link",
        "unclassified",
        "residential",
        "living_street",
        "service",
        "road",
    }
)
MOTORWAYS = frozenset({"motorway", "motorway_link"})
PATHS = frozenset(
    {"footway", "path", "steps", "pedestrian", "cycleway", "bridleway", "track"}
)
DEFAULTS: dict[Way, dict[str, Pass]] = {
    Way.FOOT: {
        **dict.fromkeys(ROADS | PATHS, Pass.YES),
        "platform": Pass.YES,
        "corridor": Pass.YES,
        "track": Pass.UNKNOWN,
    },
    Way.BIKE: {
        **dict.fromkeys(ROADS, Pass.YES),
        "cycleway": Pass.YES,
        "bridleway": Pass.YES,
        "track": Pass.UNKNOWN,
        "path": Pass.UNKNOWN,
    },
    Way.CAR: dict.fromkeys(ROADS | MOTORWAYS, Pass.YES),
}
"""What is so where nobody has said; no, for a kind that is not named."""

DESIGNATIONS: dict[str, frozenset[Way]] = {
    "public_footpath": frozenset({Way.FOOT}),
    "public_bridleway": frozenset({Way.FOOT, Way.BIKE}),
    "restricted_byway": frozenset({Way.FOOT, Way.BIKE}),
    "byway_open_to_all_traffic": frozenset({Way.FOOT, Way.BIKE}),
    "public_cycleway": frozenset({Way.FOOT, Way.BIKE}),
}
"""A public right of way; a byway is a right for cars too, and no road for one."""

AGAINST = {"-1", "reverse"}
ALONG = {"yes", "true", "1"}
ROUND = frozenset({"roundabout", "circular"})
CONTRAFLOW = ("cycleway", "cycleway:left", "cycleway:right", "cycleway:both")
KMH = {
    "motorway": 96,
    "motorway_link": 64,
    "trunk": 64,
    "trunk_link": 43,
    "primary": 43,
    "primary_link": 32,
    "secondary": 38,
    "secondary_link": 32,
    "tertiary": 32,
    "tertiary_link": 28,
    "unclassified": 28,
    "residential": 19,
    "road": 19,
    "service": 12,
    "living_street": 10,
}
"""A car's usual speeds, waits at junctions in them: 19 in town streets and 43 on A
roads are those of the access study for Thurrock Council (travel.py); the others lie
between or beyond, an assumption each. A lower limit on the signs is believed."""

MM_A_SECOND_OF_KMH = 1_000_000 / 3_600
KMH_OF_MPH = 1.609344


def foot(tags: Tags) -> Verdict:
    """Say who may walk along it."""
    return both(_may(tags, Way.FOOT))


def bike(tags: Tags, *, walking_mm: int) -> Verdict:
    """Say who may cycle along it; where one must get off, at a walker's pace."""
    if tags.get("bicycle") == "dismount":
        return both(_may(tags, Way.FOOT), mm_a_second=walking_mm)
    passing = _may(tags, Way.BIKE)
    if _bikes_both_ways(tags):
        return both(passing)
    return _one_way(tags, passing, mm_a_second=0)


def car(tags: Tags) -> Verdict:
    """Say who may drive along it, and how fast."""
    passing = _may(tags, Way.CAR)
    if passing is Pass.NO:
        return SHUT
    return _one_way(tags, passing, mm_a_second=_driven(tags))


def _may(tags: Tags, way: Way) -> Pass:
    """Go from the particular key to the general, then to the rule."""
    kind = tags.get("highway", "")
    for key in KEYS[way]:
        told = tags.get(key)
        if told in MAY:
            # access=yes says that the public may come, not that a stair is for bikes
            general = key == "access" and _rule(kind, way) is Pass.NO
            return Pass.NO if general or not _known(kind) else Pass.YES
        if told in MAY_NOT:
            return Pass.NO
        if told is not None:
            return Pass.UNKNOWN if _rule(kind, way) is not Pass.NO else Pass.NO
    if way in DESIGNATIONS.get(tags.get("designation", ""), frozenset()):
        return Pass.YES
    if tags.get("motorroad") == "yes" and way is not Way.CAR:
        return Pass.NO
    return _rule(kind, way)


def _known(kind: str) -> bool:
    """Tell whether it is there at all: not one that is being built, or is gone."""
    return any(kind in kinds for kinds in DEFAULTS.values())


def _rule(kind: str, way: Way) -> Pass:
    """Say what is so where nobody has said."""
    return DEFAULTS[way].get(kind, Pass.NO)


def _bikes_both_ways(tags: Tags) -> bool:
    """Tell whether bikes may ride against the one-way."""
    if tags.get("oneway:bicycle") == "no":
        return True
    return any(tags.get(key, "").startswith("opposite") for key in CONTRAFLOW)


def _one_way(tags: Tags, passing: Pass, *, mm_a_second: int) -> Verdict:
    """Shut the direction that a one-way shuts."""
    told = tags.get("oneway", "")
    if told in AGAINST:
        return Verdict(Pass.NO, passing, mm_a_second)
    implied = tags.get("junction") in ROUND or tags.get("highway") == "motorway"
    if told in ALONG or (implied and told != "no"):
        return Verdict(passing, Pass.NO, mm_a_second)
    return both(passing, mm_a_second=mm_a_second)


def _driven(tags: Tags) -> int:
    """Say how fast a car usually goes there, never above the limit on the signs."""
    usual = float(KMH.get(tags.get("highway", ""), KMH["service"]))
    limit = _limit_kmh(tags.get("maxspeed", ""))
    return round((usual if limit is None else min(usual, limit)) * MM_A_SECOND_OF_KMH)


def _limit_kmh(told: str) -> float | None:
    """Read «30 mph» or «50»; None for what is no number, or none."""
    number, _, unit = told.partition(" ")
    if not number.isdigit() or int(number) == 0:
        return None
    return int(number) * (KMH_OF_MPH if unit == "mph" else 1.0)
