"""Are boundaries, points, classes and lookups read, and their slips named?"""

import json

import pytest
import shapely
from pyproj import Transformer

from tests.ground import squares
from tests.ground.asking import asked
from weft.commons.errors import FileNotUnderstood, WrongVintage
from weft.commons.provenance import Geography, Vintage
from weft.ground.sources import (
    boundaries,
    lookup_change,
    lookup_icb,
    lookup_oa,
    lookup_wards,
    msoa_names,
    points,
    rural_urban,
)

LSOA21 = Vintage(Geography.LSOA, 2021)
LSOA11 = Vintage(Geography.LSOA, 2011)
EDGES = ("edges", "boundaries", "edges.geojson", "lsoa", 2021)


def a_layer(folder, *features):
    (folder / "edges.geojson").write_text(squares.collection(features))
    return EDGES


def an_area(ring=None, **properties):
    told = {"LSOA21CD": "E01000101", "LSOA21NM": "Fulling 001A", **properties}
    return squares.feature(ring or squares.square(0), **told)


def read_layer(folder, *features, **more):
    return boundaries.read(asked(folder, a_layer(folder, *features), **more))


def refusal(read):
    with pytest.raises(FileNotUnderstood) as told:
        read()
    return told.value


# --- boundaries ----------------------------------------------------------------------


def test_an_area_has_its_code_name_and_edges(tmp_path):
    (area,) = read_layer(tmp_path, an_area()).content.areas

    assert (area.vintage, area.code, area.name) == (LSOA21, "E01000101", "Fulling 001A")
    assert shapely.from_wkb(area.boundary).equals(shapely.Polygon(squares.square(0)))


def test_edges_in_metres_become_degrees(tmp_path):
    to_metres = Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)
    ring = [list(to_metres.transform(*corner)) for corner in squares.square(0)]

    (area,) = read_layer(tmp_path, an_area(ring)).content.areas

    there = shapely.from_wkb(area.boundary)
    assert there.hausdorff_distance(shapely.Polygon(squares.square(0))) < 1e-6


def test_edges_that_cross_themselves_are_mended(tmp_path):
    bow = [[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]

    (area,) = read_layer(tmp_path, an_area(bow)).content.areas

    mended = shapely.from_wkb(area.boundary)
    assert mended.is_valid
    assert mended.area == pytest.approx(0.5)


def test_the_middle_that_a_publisher_gives_is_kept(tmp_path):
    (area,) = read_layer(tmp_path, an_area(LAT=53.71, LONG=-1.99)).content.areas

    assert (area.point.latitude, area.point.longitude) == (53.71, -1.99)


def test_areas_of_other_districts_are_left_out(tmp_path):
    reading = read_layer(
        tmp_path,
        an_area(LAD22CD="E08000091"),
        an_area(LSOA21CD="E01999999", LAD22CD="E08000035"),
    )

    assert [area.code for area in reading.content.areas] == ["E01000101"]
    assert reading.tally.left_out == {"outside the region": 1}


def test_without_districts_the_codes_told_before_decide(tmp_path):
    reading = read_layer(
        tmp_path,
        an_area(),
        an_area(LSOA21CD="E01999999"),
        areas={LSOA21: frozenset(squares.LSOAS)},
    )

    assert reading.tally.used == 1


def test_a_layer_of_another_year_is_refused_by_its_heading(tmp_path):
    old = squares.feature(squares.square(0), LSOA11CD="E01000101")

    with pytest.raises(WrongVintage, match="lsoa11cd"):
        read_layer(tmp_path, old)


def test_a_layer_of_other_things_is_refused(tmp_path):
    ward = squares.feature(squares.square(0), WD25CD="E05000001")

    assert "LSOA 2021" in refusal(lambda: read_layer(tmp_path, ward)).problem


def test_an_area_told_twice_is_refused(tmp_path):
    assert (
        "twice" in refusal(lambda: read_layer(tmp_path, an_area(), an_area())).problem
    )


def test_an_area_without_edges_is_refused_by_its_code(tmp_path):
    bare = {**an_area(), "geometry": None}

    assert "E01000101" in refusal(lambda: read_layer(tmp_path, bare)).problem


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
        {"type": "Point", "coordinates": [0, 0]},
        {"type": "Polygon", "coordinates": [["a", "b"]]},
    ],
)
def test_edges_that_are_none_are_refused(tmp_path, shape):
    spoilt = {**an_area(), "geometry": shape}

    problem = refusal(lambda: read_layer(tmp_path, spoilt))

    assert problem.column == "geometry"
    assert problem.line == 1


def test_a_layer_without_any_area_of_ours_is_refused(tmp_path):
    elsewhere = an_area(LAD22CD="E08000035")

    assert (
        "no area of the region"
        in refusal(lambda: read_layer(tmp_path, elsewhere)).problem
    )


