"""Does Weft understand when somebody says they are free?"""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.saying import clock
from weft.commons.times import LONDON, Week
from weft.web.free_time import BLOCKS, blocks_around, touched, typed, windows_of

WEEK = Week(date(2026, 11, 23))
TUESDAY = date(2026, 11, 24)


def read(text: str) -> list[str]:
    windows = typed(text, week=WEEK, today=TUESDAY).windows
    return [
        f"{window.start.astimezone(LONDON):%a %H:%M}-{clock(window.end)}"
        for window in windows
    ]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "Tue 12:45 to 15:00, Thu 12:30-15:15",
            ["Tue 12:45-15:00", "Thu 12:30-15:15"],
        ),
        ("Mon and Wed 9pm to 11.30pm", ["Mon 21:00-23:30", "Wed 21:00-23:30"]),
        ("tues 3 to 5pm", ["Tue 15:00-17:00"]),
        ("tues 3 to 5", ["Tue 15:00-17:00"]),
        ("11 to 1pm friday", ["Fri 11:00-13:00"]),
        ("Friday 10 to 2", ["Fri 10:00-14:00"]),
        ("fri 21:00-01:00", ["Fri 21:00-01:00"]),
        ("Saturday morning", ["Sat 06:00-12:00"]),
        ("sat, sun 10-11", ["Sat 10:00-11:00", "Sun 10:00-11:00"]),
        (
            "fri-sat 10-11; sun 2 to 4",
            ["Fri 10:00-11:00", "Sat 10:00-11:00", "Sun 14:00-16:00"],
        ),
        ("tomorrow 3pm to 5", ["Wed 15:00-17:00"]),
        ("tonight", ["Tue 17:00-04:00"]),
        ("Thursday before noon", ["Thu 06:00-12:00"]),
        ("Wednesday after 7", ["Wed 19:00-04:00"]),
        ("late on Friday", ["Fri 22:00-04:00"]),
        ("Tuesday lunchtime", ["Tue 12:00-14:00"]),
        ("", []),
    ],
)
def test_hours_are_understood_as_people_type_them(text, hours):
    assert read(text) == hours


def test_hours_without_a_day_are_meant_for_every_day():
    assert len(read("9 to 5")) == 7


def test_what_was_not_understood_is_said_back_and_the_rest_is_kept():
    answer = typed("blurgh tuesday 25 to 99, wed 9-11", week=WEEK, today=TUESDAY)

    assert answer.not_understood == ("blurgh", "25 to 99")
    assert read("blurgh tuesday 25 to 99, wed 9-11")[-1] == "Wed 09:00-11:00"


def test_today_in_a_week_that_is_not_asked_for_is_not_understood():
    answer = typed("today 9-11", week=WEEK.later(1), today=TUESDAY)

    assert "today" in answer.not_understood


@given(st.text(max_size=300))
def test_no_words_whatever_break_the_reading_and_windows_never_overlap(text):
    windows = typed(text, week=WEEK, today=TUESDAY).windows

    assert all(a.end < b.start for a, b in pairwise(windows))
    assert all(
        WEEK.window.start <= w.start <= w.end <= WEEK.window.end + timedelta(hours=24)
        for w in windows
    )


@given(st.sets(st.sampled_from(sorted(BLOCKS))))
def test_touched_parts_come_back_from_the_hours_they_mean(tokens):
    blocks = touched(tokens)

    assert blocks_around(windows_of(blocks, WEEK), WEEK) == blocks


@given(st.lists(st.text(max_size=12)))
def test_a_part_of_a_day_that_nobody_knows_is_let_go(tokens):
    assert {block.token for block in touched(tokens)} <= set(tokens) & BLOCKS.keys()
