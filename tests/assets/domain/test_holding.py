"""During a pause nothing is on; after it everything is as it was."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.assets.asking import MONDAY
from weft.assets.domain.holding import Pause, paused
from weft.assets.domain.schedules import occurrences
from weft.assets.domain.told import ScheduleTold
from weft.ground.domain.calendar import Calendar

START = MONDAY.monday
WEEKS = [MONDAY.later(more) for more in range(12)]
NO_DAYS = Calendar()
a_day = st.integers(0, 70).map(lambda days: START + timedelta(days))
rules = st.builds(
    ScheduleTold,
    days=st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    starts=st.just(time(10)),
    ends=st.just(time(12)),
    every_weeks=st.integers(1, 4),
    of_month=st.sampled_from([(), (1,), (-1,), (1, 3)]),
    first_on=st.none() | st.integers(-60, 70).map(lambda d: START + timedelta(d)),
    last_on=st.none() | a_day,
    extra_dates=st.lists(a_day, max_size=3).map(tuple),
    except_dates=st.lists(a_day, max_size=3).map(tuple),
)
in_osm_words = st.builds(
    ScheduleTold,
    opening_hours=st.sampled_from(["Mo 10:00-12:00", "Tu-Fr 09:00-17:00"]),
    first_on=st.none() | a_day,
    last_on=st.none() | a_day,
)


def on_days(rule):
    found = occurrences(rule, calendar=NO_DAYS, weeks=WEEKS)
    return [(one.window.start.date(), one.doubt) for one in found]


@given(rules | in_osm_words, a_day, st.integers(1, 60))
def test_nothing_is_on_in_a_pause_and_all_else_is_as_it_was(rule, since, length):
    pause = Pause(since, since + timedelta(days=length))

    # what is still on before a pause has begun is asked today, its first day
    found = [one for one in on_days(paused(rule, pause)) if one[0] >= since]

    assert found == [one for one in on_days(rule) if one[0] >= pause.back_on]


@given(a_day, a_day)
def test_is_read_back_as_it_was_written(since, back_on):
    assert Pause.of(str(Pause(since, back_on))) == Pause(since, back_on)


def test_where_nobody_paused_the_rule_is_untouched():
    rule = ScheduleTold(days=(1,), starts=time(10), first_on=date(2026, 1, 6))
    assert paused(rule, None) is rule
    assert Pause.of("") is None
