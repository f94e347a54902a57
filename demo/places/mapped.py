"""What have the mappers put on the map, and what have they left out?

Like the real map: places are many, six in ten have a name, four in a hundred have
opening hours and two in a hundred say whether a wheelchair gets in.
"""

import math
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from shapely.geometry import Point

from demo import words
from demo.ground.areas import Areas
from demo.ground.land import Spot, canal, height, railway
from demo.ground.neighbourhoods import BY_NAME, NEIGHBOURHOODS, Neighbourhood
from demo.places.green import green
from demo.places.hours import hours
from demo.places.venues import Venue
from demo.postcodes import Postcode
from demo.setting import Setting
from demo.streets.lines import Tags
from demo.streets.names import FIRST, HAMLETS
from demo.streets.osm import Feature
from demo.timetable.stops import Stops

CENTRES = ("Aldermill Centre", "Waterside", "Rushby Town")
WITH_HOURS, WITH_WHEELS = 0.042, 0.02
"""Shares of all places, as measured on 26,593 of the real map."""
OPENS = {
    "pub",
    "cafe",
    "restaurant",
    "fast_food",
    "place_of_worship",
    "pharmacy",
    "dentist",
    "bank",
    "post_office",
    "community_centre",
    "social_facility",
    "toilets",
    "library",
    "townhall",
    "marketplace",
    "social_club",
    "social_centre",
    "nightclub",
    "doctors",
    "theatre",
    "arts_centre",
    "workshop",
}


def features(
    setting: Setting,
    areas: Areas,
    postcodes: list[Postcode],
    venues: dict[str, Venue],
    stops: Stops,
) -> list[Feature]:
    """List everything on the map that is not a street."""
    rng = setting.chance("mapped")
    live = [p for p in postcodes if not p.terminated]
    places = [*of_venues(venues, rng), *ordinary(live, rng)]
    return [
        *named_settlements(areas, rng),
        *stations(),
        *looked_at(places, rng),
        *at_stops(stops),
        *locks(),
        *green(areas, rng),
    ]


def named_settlements(areas: Areas, rng: Random) -> Iterable[Feature]:
    """Name the towns, their quarters, the villages and the hamlets."""
    towns = {
        "Hollin Bridge": "Waterside",
        "Aldermill": "Aldermill Centre",
        "Rushby": "Rushby Town",
    }
    for town, middle in towns.items():
        tags = {"place": "town", "name": town, "population": str(population(town))}
        yield Feature(tags=tags, at=near(BY_NAME[middle].at, 25, rng))
    for place in NEIGHBOURHOODS:
        kind = "village" if place.hill else "suburb"
        yield Feature(
            tags={"place": kind, "name": place.name}, at=near(place.at, 12, rng)
        )
    far = [oa for oa in areas.oas if oa.outlying]
    far.sort(key=lambda oa: (oa.neighbourhood != "Harrow Clough", oa.code))
    for name, oa in zip(HAMLETS, far, strict=False):
        yield Feature(tags={"place": "hamlet", "name": name}, at=near(oa.at, 15, rng))
    peak = max(areas.oas, key=lambda oa: height(oa.at)).at
    tags = {
        "natural": "peak",
        "name": "Tenter Nab",
        "ele": str(round(height(peak)) + 20),
    }
    yield Feature(tags=tags, at=near(peak, 140, rng))


def population(town: str) -> int:
    """Add up a town's people."""
    return sum(place.people for place in NEIGHBOURHOODS if place.town == town)


def near(at: Spot, metres: float, rng: Random) -> Spot:
    """Give a place a little way off."""
    angle, away = rng.uniform(0, math.tau), rng.uniform(0.5, 1) * metres
    return at[0] + away * math.cos(angle), at[1] + away * math.sin(angle)


def stations() -> Iterable[Feature]:
    """Put the three stations on the line."""
    for name, place in (
        ("Hollin Bridge", "Waterside"),
        ("Aldermill", "Aldermill Centre"),
        ("Rushby", "Rushby Station"),
    ):
        line = railway()
        spot = line.interpolate(line.project(Point(BY_NAME[place].at)))
        tags = {"railway": "station", "name": name, "public_transport": "station"}
        yield Feature(tags=tags, at=(spot.x + 4, spot.y + 4))


