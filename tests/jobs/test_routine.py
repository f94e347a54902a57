"""When does work come round? By the clocks of the region, also when they change."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weft.commons.times import LONDON
from weft.jobs.registry import Daily, Weekly

moments = st.datetimes(
    datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)
)


def test_on_the_day_itself_it_is_due_from_its_hour():
    weekly = Weekly(weekday=0, hour=3)
    before = datetime(2026, 11, 23, 2, 59, tzinfo=LONDON)

    assert weekly.last_due(before) == datetime(2026, 11, 16, 3, tzinfo=LONDON)
    assert weekly.last_due(before + timedelta(minutes=1)) == datetime(
        2026, 11, 23, 3, tzinfo=LONDON
    )


def test_in_summer_it_comes_at_the_same_hour_of_the_clock():
    daily = Daily(hour=3)
    assert daily.last_due(datetime(2026, 7, 1, 12, tzinfo=UTC)) == datetime(
        2026, 7, 1, 2, tzinfo=UTC
    )


@given(now=moments, weekday=st.integers(0, 6), hour=st.integers(0, 23))
def test_what_was_due_is_past_and_less_than_eight_days_ago(now, weekday, hour):
    due = Weekly(weekday=weekday, hour=hour).last_due(now)

    assert due <= now < due + timedelta(days=7, hours=1)
    assert due.astimezone(LONDON).weekday() == weekday


@given(now=moments, later=st.timedeltas(timedelta(0), timedelta(days=9)))
def test_time_never_runs_back(now, later):
    daily = Daily(hour=2, minute=30)
    assert daily.last_due(now) <= daily.last_due(now + later)
