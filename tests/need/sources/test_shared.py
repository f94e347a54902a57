"""What the importers make of real open data, against figures that were published."""

import csv
import json
from dataclasses import replace

import numpy as np
import pytest

from tests.need.building import NEW, OLD, a_region, an_asked
from weft.commons.errors import WrongVintage
from weft.commons.provenance import Geography, Vintage
from weft.need.domain.carrying import Change, ExactFit, Link, carry
from weft.need.domain.catalogue import indicator_called
from weft.need.domain.measuring import measured
from weft.need.domain.topics import TOTAL
from weft.need.sources import (
    census_long,
    census_query,
    fuel_poverty,
    health_index,
    iod_reduced,
    loneliness,
    population,
)

WEST_YORKSHIRE = tuple(f"E080000{n}" for n in range(32, 37))
VINTAGES = {
    NEW: ("lsoa_E47000003.geojson", "LSOA21CD"),
    OLD: ("lsoa11_E47000003.geojson", "LSOA11CD"),
    Vintage(Geography.MSOA, 2021): ("msoa_E47000003.geojson", "MSOA21CD"),
    Vintage(Geography.MSOA, 2011): ("msoa11_E47000003.geojson", "MSOA11CD"),
}


@pytest.fixture(scope="module")
def real(shared):
    return shared / "data" / "west-yorkshire"


@pytest.fixture(scope="module")
def areas(real):
    """The codes of West Yorkshire's areas, by vintage."""
    found = {}
    for vintage, (name, key) in VINTAGES.items():
        told = json.loads((real / "boundaries" / name).read_text())
        found[vintage] = frozenset(f["properties"][key] for f in told["features"])
    return found


@pytest.fixture
def ask(areas, real):
    def make(pattern, *, vintage=None):
        paths = sorted(real.glob(pattern))
        return an_asked(
            *paths,
            vintage=vintage,
            areas=areas,
            dated=None,
            region=a_region(districts=WEST_YORKSHIRE),
        )

    return make


def share_of_first_tenth(frame):
    return int((frame.column("iod.imd.decile") == 1).sum()), len(frame)


def test_297_of_1404_small_areas_are_in_the_first_tenth_of_2025(ask):
    reading = iod_reduced.read(ask("deprivation/imd2025*.csv", vintage=NEW))

    assert share_of_first_tenth(reading.content[0]) == (297, 1404)
    assert reading.tally.joins == {"LSOA 2021": "1404 of 1404"}
    assert not reading.tally.not_understood


def test_302_of_1388_were_in_the_first_tenth_of_2019(ask):
    reading = iod_reduced.read(ask("deprivation/imd2019*.csv", vintage=OLD))

    assert share_of_first_tenth(reading.content[0]) == (302, 1388)
    assert reading.tally.joins == {"LSOA 2011": "1388 of 1388"}


def test_the_indices_of_2019_are_carried_to_every_area_of_2021(ask, real):
    path = real / "lookups" / "lsoa11_to_lsoa21_exact.csv"
    with path.open(encoding="utf-8-sig") as file:
        links = tuple(
            Link(r["LSOA11CD"], r["LSOA21CD"], Change(r["CHGIND"]))
            for r in csv.DictReader(file)
        )
    old = iod_reduced.read(ask("deprivation/imd2019*.csv", vintage=OLD)).content[0]

    carried = carry(old, ExactFit(old=OLD, new=NEW, links=links))

    assert len(carried.frame) == 1404
    assert carried.left_behind == ()
    ranks = carried.frame.column("iod.imd.rank")
    merged = [code for code, key in carried.several if key == "iod.imd.rank"]
    assert np.isnan(ranks).sum() == len(merged) == 2
    assert all(len(carried.several[code, "iod.imd.rank"]) == 2 for code in merged)


def test_the_wrong_vintage_is_refused_although_1367_codes_would_join(ask):
    asked = replace(ask("health/england_cls_loneliness_lsoa.csv"))
    wrong = replace(asked, origin=replace(asked.origin, vintage=OLD))

    with pytest.raises(WrongVintage, match="is not an area of LSOA 2011"):
        loneliness.read(wrong)


def test_2351585_people_lived_here_at_the_census(ask):
    reading = census_long.read(ask("census2021/ethnicity21_lsoa21.csv"))

    assert reading.content[0].column(f"ethnic.{TOTAL}").sum() == 2_351_585


def test_totals_of_two_tables_differ_by_a_few_because_counts_were_changed(ask):
    ages = census_query.read(ask("census2021/nomis_RM121*.csv")).content[0]
    total = ages.column(f"age.{TOTAL}").sum()

    assert total == 2_351_528
    assert len(ages) == 1404


