"""Does the cloth say what its words and its table say?"""

import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.times import LONDON, Week, Window, at, window_on
from weft.shell.cloth import Hours, Piece, Visit, Weave, region_week, strip, week
from weft.shell.cloth.region import threads
from weft.shell.cloth.strip import BOTH_ROOM, ENGLISH, LEAVE_ROOM
from weft.shell.cloth.thread import Loom
from weft.shell.cloth.week import placed

WEEK = Week(date(2026, 11, 23))
TUESDAY = WEEK.days[1]


def piece(starts, ends, day=TUESDAY, weave=Weave.SOLID, **more):
    return Piece(window=window_on(day, starts, ends), weave=weave, name="Clay", **more)


# --- a week ---------------------------------------------------------------------------


def test_the_table_tells_every_piece_and_every_free_hour_in_order():
    free = window_on(TUESDAY, time(12, 45), time(15))
    cloth = week(
        WEEK,
        [piece(time(13, 15), time(14, 15)), piece(time(9), time(10), WEEK.days[4])],
        title="Two things",
        free=[free],
    )
    assert [row[:3] for row in cloth.table.rows] == [
        ("Tuesday", "12:45", "15:00"),
        ("Tuesday", "13:15", "14:15"),
        ("Friday", "09:00", "10:00"),
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 22), st.sampled_from(Weave)),
        max_size=12,
    )
)
def test_as_many_pieces_are_drawn_as_the_table_counts(told):
    pieces = [
        piece(time(hour), time(hour + 1), WEEK.days[day], weave)
        for day, hour, weave in told
    ]
    cloth = week(WEEK, pieces, title="T")
    drawn = re.findall(r'class="w-cut--', str(cloth.picture))
    assert len(drawn) == len(cloth.table.rows) == len(told)


@given(
    st.lists(
        st.tuples(st.integers(32, 80), st.integers(1, 30)), min_size=1, max_size=14
    )
)
def test_no_two_pieces_lie_over_each_other(told):
    pieces = sorted(
        (
            Piece(
                window=Window(quarter(start), quarter(start + long)),
                weave=Weave.SOLID,
                name=str(which),
            )
            for which, (start, long) in enumerate(told)
        ),
        key=lambda one: one.window,
    )
    places = placed(pieces, TUESDAY, Loom(first=8, last=28, pitch=16))
    assert len(places) == len(pieces)
    for which, one in enumerate(places):
        assert one.x >= 0
        assert one.x + one.width <= 100
        for other in places[which + 1 :]:
            beside = (
                one.x + one.width <= other.x + 1e-6
                or other.x + other.width <= one.x + 1e-6
            )
            after = one.bottom <= other.top or other.bottom <= one.top
            assert beside or after


def test_ten_things_that_fit_have_their_ten_numbers():
    """A real page: seven on one morning, two of an evening, one beside another."""
    told = [(8, 12), (8, 18), (8, 9), (9, 17), (9, 13), (10, 16), (19, 20), (20, 21)]
    pieces = [
        piece(time(first), time(last), mark=str(number))
        for number, (first, last) in enumerate(told, start=1)
    ]
    drawn = week(WEEK, pieces, title="T").picture
    assert all(f">{number}</text>" in drawn for number in range(1, len(told) + 1))


def quarter(count):
    return at(TUESDAY, time()) + timedelta(minutes=15 * count)


def test_what_is_on_in_another_week_is_not_drawn():
    later = piece(time(13), time(14), WEEK.later(1).days[0])
    cloth = week(WEEK, [later], title="T")
    assert cloth.table.rows == ()
    assert "w-cut--" not in cloth.picture


def test_what_runs_past_midnight_hangs_below_its_own_day():
    dance = piece(time(21), time(0, 30), WEEK.days[4])
    cloth = week(WEEK, [dance], title="A dance")
    assert cloth.table.rows == (
        ("Friday", "21:00", "00:30", "Clay", "we know it fits"),
    )
    assert len(re.findall(r'class="w-cut--', str(cloth.picture))) == 1


def test_the_night_the_clock_goes_back_is_drawn_by_the_clock_on_the_wall():
    of = Week(date(2026, 10, 19))
    late = Piece(
        window=window_on(of.days[6], time(9), time(10)), weave=Weave.SOLID, name="Walk"
    )
    assert week(of, [late], title="T").table.rows[0][1:3] == ("09:00", "10:00")


def test_the_finding_is_the_name_of_the_picture():
    cloth = week(WEEK, [], title="Nothing known «yet» & more")
    assert 'aria-label="Nothing known «yet» &amp; more"' in cloth.picture


def test_the_key_explains_the_weaves_that_are_there_and_no_others():
    cloth = week(WEEK, [piece(time(9), time(10), weave=Weave.OPEN)], title="T")
    assert cloth.key == (("open", "ask first"),)


def test_numbers_stand_on_the_cloth_as_on_the_list():
    cloth = week(WEEK, [piece(time(9), time(10), mark="3")], title="T")
    assert ">3</text>" in cloth.picture


# --- a strip --------------------------------------------------------------------------


