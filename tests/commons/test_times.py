"""A week begins on Monday, a session may run past midnight, and clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.times import LONDON, Week, Window, at, merged, window_on

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
clocks = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def window(start: int, end: int) -> Window:
    zero = datetime(2026, 11, 23, tzinfo=LONDON)
    return Window(zero + timedelta(minutes=start), zero + timedelta(minutes=end))


@given(day=days)
def test_every_day_lies_in_its_week(day):
    assert day in Week.of(day).days


def test_a_week_begins_on_monday():
    with pytest.raises(ValueError, match="not a Monday"):
        Week(date(2026, 11, 24))


def test_a_week_with_a_clock_change_has_an_hour_more_or_less():
    assert Week(date(2026, 10, 19)).window.end.astimezone(UTC) - Week(
        date(2026, 10, 19)
    ).window.start.astimezone(UTC) == timedelta(days=7, hours=1)
    assert Week(date(2026, 3, 23)).window.end.astimezone(UTC) - Week(
        date(2026, 3, 23)
    ).window.start.astimezone(UTC) == timedelta(days=6, hours=23)


@given(day=days, starts=clocks, ends=clocks)
def test_what_ends_before_it_starts_runs_past_midnight(day, starts, ends):
    session = window_on(day, starts, ends)

    assert session.start <= session.end
    assert session.end.date() - day <= timedelta(days=1)


def test_the_october_dance_lasts_an_hour_longer_than_its_clocks_say():
    dance = window_on(date(2026, 10, 24), time(22), time(2))

    assert dance.minutes == 5 * 60
    assert dance.widened(30).minutes == 6 * 60


def test_a_time_that_no_clock_shows_is_read_an_hour_later():
    assert at(date(2026, 3, 29), time(1, 30)).strftime("%H:%M") == "02:30"


@given(
    pairs=st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 200)), min_size=1, max_size=12
    )
)
def test_joining_windows_loses_no_minute_and_adds_none(pairs):
    windows = [window(start, start + long) for start, long in pairs]

    joined = merged(windows)

    minutes = {m for start, long in pairs for m in range(start, start + long)}
    assert sum(w.minutes for w in joined) == len(minutes)
    assert all(a.end < b.start for a, b in pairwise(joined))


@given(start=st.integers(0, 100), long=st.integers(0, 100), more=st.integers(0, 60))
def test_a_window_lies_inside_itself_widened(start, long, more):
    session = window(start, start + long)

    assert session.within(session.widened(more))


def test_a_window_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="cannot end"):
        window(10, 5)
