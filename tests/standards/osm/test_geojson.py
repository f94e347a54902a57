"""Which thing of OpenStreetMap is a GeoJSON feature?"""

import pytest

from weft.standards.osm import ThingKind
from weft.standards.osm.geojson import all_tags, identity, placed

A_POINT = {"type": "Point", "coordinates": [-1.98, 53.73]}
A_HORSESHOE = {
    "type": "Polygon",
    "coordinates": [
        [[0, 0], [6, 0], [6, 6], [4, 6], [4, 1], [2, 1], [2, 6], [0, 6], [0, 0]]
    ],
}


@pytest.mark.parametrize(
    ("properties", "geometry", "expected"),
    [
        ({"osm_id": "12"}, A_POINT, (ThingKind.NODE, 12)),
        ({"osm_id": 12}, {"type": "LineString"}, (ThingKind.WAY, 12)),
        ({"osm_id": 12}, {"type": "MultiPolygon"}, (ThingKind.RELATION, 12)),
        ({"osm_way_id": 12}, {"type": "MultiPolygon"}, (ThingKind.WAY, 12)),
        ({"osm_id": None, "osm_way_id": 12}, A_POINT, (ThingKind.WAY, 12)),
        ({"name": "no number"}, A_POINT, None),
        ({"osm_id": "twelve"}, A_POINT, None),
    ],
)
def test_a_number_is_unique_only_within_its_kind(properties, geometry, expected):
    assert identity(properties, geometry) == expected


def test_tags_are_gathered_from_columns_and_from_the_rest():
    properties = {
        "osm_id": "12",
        "name": "The Bench",
        "amenity": "bench",
        "shop": None,
        "other_tags": '"backrest"=>"yes"',
    }

    assert all_tags(properties) == {
        "name": "The Bench",
        "amenity": "bench",
        "backrest": "yes",
    }


def test_the_point_of_a_horseshoe_lies_in_it_and_not_between_its_arms():
    from shapely.geometry import Point, shape

    at, drawn = placed(A_HORSESHOE)

    assert shape(A_HORSESHOE).contains(Point(at))
    assert drawn.is_area


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": []},
        {"type": "Point", "coordinates": [410_000, 420_000]},
        {"type": "Wibble"},
        {"type": "Point", "coordinates": "here"},
    ],
)
def test_what_is_not_on_the_earth_has_no_place(geometry):
    assert placed(geometry) is None
