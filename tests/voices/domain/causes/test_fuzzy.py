"""A map that people drew is run as its rules say, and owns up when it has no answer."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles.causes import one_round
from tests.voices.domain.causes.told import MAPS, told
from weft.voices.domain.causes import arrows_of
from weft.voices.domain.causes.fuzzy import (
    Rule,
    Running,
    Weighted,
    run,
    weighted,
    what_if,
)

RULES = tuple(Rule)


@pytest.mark.skipif(not MAPS.exists(), reason="needs the open data")
@pytest.mark.parametrize("rule", RULES)
def test_eight_concepts_end_where_it_is_published(rule):
    """Values of the R package fcm, by the tests of FCMpy (MIT)."""
    case = json.loads((MAPS / "fcm-eight-concepts.json").read_text())
    map_of = Weighted(
        things=tuple("abcdefgh"),
        weights=np.array(case["weights_from_row_to_column"], dtype=float),
    )
    running = Running(rule=rule, steepness=case["lambda"], near=case["threshold"])
    end = run(map_of, np.array(case["initial"], dtype=float), running=running)
    assert end.settled
    assert np.abs(end.states - case[rule.replace(" ", "_")]).max() < 1e-7


@st.composite
def weights_and_states(draw):
    n = draw(st.integers(1, 4))
    some = st.lists(st.floats(-1, 1, width=16), min_size=n, max_size=n)
    weights = draw(st.lists(some, min_size=n, max_size=n))
    state = draw(st.lists(st.floats(0, 1, width=16), min_size=n, max_size=n))
    return weights, state


@given(weights_and_states(), st.sampled_from(RULES), st.sampled_from((0.5, 1, 8)))
def test_a_round_is_what_it_is_on_paper(case, rule, steepness):
    weights, state = case
    map_of = Weighted(things=tuple(range(len(state))), weights=np.array(weights))
    running = Running(rule=rule, steepness=steepness, rounds=1)
    end = run(map_of, np.array(state), running=running)
    assert end.states == pytest.approx(one_round(weights, state, rule, steepness))


def test_what_is_held_stays_and_what_follows_differs():
    map_of = weighted(arrows_of(told("a+b", "b-c")))
    answer = what_if(map_of, {"a": 1.0})
    more = dict(zip(map_of.things, answer.differs, strict=True))
    assert answer.changed.states[0] == 1.0
    assert more["b"] > 0 > more["c"]
    assert "opinion" in answer.says
    assert what_if(map_of, {}).differs == pytest.approx(np.zeros(3))


def test_a_map_that_swings_has_no_answer_and_says_after_how_many_rounds():
    map_of = weighted(arrows_of(told("a-b", "b-a")), strength=1.0)
    swings = Running(rule=Rule.KOSKO, steepness=20)
    end = run(map_of, np.array([1.0, 1.0]), running=swings)
    assert (end.settled, end.swing) == (False, 2)
    answer = what_if(map_of, {"a": 1.0}, start=np.ones(2), running=swings)
    assert answer.differs is None


def test_an_arrow_of_no_known_sign_has_no_weight_and_is_counted():
    map_of = weighted(arrows_of(told("a?b", "b+c")))
    assert [one.cause for one in map_of.left_out] == ["a"]
    assert np.count_nonzero(map_of.weights) == 1


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="every thing"):
        Weighted(things=("a",), weights=np.zeros((2, 2)))
    with pytest.raises(ValueError, match="between -1 and 1"):
        Weighted(things=("a",), weights=np.array([[np.nan]]))
    one = Weighted(things=("a",), weights=np.zeros((1, 1)))
    with pytest.raises(ValueError, match="no «b»"):
        run(one, np.zeros(1), held={"b": 1})
    for wrong in (np.array([1.5]), np.array([np.nan]), np.zeros(2)):
        with pytest.raises(ValueError, match="between 0 and 1"):
            run(one, wrong)
