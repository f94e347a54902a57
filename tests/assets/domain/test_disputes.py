"""Nobody at a desk and no majority says whose a tradition is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.disputes import MINE, Answer, Settled, settled

OURS, SHARED, KEEP, NOT = Answer.OURS, Answer.SHARED, Answer.KEEP, Answer.NOT_OURS
ANSWERS = st.dictionaries(
    st.sampled_from("abcdef"), st.none() | st.sampled_from(list(Answer))
)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({}, None),
        ({"a": None}, None),
        ({"a": OURS}, Settled(("a",), shown=True)),
        ({"a": OURS, "b": None}, None),
        ({"a": NOT, "b": OURS}, Settled(("b",), shown=True)),
        ({"a": OURS, "b": OURS}, None),
        ({"a": OURS, "b": SHARED}, None),
        ({"a": SHARED, "b": SHARED, "c": NOT}, Settled(("a", "b"), shown=True)),
        ({"a": KEEP, "b": SHARED}, Settled(("a", "b"), shown=False)),
        ({"a": KEEP, "b": OURS}, None),
        ({"a": NOT, "b": NOT}, None),
    ],
)
def test_what_follows_from_answers(answers, outcome):
    assert settled(answers) == outcome


@given(ANSWERS)
def test_it_is_settled_only_by_all_and_only_for_those_who_say_it_is_theirs(answers):
    outcome = settled(answers)
    if outcome is None:
        return
    assert None not in answers.values()
    assert set(outcome.holders) == {w for w, said in answers.items() if said in MINE}
    assert outcome.shown == (KEEP not in answers.values())


@given(ANSWERS, st.sampled_from("abcdef"))
def test_one_who_has_not_answered_keeps_it_open(answers, who):
    assert settled({**answers, who: None}) is None
