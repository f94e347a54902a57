"""When do OpenStreetMap's opening hours say that a door is open?"""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours

from weft.assets.domain.opening import (
    always_open,
    is_understood,
    opening_windows,
)
from weft.assets.domain.schedules import Doubt, occurrences
from weft.assets.domain.told import ScheduleTold
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, at, merged
from weft.ground.domain.calendar import Calendar, SchoolTerm, TermRule

MONDAY = Week(date(2026, 11, 23))
CHRISTMAS = Week(date(2026, 12, 21))
EASTER = Week(date(2026, 4, 6))
ENGLAND = TermRule(
    terms=(
        SchoolTerm(date(2026, 9, 1), date(2026, 12, 18)),
        SchoolTerm(date(2027, 1, 4), date(2027, 2, 12)),
    )
).calendar(MONDAY)
NOTHING_SPECIAL = Calendar()


def shown(text, week=MONDAY, calendar=ENGLAND, point=None):
    return [
        f"{o.window.start.astimezone(LONDON):%a %H:%M}-"
        f"{o.window.end.astimezone(LONDON):%a %H:%M}"
        for o in opening_windows(text, calendar, week.days, point)
    ]


def test_plain_hours_are_open_on_their_days():
    assert shown("Mo,We 09:00-12:00; Sa 10:00-11:00") == [
        "Mon 09:00-Mon 12:00",
        "Wed 09:00-Wed 12:00",
        "Sat 10:00-Sat 11:00",
    ]


@pytest.mark.shows("H70")
def test_friday_night_is_not_cut_short_because_saturday_has_hours_of_its_own():
    # Read as one text the library itself ends Friday at midnight.
    assert shown("Fr 22:00-02:00; Sa 22:00-03:00") == [
        "Fri 22:00-Sat 02:00",
        "Sat 22:00-Sun 03:00",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Sa 09:00-17:00; PH off",
        "PH off; Mo-Sa 09:00-17:00",
        "Mo-Sa 09:00-17:00, PH off",
        "Mo-Sa 09:00-17:00; PH,SH off",
    ],
)
def test_off_on_bank_holidays_is_meant_wherever_it_stands(text):
    days = {opened[:3] for opened in shown(text, CHRISTMAS)}

    assert "Fri" not in days  # Christmas Day 2026
    if "SH" not in text:
        assert {"Mon", "Tue", "Wed", "Thu"} <= days


def test_bank_holidays_are_those_of_england_and_not_the_librarys():
    # Its list for Great Britain lacks Easter Monday.
    assert "Mon 09:00-Mon 12:00" not in shown("Mo-Fr 09:00-12:00; PH off", EASTER)
    assert "Mon 10:00-Mon 11:00" in shown("Tu-Fr 09:00-12:00; PH 10:00-11:00", EASTER)


def test_a_holiday_among_weekdays_has_the_same_hours():
    opened = shown("Sa,Su,PH 10:00-16:00", CHRISTMAS)

    assert "Fri 10:00-Fri 16:00" in opened
    assert "Thu 10:00-Thu 16:00" not in opened


def test_school_holidays_have_their_own_hours():
    text = "Mo-Fr 15:00-18:00; SH Mo-Fr 10:00-18:00"

    assert shown(text, MONDAY)[0] == "Mon 15:00-Mon 18:00"
    assert shown(text, CHRISTMAS)[0] == "Mon 10:00-Mon 18:00"


def test_where_nobody_spoke_of_bank_holidays_they_are_open_but_not_certain():
    hours = ScheduleTold(opening_hours="Mo-Fr 09:00-17:00")

    doubts = {
        one.window.start.astimezone(LONDON).date(): one.doubt
        for one in occurrences(hours, calendar=ENGLAND, weeks=[CHRISTMAS])
    }

    assert doubts[date(2026, 12, 25)] is Doubt.BANK_HOLIDAY
    assert doubts[date(2026, 12, 24)] is Doubt.NONE


