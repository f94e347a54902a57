"""What the questions answer about the valley, against the files it was built from."""

import csv
import io
import zipfile

import pytest

from weft.commons.errors import NotFound
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.need import queries
from weft.need.domain.carrying import Change
from weft.need.domain.summing import How
from weft.need.domain.trends import Comparable
from weft.need.queries.telling import (
    indicator_as_json,
    profile_as_json,
    who_as_json,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def some_area(valley):
    return ground.areas(valley, Geography.LSOA, 2021)[5]


@pytest.fixture
def file_7(valley_files):
    (path,) = valley_files.glob("deprivation/File_7_IoD2025_*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def census(folder, table, level):
    with zipfile.ZipFile(folder / "census" / f"census2021-{table}.zip") as box:
        text = box.read(f"census2021-{table}-{level}.csv").decode("utf-8-sig")
    return {r["geography code"]: r for r in csv.DictReader(io.StringIO(text))}


def test_who_lives_here_says_what_the_census_says(valley_files, some_area):
    told = queries.who_lives_here(some_area.code)

    row = census(valley_files, "ts039", "lsoa")[some_area.code]
    care = next(group for group in told.groups if group.group.key == "care")
    number = row[
        "Provision of unpaid care: Provides 50 or more hours unpaid care a week"
    ]
    assert care.parts[-1].count == float(number)
    assert sum(part.count for part in care.parts) == care.total
    assert care.about.table == "TS039"
    assert care.about.publisher


def test_parts_of_everybody_make_everybody(valley, some_area):
    for told in (queries.who_lives_here(some_area.code), queries.who_lives_in(valley)):
        assert {g.group.key for g in told.groups} >= {
            *("ages", "households", "languages", "care", "hours"),
        }
        for group in told.groups:
            assert sum(part.count for part in group.parts) == pytest.approx(group.total)


def test_a_district_is_told_by_the_publishers_own_row(valley, valley_files):
    district = ground.areas(valley, Geography.DISTRICT, 2024)[0]

    told = queries.who_lives_here(district.code)

    row = census(valley_files, "ts007a", "ltla")[district.code]
    assert told.people == float(row["Age: Total"])
    assert told.people_from.vintage.geography is Geography.DISTRICT


def test_who_lives_in_a_region_is_the_sum_of_its_areas(valley, valley_files):
    rows = census(valley_files, "ts007a", "lsoa").values()

    assert queries.who_lives_in(valley).people == sum(
        float(r["Age: Total"]) for r in rows
    )


def test_the_census_says_how_many_live_in_each_area(some_area):
    assert some_area.people == queries.who_lives_here(some_area.code).people


def test_a_question_gives_every_areas_published_number(valley, file_7):
    told = queries.indicator(valley, "many-things")

    heading = (
        "Index of Multiple Deprivation (IMD) Decile "
        "(where 1 is most deprived 10% of LSOAs)"
    )
    published = {r["LSOA code (2021)"]: float(r[heading]) for r in file_7}
    assert {one.code: one.value for one in told.values} == published
    assert told.told.whole.how is How.FIRST_TENTH
    firsts = sum(1 for value in published.values() if value == 1)
    assert told.told.whole.value == pytest.approx(firsts / len(published))
    assert told.england.value == 0.1


def test_a_rate_of_many_areas_is_weighted_by_their_people(valley, file_7):
    told = queries.indicator(valley, "low-income")

    people = [float(r["Total population: mid 2022"]) for r in file_7]
    poor = [
        float(r["Income Score (rate)"]) * n for r, n in zip(file_7, people, strict=True)
    ]
    assert told.told.whole.value == pytest.approx(sum(poor) / sum(people))


def test_the_indices_of_2019_are_carried_and_merged_areas_show_both(valley):
    (code, figure), *_ = (
        (area.code, figure)
        for area in ground.areas(valley, Geography.LSOA, 2021)
        for figure in queries.figures_of(area.code)
        if figure.indicator.key == "many-things" and figure.points[0].several
    )

    then, now = figure.points
    assert (then.year, now.year) == (2019, 2025)
    assert then.value is None
    assert len(then.several) == 2
    assert then.came_by is Change.MERGED
    assert then.comparable is Comparable.RELATIVE
    assert figure.change is None
    lines = queries.profile(code).lines
    ranks = [line for line in lines if line.column.key == "iod.imd.rank"]
    assert sorted(len(line.several) for line in ranks) == [0, 2]


def test_counts_over_a_split_area_are_not_known(valley):
    split = [
        line
        for area in ground.areas(valley, Geography.LSOA, 2021)
        for line in queries.profile(area.code).lines
        if line.note.startswith("copied")
    ]

    assert split
    for line in split:
        assert (line.value is None) == (line.column.kind.value == "count")


def test_need_is_told_as_what_is_missing_with_source_and_comparison(some_area):
    figures = queries.need_of_place(some_area.code)

    assert figures
    for figure in figures:
        assert figure.indicator.missing
        assert figure.about.publisher
        assert figure.about.licence
        assert [one.name for one in figure.compared][-1] in {"Tenterdale", "England"}
        assert figure.here.value is not None or figure.several


def test_where_only_a_larger_area_is_known_its_name_stands_with_the_number(some_area):
    figures = {f.indicator.key: f for f in queries.figures_of(some_area.code)}

    years = figures["years-of-girls"]
    assert years.where.vintage.geography is Geography.MSOA
    low, high = years.interval
    assert low < years.here.value < high
    assert figures["low-income"].where is None


def test_a_neighbourhood_is_told_by_its_small_areas(valley):
    neighbourhood = ground.areas(valley, Geography.MSOA, 2021)[0]
    inside = ground.areas_inside(neighbourhood.code)

    figures = {f.indicator.key: f for f in queries.figures_of(neighbourhood.code)}

    assert figures["many-things"].here.areas == len(inside)
    assert figures["cold-homes"].here.how is How.WEIGHTED


def test_estimates_of_one_series_may_be_compared_and_the_census_may_not(some_area):
    figure = next(
        f for f in queries.figures_of(some_area.code) if f.indicator.key == "people"
    )

    told = {point.year: point.comparable for point in figure.points}
    assert told == {
        2021: Comparable.NO,
        2022: Comparable.YES,
        2023: Comparable.YES,
        2024: Comparable.YES,
    }


def test_a_profile_holds_every_number_of_every_table_about_the_area(valley, some_area):
    told = queries.profile(some_area.code)

    own = [line for line in told.lines if line.area_code == some_area.code]
    tables = [
        about
        for about in queries.tables(valley)
        if about.vintage.geography is Geography.LSOA
        and some_area.code in queries.frame(about).codes
    ]
    assert len(own) >= sum(len(about.columns) for about in tables)
    assert all(line.about.publisher and line.about.licence for line in told.lines)


def test_districts_and_classes_are_told_by_name_and_hold_every_area(valley):
    told = queries.indicator(valley, "no-car")

    assert [name for name, _ in told.districts] == sorted(n for n, _ in told.districts)
    assert sum(len(one.values) for one in told.classes) == len(told.values)


def test_every_question_that_is_listed_can_be_answered(valley):
    listed = queries.indicators(valley)

    assert len(listed) >= 40
    for about in listed:
        told = queries.indicator(valley, about.indicator.key)
        known = sum(1 for one in told.values if one.value is not None)
        assert known == about.known


def test_what_is_not_there_is_not_found(valley):
    with pytest.raises(NotFound):
        queries.indicator(valley, "no-such-thing")
    for asked in (queries.profile, queries.who_lives_here, queries.need_of_place):
        with pytest.raises(NotFound):
            asked("E01999999")


def test_answers_are_told_to_machines_without_loss(valley, some_area):
    whole = profile_as_json(queries.profile(some_area.code))
    values = indicator_as_json(queries.indicator(valley, "no-car"))
    who = who_as_json(queries.who_lives_here(some_area.code))

    assert len(whole["numbers"]) == len(queries.profile(some_area.code).lines)
    assert len(values["values"]) == 60
    assert who["people"] == some_area.people


def test_the_number_of_statements_does_not_grow_with_the_areas(
    valley, some_area, django_assert_max_num_queries
):
    queries.indicator(valley, "no-car")
    with django_assert_max_num_queries(30):
        queries.indicator(valley, "no-car")
    queries.profile(some_area.code)
    with django_assert_max_num_queries(40):
        queries.profile(some_area.code)
