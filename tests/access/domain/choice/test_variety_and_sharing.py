"""Are copies told from differences, and are places shared without any being lost?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles.choice_worlds import lives, worlds
from weft.access.domain.choice import (
    NO_LIMIT,
    UNKNOWN,
    chances,
    choose,
    diversity,
    effective_number,
    for_people,
    similarity_of,
)
from weft.assets.domain.kinds import OfferKind
from weft.commons.errors import NotPossible

# Nine animals, each once, as the documentation of the package greylock has them; it
# gives 2.16 for order 0. Six fruits: 1.90 and 5.99 for order 1, 1.17 for infinity.
ANIMALS = [
    [1.00, 0.60, 0.55, 0.45, 0.25, 0.22, 0.23, 0.18, 0.16],
    [0.60, 1.00, 0.60, 0.48, 0.22, 0.23, 0.21, 0.16, 0.14],
    [0.55, 0.60, 1.00, 0.42, 0.27, 0.20, 0.22, 0.17, 0.15],
    [0.45, 0.48, 0.42, 1.00, 0.28, 0.26, 0.26, 0.20, 0.18],
    [0.25, 0.22, 0.27, 0.28, 1.00, 0.75, 0.70, 0.66, 0.63],
    [0.22, 0.23, 0.20, 0.26, 0.75, 1.00, 0.85, 0.70, 0.70],
    [0.23, 0.21, 0.22, 0.26, 0.70, 0.85, 1.00, 0.75, 0.72],
    [0.18, 0.16, 0.17, 0.20, 0.66, 0.70, 0.75, 1.00, 0.85],
    [0.16, 0.14, 0.15, 0.18, 0.63, 0.70, 0.72, 0.85, 1.00],
]
counts = st.lists(st.integers(0, 9), min_size=3, max_size=3)


def test_diversity_is_what_others_publish():
    nine = np.full(9, 1 / 9)
    assert diversity(nine, ANIMALS, 0) == pytest.approx(2.16, abs=0.005)
    fruits, even = np.array([30, 1, 1, 1, 1, 1]), np.array([6, 6, 6, 6, 6, 5])
    for told, order, published in (
        (fruits, 0, 6), (fruits, 1, 1.90), (fruits, np.inf, 1.17),
        (even, 1, 5.99), (even, np.inf, 5.83),
    ):  # fmt: skip
        found = diversity(told / 35, np.eye(6), order)
        assert found == pytest.approx(published, abs=0.005)


@given(counts, st.sampled_from([0, 0.5, 1, 2, 3]))
def test_without_similarities_it_is_hills_number(told, order):
    some = np.array(told) / max(1, sum(told))
    found = diversity(some, np.eye(3), order)
    shares = some[some > 0]
    if not len(shares):
        assert found == 0
    elif order == 1:
        assert found == pytest.approx(np.exp(-(shares * np.log(shares)).sum()))
    else:
        assert found == pytest.approx((shares**order).sum() ** (1 / (1 - order)))


@given(counts, st.sampled_from([0, 1, 2]), st.floats(0, 1))
def test_offers_one_by_one_give_the_same_as_counted_by_kind(told, order, same):
    between = np.array([[1, 0.5, 0.1], [0.5, 1, 0.2], [0.1, 0.2, 1]])
    found = effective_number(told, between, order, same=same)
    kinds = np.repeat(np.arange(3), told)
    if not len(kinds):
        assert found == 0
        return
    alike = between[kinds[:, None], kinds]
    alike[kinds[:, None] == kinds] = same
    np.fill_diagonal(alike, 1)
    one_by_one = diversity(np.full(len(kinds), 1 / len(kinds)), alike, order)
    assert found == pytest.approx(one_by_one)
    assert 1 - 1e-9 <= found <= len(kinds) + 1e-9


def test_the_published_similarity_knows_our_kinds_and_bad_ones_are_told():
    matrix, same = similarity_of([kind.value for kind in OfferKind])
    assert (matrix == matrix.T).all()
    assert 0 < same < 1
    assert similarity_of(["food", "community"])[0][0, 1] == 0.4
    for told, words in (
        ({"other": 2}, "between 0 and 1"),
        ({"alike": {"food food": 0.1}}, "not two kinds"),
    ):
        with pytest.raises(NotPossible, match=words):
            similarity_of(["food", "play"], told)
    with pytest.raises(NotPossible, match="order"):
        diversity([1], [[1]], -1)


@given(
    st.lists(st.lists(st.integers(0, 5000), min_size=3, max_size=3), min_size=1),
    st.data(),
)
def test_shared_places_add_up_to_the_places_or_the_takers(rows, data):
    takers = np.array([rows, rows], dtype=np.int64)
    newcomers = np.array(
        data.draw(
            st.lists(
                st.sampled_from([UNKNOWN, 0, 1, 2, 4, 7, NO_LIMIT]),
                min_size=len(rows),
                max_size=len(rows),
            )
        )
    )
    weights = np.array(data.draw(st.lists(st.floats(0.1, 9), min_size=3, max_size=3)))
    found = chances(takers, newcomers, weights)
    assert ((found >= 0) & (found <= 1)).all()
    people = takers[0] / 1000
    places = np.where(newcomers == UNKNOWN, 0, newcomers)
    wanted = np.minimum(places, people.sum(axis=1))
    assert (found[0] * people).sum(axis=1) == pytest.approx(wanted)
    # Whoever has less than a place has it in proportion to need.
    level = found[0] / weights
    for row, chance in zip(level, found[0], strict=True):
        short = row[chance < 1 - 1e-9]
        assert short == pytest.approx(short[:1].repeat(len(short)))


def test_twice_the_need_is_twice_the_chance_by_hand():
    # 2 places, 3 people of weight 2 and 2 of weight 1: 2 / (3 x 2 + 2 x 1) = 1/4 each.
    found = chances(np.array([[[3000, 2000]]]), np.array([2]), [2, 1])
    assert found[0, 0].tolist() == [0.5, 0.25]
    # 4 places: 4 / 8 x 2 = 1 each for the three, and what is left, 1, for the two.
    found = chances(np.array([[[3000, 2000]]]), np.array([4]), [2, 1])
    assert found[0, 0].tolist() == [1.0, 0.5]
    with pytest.raises(NotPossible, match="weight above 0"):
        chances(np.zeros((1, 1, 2), dtype=np.int64), np.array([1]), [1, 0])


@given(worlds(), st.tuples(lives(), lives()))
def test_what_everybody_can_count_on_adds_up_over_the_region(world, two):
    found = choose(world, two, classes=3)
    chance = chances(found.takers, world.offers.newcomers, [3, 2, 1])
    again = choose(world, two, chance=chance)
    people = world.areas.people[:, :, None] / 1000
    limited = (chance * found.takers / 1000).sum(axis=(1, 2))
    assert (again.shared * people).sum(axis=(0, 1)) == pytest.approx(limited)


@given(worlds(), st.tuples(lives(), lives()))
def test_a_regions_numbers_are_its_areas_added_up(world, two):
    found = choose(world, two)
    told = for_people(found, world.areas.people)
    for life in range(2):
        heads = world.areas.people[life]
        for plane in range(2):
            assert told.with_three[life, plane] == sum(
                heads[found.has_three[life, :, plane]]
            )
            on = found.hours_on[life, :, plane]
            assert told.by_hour[life, plane].tolist() == (heads @ on).tolist()
            more = heads @ found.more[life, :, plane].astype(int) / heads.sum()
            assert told.more_offers[life, plane] == pytest.approx(more)
