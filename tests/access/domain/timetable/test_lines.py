"""A run more in a timetable is as if the feed had it."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.access.domain.timetable.little import DAY, MINUTE, Trip, a_trip, timetable_of
from weft.access.domain.timetable import day_of
from weft.access.domain.timetable.lines import (
    MoreRun,
    lines_of,
    run_at,
    runs_like,
    span_of,
    with_more,
)
from weft.commons.times import Week

WEEK = Week.of(DAY)
TUESDAY, WEDNESDAY = 1, 2
OUT = Trip(((0, 540, 540), (1, 550, 550), (2, 560, 560)))
HOME = Trip(((2, 720, 720), (1, 730, 730), (0, 740, 740)))


def hops(timetable, day=DAY):
    """What leaves where for where and when, whatever the number of its run."""
    told = day_of(timetable, day).onwards
    columns = (told.leaves, told.comes, told.here, told.there, told.may)
    return sorted(zip(*(one.tolist() for one in columns), strict=True))


@settings(max_examples=40, deadline=None)
@given(st.lists(a_trip(), min_size=1, max_size=4), st.data())
def test_it_is_what_the_feed_would_say_if_it_had_it(trips, data):
    which = data.draw(st.integers(0, len(trips) - 1))
    later = data.draw(st.integers(-120, 600))
    again = replace(
        trips[which],
        calls=tuple((s, a + later, d + later) for s, a, d in trips[which].calls),
    )
    usual = timetable_of(trips)
    more = with_more(usual, [MoreRun(which, DAY, later * MINUTE)])
    assert hops(more) == hops(timetable_of([*trips, again]))
    assert more.stops == usual.stops


def test_a_line_runs_on_one_day_as_on_another_and_what_comes_so_often_too():
    usual = replace(
        timetable_of([OUT, HOME]),
        often_trip=np.array([0], np.int32),
        often_first=np.array([540 * MINUTE], np.int32),
        often_last=np.array([600 * MINUTE], np.int32),
        often_every=np.array([20 * MINUTE], np.int32),
        often_exact=np.array([True]),
    )
    (line,) = lines_of(usual, WEEK)
    assert line.runs == (0, 2, 0, 0, 0, 0, 0)  # its calendar is of one Tuesday
    runs = runs_like(usual, WEEK, line, day=WEDNESDAY, like=TUESDAY)
    assert runs_like(usual, WEEK, line, day=TUESDAY, like=WEDNESDAY) == ()

    more = with_more(usual, runs)
    moved = [
        (a - 864_000, b - 864_000, *rest) for a, b, *rest in hops(more, WEEK.days[2])
    ]
    on_tuesday = hops(usual)
    assert [tuple(one) for one in moved] == on_tuesday
    assert len(on_tuesday) == 2 * (3 + 1)
    assert hops(more) == on_tuesday
    begins, ends = span_of(usual, WEEK, runs[0])
    assert (begins, ends) == tuple(
        (2 * 1440 + minute) * MINUTE for minute in (540, 620)
    )


def test_a_run_may_begin_at_any_minute_of_the_week():
    usual = timetable_of([OUT])
    for minute in (0, 3 * 1440 + 17, 7 * 1440 - 1):
        run = run_at(usual, WEEK, 0, minute * MINUTE)
        assert run.day == WEEK.days[minute // 1440]
        assert span_of(usual, WEEK, run)[0] == minute * MINUTE


def test_names_that_come_out_alike_are_told_apart_and_who_must_ring_is_no_line():
    usual = timetable_of([OUT, HOME, OUT])
    told = replace(
        usual,
        route_name=np.array(["5 94", "5-94", "Ring"]),
        route_operator=np.array(["Valley Lines", "Moor Lines", ""]),
        route_kind=np.array([3, 3, 715], np.int32),
        trip_route=np.array([0, 1, 2], np.int32),
        booked_trip=np.array([2], np.int32),
    )
    lines = lines_of(told, WEEK)
    assert [one.name for one in lines] == ["5-94", "5-94-2"]
    names = [one.name for line in lines for one in line.directions]
    assert len(set(names)) == len(names)
