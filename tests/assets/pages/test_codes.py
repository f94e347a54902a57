"""Does what somebody takes away tell nobody why they came?"""

import uuid
from datetime import UTC, date, datetime, time

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.pages.codes import calendar_file, square_code
from weft.commons.times import window_on

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CLAY = uuid.UUID(int=7)
TUESDAY = window_on(date(2026, 11, 24), time(13, 15), time(14, 15))
FRIDAY_NIGHT = window_on(date(2026, 11, 27), time(21), time(0, 30))


def entries(*windows):
    made = calendar_file(CLAY, windows, made_at=NOW)
    return icalendar.Calendar.from_ical(made).walk("VEVENT")


def test_a_calendar_says_the_day_and_the_hour_and_nothing_else():
    (entry,) = entries(TUESDAY)

    assert str(entry["SUMMARY"]) == "Tuesday, 13:15"
    assert not {"DESCRIPTION", "LOCATION", "URL", "ORGANIZER"} & set(entry)
    assert entry.start == TUESDAY.start
    assert entry.end == TUESDAY.end


def test_a_night_past_midnight_ends_on_the_next_day():
    (entry,) = entries(FRIDAY_NIGHT)

    assert entry.end.date() > entry.start.date()


def test_a_file_read_again_replaces_itself_and_two_sessions_stay_two():
    first, again = entries(TUESDAY, FRIDAY_NIGHT), entries(TUESDAY, FRIDAY_NIGHT)

    assert [one["UID"] for one in first] == [one["UID"] for one in again]
    assert len({one["UID"] for one in first}) == 2


def test_no_thing_can_be_told_from_its_entry():
    assert str(CLAY).encode() not in calendar_file(CLAY, [TUESDAY], made_at=NOW)


@given(st.from_regex(r"https://weft\.example/offers/[0-9a-f-]{36}", fullmatch=True))
def test_a_square_code_is_a_plain_picture(address):
    drawn = square_code(address)

    assert drawn.startswith(b"<svg")
    assert b"script" not in drawn
    assert b"style" not in drawn