def test_by_appointment_is_open_perhaps():
    hours = ScheduleTold(opening_hours='Tu 10:00-12:00 unknown "ring first"')

    [one] = occurrences(hours, calendar=ENGLAND, weeks=[MONDAY])

    assert one.doubt is Doubt.CONDITION


def test_a_lunch_break_belongs_to_its_day():
    assert shown("Mo 09:00-17:00; Mo 12:00-13:00 off") == [
        "Mon 09:00-Mon 12:00",
        "Mon 13:00-Mon 17:00",
    ]


def test_a_day_off_is_off():
    assert shown("Mo-We 09:00-12:00; Tu off") == [
        "Mon 09:00-Mon 12:00",
        "Wed 09:00-Wed 12:00",
    ]


def test_closed_is_closed_and_always_is_always():
    assert shown("closed") == []
    assert is_understood("closed")
    assert always_open("24/7")
    assert always_open("Mo-Su 00:00-24:00")
    assert not always_open("24/7; PH off")


def test_open_for_days_on_end_is_told_day_by_day():
    assert shown("Mo-We 00:00-24:00") == [
        "Mon 00:00-Tue 00:00",
        "Tue 00:00-Wed 00:00",
        "Wed 00:00-Thu 00:00",
    ]


def test_sunset_is_that_of_the_place():
    # Todmorden, 23 November: the sun is up from 7.48 to 16.00, give or take a minute.
    [first, *_] = opening_windows(
        "sunrise-sunset", ENGLAND, MONDAY.days, Point(53.73, -2.0)
    )

    begins, ends = (
        one.astimezone(LONDON) for one in (first.window.start, first.window.end)
    )
    assert abs(begins - at(MONDAY.monday, time(7, 48))) < timedelta(minutes=3)
    assert abs(ends - at(MONDAY.monday, time(16, 0))) < timedelta(minutes=3)


@pytest.mark.parametrize("text", ["part time", "9-5", "", "Mo-Su16:30-23:00", "\\"])
def test_what_cannot_be_read_is_said_so_and_gives_nothing(text):
    assert not is_understood(text)
    assert shown(text) == []


@pytest.mark.parametrize("week", [Week(date(2026, 3, 23)), Week(date(2026, 10, 19))])
def test_a_door_keeps_its_clock_when_the_clocks_change(week):
    assert shown("Su 10:00-12:00", week) == ["Sun 10:00-Sun 12:00"]


CLOCK = st.integers(0, 47).map(lambda n: f"{n // 2:02}:{n % 2 * 30:02}")
DAYS = st.sampled_from(["Mo", "Tu-Th", "Fr,Sa", "Su", "Mo-Su", "We"])
ONE_RULE = st.builds(
    lambda days, start, end: f"{days} {start}-{end}", DAYS, CLOCK, CLOCK
)


@given(text=ONE_RULE)
def test_one_rule_alone_agrees_with_the_library_at_every_quarter_hour(text):
    hours = OpeningHours(text, timezone=LONDON, auto_country=False)
    week = [MONDAY.monday + timedelta(days=n) for n in range(-1, 8)]
    mine = merged(o.window for o in opening_windows(text, NOTHING_SPECIAL, week))

    # In the middle of quarters, so that it does not matter whether ends are shut.
    moment = at(MONDAY.monday, time(0, 7))
    while moment < at(MONDAY.later(1).monday, time()):
        inside = any(one.start <= moment < one.end for one in mine)
        assert inside == hours.is_open(moment), moment
        moment += timedelta(minutes=15)


@pytest.mark.slow
def test_nearly_all_hours_on_the_real_map_can_be_read(shared):
    import re

    folder = shared / "data" / "west-yorkshire" / "osm"
    told = [
        text
        for path in folder.glob("*.geojson")
        for text in re.findall(
            r'\\"opening_hours\\"=>\\"([^"\\]+)\\"', path.read_text("utf-8")
        )
    ]

    read = [text for text in told if is_understood(text)]

    assert len(told) > 1_000
    assert len(read) / len(told) > 0.976  # as measured on another extract
