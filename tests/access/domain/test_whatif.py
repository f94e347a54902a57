"""Is what a change would bring what reckoning everything anew would say?"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.choice_worlds import (
    areas_of,
    journeys_of,
    lives,
    offers_of,
    sessions_of,
    worlds,
)
from tests.oracles.whatif import anew, whole
from weft.access.domain.choice import LifeNow, World, choose
from weft.access.domain.spans import MINUTE
from weft.access.domain.whatif import (
    Add,
    Baseline,
    Book,
    Difference,
    Drop,
    Joining,
    Meets,
    Move,
    New,
    Others,
    PlaceMeets,
    Price,
    Room,
    Runs,
    Trip,
    Weights,
    as_text,
    difference,
    disagreement,
    from_text,
)
from weft.commons.errors import NotPossible

LIVES = st.lists(lives(), min_size=2, max_size=2)
names = st.from_regex(r"[A-Za-z0-9_-]{1,60}", fullmatch=True)
numbers = st.integers(0, 9_999_999)
whole_changes = st.one_of(
    st.builds(Move, names, numbers, numbers),
    st.builds(Add, names, names, numbers, numbers),
    st.builds(Drop, names, numbers),
    st.builds(New, names, names, names, names, numbers, numbers, numbers),
    st.builds(Meets, names, names, st.booleans()),
    st.builds(PlaceMeets, names, names, st.booleans()),
    st.builds(Price, names, numbers),
    st.builds(Room, names, numbers),
    st.builds(Joining, names, names),
    st.builds(Trip, names, numbers),
    st.builds(Runs, names, numbers, numbers),
)


def book(world):
    """Name everything by its number."""

    def numbered(letter, many):
        return {f"{letter}{one}": one for one in range(many)}

    return Book(
        offers=numbered("o", len(world.offers)),
        places=numbered("p", world.places),
        groups=numbered("g", 3),
        kinds=numbered("k", 3),
        needs=numbered("n", 3),
        rules=numbered("r", 2),
    )


@st.composite
def scenarios(draw, world):
    """Draw changes to things that are there."""
    offer = st.sampled_from([f"o{one}" for one in range(len(world.offers))])
    place = st.sampled_from([f"p{one}" for one in range(world.places)])
    start, one_of_two = st.integers(0, 96).map(lambda n: 30 * n), st.booleans()
    need = st.sampled_from(["n0", "n1", "n2"])
    kinds = [
        st.builds(Add, offer, place, start, st.sampled_from([30, 60, 120])),
        st.builds(Meets, offer, need, one_of_two),
        st.builds(PlaceMeets, place, need, one_of_two),
        st.builds(Price, offer, st.sampled_from([0, 300, 800])),
        st.builds(Room, offer, st.sampled_from([0, 3])),
        st.builds(Joining, offer, st.sampled_from(["r0", "r1"])),
        st.builds(
            New,
            st.sampled_from(["new-a", "new-b"]),
            st.sampled_from(["g0", "g2", "somebody"]),
            st.sampled_from(["k0", "k2"]),
            place,
            start,
            st.just(60),
            st.just(0),
        ),
    ]
    begun = [
        (f"o{offer}", int(start) // MINUTE)
        for offer, start in zip(world.sessions.offer, world.sessions.start, strict=True)
        if start >= 0
    ]
    if begun:
        session = st.sampled_from(begun)
        kinds.append(st.builds(lambda one, to: Move(*one, to), session, start))
        kinds.append(st.builds(lambda one: Drop(*one), session))
    return tuple(draw(st.lists(st.one_of(kinds), min_size=1, max_size=4)))


@settings(max_examples=60, deadline=None)
@given(st.data(), worlds(), LIVES)
def test_it_is_what_reckoning_everything_anew_says(data, world, living):
    scenario, told = data.draw(scenarios(world)), book(world)
    base = Baseline(world=world, lives=tuple(living), found=choose(world, living))
    try:
        after = anew(world, scenario, told)
    except NotPossible:  # it moves what it dropped, or names a new offer twice
        with pytest.raises(NotPossible):
            difference(base, scenario, told)
        return

    found = difference(base, scenario, told)

    assert difference(base, from_text(as_text(scenario)), told).gain.tobytes() == (
        found.gain.tobytes()
    )
    for moment, one in enumerate((world, after)):
        offers, three = whole(one, living)
        assert (found.offers[moment] == offers[:, found.areas]).all()
        assert (found.three[moment] == three[:, found.areas]).all()
    others = np.setdiff1d(np.arange(len(world.areas)), found.areas)
    same = [whole(one, living) for one in (world, after)]
    for was, becomes in zip(*same, strict=True):
        assert (was[:, others] == becomes[:, others]).all()
    gained = (~found.three[0] & found.three[1]) * found.people[..., None]
    assert (found.gain == gained).all()
    assert (
        found.loss.sum() - found.gain.sum()
        == (
            (found.three[0].astype(int) - found.three[1]) * found.people[..., None]
        ).sum()
    )


@settings(max_examples=30, deadline=None)
@given(worlds(), LIVES)
def test_another_bus_is_reckoned_from_the_journeys_that_are_handed_in(world, living):
    base = Baseline(world=world, lives=tuple(living), found=choose(world, living))
    buses, old = len(world.ways) - 1, world.ways[-1]
    quicker = old._replace(there=old.there // 2)
    scenario = (Trip("594", 600),)
    with pytest.raises(NotPossible, match="timetable"):
        difference(base, scenario, book(world))

    every = np.arange(len(world.sessions), dtype=np.int32)
    told = {buses: Others(every, quicker)}
    found = difference(base, scenario, book(world), rerouted=told)

    other = replace(world, ways=(*world.ways[:buses], quicker))
    offers, three = whole(other, living)
    assert (found.offers[1] == offers[:, found.areas]).all()
    assert (found.three[1] == three[:, found.areas]).all()
    others = np.setdiff1d(np.arange(len(world.areas)), found.areas)
    assert (offers[:, others] == base.found.counts[..., 0][:, others]).all()


def test_who_goes_by_bus_to_what_moved_is_told_or_said_not_to_be_reckoned():
    at_ten, at_noon = 600 * MINUTE, 720 * MINUTE
    bus = journeys_of([[(0, 10 * MINUTE, 10 * MINUTE)]], timed=True)
    world = World(
        areas=areas_of(1, 1),
        offers=offers_of([{}]),
        sessions=sessions_of([(0, at_ten, at_ten + 60 * MINUTE, 0)]),
        places=1,
        ways=(bus,),
    )
    free = np.array([[at_noon - 30 * MINUTE, at_noon + 90 * MINUTE]], dtype=np.int32)
    living = (LifeNow(windows=free, ways=((0, 20 * MINUTE, 0),)),)
    base = Baseline(world=world, lives=living, found=choose(world, living))
    moves = (Move("o0", 600, 720),)

    unsaid = difference(base, moves, book(world))
    said = difference(
        base,
        moves,
        book(world),
        timed=lambda sessions: {
            0: journeys_of([[(0, 5 * MINUTE, 5 * MINUTE)]] * len(sessions), timed=True)
        },
    )

    assert (unsaid.not_reckoned, unsaid.offers[1].sum()) == (1, 0)
    assert (said.not_reckoned, said.offers[0].sum()) == (0, 0)
    assert said.offers[1].tolist() == [[[1, 1]]]
    assert said.first.tolist() == [[[1000, 1000]]]


@given(st.lists(whole_changes, max_size=5).map(tuple))
def test_a_scenario_comes_back_from_a_link_as_it_was(scenario):
    text = as_text(scenario)

    assert from_text(text) == scenario
    assert set(text) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "edition"),
        ("2~d.choir.600", "edition"),
        ("1~d.choir", "cut short"),
        ("1~q.choir.600", "cut short"),
        ("1~d.choir.six", "another number"),
        ("1~y.choir.step-free.yes", "another number"),
        ("1~d.ch oir.600", "cannot have"),
        ("1" + "~d.choir.600" * 41, "at most"),
    ],
)
def test_a_bad_link_says_what_is_the_matter(text, said):
    with pytest.raises(NotPossible, match=said):
        from_text(text)


def a_difference(gain, loss):
    """Two lives in two areas; in thousandths, alike on both planes."""
    gain, loss = (np.array(one, dtype=bool)[..., None] for one in (gain, loss))
    both = np.repeat(np.stack([loss, gain]), 2, axis=-1)
    return Difference(
        areas=np.array([0, 2], dtype=np.int32),
        people=np.full((2, 2), 5000, dtype=np.int64),
        offers=both.astype(np.int32),
        three=both,
        not_reckoned=0,
    )


def test_two_people_can_disagree_about_weights_and_see_whether_it_matters():
    for_one_life = a_difference([[1, 1], [0, 0]], [[0, 0], [0, 0]])
    for_the_other = a_difference([[0, 0], [1, 0]], [[0, 0], [0, 0]])
    alike = np.ones((2, 3), dtype=np.int64)
    by_need = np.array([[1, 9, 1], [4, 9, 4]])
    a_little = np.array([[2, 9, 2], [3, 9, 3]])

    matters = disagreement((for_one_life, for_the_other), alike, by_need)
    does_not = disagreement((for_one_life, for_the_other), alike, a_little)

    assert (matters.mine, matters.theirs) == ((10_000, 5_000), (10_000, 20_000))
    assert matters.matters
    assert not does_not.matters
    same = disagreement((for_one_life, for_one_life), alike, by_need)
    assert not same.matters


def test_people_where_most_is_missing_may_count_more_and_so_may_a_life():
    tenth = np.array([1, 10, 0], dtype=np.int32)
    assert Weights().of(tenth, 2).tolist() == [[10, 10, 10]] * 2
    told = Weights(need=10, life=1, times=3).of(tenth, 2)
    assert told.tolist() == [[100, 10, 55], [300, 30, 165]]