@pytest.mark.parametrize(
    ("pattern", "areas_told"),
    [
        ("census2021/household_*21_lsoa21.csv", 1404),
        ("census2021/religion21_lsoa21.csv", 1404),
        ("census2021/disability21_lsoa21_ew.csv", 1404),
        ("census2021/proficiency21_msoa21.csv", 301),
        ("census2021/migration21_msoa21.csv", 301),
    ],
)
def test_every_re_published_census_table_joins_every_area(ask, pattern, areas_told):
    reading = census_long.read(ask(pattern))

    for frame in reading.content:
        assert len(frame) == areas_told
        assert not np.isnan(frame.values).any()
    assert reading.tally.rows_read == reading.tally.used


def test_parts_of_a_re_published_table_add_up_to_its_own_total(ask):
    (frame,) = census_long.read(ask("census2021/household_tenure21_lsoa21.csv")).content
    total = frame.column("tenure.total")
    parts = sum(frame.column(k) for k in frame.keys if k != "tenure.total")

    assert np.abs(total - parts).max() == 0


def test_estimates_of_2020_are_read_for_the_areas_of_2011(ask):
    reading = population.read(ask("census2021/population20_*.csv"))

    told = {frame.vintage: frame for frame in reading.content}
    assert len(told[OLD]) == 1388
    people = told[OLD].column("people.total").sum()
    larger = told[Vintage(Geography.MSOA, 2011)].column("people.total").sum()
    assert people == larger == 2_345_235


def test_fuel_poverty_and_loneliness_join_every_area(ask):
    warm = fuel_poverty.read(ask("health/fuel_poverty_by_LSOA.csv"))
    alone = loneliness.read(ask("health/england_cls_loneliness_lsoa.csv"))

    assert warm.tally.joins == alone.tally.joins == {"LSOA 2021": "1404 of 1404"}
    assert len(set(alone.content[0].column("lonely.share"))) == 992
    assert warm.content[0].value("E01010646", "fuel.homes") == 691


@pytest.mark.shows("E7")
def test_cold_crowded_and_ill_kept_homes_are_told_for_every_small_area(ask):
    tables = [
        *fuel_poverty.read(ask("health/fuel_poverty_by_LSOA.csv")).content,
        *census_long.read(ask("census2021/household_overcrowding21*.csv")).content,
        *iod_reduced.read(ask("deprivation/imd2025*subdomains.csv")).content,
    ]

    for key in ("cold-homes", "crowded-homes", "state-of-homes"):
        question = indicator_called(key)
        (told,) = (
            measured(table, way)
            for table in tables
            if (way := question.way_in(table)) is not None
        )
        assert len(told.codes) == 1404
        assert not np.isnan(told.values).any()


def test_the_health_index_knows_the_five_districts_of_seven_years(ask):
    reading = health_index.read(ask("health/england_health_index.csv"))

    assert [frame.year for frame in reading.content] == list(range(2015, 2022))
    assert {frame.codes for frame in reading.content} == {WEST_YORKSHIRE}
    assert reading.content[0].value("E08000032", "hi.overall") == 87.4


def test_traffords_ten_tables_are_each_known_by_their_words(shared):
    folder = shared / "data" / "other-regions" / "trafford" / "census2021"
    one = folder / "2021_general_health_lsoa_trafford.csv"
    with one.open(encoding="utf-8-sig") as file:
        codes = frozenset(row["area_code"] for row in csv.DictReader(file))
    found = {}
    for path in sorted(folder.glob("*.csv")):
        asked = an_asked(path, areas={NEW: codes}, dated=None)
        reading = census_long.read(asked)
        assert reading.tally.joins == {"LSOA 2021": "139 of 139"}
        found[reading.content[0].table] = len(reading.content[0].columns)

    assert found == {
        "TS003": 15,
        "TS007A": 19,
        "TS025": 5,
        "TS029": 6,
        "TS037": 6,
        "TS038": 5,
        "TS039": 7,
        "TS045": 5,
        "TS059": 5,
        "TS066": 20,
    }


def test_traffords_estimates_are_read_for_every_kind_of_area_that_is_loaded(shared):
    folder = shared / "data" / "other-regions" / "trafford"
    path = folder / "mid-year_2024_population_estimates_all_geographies.csv"
    region = a_region(districts=("E08000009",))

    reading = population.read(an_asked(path, areas={}, dated=None, region=region))

    (frame,) = reading.content
    assert frame.value("E08000009", "people.total") == 241_025
    assert frame.value("E08000009", "people.aged_65_over") == 42_515
    assert frame.value("E08000009", "women.aged_0_15") == 24_464
