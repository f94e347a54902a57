"""What holds of every reading, whatever people write?"""

from dataclasses import replace
from datetime import date, time
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from weft.assets.domain.hours import Half, SessionRead, Sun, read_hours
from weft.assets.domain.hours.plainly import plainly
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.opening import is_understood
from weft.assets.domain.schedules import Doubt, occurrences
from weft.commons.times import LONDON, Week
from weft.ground.domain.calendar import Calendar

TODAY = date(2026, 9, 1)
WEEKS = [Week(date(2026, 9, 7)).later(n) for n in range(4)]
CALENDAR = Calendar()
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NTH = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", -1: "last"}
WORDS = (
    *("mon", "tues", "weds", "sat", "10", "12.30", "7pm", "half 2", "noon", "dusk"),
    *("-", "to", "and", ",", ";", "not", "closed", "except", "term time", "until"),
    *("1st", "last", "every", "other", "bank holidays", "aug", "dec", "14", "from"),
    *("ish", "call", "after", "(", ")", "2 weeks", "6 week course", "for an hour"),
)


def read(said):
    return read_hours(said, today=TODAY)


def dates_of(said, *, weeks=WEEKS):
    found = [
        one
        for rule in schedules_of(read(said), told_on=TODAY)
        for one in occurrences(rule, calendar=CALENDAR, weeks=weeks)
    ]
    return sorted(found)


@given(st.text(max_size=120))
def test_nothing_that_anybody_writes_is_refused_or_lost(said):
    found = read(said)
    assert found.said == said.strip()
    if found.said:
        assert found.sessions or found.kept or found.ask_first


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_heap_of_its_own_words_is_read_into_rules_that_make_dates(said):
    found = read(said)
    for session, rule in zip(
        found.sessions, schedules_of(found, told_on=TODAY), strict=False
    ):
        whole = replace(found, sessions=(session,)).whole
        assert not rule.opening_hours or is_understood(rule.opening_hours)
        for one in occurrences(rule, calendar=CALENDAR, weeks=WEEKS):
            assert one.certain <= whole


clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@given(st.sets(st.integers(0, 6), min_size=1), clocks, clocks)
def test_a_24_hour_clock_is_read_back_as_it_was_written(days, starts, ends):
    length = (ends.hour - starts.hour) * 60 + ends.minute - starts.minute
    assume(0 < length % (24 * 60) < 12 * 60)  # «11:00-10:00» nobody writes for a day
    said = (
        f"{', '.join(NAMES[day] for day in sorted(days))} {starts:%H:%M}-{ends:%H:%M}"
    )
    (session,) = read(said).sessions
    assert (set(session.days), session.starts, session.ends) == (days, starts, ends)


@given(st.integers(0, 6), st.integers(1, 12), st.sampled_from(["am", "pm"]))
def test_am_and_pm_are_believed(day, hour, half):
    (session,) = read(f"{NAMES[day]}s at {hour}{half}").sessions
    assert session.starts == time(hour % 12 + (12 if half == "pm" else 0))
    assert session.half is Half.TOLD


@given(st.integers(0, 6), st.sampled_from(sorted(NTH)))
def test_which_weekday_of_the_month_is_read_back(day, nth):
    (session,) = read(f"{NTH[nth]} {NAMES[day]} of the month, 2pm").sessions
    assert (session.days, session.of_month) == ((day,), (nth,))


@given(st.integers(0, 6), st.sampled_from(["except", "but not", "not"]))
def test_hours_after_an_exception_are_those_of_all_other_days(day, but):
    (session,) = read(f"Every day {but} {NAMES[day]} 9-5").sessions
    assert set(session.days) == set(range(7)) - {day}


@given(st.integers(1, 11), st.integers(1, 11))
def test_hours_without_am_or_pm_are_never_told_as_if_somebody_had_said(first, last):
    for session in read(f"Tuesdays {first}-{last}").sessions:
        assert session.half in {Half.TAKEN, Half.DOUBTFUL}


@pytest.mark.parametrize("word", ["sunny", "monsoon", "weather", "marching", "satin"])
def test_a_word_that_only_looks_like_a_day_or_month_is_none(word):
    assert plainly(word) == word


def test_a_poster_falls_on_real_dates():
    found = dates_of("Tues 1-3ish")
    assert [one.window.start.astimezone(LONDON).isoformat() for one in found] == [
        f"2026-09-{day:02}T13:00:00+01:00" for day in (8, 15, 22, 29)
    ]
    assert {one.doubt for one in found} == {Doubt.ROUGH}


def test_what_may_be_morning_or_evening_is_never_certain():
    assert {one.certain for one in dates_of("Mondays 7-9")} == {False}
    assert {one.certain for one in dates_of("Mondays 7-9pm")} == {True}


def test_what_cannot_be_placed_is_kept_and_makes_all_uncertain():
    found = read("Weds 2-4, weather permitting")
    assert found.kept == ("weather permitting",)
    assert not any(one.certain for one in dates_of(found.said))


def test_an_hour_by_the_sun_and_months_go_into_openstreetmap_words():
    (rule,) = schedules_of(read("Sundays 2pm to dusk, April to October"), told_on=None)
    assert rule.opening_hours == "Apr-Oct Su 14:00-sunset"
    assert is_understood(rule.opening_hours)
    (rule,) = schedules_of(read("1st Sat 10-12, not August, term time"), told_on=None)
    assert rule.opening_hours == "Jan-Jul,Sep-Dec Sa[1] 10:00-12:00; SH off"
    assert is_understood(rule.opening_hours)


def test_words_of_which_no_rule_can_be_made_are_still_there():
    (rule,) = schedules_of(read("ring Sheila"), told_on=TODAY)
    assert (rule.said, rule.days, rule.rough) == ("ring Sheila", (), True)
    assert schedules_of(read("  "), told_on=TODAY) == ()


def test_dawn_to_dusk_is_every_day():
    (session,) = read("dawn to dusk").sessions
    assert session == SessionRead(
        days=tuple(range(7)), starts=Sun.SUNRISE, ends=Sun.SUNSET, half=Half.TOLD
    )


@pytest.mark.parametrize(
    "said", ["10 and " * 280, "1st, 2nd, " * 190, "mon-tue " * 240]
)
def test_long_words_take_no_long_time(said):
    began = perf_counter()
    read(said)
    assert perf_counter() - began < 2


def test_a_whole_page_is_kept_and_not_read():
    page = "Mondays 10-12. " * 400
    assert read(page).kept == (page.strip(),)


def test_a_day_that_there_is_not_is_not_made():
    assert not any(one.dates for one in read("31st February at 2pm").sessions)
    assert not any(one.last_on for one in read("Mon 6 weeks from 9999-12-31").sessions)
