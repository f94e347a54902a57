"""Are the days that are not like others known?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.times import Week
from weft.ground.domain.calendar import Calendar, SchoolTerm, TermRule

AUTUMN = SchoolTerm(date(2026, 9, 2), date(2026, 10, 23))
WINTER = SchoolTerm(date(2026, 11, 2), date(2026, 12, 18))
YEAR = Calendar(terms=(AUTUMN, WINTER))
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 28), "Boxing Day (observed)"),
        (date(2026, 8, 31), "Late Summer Bank Holiday"),
        (date(2027, 3, 26), "Good Friday"),
    ],
)
def test_the_bank_holidays_of_england_are_known(day, name):
    calendar = TermRule().calendar(Week(date(2026, 11, 23)))

    assert calendar.is_bank_holiday(day)
    assert calendar.holiday_name(day).startswith(name.split(" (", maxsplit=1)[0])


def test_a_working_day_is_no_bank_holiday():
    calendar = TermRule().calendar(Week(date(2026, 11, 23)))

    assert not calendar.is_bank_holiday(date(2026, 11, 23))
    assert calendar.holiday_name(date(2026, 11, 23)) == ""


def test_half_term_is_holiday_because_we_know_what_is_around_it():
    assert YEAR.is_term_time(date(2026, 10, 27)) is False


def test_before_the_first_and_after_the_last_term_nobody_has_said():
    assert YEAR.is_term_time(date(2026, 8, 20)) is None
    assert YEAR.is_term_time(date(2027, 1, 20)) is None


def test_without_any_terms_nobody_has_said():
    assert Calendar().is_term_time(date(2026, 11, 23)) is None


@given(DAYS)
def test_it_is_term_time_exactly_within_a_term(day):
    within = AUTUMN.first <= day <= AUTUMN.last or WINTER.first <= day <= WINTER.last

    assert (YEAR.is_term_time(day) is True) == within


@given(DAYS, st.integers(-20, 20), st.integers(1, 15))
def test_a_relative_term_moves_with_its_week(day, first, weeks):
    week = Week.of(day)
    rule = TermRule(offsets=((first, first + weeks),))
    (now,) = rule.calendar(week).terms
    (then,) = rule.calendar(week.later(3)).terms

    assert (now.first.weekday(), now.last.weekday()) == (0, 4)
    assert (then.first - now.first).days == 21
