"""Each importer on a small file in its publisher's own format."""

from dataclasses import replace

import pytest

from tests.need.building import (
    AREAS,
    HERE,
    MSOA,
    NEW,
    OLD,
    ONLY_OLD,
    a_region,
    an_asked,
)
from tests.need.sources import files
from weft.commons.errors import FileNotUnderstood, WrongVintage
from weft.commons.provenance import Geography, Vintage
from weft.need.domain import england
from weft.need.domain.columns import Kind
from weft.need.sources import (
    census_bulk,
    census_long,
    census_query,
    digital_exclusion,
    fingertips,
    fuel_poverty,
    health_index,
    iod,
    iod_reduced,
    jobs_by_industry,
    loneliness,
    population,
)

CITY = Vintage(Geography.DISTRICT, 2024)


@pytest.fixture
def put(tmp_path):
    """Write a file and say where it lies."""

    def write(name, content, *, encoding="utf-8"):
        path = tmp_path / name
        raw = content if isinstance(content, bytes) else content.encode(encoding)
        path.write_bytes(raw)
        return path

    return write


def test_file_7_is_read_by_the_beginnings_of_its_headings(put):
    (frame,) = iod.read(an_asked(put("f.csv", files.iod_csv()), vintage=NEW)).content

    assert frame.codes == HERE
    assert frame.year == 2025
    assert len(frame.columns) == 52
    assert frame.value(HERE[0], "iod.young.decile") == 1
    assert frame.about("iod.income.score").denominator == "iod.people"
    assert frame.about("iod.income.score").kind is Kind.RATE
    assert frame.about("iod.imd.score").kind is Kind.SCORE


def test_file_7_made_from_excel_with_line_breaks_in_its_headings_is_read(put):
    headings = [
        '"' + heading.replace("Education, Skills", "Education\n Skills") + '"'
        for heading in files.iod_headings()
    ]
    rows = files.iod_csv().split("\r\n", 1)[1]

    reading = iod.read(an_asked(put("f.csv", ",".join(headings) + "\r\n" + rows)))

    assert reading.content[0].value(HERE[0], "iod.education.rank") == 100


def test_file_7_with_all_of_england_gives_englands_rates(put, monkeypatch):
    monkeypatch.setitem(england.AREAS_OF_ENGLAND, NEW, 4)
    rows = [
        *(files.iod_row(code, rate=0.1) for code in HERE),
        files.iod_row("E01000099", rate=0.5),
    ]
    text = files.as_csv(files.iod_headings(), rows)

    here, all_of_it = iod.read(an_asked(put("f.csv", text), vintage=NEW)).content

    assert here.codes == HERE
    assert all_of_it.codes == ("E92000001",)
    assert all_of_it.value("E92000001", "iod.income.score") == pytest.approx(0.2)
    assert all_of_it.value("E92000001", "iod.people") == 4000
    assert all_of_it.value("E92000001", "iod.imd.rank") is None


def test_file_7_cut_down_to_a_region_says_nothing_of_england(put):
    assert len(iod.read(an_asked(put("f.csv", files.iod_csv()))).content) == 1


def test_file_7_of_other_areas_than_was_said_is_refused(put):
    asked = an_asked(put("f.csv", files.iod_csv()), vintage=OLD)

    with pytest.raises(
        WrongVintage, match=r"f.csv, line 1, .*region file says LSOA 2011"
    ):
        iod.read(asked)


def test_file_7_without_a_domain_is_refused_by_its_name(put):
    text = files.iod_csv().replace("Crime Rank", "Joy Rank")

    with pytest.raises(FileNotUnderstood, match="Crime Rank"):
        iod.read(an_asked(put("f.csv", text)))


def test_the_reduced_layout_tells_its_three_files_apart(put):
    domains = put("a.csv", "lsoa21_code,IMD_decile,IMD_rank\nE01000001,2.0,5775.0\n")
    below = put("b.csv", "lsoa21_code,adult_skills_rank\nE01000001,9\n")
    under = put("c.csv", "lsoa21_code,income_domain_numerator\nE01000001,\n")

    reading = iod_reduced.read(an_asked(domains, below, under, vintage=NEW))

    assert [f.table for f in reading.content] == [
        "IoD domains",
        "IoD sub-domains",
        "IoD indicators",
    ]
    assert reading.content[0].value(HERE[0], "iod.imd.rank") == 5775
    assert reading.content[2].value(HERE[0], "iod8.income_domain_numerator") is None