# --- points --------------------------------------------------------------------------


def points_of(folder, name, content, *, options="", areas=None):
    (folder / name).write_bytes(
        content if isinstance(content, bytes) else content.encode()
    )
    spec = ("points", "points", name, "lsoa", 2021)
    return points.read(asked(folder, spec, options=options, areas=areas))


def test_weighted_points_in_metres_become_degrees(tmp_path):
    table = squares.table(
        "FID,LSOA21CD,GlobalID,x,y", [(1, "E01000101", "g", 400000, 426000)]
    )

    (told,) = points_of(
        tmp_path, "p.csv", table, options='options = { weighted = "yes" }\n'
    ).content.points

    assert told.weighted is True
    assert told.point.latitude == pytest.approx(53.7305, abs=0.001)
    assert told.point.longitude == pytest.approx(-2.0015, abs=0.001)


def test_points_of_a_map_are_read(tmp_path):
    spot = {"type": "Point", "coordinates": [-1.99, 53.71]}
    feature = {"type": "Feature", "properties": {"LSOA21CD": "E01"}, "geometry": spot}

    (told,) = points_of(
        tmp_path, "p.geojson", squares.collection([feature])
    ).content.points

    assert (told.point.latitude, told.weighted) == (53.71, None)


def test_a_list_of_codes_of_two_years_is_cut_to_the_right_one(tmp_path):
    table = "LSOACD,latitude,longitude\nE01000101,53.7,-2\nE01000199,53.7,-1.9\n"

    reading = points_of(
        tmp_path, "p.csv", table, areas={LSOA21: frozenset(squares.LSOAS)}
    )

    assert reading.tally.used == 1
    assert [told.code for told in reading.content.points] == ["E01000101"]


def test_a_point_without_coordinates_is_counted(tmp_path):
    reading = points_of(tmp_path, "p.csv", "LSOA21CD,lat,long\nE01000101,,\n")

    assert reading.tally.not_understood == {"no coordinates": 1}


def test_two_points_for_one_area_are_refused(tmp_path):
    table = "LSOA21CD,lat,long\nE01000101,53.7,-2\nE01000101,53.8,-2\n"

    assert "two points" in refusal(lambda: points_of(tmp_path, "p.csv", table)).problem


# --- classes and names ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "cells", "urban"),
    [
        ("LSOA21CD,RUC21CD,RUC21NM,Urban_rural_flag", "UF1,Urban: Further,Urban", True),
        (
            "LSOA21CD,RUC21CD,RUC21NM,Urban_rural_flag",
            "RSF1,Smaller rural,Rural",
            False,
        ),
        ("LSOA21CD,RUC11CD,RUC11", "A1,Urban major conurbation", True),
        ("LSOA21CD,RUC11CD,RUC11", "D1,Rural town and fringe", False),
        ("LSOA21CD,RUC11CD,RUC11", "Z9,Sparse", None),
    ],
)
def test_urban_and_rural_are_told_apart(tmp_path, header, cells, urban):
    (tmp_path / "r.csv").write_text(f"{header}\nE01000101,{cells}\n")

    spec = ("ruc", "rural_urban", "r.csv", "lsoa", 2021)
    (told,) = rural_urban.read(asked(tmp_path, spec)).content.classes

    assert told.urban is urban


def test_the_names_people_know_are_read_for_the_right_year(tmp_path):
    (tmp_path / "n.csv").write_text(
        "MSOACD,MSOAHCLNM,MSOA11CD,MSOA21CD,MSOA11HCLNM\n"
        "E02000101,Mill End,E02000101,E02000101,Mill End\n"
        "E02000109,Old Weir,E02000109,,Old Weir\n"
    )
    spec = ("names", "msoa_names", "n.csv", "msoa", 2011)

    called = msoa_names.read(asked(tmp_path, spec)).content.called

    assert [(told.code, told.called) for told in called] == [
        ("E02000101", "Mill End"),
        ("E02000109", "Old Weir"),
    ]


# --- lookups -------------------------------------------------------------------------


def look_up(folder, importer, header, rows, **more):
    (folder / "l.csv").write_bytes(squares.table(header, rows))
    geography, areas = more.get("geography", "lsoa"), more.get("areas")
    spec = ("lookup", importer.__name__.rsplit(".", 1)[-1], "l.csv", geography, 2021)
    return importer.read(asked(folder, spec, areas=areas))


def pairs(reading, to):
    links = reading.content.links
    return {(k.code, k.to_code) for k in links if str(k.to) == to}


