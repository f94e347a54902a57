"""On which real dates is something on?"""

import calendar as months
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.schedules import (
    ASSUMED_MINUTES,
    Doubt,
    Occurrence,
    is_standing,
    occurrences,
)
from weft.assets.domain.told import ScheduleTold
from weft.commons.times import LONDON, Week, at
from weft.ground.domain.calendar import Calendar, SchoolTerm

MONDAY = Week(date(2026, 11, 23))
CHRISTMAS = Week(date(2026, 12, 21))
SPRING = Week(date(2026, 3, 23))  # clocks go forward on Sunday the 29th
AUTUMN = Week(date(2026, 10, 19))  # and back on Sunday the 25th
HOLIDAYS = (
    (date(2026, 12, 25), "Christmas Day"),
    (date(2026, 12, 28), "Boxing Day"),
    (date(2027, 1, 1), "New Year"),
)
TERMS = (
    SchoolTerm(date(2026, 9, 1), date(2026, 12, 18)),
    SchoolTerm(date(2027, 1, 4), date(2027, 2, 12)),
)
A_CALENDAR = Calendar(bank_holidays=HOLIDAYS, terms=TERMS)
NO_TERMS = Calendar(bank_holidays=HOLIDAYS)
TUESDAY, FRIDAY, SATURDAY = 1, 4, 5


def a_schedule(**told):
    usual = {"days": (TUESDAY,), "starts": time(10), "ends": time(12)}
    return ScheduleTold(**(usual | told))


def found(schedule, *weeks, calendar=A_CALENDAR):
    return occurrences(schedule, calendar=calendar, weeks=weeks or (MONDAY,))


def days_of(some):
    return [one.window.start.astimezone(LONDON).date() for one in some]


def test_something_weekly_is_on_once_a_week_on_its_day():
    [one] = found(a_schedule())

    assert one == Occurrence(
        window=type(one.window)(
            at(date(2026, 11, 24), time(10)), at(date(2026, 11, 24), time(12))
        )
    )
    assert one.certain


@pytest.mark.shows("H70")
def test_a_friday_night_of_dancing_ends_on_saturday_and_belongs_to_friday():
    night = a_schedule(days=(FRIDAY,), starts=time(21), ends=time(1, 30))

    [one] = found(night)

    assert one.window.start.astimezone(LONDON) == datetime(
        2026, 11, 27, 21, tzinfo=LONDON
    )
    assert one.window.end.astimezone(LONDON) == datetime(
        2026, 11, 28, 1, 30, tzinfo=LONDON
    )
    assert days_of(found(night, Week(date(2026, 11, 30)))) == [date(2026, 12, 4)]


def test_what_runs_past_midnight_on_sunday_is_counted_in_the_week_it_begins_in():
    late = a_schedule(days=(6,), starts=time(22), ends=time(1))

    assert days_of(found(late, MONDAY)) == [date(2026, 11, 29)]
    assert days_of(found(late, MONDAY.later(1))) == [date(2026, 12, 6)]


def test_the_night_the_clocks_go_back_the_dance_is_an_hour_longer():
    night = a_schedule(days=(SATURDAY,), starts=time(22), ends=time(3))

    [one] = found(night, AUTUMN)

    length = one.window.end.astimezone(UTC) - one.window.start.astimezone(UTC)
    assert length == timedelta(hours=6)


def test_the_night_the_clocks_go_forward_the_dance_is_an_hour_shorter():
    night = a_schedule(days=(SATURDAY,), starts=time(22), ends=time(3))

    [one] = found(night, SPRING)

    length = one.window.end.astimezone(UTC) - one.window.start.astimezone(UTC)
    assert length == timedelta(hours=4)


def test_an_hour_that_no_clock_shows_keeps_its_length():
    in_the_gap = a_schedule(days=(6,), starts=time(1, 30), ends=time(2))

    [one] = found(in_the_gap, SPRING)

    assert one.window.start.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    length = one.window.end.astimezone(UTC) - one.window.start.astimezone(UTC)
    assert length == timedelta(minutes=30)


