"""What of a vote may be told, so that nobody is known by it?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.voices.domain.polling import takes_words_of
from weft.voices.domain.votes import NOBODY, Votes
from weft.voices.domain.votes.reckoned import Kept, kept_groupings, reckoned
from weft.voices.domain.votes.results import result

FEWEST = 5
CAST = st.sampled_from([1.0, 0.0, -1.0, float("nan")])


def votes(table, left_out=None):
    told = np.array(table, dtype=float)
    wide = told.shape[1]
    return Votes(
        voters=[str(at) for at in range(len(told))],
        statements=[str(at) for at in range(wide)],
        votes=told,
        left_out=np.array(left_out or [False] * wide),
    )


def kept(groups, apart=0.5):
    return Kept(
        groups=np.array(groups, dtype=np.int64), apart=apart, again=0.9, again_least=0.8
    )


@st.composite
def _polled(draw):
    many, wide = draw(st.integers(0, 16)), draw(st.integers(1, 3))
    rows = [[draw(CAST) for _ in range(wide)] for _ in range(many)]
    groups = [draw(st.integers(NOBODY, 1)) for _ in range(many)]
    return votes(np.array(rows, dtype=float).reshape(many, wide)), kept(groups)


@given(_polled())
def test_no_small_count_is_told_and_no_sum_gives_one_back(polled):
    told, grouping = polled
    found = result(told, [grouping], fewest=FEWEST)
    if found is None:
        assert np.isfinite(told.votes).any(axis=1).sum() < FEWEST
        return
    assert all(size >= FEWEST for size in found.sizes)
    for one in found.statements:
        assert one.said is None or one.said.of >= FEWEST
        assert all(group.of >= FEWEST for group in one.by_group)
        if one.by_group:
            assert one.said.agree == sum(group.agree for group in one.by_group)
            assert one.said.of == sum(group.of for group in one.by_group)
        assert (one.consensus is None) == (not one.by_group)
    for group in found.speaks:
        assert all(one.of >= FEWEST for one in group)


def test_a_small_group_hides_its_grouping_and_the_next_best_is_shown():
    table = [[1, 1]] * 6 + [[-1, 1]] * 6
    small = kept([0] * 9 + [1] * 3, apart=0.9)
    fair = kept([0] * 6 + [1] * 6, apart=0.4)
    found = result(votes(table), [small, fair], fewest=FEWEST)
    assert found.shown is fair
    assert [may for _, may in found.tried] == [False, True]
    parted, agreed = found.statements
    assert parted.consensus == pytest.approx(7 / 8 * 1 / 8)
    assert agreed.consensus == pytest.approx(7 / 8 * 7 / 8)
    assert parted.divides == pytest.approx(6 / 8)
    assert agreed.divides == 0


def test_who_stands_in_no_group_is_in_no_count():
    table = [[1]] * 6 + [[-1]] * 6 + [[0]] * 2
    grouping = kept([0] * 6 + [1] * 6 + [NOBODY] * 2)
    found = result(votes(table), [grouping], fewest=FEWEST)
    assert (found.voted, found.counted) == (14, 12)
    assert found.statements[0].said.passed == 0


def test_what_is_left_out_is_told_of_nowhere():
    found = result(votes([[1, 1]] * 6, [True, False]), [], fewest=FEWEST)
    assert [one.number for one in found.statements] == [1]
    assert result(votes([[1], [1]]), [], fewest=FEWEST) is None


def test_groups_are_kept_as_they_were_found_and_for_those_ballots_alone():
    luck = np.random.default_rng(3)
    table = np.where(luck.random((20, 8)) < 0.9, 1.0, -1.0)
    table[10:] *= -1
    told = votes(table)
    held = reckoned(told)
    two = kept_groupings(held, list(range(20)))[0]
    assert len(set(two.groups[:10])) == 1
    assert len(set(two.groups)) == 2
    assert kept_groupings(held, list(range(19))) == ()
    assert kept_groupings({}, list(range(20))) == ()


@pytest.mark.parametrize(
    ("statement", "words", "linked", "takes"),
    [
        ("The last bus is early.", "the last bus is early", False, True),
        ("Owls.", "Owls.", False, False),  # might be anybody's
        ("Owls.", "Owls.", True, True),
        ("A bus.", "I want a bus.", True, True),
        ("A tram.", "I want a bus.", True, False),
        ("", "I want a bus.", True, False),
    ],
)
def test_whether_a_statement_repeats_words_taken_back(statement, words, linked, takes):
    assert takes_words_of(statement, words, comes_from_them=linked) is takes
