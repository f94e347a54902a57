"""What would come apart without a knot is what comes apart when it is taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.ties import Joining, beside, joinings

HALL = {"hall": False, "choir": True, "clay": True, "shed": True, "library": False}
TIED = [("hall", "choir"), ("hall", "clay"), ("clay", "library"), ("library", "shed")]


@st.composite
def nets(draw):
    """A few knots, some of them groups, and any threads between them."""
    size = draw(st.integers(0, 9))
    knots = {str(n): draw(st.booleans()) for n in range(size)}
    keys = st.sampled_from(sorted(knots)) if knots else st.nothing()
    threads = draw(st.lists(st.tuples(keys, keys), max_size=16)) if knots else []
    return knots, threads


def taken_away(key, knots, threads):
    """The slow twin: take a knot away and walk through each part that is left."""
    near = beside(knots, threads)
    left, parts = set(_reached({key}, near)) - {key}, []
    while left:
        part = _reached({min(left)}, near, without=key)
        parts.append(sum(knots[one] for one in part))
        left -= part
    return tuple(sorted((many for many in parts if many), reverse=True))


def _reached(begin, near, without=None):
    found, edge = set(begin), set(begin)
    while edge:
        edge = {o for one in edge for o in near[one] if o != without} - found
        found |= edge
    return found


@given(nets())
def test_agrees_with_taking_each_knot_away_by_hand(net):
    knots, threads = net
    found = joinings(knots, threads)
    assert {key: one.parts for key, one in found.items()} == {
        key: taken_away(key, knots, threads) for key in knots
    }


@given(nets())
def test_whose_only_link_it_is_has_one_neighbour_and_that_is_it(net):
    knots, threads = net
    near = beside(knots, threads)
    for key, one in joinings(knots, threads).items():
        assert set(one.only_link_of) <= set(one.groups) <= set(near[key])
        assert all(near[group] == (key,) for group in one.only_link_of)


@given(nets(), st.randoms(use_true_random=False))
def test_the_order_in_which_ties_are_told_changes_nothing(net, chance):
    knots, threads = net
    turned = [pair[::-1] for pair in threads] * 2
    chance.shuffle(turned)
    assert joinings(knots, turned) == joinings(knots, threads)


def test_a_hall_with_three_groups_by_hand():
    found = joinings(HALL, TIED)
    assert found["hall"] == Joining(
        groups=("choir", "clay"), only_link_of=("choir",), parts=(2, 1)
    )
    assert found["library"] == Joining(
        groups=("clay", "shed"), only_link_of=("shed",), parts=(2, 1)
    )
    assert found["choir"].holds_apart_from_each_other == 0
    assert found["clay"].parts == (1, 1)


def test_a_chain_longer_than_pythons_own_stack():
    long = 5_000
    knots = {f"{n:05}": True for n in range(long)}
    threads = [(f"{n:05}", f"{n + 1:05}") for n in range(long - 1)]
    assert joinings(knots, threads)["02500"].parts == (2500, 2499)


def test_a_thread_to_nowhere_is_a_mistake():
    with pytest.raises(KeyError):
        joinings({"hall": False}, [("hall", "nowhere")])