def test_in_the_hour_that_comes_twice_the_first_is_meant():
    twice = a_schedule(days=(6,), starts=time(1, 15), ends=time(1, 45))

    [one] = found(twice, AUTUMN)

    assert one.window.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 15, tzinfo=UTC)


def test_term_time_only_is_off_in_the_holidays_and_says_so_if_terms_are_not_known():
    in_term = a_schedule(term_time_only=True)

    assert len(found(in_term)) == 1
    assert found(in_term, CHRISTMAS) == []
    [unsure] = found(in_term, CHRISTMAS, calendar=NO_TERMS)
    assert unsure.doubt is Doubt.TERM


@pytest.mark.parametrize(
    ("told", "expected"),
    [(True, [Doubt.NONE]), (False, []), (None, [Doubt.BANK_HOLIDAY])],
)
def test_on_a_bank_holiday_it_is_on_off_or_nobody_has_said(told, expected):
    on_fridays = a_schedule(days=(FRIDAY,), bank_holidays=told)

    assert [one.doubt for one in found(on_fridays, CHRISTMAS)] == expected


def test_every_other_week_is_counted_from_the_first():
    fortnightly = a_schedule(every_weeks=2, first_on=date(2026, 11, 24))
    weeks = [MONDAY.later(n) for n in range(4)]

    assert days_of(found(fortnightly, *weeks)) == [
        date(2026, 11, 24),
        date(2026, 12, 8),
    ]


def test_every_other_week_without_a_first_is_every_week_and_never_certain():
    nobody_said = a_schedule(every_weeks=2)
    weeks = [MONDAY, MONDAY.later(1)]

    assert [one.doubt for one in found(nobody_said, *weeks)] == [Doubt.WHICH_WEEK] * 2


def test_the_second_and_the_last_of_the_month():
    weeks = [Week(date(2026, 11, 2)).later(n) for n in range(5)]

    assert days_of(found(a_schedule(of_month=(2,)), *weeks)) == [date(2026, 11, 10)]
    assert days_of(found(a_schedule(of_month=(-1,)), *weeks)) == [date(2026, 11, 24)]


def test_a_date_told_by_itself_beats_the_rule_and_an_exception_beats_both():
    told = a_schedule(
        extra_dates=(date(2026, 11, 26), date(2026, 11, 28)),
        except_dates=(date(2026, 11, 24), date(2026, 11, 28)),
    )

    assert days_of(found(told)) == [date(2026, 11, 26)]


def test_an_end_that_nobody_told_is_guessed_and_never_certain():
    [one] = found(a_schedule(ends=None))

    assert one.doubt is Doubt.HOW_LONG
    assert one.window.minutes == ASSUMED_MINUTES


def test_without_a_start_the_hours_are_not_known():
    assert found(a_schedule(starts=None)) == []


def test_hours_told_as_a_part_of_the_day_are_never_certain():
    [one] = found(a_schedule(rough=True))

    assert one.doubt is Doubt.ROUGH


def test_a_moor_is_always_open_and_has_no_sessions():
    always = ScheduleTold(opening_hours="24/7")

    assert is_standing(always)
    assert found(always) == []
    assert not is_standing(a_schedule())


# --- laws ---------------------------------------------------------------------------

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
WEEKS = st.lists(DAYS.map(Week.of), min_size=1, max_size=6)
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None))
SCHEDULES = st.builds(
    ScheduleTold,
    days=st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    starts=CLOCKS,
    ends=st.none() | CLOCKS,
    every_weeks=st.integers(1, 4),
    of_month=st.sets(st.sampled_from([1, 2, 3, 4, 5, -1])).map(tuple),
    first_on=st.none() | DAYS,
    last_on=st.none() | DAYS,
    term_time_only=st.booleans(),
    bank_holidays=st.none() | st.booleans(),
    except_dates=st.lists(DAYS, max_size=3).map(tuple),
    extra_dates=st.lists(DAYS, max_size=3).map(tuple),
)
CALENDARS = st.sampled_from([A_CALENDAR, NO_TERMS, Calendar()])