def test_a_census_zip_gives_a_table_for_each_kind_of_area(put):
    reading = census_bulk.read(
        an_asked(put("census2021-ts003.zip", files.census_zip()))
    )

    kinds = {frame.vintage.geography: frame for frame in reading.content}
    assert set(kinds) == {Geography.LSOA, Geography.DISTRICT, Geography.COUNTRY}
    small = kinds[Geography.LSOA]
    assert small.codes == HERE
    assert small.value(HERE[0], "household.one_person_household_other") == 20
    assert (
        small.about("household.one_person_household").denominator == "household.total"
    )
    assert kinds[Geography.DISTRICT].codes == ("E08000001",)
    assert reading.tally.left_out == {"outside the region": 2}


def test_a_census_table_without_the_suffix_ends_in_the_same_keys(put):
    with_it = files.census_zip(**{"x-lsoa.csv": files.census_csv()})
    without = files.census_zip(**{"x-lsoa.csv": files.census_csv(suffix="")})

    keys = [
        census_bulk.read(an_asked(put(f"census2021-ts003{n}.zip", raw))).content[0].keys
        for n, raw in enumerate((with_it, without))
    ]

    assert keys[0] == keys[1]


def test_a_census_table_nobody_has_words_for_is_loaded_all_the_same(put):
    raw = files.census_zip(**{"census2021-ts099-lsoa.csv": files.census_csv()})

    (frame,) = census_bulk.read(an_asked(put("census2021-ts099.zip", raw))).content

    assert frame.keys[0] == "ts099.total"


def test_a_query_saved_by_hand_is_read_between_titles_and_footnotes(put):
    (frame,) = census_query.read(an_asked(put("q.csv", files.query_csv()))).content

    assert (frame.table, frame.year, frame.vintage) == ("RM121", 2021, NEW)
    assert frame.codes == HERE
    assert frame.value(HERE[0], "age.total") == 1346


def test_a_query_about_one_sex_does_not_pass_for_everybody(put):
    with pytest.raises(FileNotUnderstood, match="counts «females» only"):
        census_query.read(an_asked(put("q.csv", files.query_csv(sex="Females"))))


def test_the_long_form_is_laid_out_wide(put):
    reading = census_long.read(an_asked(put("l.csv", files.long_csv())))

    (frame,) = reading.content
    assert frame.row(HERE[0]) == {
        "religion.total": 100,
        "religion.no_religion": 60,
        "religion.christian": 40,
    }
    assert (reading.tally.rows_read, reading.tally.used) == (6, 6)


def test_the_long_form_without_a_total_adds_its_parts_up(put):
    (frame,) = census_long.read(an_asked(put("l.csv", files.trafford_csv()))).content

    assert frame.value(HERE[0], "cars.total") == 100
    assert frame.value(HERE[0], "cars.no_cars_or_vans_in_household") == 40


def test_a_wide_table_is_known_by_its_headings(put):
    text = files.as_csv(
        [
            "msoa21_code",
            "Main language is English (English or Welsh in Wales)",
            "Main language is not English: Cannot speak English",
            "Proportion who cannot speak English (well)",
        ],
        [["E02000001", 90, 10, 0.1]],
    )

    (frame,) = census_long.read(an_asked(put("w.csv", text))).content

    assert frame.vintage == MSOA
    assert frame.value("E02000001", "english.total") == 100


def test_the_workbook_of_estimates_is_read_year_by_year(put):
    raw = files.population_workbook()

    reading = population.read(an_asked(put("sape.xlsx", raw), vintage=NEW))

    assert [frame.year for frame in reading.content] == [2023, 2024]
    newest = reading.content[1]
    assert newest.codes == HERE
    assert newest.value(HERE[0], "people.total") == 182
    assert newest.value(HERE[0], "people.aged_0_15") == 32
    assert newest.value(HERE[0], "women.aged_85_over") == 6
    assert reading.tally.left_out == {"outside the region": 2}


def test_estimates_for_everybody_by_single_year_are_read_from_csv(put):
    headings = ["lsoa11_code", "total_population", *map(str, range(90)), "90+"]
    rows = [[code, 91, *[1] * 91] for code in (HERE[0], ONLY_OLD)]
    path = put("population20_lsoa11.csv", files.as_csv(headings, rows))

    (frame,) = population.read(an_asked(path, dated=None)).content

    assert (frame.vintage, frame.year) == (OLD, 2020)
    assert frame.value(ONLY_OLD, "people.aged_65_over") == 26


def test_rows_for_women_and_men_come_together_in_one_area(put):
    headings = ["period", "area_code", "sex", "all_ages", "0", "1+"]
    rows = [
        ["2024-06-30", HERE[0], sex, total, 1, total - 1]
        for sex, total in (("Persons", 10), ("Females", 6), ("Males", 4))
    ]

    reading = population.read(an_asked(put("t.csv", files.as_csv(headings, rows))))

    assert reading.content[0].value(HERE[0], "people.total") == 10
    assert reading.tally.used == 3


