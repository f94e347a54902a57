"""Does it hold on the whole of West Yorkshire, from the real open data?"""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from tests.ground.asking import asked
from weft.accounts.actors import Actor
from weft.cli.region import build
from weft.commons.provenance import Geography, Vintage
from weft.commons.times import Week
from weft.ground import queries
from weft.ground.domain.assembling import assembled
from weft.ground.models import Area
from weft.ground.sources import boundaries, postcodes

REGION_FILE = Path(__file__).parents[3] / "regions" / "west_yorkshire.toml"
WEEK = Week(date(2026, 11, 23))
SLUG = "west-yorkshire"
DISTRICTS = [f"E0800003{n}" for n in range(2, 7)]
LSOA21 = Vintage(Geography.LSOA, 2021)
LSOA11 = Vintage(Geography.LSOA, 2011)

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


class _Over(Exception):
    """All that was asked of the region has been answered: undo it."""


def _undo():
    raise _Over


@pytest.fixture(scope="module")
def region(shared, django_db_setup, django_db_blocker):  # noqa: ARG001 makes the tables
    """Build West Yorkshire once for all that is asked of it here."""
    with django_db_blocker.unblock(), suppress(_Over), transaction.atomic():
        build(
            region_file=REGION_FILE,
            folder=shared / "data" / "west-yorkshire",
            week=WEEK,
            by=Actor.command("test"),
        )
        yield queries.report_as_json(queries.report(SLUG))
        _undo()


def source(region, key):
    return next(file for file in region["files"] if file["source"] == key)


def test_every_area_of_every_year_is_there(region):
    assert {
        "lsoa21": 1404,
        "lsoa11": 1388,
        "msoa21": 301,
        "msoa11": 299,
        "ward25": 124,
        "ward24": 124,
        "lad23": 5,
    }.items() <= region["areas"].items()


def test_every_postcode_is_there(region):
    assert region["postcodes"] == 88_776


def test_the_report_is_json_with_what_was_promised(region):
    told = json.loads(json.dumps(region))

    promised = {"name", "rows_read", "used", "not_understood", "examples", "joins",
                "vintage", "licence", "date"}  # fmt: skip
    assert all(promised <= file.keys() for file in told["files"])
    assert {"files", "areas", "postcodes", "osm_features"} <= told.keys()


def test_nothing_is_dropped_in_silence(region):
    for file in region["files"]:
        accounted = file["used"] + file["left_out"] + file["not_understood"]
        assert file["rows_read"] == accounted, file["source"]


@pytest.mark.parametrize("key", ["lookup_wards", "lookup_icb_2024", "lookup_change"])
def test_lookups_join_every_small_area(region, key):
    joins = source(region, key)["joins"]

    assert {hits for to, hits in joins.items() if to.startswith("LSOA 2021")} == {
        "1404 of 1404"
    }


def test_what_became_of_the_small_areas_of_2011(region):
    assert region
    links = queries.links(SLUG, LSOA11, LSOA21)

    counts = {sign: sum(link.change == sign for link in links) for sign in "USMX"}
    assert counts == {"U": 1367, "S": 35, "M": 4, "X": 0}
    assert len({link.code for link in links}) == 1388
    assert len({link.to_code for link in links}) == 1404


def test_each_small_area_is_in_exactly_one_place_and_district(region):
    assert region
    for vintage in (
        Vintage(Geography.PLACE, 2024),
        Vintage(Geography.DISTRICT, 2022),
        Vintage(Geography.DISTRICT, 2024),
    ):
        links = queries.links(SLUG, LSOA21, vintage)
        assert len(links) == len({link.code for link in links}) == 1404
        assert len({link.to_code for link in links}) == 5


def test_places_and_districts_match_one_to_one(region):
    assert region
    districts = {
        k.code: k.to_code
        for k in queries.links(SLUG, LSOA21, Vintage(Geography.DISTRICT, 2024))
    }
    places = {
        k.code: k.to_code
        for k in queries.links(SLUG, LSOA21, Vintage(Geography.PLACE, 2024))
    }

    pairs = {(districts[code], places[code]) for code in districts}
    assert len(pairs) == 5
    assert sorted(district for district, _ in pairs) == DISTRICTS


