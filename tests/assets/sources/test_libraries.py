"""Which public libraries are there, when are they open, and which have closed?"""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets.asking import an_asked, written
from weft.assets.domain.facts import WordField
from weft.assets.sources import libraries
from weft.assets.sources.library_hours import band_of, schedules_from
from weft.assets.sources.library_list import DAYS
from weft.commons.errors import FileNotUnderstood
from weft.commons.places import Point

SCHEMA = (
    "Local authority,Library name,Address 1,Postcode,Type of library,Year closed,"
    + ",".join(f"{day.title()} staffed hours" for day in DAYS)
    + ",Email address"
)
BANDED = (
    "name,authority,postcode,address1,operation_22,operation_23,closed,"
    "operating_organisation,co_located_community,monday,tuesday,wednesday,thursday,"
    "friday,saturday,sunday,staffed_hours,email"
)


def schema_edition(folder, *rows):
    return written(folder, "libraries.csv", [SCHEMA, *rows])


def banded_edition(folder, *rows):
    return written(folder, "libraries_2023.csv", [BANDED, *rows])


def read(*paths, **more):
    return libraries.read(an_asked(*paths, dated=date(2023, 12, 31), **more))


@pytest.fixture
def two_editions(tmp_path):
    shut = "00:00-00:00"
    old = schema_edition(
        tmp_path,
        f"Bradford,Addingham Library,Main St,LS29 0NS,CRL,,{shut},09:00-12:00,"
        f"{shut},14:00-17:00,{shut},09:30-12:00,{shut},person@example.com",
        f"Bradford,Girlington Library,,BD8 9LT,LAL,2015{',' * 8}",
    )
    new = banded_edition(
        tmp_path,
        "Addingham,Bradford,LS290NS,Main Street,CR,CR,,Addingham Parish Council,X,"
        "AM Only,AM Only,Closed,Closed,Closed,AM Only,Closed,6,p@example.com",
        "Old Mill Library,Bradford,BD1 1AA,,LA,Closed,2021,,,N/A Closed,N/A Closed,"
        "N/A Closed,N/A Closed,N/A Closed,N/A Closed,N/A Closed,,",
    )
    return old, new


def by_name(reading):
    return {asset.name: asset for asset in reading.content.assets}


def test_the_newest_edition_counts_and_hours_come_from_the_earlier(two_editions):
    addingham = by_name(read(*two_editions))["Addingham Library"]

    sure = [rule for rule in addingham.schedules if not rule.rough]
    rough = [rule for rule in addingham.schedules if rule.rough]
    assert {(rule.days, rule.starts) for rule in sure} == {
        ((1,), time(9)),
        ((5,), time(9, 30)),
    }
    # Thursday is closed by the newer list; Monday is open, at hours nobody told.
    assert [rule.days for rule in rough] == [(0,)]
    assert rough[0].said == "AM Only"
    assert sure[0].told_on < rough[0].told_on


def test_closed_libraries_stay_with_the_year_they_closed(two_editions):
    found = by_name(read(*two_editions))

    assert found["Old Mill Library"].closed_on == date(2021, 12, 31)
    assert found["Old Mill Library"].schedules == ()
    assert found["Girlington Library"].closed_on == date(2015, 12, 31)
    assert found["Girlington Library"].told_on == date(2015, 12, 31)


def test_who_runs_it_is_told_and_nobodys_mail(two_editions):
    reading = read(*two_editions)
    addingham = by_name(reading)["Addingham Library"]

    assert [tie.to_name for tie in addingham.ties] == ["Addingham Parish Council"]
    assert addingham.ownership_form == "run by the community"
    assert "@" not in repr(reading.content)


def test_every_row_is_accounted_for(two_editions):
    tally = read(*two_editions).tally

    assert tally.rows_read == 4
    assert tally.used == 3
    assert tally.left_out == {libraries.TOLD_NEWER: 1}
    assert tally.joins["rows with no closing year"] == "1 of 2"


def test_a_library_lies_where_its_postcode_does(two_editions):
    here = Point(53.94, -1.88)
    found = by_name(read(*two_editions, postcodes={"LS290NS": here}))

    assert found["Addingham Library"].point == here
    assert found["Addingham Library"].postcode == "LS29 0NS"


def test_staffed_hours_are_kept_as_a_fact(two_editions):
    [fact] = by_name(read(*two_editions))["Addingham Library"].facts

    assert (fact.field, fact.value) == (WordField.STAFFED_HOURS, "6")


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ("AM Only", 1),
        ("am & PM (continuous)", 1),
        ("AM and PM with Closure", 1),
        ("AM & Eve", 2),
        ("Closed", 0),
        ("N/A Closed", 0),
        ("24 Hours", 1),
    ],
)
def test_bands_are_read_in_every_way_they_are_written(told, hours):
    assert len(band_of(told)) == hours


@pytest.mark.parametrize("told", ["Varied by Schedule", "[Unknown]", "-", ""])
def test_a_band_that_says_nothing_says_nothing(told):
    assert band_of(told) is None


BANDS = st.sampled_from(["AM Only", "PM Only", "Closed", "Varied by Schedule"])
CLOCKS = st.sampled_from([(), ((time(9), time(12)),), ((time(14), time(17)),)])
NEW, OLD = date(2023, 12, 31), date(2019, 12, 31)


@given(
    times=st.dictionaries(st.integers(0, 6), CLOCKS),
    bands=st.dictionaries(st.integers(0, 6), BANDS),
)
def test_a_newer_list_decides_whether_a_day_is_open(times, bands):
    rules = list(
        schedules_from(times, times_told_on=OLD, bands=bands, bands_told_on=NEW)
    )

    opened = {day for rule in rules for day in rule.days}
    for day, band in bands.items():
        if band_of(band) is not None:
            assert (day in opened) is bool(band_of(band))
    for rule in rules:
        if not rule.rough:
            assert all((rule.starts, rule.ends) in times[day] for day in rule.days)


def test_a_list_of_something_else_is_refused(tmp_path):
    path = written(tmp_path, "shops.csv", ["name,price", "Tea,2"])

    with pytest.raises(FileNotUnderstood, match=r"shops\.csv"):
        read(path)


@pytest.mark.slow
def test_the_real_lists_of_four_districts(shared):
    paths = (shared / "data/west-yorkshire/libraries").glob("*.csv")

    reading = read(*paths)

    assert reading.tally.rows_read == 416
    assert reading.tally.joins["rows with no closing year"] == "106 of 139"
    assets = reading.content.assets
    assert len({asset.reference for asset in assets}) == len(assets)
    still_open = [asset for asset in assets if asset.closed_on is None]
    assert sum(1 for asset in still_open if asset.schedules) > 95