def test_estimates_about_areas_that_are_not_loaded_are_left_out_and_said(put):
    text = files.as_csv(["OA11CD", "All Ages", "0", "1+"], [["E00000001", 3, 1, 2]])

    reading = population.read(an_asked(put("mid2015.csv", text), dated=None))

    assert reading.content == []
    assert reading.tally.left_out == {"no areas of OA 2011 are loaded": 1}


def test_jobs_are_read_and_added_up(put):
    (frame,) = jobs_by_industry.read(an_asked(put("b.csv", files.jobs_csv()))).content

    assert (frame.table, frame.year) == ("BRES", 2024)
    assert frame.row(HERE[0]) == {
        "jobs.total": 55,
        "jobs.manufacturing_c": 40,
        "jobs.arts_r": 15,
    }


def test_loneliness_keeps_its_own_tenths_apart_from_those_of_deprivation(put):
    (frame,) = loneliness.read(an_asked(put("l.csv", files.loneliness_csv()))).content

    assert frame.value(HERE[0], "lonely.share") == 23.58
    assert frame.about("lonely.tenth").kind is Kind.SCORE


def test_fuel_poverty_reads_numbers_padded_with_blanks_and_commas(put):
    (frame,) = fuel_poverty.read(an_asked(put("f.csv", files.fuel_csv()))).content

    assert frame.row(HERE[0]) == {
        "fuel.homes": 1691,
        "fuel.cold": 88,
        "fuel.share": 5.2,
    }
    assert frame.year == 2022


def test_a_year_told_in_the_region_file_wins(put):
    region = a_region(options={"year": "2024"})

    reading = fuel_poverty.read(an_asked(put("f.csv", files.fuel_csv()), region=region))

    assert reading.content[0].year == 2024


def test_the_internet_user_classification_is_a_group_and_not_a_number(put):
    (frame,) = digital_exclusion.read(
        an_asked(put("iuc.csv", files.internet_csv()), vintage=OLD)
    ).content

    column = frame.about("online.group")
    assert column.kind is Kind.CLASS
    assert column.class_name(frame.value(HERE[0], "online.group")) == "e-Withdrawn"


def test_the_digital_exclusion_risk_index_is_read_too(put):
    (frame,) = digital_exclusion.read(
        an_asked(put("DERI.csv", files.deri_csv()), vintage=OLD)
    ).content

    assert frame.value(HERE[0], "online.score") == 3.4
    assert frame.table == "DERI"


def test_the_health_index_is_about_districts_year_by_year(put):
    reading = health_index.read(an_asked(put("h.csv", files.health_csv())))

    assert [(f.year, f.vintage) for f in reading.content] == [
        (2020, CITY),
        (2021, CITY),
    ]
    assert reading.content[1].value("E08000001", "hi.overall") == 93.1
    assert reading.tally.left_out == {"outside the region": 1}


def test_the_health_index_of_the_ons_is_read_from_its_workbook(put):
    reading = health_index.read(an_asked(put("h.xlsx", files.health_workbook())))

    told = {(f.table, f.year, f.codes): f for f in reading.content}
    overall = told["Health Index: overall", 2021, ("E08000001",)]
    assert overall.value("E08000001", "hi.overall") == 98.5
    yearly = told["Health Index: domains and indicators", 2021, ("E92000001",)]
    assert yearly.value("E92000001", "hi.healthy_people_domain") == 97.25


def test_fingertips_keeps_the_value_its_interval_and_what_is_missing(put):
    reading = fingertips.read(an_asked(put("ft.csv", files.fingertips_csv())))

    frames = {frame.vintage.geography: frame for frame in reading.content}
    here = frames[Geography.MSOA]
    assert here.value("E02000001", "ft.93283.female_all_ages") == 81.5
    assert here.value("E02000001", "ft.93283.female_all_ages.low") == 80.1
    assert here.value("E02000001", "ft.93283.male_all_ages") is None
    assert frames[Geography.COUNTRY].codes == ("E92000001",)
    assert reading.tally.left_out == {
        "told twice, in the same words": 1,
        "a breakdown of the value": 1,
    }


def test_codes_of_areas_that_are_only_of_another_year_give_a_table_away(put):
    text = files.loneliness_csv((*HERE[:2], ONLY_OLD))

    with pytest.raises(WrongVintage, match=f"«{ONLY_OLD}» is not an area of LSOA 2021"):
        loneliness.read(an_asked(put("l.csv", text), vintage=NEW))


def test_without_the_areas_of_its_vintage_a_table_is_left_out_and_said(put):
    areas = {vintage: codes for vintage, codes in AREAS.items() if vintage != OLD}
    asked = replace(
        an_asked(put("iuc.csv", files.internet_csv()), vintage=OLD), areas=areas
    )

    reading = digital_exclusion.read(asked)

    assert len(reading.content[0]) == 0
    assert reading.tally.left_out == {"no areas of LSOA 2011 are loaded": 3}
