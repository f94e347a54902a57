"""Which of many listings are the same, and of which must people be asked?"""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._link_halls import halls
from tests.assets.domain.linking.entries import TUESDAY_AT_TEN, a_listing, several
from weft.assets.domain.linking import (
    Pair,
    Ruled,
    Verdict,
    judge,
    link,
    read_all,
    vetoes,
)


def by_hand(entries):
    """Judge every pair, slowly, with no shelves."""
    shelf = read_all(entries)
    found = (
        judge(shelf.readings[one], shelf.readings[other], shelf.shared)
        for one, other in combinations(shelf.readings, 2)
    )
    return {one.pair for one in found if one.verdict is Verdict.SAME}


def found_by_shelves(entries):
    linked = link(entries)
    return {one.pair for one in (*linked.links, *linked.asks) if one.bits >= 4}


@given(entries=several)
def test_comparing_all_finds_no_link_more(entries):
    assert by_hand(entries) <= found_by_shelves(entries)


@pytest.mark.slow
def test_comparing_all_of_the_halls_set_finds_no_link_more():
    entries = halls().entries

    assert by_hand(entries) <= found_by_shelves(entries)


@given(entries=several, chance=st.randoms(use_true_random=False))
def test_the_order_of_listings_changes_nothing(entries, chance):
    shuffled = list(entries)
    chance.shuffle(shuffled)

    assert link(shuffled) == link(entries)


@given(entries=several)
def test_no_two_that_a_veto_parts_are_ever_shown_as_one(entries):
    shelf = read_all(entries)

    for together in link(entries).together.values():
        for one, other in combinations(together, 2):
            assert not list(vetoes(shelf.readings[one], shelf.readings[other]))


@given(entries=several, data=st.data())
def test_what_people_decided_stands_above_all_reckoning(entries, data):
    pairs = [Pair.of(a.key, b.key) for a, b in combinations(entries, 2)]
    apart = frozenset(data.draw(st.lists(st.sampled_from(pairs))) if pairs else ())
    linked = link(entries, ruled=Ruled(apart=apart))

    for pair in apart:
        assert linked.partition[pair.first] != linked.partition[pair.second]
        assert pair not in {one.pair for one in linked.asks}


@given(entries=several)
def test_unlinking_what_was_linked_and_taking_it_back_leaves_all_as_it_was(entries):
    before = link(entries)
    ruled = Ruled(apart=frozenset(one.pair for one in before.links))
    between = link(entries, ruled=ruled)

    assert not {one.pair for one in between.links} & ruled.apart
    assert link(entries, ruled=Ruled()) == before


def test_a_person_may_link_what_a_veto_parts():
    men, women = a_listing("a"), a_listing("b", name="Rushby Women's Shed")
    same = frozenset({Pair("a", "b")})

    assert link([men, women]).together == {}
    assert link([men, women], ruled=Ruled(same=same)).together == {"a": ("a", "b")}


def test_a_third_never_brings_together_what_a_veto_parts():
    junior = a_listing("a", name="Junior Chess", slots=(TUESDAY_AT_TEN,))
    senior = a_listing("b", name="Senior Chess", slots=(TUESDAY_AT_TEN,))
    plain = a_listing("c", name="Chess", slots=(TUESDAY_AT_TEN,))

    linked = link([junior, senior, plain])

    assert linked.partition["a"] != linked.partition["b"]


def test_nothing_is_linked_to_nothing():
    assert link([]).together == {}