def visit(leave, starts, ends, home, free=None):
    return Visit(
        session=Window(starts, ends),
        leave=leave,
        home_by=home,
        weave=Weave.SOLID,
        free=free,
    )


NOON = at(TUESDAY, time(12))


def minutes(count):
    return NOON + timedelta(minutes=count)


visits = st.tuples(
    st.integers(0, 60), st.integers(1, 60), st.integers(1, 240), st.integers(1, 60)
)


@given(visits, st.integers(0, 300), st.integers(0, 300))
def test_everything_lies_on_the_paper(steps, before, after):
    leave, there, stay, back = steps
    marks = [leave, leave + there, leave + there + stay, leave + there + stay + back]
    moments = [minutes(mark) for mark in marks]
    free = Window(minutes(leave - before), minutes(marks[-1] + after))
    drawn = str(strip(visit(*moments, free=free)))
    places = [float(x) for x in re.findall(r'\b(?:x|x1|x2|cx)="(-?[\d.]+)%"', drawn)]
    assert all(0 <= place <= 100 for place in places)


@given(visits, st.integers(0, 600), st.integers(0, 600))
def test_leave_and_home_by_never_touch(steps, before, after):
    leave, there, stay, back = steps
    marks = [leave, leave + there, leave + there + stay, leave + there + stay + back]
    free = Window(minutes(leave - before), minutes(marks[-1] + after))
    drawn = str(strip(visit(*(minutes(mark) for mark in marks), free=free)))
    found = re.findall(r'<text x="([\d.]+)%" y="54"( text-anchor="end")?', drawn)
    (left, left_end), (home, home_end) = [(float(x), end) for x, end in found]
    assert not left_end
    begin = home - (BOTH_ROOM - LEAVE_ROOM) if home_end else home
    assert begin >= left + LEAVE_ROOM - 0.02


def test_the_strip_is_said_in_words():
    drawn = strip(
        visit(minutes(55), minutes(75), minutes(135), minutes(170), free=None)
    )
    assert "leave 12:55; 13:15 – 14:15; home by 14:50" in drawn


def test_the_words_can_be_in_another_language():
    from dataclasses import replace

    said = replace(ENGLISH, leave="نکلیں")
    drawn = strip(visit(minutes(0), minutes(9), minutes(69), minutes(80)), said=said)
    assert "نکلیں" in drawn


# --- a region's week ----------------------------------------------------------------


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 500))
def test_more_things_never_lay_fewer_threads(few, more, closed_at):
    few, more = sorted((few, more))
    assert threads(few, closed_at=closed_at) <= threads(more, closed_at=closed_at)


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_one_thing_always_lays_a_thread_and_none_lays_none(count, closed_at):
    assert 1 <= threads(count, closed_at=closed_at) <= 4
    assert threads(0, closed_at=closed_at) == 0
    assert threads(closed_at, closed_at=closed_at) == 4


def days(known=(0, 1, 2, 3), ask=()):
    return [Hours(known=known, ask=ask)] * 7


def test_the_table_tells_every_hour_of_every_day():
    cloth = region_week(days(), title="T", first_hour=22)
    assert [row[0] for row in cloth.table.rows] == ["22:00", "23:00", "0:00", "1:00"]
    assert all(row[1:] == (count,) * 7 for count, row in enumerate(cloth.table.rows))


def test_enough_closes_the_weave_where_enough_has_a_meaning():
    cloth = region_week(days(known=(3, 9)), title="T", closed_at=3)
    assert "w-threads-4" in cloth.picture
    assert "w-threads-1" not in cloth.picture
    assert ("threads-4", "3 or more") in cloth.key


def test_an_hour_with_only_things_to_ask_about_is_told_apart():
    cloth = region_week(days(known=(0, 2), ask=(1, 1)), title="T")
    assert "w-threads-ask" in cloth.picture
    assert ("threads-ask", "ask first") in cloth.key


def test_an_empty_week_is_a_bare_loom():
    cloth = region_week(days(known=(0, 0)), title="Nothing known yet")
    assert "w-threads-0" in cloth.picture
    assert "w-threads-4" not in cloth.picture


def test_a_week_has_seven_days():
    with pytest.raises(ValueError, match="seven"):
        region_week(days()[:6], title="T")


def test_instants_of_another_zone_are_drawn_on_the_regions_clock():
    from zoneinfo import ZoneInfo

    there = datetime(2026, 11, 24, 14, 15, tzinfo=ZoneInfo("Europe/Paris"))
    one = Piece(
        window=Window(there, there + timedelta(hours=1)), weave=Weave.SOLID, name="Call"
    )
    assert week(WEEK, [one], title="T").table.rows[0][1] == "13:15"
    assert there.astimezone(LONDON).hour == 13


def test_the_loom_of_a_region_is_strung_only_where_somebody_is_free():
    told = [Hours(known=(0, 2), free=(False, True)), *days(known=(0, 0))[:6]]
    whole = region_week(days(known=(0, 2)), title="T").picture
    strung = region_week(told, title="T").picture
    never = [Hours(known=(0, 0), free=(False, False))] * 7
    assert whole.count("w-threads-0") == 7
    assert strung.count("w-threads-0") == 6
    assert "url(" not in region_week(never, title="T").picture
