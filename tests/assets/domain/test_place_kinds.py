"""What is a thing on OpenStreetMap to people here, and why is another left out?"""

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.place_kinds import (
    LeftOut,
    NotKnown,
    PlaceKind,
    place_kind_of,
    place_kinds,
)


def kind_of(**tags):
    return place_kind_of({key.replace("__", ":"): value for key, value in tags.items()})


def test_libraries_pubs_and_social_clubs_are_both_cultural_and_community():
    for amenity in ("library", "pub", "social_club"):
        kind = kind_of(amenity=amenity, name="One")
        assert kind.mix.cultural
        assert kind.mix.community


def test_there_are_places_of_food_of_heritage_and_of_culture():
    mixes = [kind.mix for kind in place_kinds().values()]

    for what in ("food", "heritage", "cultural", "creative", "community"):
        assert any(getattr(mix, what) for mix in mixes), what


def test_everyday_places_count():
    for tags in (
        {"shop": "hairdresser", "name": "Snips"},
        {"shop": "supermarket", "name": "Big"},
        {"shop": "convenience", "name": "Corner"},
        {"shop": "mall"},
        {"amenity": "community_centre"},
    ):
        assert isinstance(place_kind_of(tags), PlaceKind), tags


def test_a_park_is_an_area_and_a_canal_a_line():
    assert kind_of(leisure="park").asset_kind is AssetKind.AREA
    assert kind_of(waterway="canal", name="The Cut").asset_kind is AssetKind.LINE


def test_toilets_are_a_place_of_their_own_and_say_so():
    assert (FactField.TOILETS, "yes") in kind_of(amenity="toilets").facts


def test_a_cafe_that_is_also_a_bakery_is_decided_the_same_way_in_any_layer():
    one = kind_of(amenity="cafe", shop="bakery", name="Crumb")
    other = place_kind_of({"shop": "bakery", "name": "Crumb", "amenity": "cafe"})

    assert one == other
    assert one.key == "cafe"


def test_of_several_values_the_first_that_is_known_counts():
    assert kind_of(amenity="fast_food;cafe", name="Both").key == "cafe"
    assert isinstance(kind_of(shop="vacant;books", name="Was"), LeftOut)


def test_private_places_and_peoples_homes_are_never_places_for_others():
    for tags in (
        {"leisure": "garden", "access": "private", "name": "Mine"},
        {"leisure": "garden", "garden:type": "residential"},
        {"amenity": "social_facility", "social_facility": "group_home", "name": "x"},
    ):
        assert isinstance(place_kind_of(tags), LeftOut), tags


def test_a_community_garden_needs_no_name():
    assert isinstance(kind_of(leisure="garden", garden__type="community"), PlaceKind)
    assert isinstance(kind_of(leisure="garden"), LeftOut)


def test_what_nobody_has_decided_about_is_named():
    assert kind_of(amenity="wibble") == NotKnown("amenity=wibble")


def test_every_key_and_value_has_one_meaning_only():
    from weft.assets.domain import place_kinds as module

    told = module._file()  # noqa: SLF001 the file itself is looked at
    tags = [
        tag
        for part in ("kinds", "left_out")
        for one in told[part].values()
        for tag in one["osm"]
    ]

    twice = {tag for tag in tags if tags.count(tag) > 1}
    assert not twice
    assert all("=" in tag for tag in tags)
