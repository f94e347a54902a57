import re

import pytest

from weft.need.domain.catalogue import CATALOGUE, indicator_called
from weft.need.domain.measuring import Harder
from weft.need.domain.who import WHO

BLAMING = re.compile(
    r"depriv|hard to reach|client|worst|poorest|vulnerable|underclass", re.IGNORECASE
)


def test_no_two_questions_share_an_address():
    keys = [one.key for one in CATALOGUE]

    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z][a-z-]*", key) for key in keys)


@pytest.mark.parametrize("one", CATALOGUE, ids=lambda one: one.key)
def test_each_is_asked_as_a_question_and_answered_in_a_sentence(one):
    assert one.question.endswith("?")
    assert one.sentence.count("{value}") == 1
    assert one.sentence.endswith(".")
    assert one.official
    assert one.ways


@pytest.mark.parametrize("one", CATALOGUE, ids=lambda one: one.key)
def test_our_own_words_blame_and_label_nobody(one):
    for words in (one.question, one.sentence, one.short, one.missing, one.note):
        assert not BLAMING.search(words), words


def test_what_is_missing_says_which_way_it_is_missing():
    for one in CATALOGUE:
        assert bool(one.missing) == (one.harder is not Harder.NEITHER), one.key


def test_a_question_is_found_by_its_key_and_no_other():
    assert indicator_called("cold-homes").question.startswith("How many homes")
    assert indicator_called("no-such-thing") is None


def test_questions_about_people_count_each_part_of_one_whole():
    for group in WHO:
        wholes = {way.of for part in group.parts for way in part.ways}
        topics = {whole.partition(".")[0] for whole in wholes}
        assert all(wholes), group.key
        assert group.question.endswith("?")
        assert topics <= {"age", "people"} or len(topics) == 1, group.key
