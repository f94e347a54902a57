"""Is the p-median the best there is, and is its bound true?"""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.access.domain.siting.median import median, recounted
from weft.commons.errors import NotPossible


@st.composite
def costs(draw):
    sites, clients = draw(st.integers(1, 7)), draw(st.integers(1, 8))
    row = st.lists(st.integers(0, 60), min_size=clients, max_size=clients)
    told = draw(st.lists(row, min_size=sites, max_size=sites))
    return np.array(told, dtype=np.int64), draw(st.integers(1, sites))


@settings(max_examples=80)
@given(costs())
def test_it_is_the_best_of_all_choices_and_no_bound_passes_it(asked):
    told, most = asked
    best = min(
        recounted(told, chosen) for chosen in combinations(range(len(told)), most)
    )

    found = median(told, most)

    assert len(set(found.chosen)) == most
    assert found.cost == recounted(told, found.chosen) == best
    assert 0 <= found.bound <= best
    assert median(told, most) == found


def test_on_a_plain_it_is_proven():
    """Four towns of 20 homes: one site in each, and the bound says it is the best."""
    chance = np.random.default_rng(4)
    towns = np.repeat([[0, 0], [900, 0], [0, 900], [900, 900]], 20, axis=0)
    homes = towns + chance.integers(0, 90, towns.shape)
    apart = np.abs(homes[:, None] - homes[None, :]).sum(axis=2)

    found = median(apart, 4)

    assert sorted(one // 20 for one in found.chosen) == [0, 1, 2, 3]
    assert found.gap == 0


@pytest.mark.parametrize("most", [0, 3])
def test_more_sites_than_there_are_is_refused(most):
    with pytest.raises(NotPossible):
        median(np.zeros((2, 2), dtype=np.int64), most)