def locks() -> Iterable[Feature]:
    """Put the locks on the canal; the top lock at Rushby has a name."""
    line = canal()
    for n in range(1, 9):
        spot = line.interpolate(n / 9, normalized=True)
        tags = {"waterway": "lock_gate"}
        if n == 6:
            tags["name"] = "Rushby top lock"
        yield Feature(tags=tags, at=(spot.x, spot.y))


def of_venues(venues: dict[str, Venue], rng: Random) -> Iterable[Feature]:
    """Put the halls and rooms on the map; not every one is there."""
    for venue in venues.values():
        if not venue.tags or venue.online or rng.random() < 0.1:
            continue
        tags = {**venue.tags, "name": venue.name}
        if rng.random() < 0.6:
            tags |= address(venue.postcode, venue.street, venue.number)
        yield Feature(tags=tags, at=near(venue.at, 9, rng))


def ordinary(live: list[Postcode], rng: Random) -> Iterable[Feature]:
    """Scatter the ordinary places of ``mapped.txt`` over the valley."""
    kinds: dict[str, list[Postcode]] = {"centre": [], "town": [], "hill": []}
    for postcode in live:
        kinds[kind_of(postcode.oa.place)].append(postcode)
    for row in words.table("mapped.txt"):
        patterns = [name for name in row["names"].split(";") if name]
        weights = [int(weight) for weight in row["where"].split()]
        drawn = rng.choices([*kinds], weights, k=int(row["count"]))
        given: set[str] = set()
        for kind in drawn:
            home = rng.choice(kinds[kind])
            tags = dict(tag.split("=") for tag in row["tags"].split(";"))
            if patterns and rng.random() < int(row["named"]) / 100:
                tags["name"] = name_for(patterns, home, given, rng)
            if rng.random() < 0.3 and "name" in tags:
                tags |= address(home.text, home.street, rng.randrange(1, 120))
            yield Feature(tags=tags, at=near(home.at, 18, rng))


def kind_of(place: Neighbourhood) -> str:
    """Say whether a neighbourhood is a town's centre, another part, or on a hill."""
    if place.hill:
        return "hill"
    return "centre" if place.name in CENTRES else "town"


def name_for(patterns: list[str], home: Postcode, given: set[str], rng: Random) -> str:
    """Choose a name that nothing of this kind has yet, if it can be had."""
    for _ in range(12):
        word = rng.choice(FIRST)
        pattern = rng.choice(patterns)
        name = pattern.format(n=home.oa.neighbourhood, w=word)
        if name not in given:
            break
    given.add(name)
    return name


def address(postcode: str, street: str, number: int) -> Tags:
    """Give an address as mappers write it."""
    return {
        "addr:housenumber": str(number),
        "addr:street": street,
        "addr:postcode": postcode,
    }


def looked_at(places: list[Feature], rng: Random) -> list[Feature]:
    """Give opening hours to a few places with doors, the way in to fewer places."""
    doors = [i for i, place in enumerate(places) if has_a_door(place.tags)]
    for i in rng.sample(doors, round(WITH_HOURS * len(places))):
        told = {"opening_hours": hours(places[i].tags, rng)}
        places[i] = replace(places[i], tags=places[i].tags | told)
    for i in rng.sample(range(len(places)), round(WITH_WHEELS * len(places))):
        told = {"wheelchair": rng.choice(("yes", "yes", "limited", "no"))}
        places[i] = replace(places[i], tags=places[i].tags | told)
    return places


def has_a_door(tags: Tags) -> bool:
    """Say whether a place is one that opens and shuts."""
    if "shop" in tags or tags.get("amenity") in OPENS:
        return True
    return tags.get("tourism") == "museum" or tags.get("leisure") == "fitness_centre"


def at_stops(stops: Stops) -> Iterable[Feature]:
    """Map the poles of the bus stops."""
    for stop in stops.all:
        tags = {"highway": "bus_stop", "name": stop.name, "naptan:AtcoCode": stop.id}
        yield Feature(tags=tags, at=stop.at)
