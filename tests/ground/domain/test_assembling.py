"""Does one ground come of many files, and is a gap in them seen?"""

from dataclasses import replace
from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tests.ground import squares
from tests.ground.asking import read_squares
from weft.commons.errors import FileNotUnderstood, WrongVintage
from weft.commons.places import Point
from weft.commons.provenance import Geography, Vintage
from weft.ground.domain.assembling import NEIGHBOUR, WORKED_OUT, assembled
from weft.ground.domain.inside import Inside
from weft.ground.domain.vintages import refuse_other_vintage

LSOA21 = Vintage(Geography.LSOA, 2021)
LSOA11 = Vintage(Geography.LSOA, 2011)
MSOA21 = Vintage(Geography.MSOA, 2021)


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    return read_squares(squares.write(tmp_path_factory.mktemp("squares")))


@pytest.fixture(scope="module")
def ground(readings):
    return assembled(readings)


def without(readings, *sources):
    return [one for one in readings if one.asked.source not in sources]


def links_of(ground, of, to):
    return {(k.code, k.to_code) for k in ground.links if (k.of, k.to) == (of, to)}


def test_every_area_is_told_once(ground):
    counts = {vintage: len(codes) for vintage, codes in ground.codes().items()}

    assert counts[LSOA21] == 8
    assert counts[LSOA11] == 7
    assert counts[MSOA21] == 4
    assert len({(area.vintage, area.code) for area in ground.areas}) == len(
        ground.areas
    )


def test_each_small_area_lies_in_exactly_one_place_and_one_district(ground):
    for geography in (Geography.PLACE, Geography.ICB):
        found = [
            k.code
            for k in ground.links
            if k.of == LSOA21 and k.to.geography == geography
        ]
        assert sorted(found) == squares.LSOAS
    lads = links_of(ground, LSOA21, Vintage(Geography.DISTRICT, 2022))
    assert lads == {(code, squares.district_of(code)) for code in squares.LSOAS}


def test_what_became_of_an_area_is_kept_with_how(ground):
    changed = {
        (k.code, k.to_code, k.change)
        for k in ground.links
        if k.to == LSOA21 and k.change in "USM" and k.change
    }

    assert changed == set(squares.changes())


def test_a_small_area_nobody_placed_is_placed_by_its_middle(readings):
    ground = assembled(without(readings, "lookup_oa"))

    found = {k for k in ground.links if (k.of, k.to) == (LSOA21, MSOA21)}
    assert {(k.code, k.to_code) for k in found} == {
        (code, squares.msoa_of(code)) for code in squares.LSOAS
    }
    assert {k.source for k in found} == {WORKED_OUT}


def test_neighbours_are_those_that_touch(ground):
    beside = {
        (k.code, k.to_code)
        for k in ground.links
        if k.of == LSOA21 and k.change == NEIGHBOUR
    }

    row = squares.LSOAS
    ahead = set(pairwise(row))
    assert beside == ahead | {(b, a) for a, b in ahead}


def test_a_class_of_2011_is_carried_only_where_all_before_agree(readings, tmp_path):
    old = squares.table(
        "LSOA11CD,RUC11CD,RUC11",
        [(code, "A1", "Urban major conurbation") for code in squares.LSOAS[:5]]
        + [("E01000199", "D1", "Rural town"), ("E01000107", "C1", "Urban city")],
    )
    spec = ("old", "rural_urban", "old.csv", "lsoa", 2011)
    (tmp_path / "old.csv").write_bytes(old)
    told = read_squares(tmp_path, sources=[spec])

    ground = assembled([*without(readings, "rural_urban"), *told])

    words = {a.code: (a.words, a.urban) for a in ground.areas if a.vintage == LSOA21}
    assert words["E01000101"] == ("Urban major conurbation (as in 2011)", True)
    assert words["E01000106"] == ("Rural town (as in 2011)", False)
    assert words["E01000107"] == words["E01000108"] == ("Urban city (as in 2011)", True)


def test_a_weighted_point_is_taken_before_any_other(readings):
    points = next(r for r in readings if r.asked.source == "points")
    told = points.content.points[0]
    other = replace(told, point=Point(53.0, -1.0), weighted=True)
    others = (other, *points.content.points[1:])
    more = replace(points, content=replace(points.content, points=others))

    best = assembled([*readings, more])

    at = {a.code: a for a in best.areas if a.vintage == LSOA21}
    assert (at[told.code].point, at[told.code].weighted) == (other.point, True)
    assert at["E01000102"].weighted is None  # the region file does not say


# --- postcodes -----------------------------------------------------------------------


def test_postcodes_of_the_region_are_kept_live_and_ended(ground):
    live = [p for p in ground.postcodes if p.live]

    assert (len(ground.postcodes), len(live)) == (24, 16)


