"""Which surgeries are there, how many patients have they, which have closed?"""

from datetime import date

import pytest

from tests.assets.asking import an_asked, written
from weft.assets.domain.facts import WordField
from weft.assets.sources import patients, practices
from weft.commons.errors import FileNotUnderstood
from weft.commons.places import Point


def a_row(code="B83009", name="THE GRANGE PRACTICE", **told):
    cells = [""] * 27
    cells[0], cells[1], cells[3] = code, name, told.get("icb", "QWO")
    cells[4], cells[9] = "1 TOWN GATE", "BD12 9NG"
    cells[10], cells[11] = "19740401", told.get("closed", "")
    cells[12], cells[17] = told.get("status", "A"), told.get("phone", "01274 424111")
    cells[25] = told.get("setting", "4")
    return ",".join(f'"{cell}"' for cell in cells)


def read(folder, *rows, more=()):
    path = written(folder, "epraccur.csv", rows)
    return practices.read(an_asked(path, *more))


@pytest.mark.shows("A14")
def test_a_surgery_stands_in_the_same_register_as_a_choir(tmp_path):
    [surgery] = read(tmp_path, a_row()).content.assets

    assert surgery.name == "The Grange Practice"
    assert surgery.place_kind == "doctors"
    assert surgery.mix.community
    assert surgery.telephone == "01274 424111"


def test_a_closed_surgery_closed_on_a_day_and_has_no_telephone(tmp_path):
    [surgery] = read(tmp_path, a_row(status="C", closed="20210331")).content.assets

    assert surgery.closed_on == date(2021, 3, 31)
    assert surgery.telephone == ""


def test_other_prescribers_are_left_out_by_their_setting(tmp_path):
    tally = read(
        tmp_path, a_row(), a_row("Y00001", setting="25"), a_row("Y00002", status="D")
    ).tally

    assert tally.used == 1
    assert tally.left_out == {
        "not a GP practice: setting 25, prison": 1,
        "dormant": 1,
    }
    assert tally.joins["active rows"] == "2 of 3"


def test_a_number_cut_short_is_no_number(tmp_path):
    [surgery] = read(tmp_path, a_row(phone="01274 542 20")).content.assets

    assert surgery.telephone == ""


def test_points_that_come_with_the_list_are_better_than_the_postcodes(tmp_path):
    points = written(
        tmp_path,
        "ahah5_GP.csv",
        ["Name,Latitude,Longitude,Postcode", "X,53.75,-1.77,BD129NG"],
    )

    [surgery] = read(tmp_path, a_row(), more=(points,)).content.assets

    assert surgery.point == Point(53.75, -1.77)


@pytest.mark.parametrize(
    "line",
    [
        '"Organisation Code","Name"' + ',""' * 25,
        '"B83009","cut short"',
        "<html>",
    ],
)
def test_another_report_is_refused_with_a_remedy(tmp_path, line):
    with pytest.raises(FileNotUnderstood, match=r"epraccur\.csv"):
        read(tmp_path, line)


@pytest.mark.slow
def test_the_real_list_of_four_districts(shared):
    health = shared / "data/west-yorkshire/health"
    files = [health / "epraccur.csv", *health.glob("ahah5_*.csv")]

    reading = practices.read(an_asked(*files))

    tally = reading.tally
    assert tally.joins["active rows"] == "420 of 586"
    assert tally.joins["active GP practices of QWO"] == "229 of 586"
    assert tally.rows_read == 586
    assert tally.used + sum(tally.left_out.values()) == 586
    still_open = [a for a in reading.content.assets if a.closed_on is None]
    assert len(still_open) == 229


# --- patients -----------------------------------------------------------------------

QUINARY = (
    "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,"
    "NUMBER_OF_PATIENTS"
)


def list_size(folder, header, *rows):
    path = written(folder, "patients.csv", [header, *rows])
    [later] = patients.read(an_asked(path)).content.later_facts
    return later


def test_the_whole_list_is_taken_where_it_is_told(tmp_path):
    later = list_size(
        tmp_path,
        QUINARY,
        "P,01SEP2017,GP,B85010,,HD5 8DY,ALL,ALL,6939",
        "P,01SEP2017,GP,B85010,,HD5 8DY,FEMALE,0_4,212",
    )

    assert later.of == "B85010"
    assert later.fact.field is WordField.PATIENTS
    assert later.fact.value == "6939"
    assert later.fact.told_on == date(2017, 9, 1)


def test_else_the_ages_of_both_sexes_are_added(tmp_path):
    later = list_size(
        tmp_path,
        "EXTRACT_DATE,CODE,SEX,AGE,NUMBER_OF_PATIENTS",
        "2026-07-01,B85010,MALE,0,10",
        "2026-07-01,B85010,FEMALE,0,12",
        "2026-07-01,B85010,FEMALE,1,3",
    )

    assert later.fact.value == "25"


def test_ages_of_a_sex_are_not_added_to_their_own_total(tmp_path):
    later = list_size(
        tmp_path,
        "EXTRACT_DATE,CODE,SEX,AGE,NUMBER_OF_PATIENTS",
        "2026-07-01,B85010,MALE,ALL,10",
        "2026-07-01,B85010,MALE,0,10",
        "2026-07-01,B85010,FEMALE,ALL,15",
        "2026-07-01,B85010,FEMALE,0,15",
    )

    assert later.fact.value == "25"