def test_a_small_area_lies_in_the_neighbourhood_it_is_named_after(region):
    assert region
    areas = queries.areas(SLUG, Geography.LSOA, 2021)
    named = [(a.name, a.inside(Geography.MSOA)) for a in areas]

    assert len(named) == 1404
    assert all(msoa and name.startswith(msoa.name) for name, msoa in named)
    assert all(msoa.called for _, msoa in named)


def test_points_agree_with_the_lookup_as_often_as_was_measured(region):
    joins = source(region, "postcodes_reduced")["joins"]

    assert joins["LSOA 2021"] == "88776 of 88776"
    assert joins["the boundary around its point"] == "87904 of 88776"


def test_features_of_the_map_are_all_accounted_for(region):
    osm = source(region, "osm_geojson")

    assert region["osm_features"] == osm["rows_read"] == 26_593
    repeats = [n for why, n in osm["left_out_because"].items() if "twice" in why]
    assert repeats == [272]


@pytest.mark.parametrize(
    ("key", "joins"),
    [
        ("iod_2025_reduced", {"LSOA 2021": "1404 of 1404"}),
        ("iod_2019_reduced", {"LSOA 2011": "1388 of 1388"}),
        ("loneliness", {"LSOA 2021": "1404 of 1404"}),
        ("fuel_poverty", {"LSOA 2021": "1404 of 1404"}),
    ],
)
def test_tables_of_need_join_every_area(region, key, joins):
    assert source(region, key)["joins"].items() >= joins.items()


def test_residents_are_those_of_the_census(region):
    assert region
    people = Area.objects.filter(region=SLUG, geography="lsoa", vintage=2021)

    assert sum(area.people for area in people) == pytest.approx(2_351_585, abs=300)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("BD3", "BD3"),
        ("LS9 6", "LS9 6"),
        ("hx7 8eh", "HX7 8EH"),
        (" hX78Eh ", "HX7 8EH"),
        ("ilkley", "Ilkley"),
        ("Baildn", "Baildon"),
        ("Addingham and Ilkley Moor", "Addingham & Ilkley Moor"),
    ],
)
def test_somebody_may_start_from_what_they_know(region, typed, name):
    assert region
    start = queries.find_start(typed)

    assert isinstance(start, queries.StartFound)
    assert start.name == name
    assert start.area.startswith("E01")
    assert start.region == SLUG


def test_an_area_is_called_by_what_people_call_it(region):
    assert region
    area = queries.area("E01010568")

    assert area.title
    assert not area.title.startswith("Bradford 0")
    assert area.inside(Geography.DISTRICT).name == "Bradford"
    assert area.urban is not None
    assert 3 <= len(queries.neighbours(area.code)) <= 15


# --- layouts that West Yorkshire's region file does not use --------------------------


def test_points_alone_are_placed_by_the_boundaries(shared, tmp_path):
    """BD.csv and its kin: 93,832 rows of postcode and point, 199 of them blank."""
    data = shared / "data" / "west-yorkshire"
    for path in (data / "postcodes").glob("[A-Z][A-Z].csv"):
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "e.geojson").symlink_to(data / "boundaries/lsoa_E47000003.geojson")
    edges_spec = ("e", "boundaries", "e.geojson", "lsoa", 2021)
    spec = ("p", "postcodes", "[A-Z][A-Z].csv", "", 0)
    edges = boundaries.read(asked(tmp_path, edges_spec, districts=DISTRICTS))
    told = postcodes.read(asked(tmp_path, spec, districts=DISTRICTS))

    ground = assembled([edges, told])

    assert told.tally.rows_read == 93_832
    assert told.tally.not_understood == {"no coordinates": 199}
    assert 88_000 < len(ground.postcodes) < 90_000
    assert told.tally.used == len(ground.postcodes)
