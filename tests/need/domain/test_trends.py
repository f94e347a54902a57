from tests.need.building import NEW, OLD
from weft.need.domain.columns import Kind
from weft.need.domain.trends import Comparable, EditionOf, Point, comparable, moved


def an_edition(**changes):
    usual = {
        "source": "population",
        "table": "SAPE",
        "keys": ("people.total",),
        "kind": Kind.COUNT,
        "vintage": NEW,
    }
    return EditionOf(**{**usual, **changes})


def test_two_years_of_one_series_may_be_compared():
    assert comparable(an_edition(), an_edition()) is Comparable.YES


def test_two_sources_may_not():
    assert comparable(an_edition(), an_edition(source="census")) is Comparable.NO


def test_estimates_made_for_the_areas_of_2011_may_not_be_compared_with_those_of_2021():
    assert comparable(an_edition(), an_edition(vintage=OLD)) is Comparable.NO


def test_tenths_of_two_indices_are_compared_with_the_rest_of_england_only():
    now = an_edition(source="iod_2025", keys=("iod.imd.decile",), kind=Kind.DECILE)
    then = an_edition(
        source="iod_2019", keys=("iod.imd.decile",), kind=Kind.DECILE, vintage=OLD
    )

    assert comparable(now, then) is Comparable.RELATIVE
    assert comparable(then, now) is Comparable.RELATIVE


def test_rates_of_two_indices_were_reckoned_differently():
    now = an_edition(source="iod_2025", keys=("iod.income.score",), kind=Kind.RATE)
    then = an_edition(source="iod_2019", keys=("iod.income.score",), kind=Kind.RATE)

    assert comparable(now, then) is Comparable.NO


def test_what_changed_is_the_newest_less_the_oldest_that_may_be_compared():
    told = [
        Point(year=2019, value=4.0, comparable=Comparable.RELATIVE),
        Point(year=2025, value=6.0, comparable=Comparable.RELATIVE),
        Point(year=2015, value=1.0, comparable=Comparable.NO),
    ]

    assert moved(told) == 2.0


def test_two_numbers_of_merged_areas_are_no_number_to_compare_with():
    told = [Point(year=2019, value=None, several=(3, 5)), Point(year=2025, value=6.0)]

    assert moved(told) is None
