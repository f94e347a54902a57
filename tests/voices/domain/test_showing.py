"""What is told of a room gives no small number back, to whoever knows the rules too."""

from functools import cache
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from weft.commons.disclosure import Withheld
from weft.voices.domain.missing import Living, Session, together
from weft.voices.domain.missing.showing import shown_axis

LIVING = Living(people=100, groups={"young": 50, "middle": 30, "old": 20})
ROOM_TO_HIDE = 4


def a_room(young, middle, old, declined=0, unknown=0):
    return together(
        [
            Session(
                people=young + middle + old + declined + unknown,
                counts={"young": young, "middle": middle, "old": old},
                declined=declined,
            )
        ]
    )


def told_of(told):
    """All that a page or a file tells: counts, what is due, how uneven."""
    return (
        tuple(
            (
                one.group,
                str(one.came),
                one.due,
                one.share,
                one.low,
                one.high,
                one.nobody,
            )
            for one in told.groups
        ),
        str(told.declined),
        told.together,
        told.of_all,
        told.uneven,
    )


small = st.integers(0, 6)


@cache
def all_rooms(people):
    """Every room of so many people, by what is told of it."""
    told = {}
    for a, b, c in product(range(people + 1), repeat=3):
        if a + b + c <= people:
            one = (a, b, c, people - a - b - c)
            told.setdefault(told_of(shown_axis(a_room(*one), LIVING)), []).append(one)
    return told


@settings(max_examples=40, deadline=None)
@given(young=small, middle=small, old=small, declined=small)
def test_whoever_knows_how_many_came_learns_no_small_number(
    young, middle, old, declined
):
    """Every room of as many people that would look the same is tried."""
    people = young + middle + old + declined
    assume(people >= 5)
    told = told_of(shown_axis(a_room(young, middle, old, declined), LIVING))
    alike = all_rooms(people)[told]
    for at, true in enumerate((young, middle, old, declined)):
        if 0 < true < 5:
            could = {one[at] for one in alike}
            assert len(could) >= ROOM_TO_HIDE, (told, could)


def test_a_few_are_hidden_with_others_and_no_sum_or_interval_gives_them_back():
    told = shown_axis(a_room(3, 14, 30), LIVING)
    young, middle, old = told.groups
    assert isinstance(young.came, Withheld)
    assert isinstance(middle.came, Withheld)
    assert (old.came, round(old.due, 1)) == (30, 9.4)
    assert (young.share, young.low, young.lacking) == (None, None, None)
    assert told.withheld
    assert told.uneven is None
    one = told.together
    assert (one.group, one.came) == ("young and middle, together", 17)
    assert one.due == pytest.approx(47 * 0.8)
    assert one.share == pytest.approx(17 / 47 / 0.8)
    assert one.low < one.share < one.high < 1


def test_a_few_who_preferred_not_to_say_are_among_those_of_whom_some_were_due():
    told = shown_axis(a_room(20, 20, 20, declined=2), LIVING)
    assert isinstance(told.declined, Withheld)
    assert told.of_all
    assert sum(one.due for one in told.groups) == pytest.approx(62)
    assert told.together is None, "those who did not say hide with them"


def test_what_nobody_noted_is_told_and_no_group_is_due_of_it():
    told = shown_axis(a_room(20, 20, 20, unknown=2), LIVING)
    assert (told.unknown, told.declined, told.of_all) == (2, 0, False)
    assert sum(one.due for one in told.groups) == pytest.approx(60)
    assert told.uneven is not None


def test_nobody_is_told_as_nobody():
    told = shown_axis(a_room(0, 30, 30), LIVING)
    assert [one.group for one in told.nobody] == ["young"]
    assert told.groups[0].lacking == 30.0


def test_a_group_that_was_not_counted_every_time_has_no_due():
    sessions = [
        Session(people=23, counts={"young": 3, "old": 20}),
        Session(people=20, counts={"old": 20, "young": None}),
    ]
    young, _middle, old = shown_axis(together(sessions), LIVING).groups
    assert young.due is None
    assert (old.due, isinstance(old.came, Withheld)) == (43 * 0.2, True)
    assert shown_axis(together(sessions), LIVING).together.due is None


def test_where_people_gave_several_answers_each_hides_beside_all_others():
    room = together(
        [Session(people=30, counts={"young": 20, "middle": 28, "old": 3}, declined=0)]
    )
    told = shown_axis(room, LIVING)
    assert [str(one.came) for one in told.groups] == [
        "20",
        "not shown, to protect a small number",
        "not shown, to protect a small number",
    ]
    assert told.several
