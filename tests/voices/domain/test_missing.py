"""Who was not in the room: as published, and as counted head by head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import missing as by_hand
from weft.voices.domain.missing import (
    Living,
    Place,
    Question,
    Session,
    missing,
    next_rooms,
    together,
)

GROUPS = ("young", "middle", "old", "very old")

counts = st.fixed_dictionaries({group: st.integers(0, 40) for group in GROUPS})
place = st.fixed_dictionaries({group: st.integers(1, 60) for group in GROUPS})


def in_the_room(came):
    return together([Session(people=sum(came.values()), counts=came)])


def test_a_room_that_one_index_calls_perfect_shows_who_is_missing():
    """85 of 10,000; the figures noted: 0.15 (0.03 to 0.80), 0.44, 0.993."""
    came = dict(zip("abcd", (61, 18, 5, 1), strict=True))
    living = dict(zip("abcd", (5200, 2600, 1400, 800), strict=True))
    told = missing(in_the_room(came), Living(people=10_000, groups=living))
    last = told.groups[-1]
    said = tuple(round(n, 2) for n in (last.share, last.low, last.high))
    assert said == (0.15, 0.03, 0.80)
    assert round(told.uneven.variation, 2) == 0.44
    assert round(told.uneven.elsewhere, 3) == 0.198
    assert round(told.uneven.r_indicator, 3) == 0.993


@given(came=counts.filter(lambda c: sum(c.values()) > 0), living=place)
def test_agrees_with_every_head_counted(came, living):
    told = missing(
        in_the_room(came), Living(people=sum(living.values()), groups=living)
    )
    among, everybody = sum(came.values()), sum(living.values())
    for one in told.groups:
        of = living[one.group] / everybody
        low, high = by_hand.wilson_by_search(came[one.group], among)
        assert one.due == pytest.approx(among * of)
        assert one.share == pytest.approx(came[one.group] / (among * of))
        assert one.low == pytest.approx(low / of, abs=1e-6)
        assert one.high == pytest.approx(high / of, abs=1e-6)
        assert one.low <= one.share <= one.high
    variation, r_indicator = by_hand.spread_of_rates(came, living)
    assert told.uneven.variation == pytest.approx(variation, abs=1e-9)
    assert told.uneven.r_indicator == pytest.approx(r_indicator, abs=1e-9)
    assert sum(one.due for one in told.groups) == pytest.approx(among)


@given(came=counts, living=place)
def test_who_is_named_was_due_and_none_came(came, living):
    told = missing(
        in_the_room(came), Living(people=sum(living.values()), groups=living)
    )
    named = {one.group for one in told.nobody}
    among, everybody = sum(came.values()), sum(living.values())
    for group in GROUPS:
        due = among * living[group] / everybody
        if abs(due - 3) > 1e-9:
            assert (group in named) == (came[group] == 0 and due > 3)
    dues = [one.due for one in told.nobody]
    assert dues == sorted(dues, reverse=True)


def test_unknown_is_a_value_and_no_group_takes_it():
    room = in_the_room({"young": 2, "old": 8})
    with_more = together(
        [Session(people=20, counts={"young": 2, "old": 8}, declined=3)]
    )
    living = Living(people=100, groups={"young": 50, "old": 50, "carers": None})
    plain, told = missing(room, living), missing(with_more, living)
    assert (told.room.declined, told.room.unknown) == (3, 7)
    assert told.groups[0].due == plain.groups[0].due == 5.0
    assert told.groups[0].most == pytest.approx((2 + 7) / (10 + 7) / 0.5)
    carers = told.groups[2]
    assert (carers.came, carers.due, carers.share) == (None, None, None)
    assert not carers.nobody, "nobody counted them: that is not none"
    assert told.uneven is None


def test_several_answers_do_not_make_more_people():
    room = together([Session(people=10, counts={"carers": 6, "nights": 7}, declined=1)])
    assert (room.several, room.answered, room.unknown) == (True, 9, 0)


def test_one_group_alone_is_counted_among_all_who_came():
    room = together([Session(people=23, counts={"carers": 5})])
    assert (room.groups["carers"].among, room.unknown) == (23, 0)
    told = missing(room, Living(people=100, groups={"carers": 10}))
    assert told.groups[0].due == pytest.approx(2.3)
    uncounted = together([Session(people=None, counts={"carers": 5})])
    told = missing(uncounted, Living(people=100, groups={"carers": 10}))
    assert (told.groups[0].came, told.groups[0].due) == (5, None)


def test_a_group_not_named_is_nought_only_where_the_others_are_all_who_came():
    asked = Session(people=10, counts={"young": 2, "old": 8})
    all_told = Session(people=9, counts={"old": 6, "middle": 3})
    not_all = Session(people=12, counts={"old": 6, "middle": 3})
    not_known = Session(people=9, counts={"old": 6, "middle": 3, "young": None})
    assert together([asked, all_told]).groups["young"].sessions == 2
    assert together([asked, not_all]).groups["young"].sessions == 1
    assert together([asked, not_known]).groups["young"].sessions == 1


def test_a_session_that_did_not_ask_moves_no_share_and_is_told():
    asked = Session(people=10, counts={"young": 2, "old": 8})
    not_asked = Session(people=30)
    half = Session(people=14, counts={"old": 8, "middle": 2})
    living = Living(people=100, groups={"young": 50, "old": 50})
    told = missing(together([asked, not_asked, half]), living)
    young, old, _middle = told.groups
    assert (young.came, young.due) == (2, 5.0), "of the one session that counted them"
    assert (old.came, old.due) == (16, 10.0)
    assert (told.room.sessions, told.room.asked_in, told.room.unknown) == (3, 2, 34)
    assert together([Session(people=None, counts={"old": 1})]).unknown is None


def test_a_place_with_no_count_loaded_leaves_what_came_and_nothing_due():
    told = missing(in_the_room({"young": 4}), None)
    assert [(one.came, one.due) for one in told.groups] == [(4, None)]
    assert told.nobody == ()


shares = st.dictionaries(st.sampled_from(GROUPS), st.floats(0, 1))
spoke = st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 12))


@given(
    came=counts,
    living=place,
    round_places=st.lists(shares, max_size=3),
    questions=st.lists(spoke, max_size=3),
)
def test_the_next_room_adds_the_most_of_all_that_could_be(
    came, living, round_places, questions
):
    groups = missing(
        in_the_room(came), Living(people=sum(living.values()), groups=living)
    ).groups
    told = next_rooms(
        groups,
        [Place(name=str(at), shares=one) for at, one in enumerate(round_places)],
        [Question(words=str(at), spoke=one) for at, one in enumerate(questions)],
        holds=10,
    )
    best = by_hand.best_room(
        [(one.group, one.came, one.due or 0) for one in groups],
        round_places,
        questions,
        10,
    )
    assert (told[0].gain if told else 0) == pytest.approx(best)
    assert all(0 < room.gain <= min(10, room.lacking) for room in told)


def test_a_room_says_its_reasons():
    room = in_the_room({"young": 4, "old": 36})
    groups = missing(room, Living(people=100, groups={"young": 60, "old": 40})).groups
    told = next_rooms(
        groups,
        [Place(name="Rushby", shares={"young": 0.25})],
        [
            Question(words="What keeps people in?", spoke={"young": 12}),
            Question(words="What would make you stay?", spoke={}),
        ],
    )
    first = told[0]
    assert first.question == "What would make you stay?"
    assert (first.lacking, first.lives_there, first.spoke) == (20.0, 0.25, None)
    assert (first.gain, told[1].gain) == (5.0, 2.5)