def test_places_and_boards_come_from_a_dated_lookup(tmp_path):
    header = "LSOA21CD,LSOA21NM,SICBL26CD,SICBL26CDH,SICBL26NM,ICB26CD,ICB26CDH,ICB26NM"
    row = (
        "E01000101",
        "Fulling 001A",
        "E38000232",
        "36J",
        "WY 36J",
        "E54000054",
        "QWO",
        "WY",
    )

    reading = look_up(tmp_path, lookup_icb, header, [row])

    assert pairs(reading, "ICB_PLACE 2026") == {("E01000101", "E38000232")}
    assert pairs(reading, "ICB 2026") == {
        ("E01000101", "E54000054"),
        ("E38000232", "E54000054"),
    }


def test_names_of_columns_may_be_those_of_a_package(tmp_path):
    header = "lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code"
    row = ("Fulling 001A", "E01000101", "Ward", "E05000001", "Fulling", "E08000091")

    reading = look_up(tmp_path, lookup_wards, header, [row])

    assert pairs(reading, "WARD 2024") == {("E01000101", "E05000001")}


def test_rows_of_other_districts_are_left_out(tmp_path):
    header = "OA21CD,LSOA21CD,LSOA21NM,MSOA21CD,MSOA21NM,LAD22CD,LAD22NM"
    rows = [
        ("E00000001", "E01000101", "F", "E02000101", "F", "E08000091", "Fulling"),
        ("E00000002", "E01999999", "L", "E02999999", "L", "E08000035", "Leeds"),
    ]

    reading = look_up(tmp_path, lookup_oa, header, rows, geography="oa")

    assert reading.tally.left_out == {"outside the region": 1}
    assert pairs(reading, "LSOA 2021") == {("E00000001", "E01000101")}


def test_an_area_in_two_places_is_refused_by_both(tmp_path):
    header = "LSOA21CD,SICBL24CD,ICB24CD"
    rows = [("E01000101", "E38000001", "E54"), ("E01000101", "E38000002", "E54")]

    problem = refusal(lambda: look_up(tmp_path, lookup_icb, header, rows))

    assert "E38000001 and E38000002" in problem.problem


def test_a_lookup_of_other_things_is_refused(tmp_path):
    header, rows = "LSOA21CD,WD24CD,LAD24CD", [("E01000101", "E05000001", "E08000091")]

    assert (
        "ICB_PLACE"
        in refusal(lambda: look_up(tmp_path, lookup_icb, header, rows)).problem
    )


def test_a_lookup_from_areas_of_another_year_is_refused_by_its_heading(tmp_path):
    header, rows = "LSOA11CD,SICBL22CD,ICB22CD", [("E01000101", "E38000001", "E54")]

    with pytest.raises(WrongVintage, match="lsoa11cd"):
        look_up(tmp_path, lookup_icb, header, rows)


def test_a_code_of_another_year_is_not_taken_for_one_of_ours(tmp_path):
    areas = {LSOA21: frozenset(squares.LSOAS), LSOA11: frozenset({"E01000199"})}
    header, rows = "LSOA21CD,SICBL22CD,ICB22CD", [("E01000199", "E38000001", "E54")]

    reading = look_up(tmp_path, lookup_icb, header, rows, areas=areas)

    assert reading.tally.left_out == {"outside the region": 1}
    assert reading.content.links == ()


def test_a_code_that_is_blank_is_refused_at_its_line(tmp_path):
    header = "LSOA21CD,SICBL24CD,ICB24CD"
    rows = [("E01000101", "E38", "E54"), ("", "E38", "E54")]

    problem = refusal(lambda: look_up(tmp_path, lookup_icb, header, rows))

    assert (problem.line, problem.column) == (3, "lsoa21cd")


CHANGE = "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM,LAD22NMW,ObjectId"


def test_what_became_of_an_area_is_read_with_its_sign(tmp_path):
    rows = [
        (a, "x", b, "y", how, "E08000091", "F", "", 1)
        for a, b, how in squares.changes()
    ]

    reading = look_up(tmp_path, lookup_change, CHANGE, rows)

    changed = {(k.code, k.to_code, k.change) for k in reading.content.links if k.change}
    assert changed == set(squares.changes())


def test_a_sign_that_nobody_knows_is_refused(tmp_path):
    rows = [("E01000101", "x", "E01000101", "y", "Q", "E08000091", "F", "", 1)]

    problem = refusal(lambda: look_up(tmp_path, lookup_change, CHANGE, rows))

    assert (problem.line, problem.column) == (2, "chgind")


def test_the_best_fit_lookup_is_not_taken_for_the_exact_one(tmp_path):
    header = CHANGE.replace("CHGIND,", "")

    problem = refusal(lambda: look_up(tmp_path, lookup_change, header, []))

    assert problem.column == "chgind"


def test_a_source_that_does_not_say_which_areas_it_is_about_is_refused(tmp_path):
    (tmp_path / "l.csv").write_text(json.dumps({}))

    problem = refusal(
        lambda: lookup_icb.read(asked(tmp_path, ("l", "lookup_icb", "l.csv", "", 0)))
    )

    assert problem.column == "geography"
