"""Is a life's free time right in every week, also when the clocks change?"""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.choice.windows import free_windows, hours_in, left_of, of_week
from weft.access.domain.spans import HOUR
from weft.commons.times import Week, window_on

SPRING, AUTUMN = Week(date(2027, 3, 22)), Week(date(2027, 10, 25))
USUAL = Week(date(2028, 2, 28))  # Tuesday is 29 February
NIGHT = [(6 * 96 + 22 * 4, 7 * 96 + 6 * 4)]  # Sunday 22:00 to Monday 06:00


def test_a_week_has_an_hour_fewer_or_more_when_the_clocks_change():
    assert [hours_in(week) for week in (USUAL, SPRING, AUTUMN)] == [168, 167, 169]


def test_a_night_across_sunday_belongs_to_both_weeks():
    usual = free_windows(NIGHT, USUAL).tolist()
    assert usual == [[-2 * HOUR, 6 * HOUR], [166 * HOUR, 174 * HOUR]]
    # Clocks change in the night to Sunday, so the night after is as long as ever, and
    # begins an hour sooner or later after the Monday before.
    assert free_windows(NIGHT, SPRING).tolist()[1] == [165 * HOUR, 173 * HOUR]
    assert free_windows(NIGHT, AUTUMN).tolist()[1] == [167 * HOUR, 175 * HOUR]


def test_the_night_in_which_the_clocks_change_is_shorter_or_longer():
    saturday = [(5 * 96 + 22 * 4, 6 * 96 + 6 * 4)]
    lengths = [
        int(np.diff(free_windows(saturday, week)[-1])[0]) // HOUR
        for week in (USUAL, SPRING, AUTUMN)
    ]
    assert lengths == [8, 7, 9]


def test_what_touches_is_one_window_and_no_free_hour_is_none():
    assert free_windows([(0, 4), (4, 8)], USUAL).tolist() == [[0, 2 * HOUR]]
    assert free_windows([], USUAL).shape == (0, 2)
    always = free_windows([(0, 672)], USUAL)
    assert always.tolist() == [[-168 * HOUR, 336 * HOUR]]


def test_a_session_on_29_february_is_where_the_clock_says():
    from datetime import time

    day = window_on(date(2028, 2, 29), time(23, 30), time(1, 0))
    assert of_week(day.start, USUAL) == 47 * HOUR + HOUR // 2
    assert of_week(day.end, USUAL) == 49 * HOUR


@given(
    st.lists(st.tuples(st.integers(0, 671), st.integers(1, 96))),
    st.sampled_from([USUAL, SPRING, AUTUMN]),
)
def test_windows_are_apart_and_in_order(told, week):
    found = free_windows([(first, first + long) for first, long in told], week)
    assert (found[:, 0] < found[:, 1]).all()
    assert (found[1:, 0] > found[:-1, 1]).all()


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6)


@given(SPANS, SPANS)
def test_what_is_left_of_free_time_is_all_of_it_that_was_not_taken(free, taken):
    def minutes(spans):
        return {at for low, high in spans for at in range(low, high)}

    spans = [(low, low + long) for low, long in taken]
    whole = free_windows([(low, low + long) for low, long in free], USUAL) // 9_000
    left = left_of(whole, spans)
    assert minutes(left.tolist()) == minutes(whole.tolist()) - minutes(spans)
    assert (left[1:, 0] >= left[:-1, 1]).all()
    assert (left[:, 0] < left[:, 1]).all()
