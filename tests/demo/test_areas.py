"""The areas fill the valley, once, and their points and people agree."""

import json
import re

import pytest
import shapely
from pyproj import Transformer
from shapely.geometry import Point, shape

LAYERS = {
    "Output_Areas_2021*": "OA21CD",
    "Lower_layer*2021*": "LSOA21CD",
    "Lower_Layer*2011*": "LSOA11CD",
    "Middle_layer*": "MSOA21CD",
    "Wards*": "WD25CD",
    "Local_Authority*": "LAD24CD",
}
UNUSED = re.compile(r"E0[01259]\d*|E08900\d{3}")


@pytest.fixture(scope="module")
def layers(valley):
    return {code: valley.shapes(file, code) for file, code in LAYERS.items()}


def test_there_are_as_many_areas_as_there_should_be(layers):
    assert 285 <= len(layers["OA21CD"]) <= 315
    assert len(layers["LSOA21CD"]) == 60
    assert len(layers["LSOA11CD"]) == 59
    assert len(layers["MSOA21CD"]) == 13
    assert len(layers["LAD24CD"]) == 2


@pytest.mark.parametrize("code", LAYERS.values())
def test_areas_share_their_edges_without_gap_or_overlap(layers, code):
    shapes = list(layers[code].values())
    assert all(one.is_valid for one in shapes)
    assert shapely.coverage_is_valid(shapes)
    whole = shapely.coverage_union_all(shapes)
    assert whole.geom_type == "Polygon"
    assert not whole.interiors
    assert whole.area == pytest.approx(sum(one.area for one in shapes), rel=1e-9)


@pytest.mark.parametrize("code", LAYERS.values())
def test_every_layer_covers_the_same_valley(layers, code):
    oas = shapely.coverage_union_all(list(layers["OA21CD"].values()))
    here = shapely.coverage_union_all(list(layers[code].values()))
    assert here.symmetric_difference(oas).area < 1e-12


def test_output_areas_lie_in_the_lsoa_the_lookup_says(valley, layers):
    for row in valley.csv("lookups/OA_LSOA_MSOA_EW_DEC_2021_LU_v3.csv"):
        inside = layers["OA21CD"][row["OA21CD"]].representative_point()
        assert layers["LSOA21CD"][row["LSOA21CD"]].contains(inside)
        assert layers["MSOA21CD"][row["MSOA21CD"]].contains(inside)


def test_population_weighted_points_lie_in_their_areas(valley, layers):
    to_degrees = Transformer.from_crs(27700, 4326, always_xy=True)
    rows = valley.csv("points/Output_Areas_2021_PWC_V4.csv")
    assert len(rows) == len(layers["OA21CD"])
    for row in rows:
        at = Point(to_degrees.transform(float(row["x"]), float(row["y"])))
        assert layers["OA21CD"][row["OA21CD"]].contains(at), row
    points = valley.json("points/LSOA_PopCentroids_EW_2021_V4.geojson")["features"]
    assert len(points) == 60
    for point in points:
        code = point["properties"]["LSOA21CD"]
        assert layers["LSOA21CD"][code].contains(shape(point["geometry"])), code


def test_the_vintages_differ_where_houses_came_and_went(valley):
    rows = valley.csv("lookups/LSOA11_LSOA21_LAD22_EW_LU_v5.csv")
    kinds = [row["CHGIND"] for row in rows]
    assert {kind: kinds.count(kind) for kind in "SMX"} == {"S": 4, "M": 2, "X": 3}
    for row in rows:
        same = row["LSOA11CD"] == row["LSOA21CD"]
        assert same == (row["CHGIND"] == "U")
        if same:
            assert row["LSOA11NM"] == row["LSOA21NM"]


def test_no_code_can_be_taken_for_a_real_one(layers):
    for areas in layers.values():
        for code in areas:
            assert len(code) == 9
            assert code[3] == "9", code  # real ones are far below 900000


def test_the_valley_lies_in_the_sea(layers):
    west, south, east, north = shapely.total_bounds(list(layers["LAD24CD"].values()))
    assert -4.2 < west < east < -3.3  # between Lancashire and the Isle of Man
    assert 53.5 < south < north < 54.0


def test_the_portal_s_form_is_kept(valley):
    path = valley.root / "boundaries" / "Output_Areas_2021_EW_BGC_V2.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    assert layer["crs"]["properties"]["name"] == "EPSG:4326"
    assert layer["features"][0]["properties"].keys() >= {"FID", "BNG_E", "GlobalID"}
    for name in ("lookups/OA_LSOA_MSOA_EW_DEC_2021_LU_v3.csv",):
        assert (valley.root / name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_wards_cut_through_lsoas(valley, layers):
    best_fit = {
        row["LSOA21CD"]: row["WD24CD"]
        for row in valley.csv("lookups/LSOA21_WD24_LAD24_EW_LU.csv")
    }
    astray = 0
    for row in valley.csv("lookups/OA_LSOA_MSOA_EW_DEC_2021_LU_v3.csv"):
        inside = layers["OA21CD"][row["OA21CD"]].representative_point()
        ward = layers["WD25CD"][best_fit[row["LSOA21CD"]]]
        astray += not ward.contains(inside)
    assert 1 <= astray <= 8