def test_a_postcode_without_an_area_is_placed_by_its_point(readings, tmp_path):
    (tmp_path / "p.csv").write_text(
        "Postcode,lat,long\nZD5 1AA,53.71,-1.95\nXX1 1XX,51.5,-0.1\n"
    )
    spec = ("bare", "postcodes", "p.csv", "", 0)
    told = read_squares(tmp_path, sources=[spec])

    ground = assembled([*without(readings, "postcodes"), *told])

    assert [(p.compact, p.lsoa21) for p in ground.postcodes] == [
        ("ZD51AA", "E01000103")
    ]
    assert told[0].tally.left_out == {"outside the region": 1}
    assert (told[0].tally.rows_read, told[0].tally.used) == (2, 1)


def test_the_first_source_that_tells_a_postcode_is_believed(readings, tmp_path):
    (tmp_path / "p.csv").write_text("Postcode,lat,long\nZD1 1AA,53.71,-1.93\n")
    spec = ("bare", "postcodes", "p.csv", "", 0)
    told = read_squares(tmp_path, sources=[spec])

    first = {p.compact: p for p in assembled([*readings, *told]).postcodes}
    second = {p.compact: p for p in assembled([*told, *readings]).postcodes}

    assert first["ZD11AA"].longitude == pytest.approx(-1.99)
    assert second["ZD11AA"].longitude == -1.93


# --- gaps ----------------------------------------------------------------------------


def test_without_the_edges_of_small_areas_nothing_stands(readings):
    with pytest.raises(FileNotUnderstood, match="no boundaries of LSOAs of 2021"):
        assembled(without(readings, "edges_lsoa21"))


def test_a_layer_that_lacks_areas_which_a_lookup_names_was_cut_short(readings):
    edges = next(r for r in readings if r.asked.source == "edges_lsoa21")
    short = replace(
        edges, content=replace(edges.content, areas=edges.content.areas[:6])
    )

    with pytest.raises(FileNotUnderstood, match="2 of 8 areas of LSOA 2021") as told:
        assembled([*without(readings, "edges_lsoa21"), short])

    assert "lsoa21.geojson" in str(told.value)


def test_a_lookup_without_a_row_for_every_area_was_cut_short(readings):
    wards = next(r for r in readings if r.asked.source == "lookup_wards")
    some = tuple(k for k in wards.content.links if k.code != "E01000108")
    short = replace(wards, content=replace(wards.content, links=some))

    with pytest.raises(FileNotUnderstood, match="1 of 8 areas of LSOA 2021 have"):
        assembled([*without(readings, "lookup_wards"), short])


def test_the_ledger_says_how_many_areas_each_lookup_speaks_of(readings, ground):
    joins = {r.asked.source: r.tally.joins for r in readings}

    assert ground
    assert joins["lookup_icb"]["LSOA 2021 to ICB_PLACE 2024"] == "8 of 8"
    assert joins["lookup_change"]["LSOA 2011 to LSOA 2021"] == "7 of 7"
    assert joins["postcodes"]["LSOA 2021"] == "24 of 24"


# --- vintages and points -------------------------------------------------------------


def test_a_table_of_another_year_is_told_by_the_codes_that_give_it_away(ground):
    with pytest.raises(WrongVintage, match="E01000199"):
        refuse_other_vintage(
            [*squares.LSOAS[:5], "E01000199"],
            vintage=LSOA21,
            areas=ground.codes(),
            file="table.csv",
        )


@given(st.sets(st.sampled_from(squares.LSOAS)))
def test_codes_of_the_right_year_are_never_refused(codes):
    areas = {LSOA21: frozenset(squares.LSOAS), LSOA11: frozenset({"E01000199"})}

    refuse_other_vintage(codes, vintage=LSOA21, areas=areas, file="table.csv")


@given(
    st.lists(st.tuples(st.floats(-2.01, -1.83), st.floats(53.69, 53.73)), min_size=1)
)
def test_many_points_are_placed_as_one_by_one_and_as_by_hand(points):
    shapes = {
        code: shapely.to_wkb(shapely.Polygon(squares.square(n)))
        for n, code in enumerate(squares.LSOAS)
    }
    inside = Inside(shapes)

    together = inside.codes_of(*zip(*points, strict=True))

    assert together == [inside.code_of(Point(y, x)) for x, y in points]
    assert together == [by_hand(shapes, x, y) for x, y in points]


def by_hand(shapes, x, y):
    """Try every area, the lowest code first."""
    at = shapely.Point(x, y)
    around = [c for c, wkb in shapes.items() if shapely.from_wkb(wkb).intersects(at)]
    return min(around, default="")
