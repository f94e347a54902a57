"""Loops are found up to a length that is always said, and none is left out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles.causes import fewest_cuts, loops_by_walking, most_opened, reached
from tests.voices.domain.causes.told import MAPS, foresight, told
from weft.voices.domain.causes import (
    Turn,
    arrows_of,
    breaks_all,
    breaks_most,
    hopeful_first,
    in_no_loop,
    loops,
    no_brake_named,
    parts,
    shortest_through,
)
from weft.voices.domain.kinds import Basis, Sign

THINGS = "abcdef"
MAPS_OF_ANY_KIND = st.lists(
    st.tuples(st.sampled_from(THINGS), st.sampled_from("+-?"), st.sampled_from(THINGS)),
    max_size=16,
    unique_by=lambda one: (one[0], one[2]),
).map(lambda told_of: arrows_of(told(*("".join(one) for one in told_of))))


def pairs_of(arrows):
    return [(one.cause, one.effect) for one in arrows]


def from_smallest(loop):
    at = loop.things.index(min(loop.things))
    return loop.things[at:] + loop.things[:at]


@given(MAPS_OF_ANY_KIND, st.integers(1, 7))
def test_every_loop_up_to_the_length_is_found_once(arrows, longest):
    found = loops(arrows, longest=longest)
    ways = [from_smallest(loop) for loop in found.found]
    assert len(ways) == len(set(ways))
    assert set(ways) == loops_by_walking(pairs_of(arrows), longest)
    if found.none_longer:
        assert len(ways) == len(loops_by_walking(pairs_of(arrows), 99))


@given(MAPS_OF_ANY_KIND)
def test_a_loop_comes_back_and_turns_by_its_signs(arrows):
    for loop in loops(arrows).found:
        for one, then in pairwise([*loop.arrows, loop.arrows[0]]):
            assert one.effect == then.cause
        product = 1
        for arrow in loop.arrows:
            product *= {Sign.MORE: 1, Sign.LESS: -1, Sign.UNKNOWN: 0}[arrow.sign]
        assert (
            loop.turn
            is {
                1: Turn.REINFORCING,
                -1: Turn.BALANCING,
                0: Turn.UNKNOWN,
            }[product]
        )


@given(MAPS_OF_ANY_KIND)
def test_parts_hold_all_that_goes_round_and_nothing_else(arrows):
    lead = {name: reached(pairs_of(arrows), name) for name in THINGS}
    going_round = {name for name in THINGS if name in lead[name]}
    told_so = parts(arrows)
    assert {name for part in told_so for name in part} == going_round
    for part in told_so:
        for one in part:
            alike = {other for other in lead[one] if one in lead[other]}
            assert set(part) == alike
    assert not set(in_no_loop(arrows)) & going_round


@given(MAPS_OF_ANY_KIND)
def test_the_shortest_way_round_through_an_arrow(arrows):
    every = loops(arrows, longest=99).found
    for arrow in arrows:
        lengths = [len(loop.arrows) for loop in every if arrow in loop.arrows]
        found = shortest_through(arrows, arrow)
        assert (found is None) == (not lengths)
        if found:
            assert arrow in found.arrows
            assert len(found.arrows) == min(lengths)


@given(MAPS_OF_ANY_KIND.filter(lambda arrows: loops(arrows).found))
def test_what_is_called_the_best_cut_is_the_best(arrows):
    found = loops(arrows).found
    as_sets = [set(pairs_of(loop.arrows)) for loop in found]
    every = breaks_all(found)
    assert every.proven
    assert every.opened == every.of == len(found)
    assert len(every.arrows) == fewest_cuts(as_sets)
    for cuts in (1, 2):
        best = breaks_most(found, cuts=cuts)
        assert best.opened == most_opened(as_sets, cuts)


def test_too_many_to_list_lowers_the_length_and_says_so():
    every = [f"{a}+{b}" for a in THINGS for b in THINGS if a != b]
    arrows = arrows_of(told(*every))
    found = loops(arrows, most=60)
    assert found.longest == 3
    assert not found.none_longer
    assert len(found.found) == 15 + 40  # pairs, and threes either way round


def test_is_a_part_of_makes_no_loop():
    arrows = arrows_of([*told("a+b"), *told("b+a", basis=Basis.PART_OF)])
    assert loops(arrows).found == ()
    assert len(loops(arrows, parts_too=True).found) == 1
    assert parts(arrows) == ()
    assert shortest_through(arrows, arrows[1]) is None


def test_a_loop_begins_with_what_was_told_first():
    arrows = arrows_of(told("c+a", "a+b", "b+c"))
    assert loops(arrows).found[0].things == ("c", "a", "b")


def test_no_brake_is_said_only_where_every_loop_is_known_to_feed_itself():
    assert no_brake_named(loops(arrows_of(told("a-b", "b-a"))))
    assert not no_brake_named(loops(arrows_of(told("a+b", "b-a"))))
    assert not no_brake_named(loops(arrows_of(told("a+b", "b?a"))))
    assert not no_brake_named(loops(arrows_of(told("a+b"))))


def test_what_was_told_with_hope_comes_first():
    arrows = arrows_of(told("a-b", "b-a", "c+d", "d+c"))
    found = loops(arrows)
    assert hopeful_first(found, ())[0].things == ("a", "b")
    assert hopeful_first(found, {"P2"})[0].things == ("c", "d")
    assert hopeful_first(found, {"L3"})[0].things == ("c", "d")
    three = loops(arrows_of(told("a+b", "b+a", "c+d", "d+e", "e+c")))
    assert hopeful_first(three, {"P2"})[0].things == ("a", "b")  # one in three


def test_where_the_best_cannot_be_known_in_time_it_is_said():
    wide = [f"{a}+{b}" for a in "abcdefghij" for b in "abcdefghij" if a != b]
    found = loops(arrows_of(told(*wide)), longest=3).found
    some = breaks_most(found, cuts=6)
    every = breaks_all(found)
    assert not some.proven
    assert not every.proven
    assert every.opened == every.of


def test_a_loop_of_no_length_and_a_cut_of_nothing_are_refused():
    with pytest.raises(ValueError, match="one thing at least"):
        loops((), longest=0)
    with pytest.raises(ValueError, match="one arrow at least"):
        breaks_most((), cuts=0)


@pytest.mark.skipif(not MAPS.exists(), reason="needs the open data")
def test_the_foresight_map_has_its_published_loops():
    """UK Foresight (2007): 193 loops to length six, 115 feed themselves, 78 brake."""
    arrows = arrows_of(foresight())
    found = loops(arrows, longest=6)
    assert len(found.found) == 193
    assert found.count(Turn.REINFORCING) == 115
    assert found.count(Turn.BALANCING) == 78
    assert not found.none_longer
    assert [len(part) for part in parts(arrows)] == [86]
    assert len(in_no_loop(arrows)) == 22
    assert len({from_smallest(loop) for loop in found.found}) == 193
    assert {from_smallest(loop) for loop in found.found} == loops_by_walking(
        pairs_of(arrows), 6
    )