def by_hand(schedule, calendar, weeks):
    """The same days, found the way one would with a wall calendar and a pencil."""
    ringed = set()
    for week in weeks:
        for day in week.days:
            if day in schedule.except_dates:
                continue
            if day in schedule.extra_dates or pencilled(schedule, calendar, day):
                ringed.add(day)
    return sorted(ringed)


def pencilled(schedule, calendar, day):
    first, last = schedule.first_on or date.min, schedule.last_on or date.max
    no_school = calendar.is_term_time(day) is False
    no_bank = calendar.is_bank_holiday(day)
    crossed_out = (
        day.weekday() not in schedule.days
        or not first <= day <= last
        or not right_one_of_its_month(schedule, day)
        or not week_of_its_turn(schedule, day)
    )
    shut = (schedule.term_time_only and no_school) or (
        schedule.bank_holidays is False and no_bank
    )
    return not crossed_out and not shut


def right_one_of_its_month(schedule, day):
    month = months.monthcalendar(day.year, day.month)
    same = [week[day.weekday()] for week in month if week[day.weekday()]]
    wanted = {
        same[nth - 1] if nth > 0 else same[nth]
        for nth in schedule.of_month
        if nth <= len(same)
    }
    return not schedule.of_month or day.day in wanted


def week_of_its_turn(schedule, day):
    if schedule.every_weeks == 1 or schedule.first_on is None:
        return True
    turn = Week.of(schedule.first_on).monday
    while turn < Week.of(day).monday:
        turn += timedelta(weeks=schedule.every_weeks)
    return turn == Week.of(day).monday


@given(schedule=SCHEDULES, calendar=CALENDARS, weeks=WEEKS)
def test_agrees_with_a_wall_calendar_and_a_pencil(schedule, calendar, weeks):
    quick = occurrences(schedule, calendar=calendar, weeks=weeks)

    assert sorted(set(days_of(quick))) == by_hand(schedule, calendar, weeks)


@given(schedule=SCHEDULES, calendar=CALENDARS, weeks=WEEKS)
def test_looking_at_weeks_together_or_apart_finds_the_same(schedule, calendar, weeks):
    together = occurrences(schedule, calendar=calendar, weeks=weeks)
    apart = {
        one
        for week in weeks
        for one in occurrences(schedule, calendar=calendar, weeks=[week])
    }

    assert together == sorted(apart)


@given(schedule=SCHEDULES, calendar=CALENDARS, weeks=WEEKS)
def test_every_occurrence_takes_some_time_and_at_most_a_day(schedule, calendar, weeks):
    for one in occurrences(schedule, calendar=calendar, weeks=weeks):
        length = one.window.end.astimezone(UTC) - one.window.start.astimezone(UTC)
        assert timedelta() < length <= timedelta(hours=25)


@given(schedule=SCHEDULES, weeks=WEEKS, more=DAYS)
def test_an_exception_takes_away_its_day_and_nothing_else(schedule, weeks, more):
    before = occurrences(schedule, calendar=A_CALENDAR, weeks=weeks)
    with_exception = ScheduleTold(
        **{
            name: getattr(schedule, name)
            for name in ScheduleTold.__dataclass_fields__
            if name != "except_dates"
        },
        except_dates=(*schedule.except_dates, more),
    )

    after = occurrences(with_exception, calendar=A_CALENDAR, weeks=weeks)

    assert after == [one for one in before if days_of([one]) != [more]]


@given(schedule=SCHEDULES, weeks=WEEKS)
def test_knowing_the_terms_never_adds_a_day(schedule, weeks):
    unsure = occurrences(schedule, calendar=NO_TERMS, weeks=weeks)
    sure = occurrences(schedule, calendar=A_CALENDAR, weeks=weeks)

    assert set(days_of(sure)) <= set(days_of(unsure))


def test_a_date_told_by_itself_is_no_surer_than_its_hours():
    rough = a_schedule(days=(), extra_dates=(date(2026, 11, 26),), rough=True)
    (found,) = occurrences(rough, calendar=A_CALENDAR, weeks=[MONDAY])
    assert found.doubt is Doubt.ROUGH
