"""What does a mapped thing tell of a place, and what do we not take from it?"""

import json
from datetime import date

import pytest

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.place_kinds import place_kind_of
from weft.assets.exchange.named_places import Gazetteer
from weft.assets.exchange.osm import asset_from
from weft.assets.exchange.waterways import Waterways
from weft.ground.domain.named import NamedPlaceKind
from weft.standards.osm import Shape, Thing, ThingKind

SNAPSHOT = date(2023, 7, 5)
A_SQUARE = (((-2.0, 53.7), (-1.9, 53.7), (-1.9, 53.8), (-2.0, 53.8), (-2.0, 53.7)),)


def a_thing(shape=None, gates=(), **tags):
    named = {key.replace("__", ":"): value for key, value in tags.items()}
    return Thing(
        kind=ThingKind.WAY,
        number=7,
        tags={"name": "The One"} | named,
        at=(-1.95, 53.75),
        shape=shape,
        gates=gates,
    )


def told_of(thing):
    return asset_from(thing, place_kind_of(thing.tags), snapshot=SNAPSHOT)


def facts_of(thing):
    return {fact.field: fact.value for fact in told_of(thing).facts}


def test_a_persons_number_and_mail_are_never_taken():
    told = told_of(
        a_thing(
            amenity="pub",
            phone="+44 113 496 0000",
            contact__phone="0113 496 0001",
            email="landlord@example.com",
            contact__email="other@example.com",
        )
    )

    assert told.telephone == ""
    assert "example.com" not in repr(told)
    assert "496" not in repr(told)


@pytest.mark.parametrize(
    ("tag", "expected"), [("yes", "yes"), ("no", "no"), ("limited", None), ("?", None)]
)
def test_limited_is_neither_yes_nor_no(tag, expected):
    facts = facts_of(a_thing(amenity="cafe", wheelchair=tag))

    assert facts.get(FactField.STEP_FREE) == expected
    if tag == "limited":
        assert facts[WordField.ACCESS] == "Wheelchair access is limited."


def test_what_the_map_does_not_say_stays_unknown():
    facts = facts_of(a_thing(amenity="library"))

    assert facts == {}


def test_a_fee_is_not_free_and_no_fee_is():
    assert facts_of(a_thing(amenity="toilets", fee="yes"))[FactField.FREE] == "no"
    assert facts_of(a_thing(amenity="toilets", fee="no"))[FactField.FREE] == "yes"


def test_the_day_somebody_last_looked_is_the_age_of_what_the_map_says():
    told = told_of(a_thing(amenity="pub", check_date="2022-04-14"))

    assert told.told_on == date(2022, 4, 14)
    assert told_of(a_thing(amenity="pub")).told_on == SNAPSHOT


def test_hours_that_cannot_be_read_are_unknown_and_a_park_is_open():
    assert told_of(a_thing(amenity="pub", opening_hours="part time")).schedules == ()
    [always] = told_of(a_thing(leisure="park")).schedules
    assert always.opening_hours == "24/7"
    [mapped] = told_of(a_thing(leisure="park", opening_hours="08:00-20:00")).schedules
    assert mapped.opening_hours == "08:00-20:00"


def test_a_park_keeps_its_shape_and_its_gates():
    gate = (-2.0, 53.75)
    park = told_of(
        a_thing(Shape(is_area=True, outer=A_SQUARE), (gate,), leisure="park")
    )

    assert json.loads(park.shape)["type"] == "MultiPolygon"
    assert (park.gates[0].longitude, park.gates[0].latitude) == gate
    assert (
        told_of(a_thing(Shape(is_area=True, outer=A_SQUARE), amenity="pub")).shape == ""
    )


def test_every_name_that_the_map_knows_is_kept_with_its_language():
    told = told_of(a_thing(amenity="pub", alt_name="The Local;The Snug", name__ur="پب"))

    assert [(name.name, name.language) for name in told.names] == [
        ("The Local", ""),
        ("The Snug", ""),
        ("پب", "ur"),
    ]


def test_without_a_name_it_is_called_what_it_is():
    assert told_of(a_thing(leisure="playground", name="")).name == "Playground"


# --- names to start from ----------------------------------------------------------


def at(lon, lat, **tags):
    return Thing(kind=ThingKind.NODE, number=1, tags=tags, at=(lon, lat))


def test_two_station_roads_are_told_apart_by_their_towns():
    names = Gazetteer()
    for lon, town in ((-2.0, "Aldermill"), (-1.5, "Rushby")):
        assert names.hear(at(lon, 53.7, place="town", name=town))
        for step in (0.0, 0.001, 0.002):
            street = {"highway": "residential", "name": "Station Road"}
            names.hear(at(lon + step, 53.7, **street))

    found = list(names.named_places())

    streets = [one for one in found if one.kind is NamedPlaceKind.STREET]
    assert [(one.name, one.within) for one in streets] == [
        ("Station Road", "Aldermill"),
        ("Station Road", "Rushby"),
    ]
    assert streets[0].point.longitude == -1.999


def test_the_two_stops_across_the_road_are_one_stop():
    names = Gazetteer()
    for lon in (-2.00001, -2.00002):
        names.hear(at(lon, 53.7, highway="bus_stop", name="Top Lock"))

    assert len(list(names.named_places())) == 1


def test_a_bench_is_no_name_to_start_from():
    assert not Gazetteer().hear(at(-2.0, 53.7, amenity="bench", name="Nan's"))


# --- canals -----------------------------------------------------------------------


def a_line(number, points, **tags):
    return Thing(
        kind=ThingKind.WAY,
        number=number,
        tags=tags,
        at=points[0],
        shape=Shape(is_area=False, outer=(tuple(points),)),
    )


def test_a_canal_is_one_canal_and_is_reached_where_its_towpath_meets_a_road():
    water = Waterways()
    cut = {"waterway": "canal", "name": "The Cut"}
    bridge = (-1.9500, 53.7001)
    assert water.hear(a_line(2, [(-1.96, 53.7), (-1.95, 53.7)], **cut))
    assert water.hear(a_line(1, [(-1.95, 53.7), (-1.94, 53.7)], **cut))
    towpath = {"highway": "path", "name": "Towpath"}
    water.hear(a_line(3, [(-1.96, 53.7001), bridge, (-1.94, 53.7001)], **towpath))
    water.hear(a_line(4, [bridge, (-1.95, 53.71)], highway="residential"))
    water.hear(a_line(5, [(-1.5, 53.7), (-1.4, 53.7)], highway="residential"))

    [canal] = list(water.whole())

    assert canal.number == 1
    assert len(canal.shape.outer) == 2
    assert canal.gates == (bridge,)
