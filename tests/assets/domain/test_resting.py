"""A rest leaves everything else as it was told, whichever way it is told on."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.resting import (
    NO_REST,
    Rest,
    joined,
    parted,
    resting,
    rests_in_force,
    rests_read,
)
from weft.assets.domain.schedules import occurrences
from weft.assets.domain.told import ScheduleTold
from weft.commons.times import Week

FIRST = Week.of(date(2026, 11, 2))
WEEKS = [FIRST.later(n) for n in range(12)]
DAYS = [day for week in WEEKS for day in week.days]
XMAS = Rest(date(2026, 12, 21), date(2027, 1, 3))


class NoHolidays:
    def is_bank_holiday(self, _day):
        return False

    def is_term_time(self, _day):
        return True


def days_on(*rules):
    found = [
        one.window.start.date()
        for rule in rules
        for one in occurrences(rule, calendar=NoHolidays(), weeks=WEEKS)
    ]
    return sorted(found)


rests = st.builds(
    lambda at, many: Rest(DAYS[at], DAYS[at] + timedelta(days=many)),
    st.integers(0, len(DAYS) - 1),
    st.integers(0, 20),
)
rules = st.builds(
    ScheduleTold,
    days=st.lists(st.integers(0, 6), unique=True, min_size=1, max_size=3).map(
        lambda days: tuple(sorted(days))
    ),
    starts=st.just(time(10)),
    ends=st.just(time(12)),
    every_weeks=st.integers(1, 3),
    first_on=st.sampled_from(DAYS[:30]),
    last_on=st.none() | st.sampled_from(DAYS[30:]),
    extra_dates=st.lists(st.sampled_from(DAYS), unique=True, max_size=3).map(tuple),
    except_dates=st.lists(st.sampled_from(DAYS), unique=True, max_size=3).map(tuple),
)


@given(rules, st.lists(rests, max_size=4))
def test_nothing_is_on_during_a_rest_and_all_else_is_as_it_was(rule, some):
    off = {day for rest in some for day in rest.days}
    slow = [day for day in days_on(rule) if day not in off]

    assert days_on(resting(rule, some)) == slow


@given(rules, st.lists(rests, max_size=4).map(joined))
def test_told_as_stretches_it_is_on_on_the_same_days(rule, some):
    assert days_on(*parted(rule, some)) == days_on(resting(rule, some))


def test_whose_turn_nobody_knows_is_not_made_known():
    rule = ScheduleTold(days=(1,), starts=time(10), every_weeks=2)

    [told] = parted(rule, [XMAS])
    assert told.first_on is None


def test_openstreetmap_s_words_rest_too():
    rule = ScheduleTold(opening_hours="Mo-Su 10:00-12:00")

    assert days_on(resting(rule, [XMAS])) == [
        day for day in days_on(rule) if not XMAS.first_on <= day <= XMAS.last_on
    ]


@given(st.lists(rests, max_size=8))
def test_joined_they_are_the_same_days_and_apart(some):
    found = joined(some)

    assert {d for one in found for d in one.days} == {d for o in some for d in o.days}
    for one, other in pairwise(found):
        assert one.last_on + timedelta(days=1) < other.first_on


@given(rests)
def test_it_is_read_back_as_it_was_written(rest):
    assert Rest.of(str(rest)) == rest
    assert Rest.of(NO_REST) is None


def test_the_group_s_own_word_counts_in_place_of_others():
    theirs = ("own_csv", str(XMAS))
    assert rests_in_force([theirs]) == (XMAS,)
    assert rests_in_force([theirs, ("holder", NO_REST)]) == ()
    other = Rest.week_of(date(2026, 11, 4))
    assert rests_in_force([theirs, ("holder", str(other))]) == (other,)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("w/c 21 Dec", ["2026-12-21/2026-12-27"]),
        ("21 December 2026", ["2026-12-21/2026-12-27"]),
        ("21st Dec - 3rd Jan", ["2026-12-21/2027-01-03"]),
        ("14 Dec to 3 Jan", ["2026-12-14/2027-01-03"]),
        ("15-19 Feb", ["2027-02-15/2027-02-19"]),
        ("2026-12-21 to 2027-01-03", ["2026-12-21/2027-01-03"]),
        (
            "w/c 21 Dec, 15-19 Feb",
            ["2026-12-21/2026-12-27", "2027-02-15/2027-02-19"],
        ),
    ],
)
def test_as_people_write_them(words, read):
    found, left = rests_read(words, today=date(2026, 11, 1))

    assert [str(one) for one in found] == read
    assert left == ()


@pytest.mark.parametrize(
    "words", ["school holidays", "when it snows", "1999-01-01 to 2030-01-01"]
)
def test_what_cannot_be_read_is_given_back(words):
    assert rests_read(words, today=date(2026, 11, 1)) == ((), (words,))


def test_a_rest_past_its_rule_changes_nothing():
    rule = ScheduleTold(
        days=(1,), starts=time(10), last_on=XMAS.first_on - timedelta(days=1)
    )
    assert parted(rule, [XMAS]) == (rule,)
    assert parted(replace(rule, last_on=None), []) == (replace(rule, last_on=None),)
