"""Is what is suggested like what was asked, and is it said why?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import likeness as slowly
from weft.voices.domain.example import draft
from weft.voices.domain.example.recall import AT, ours, recall
from weft.voices.domain.likeness import Candidate, Likeness
from weft.voices.domain.likeness.weighing import letters, weighed_by, words
from weft.voices.domain.notes import placed

SPOKEN = st.lists(
    st.sampled_from(["bread", "Breads", "oven", "we", "a", "É1", "—", "on-line", "öl"]),
    max_size=6,
).map(" ".join)


@given(st.lists(SPOKEN, max_size=5), SPOKEN)
def test_weights_are_those_reckoned_by_hand(texts, asked):
    for quick, slow in ((words, slowly.words), (letters, slowly.letters)):
        assert list(quick(asked)) == slow(asked)
        got = weighed_by(quick, texts).likeness(asked)
        assert got == pytest.approx(slowly.cosines(slow, texts, asked), abs=1e-12)


@given(st.lists(SPOKEN, max_size=6), SPOKEN, st.integers(1, 4))
def test_each_place_is_suggested_once_the_likest_first_and_none_that_is_tied(
    texts, asked, most
):
    candidates = [
        Candidate(ref=str(at), words=text, place=str(at // 2), source="a")
        for at, text in enumerate(texts)
    ]
    told = Likeness(candidates).like(asked, most=most, but={"0"})
    places = [int(one.ref) // 2 for one in told]
    scores = [one.score for one in told]
    assert 0 not in places
    assert len(set(places)) == len(places) <= most
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    for one in told:
        said = slowly.words(texts[int(one.ref)])
        assert set(one.because) <= set(said) & set(slowly.words(asked))


def test_a_clause_finds_its_passage_by_rare_words_and_says_by_which():
    said = ["We need choice", "The cat sleeps", "Befriending works, we say", "we rest"]
    ready = Likeness(
        [
            Candidate(ref=f"{at}.1", words=text, place=str(at), source=str(at))
            for at, text in enumerate(said)
        ]
    )
    first, second, *_ = ready.like("a choice for all; we befriend each other")
    assert {first.ref, second.ref} == {"0.1", "2.1"}
    assert {first.because, second.because} == {("choice", "we"), ("we",)}
    # what stands beside it lifts what shares no word
    beside = Likeness(
        [
            Candidate(ref=f"{at}.1", words=text, place=str(at), source="one poster")
            for at, text in enumerate(said)
        ]
    )
    assert "1.1" not in {one.ref for one in ready.like("choice")}
    assert "1.1" in {one.ref for one in beside.like("choice")}


def test_of_the_open_links_two_thirds_are_among_the_first_ten(shared):
    text = (shared / "field" / "workshop-notes.txt").read_text(encoding="utf-8")
    notes = placed(text)
    told = recall(notes, draft(), ours(notes), held_out=False)
    assert AT == 10
    assert told.of == 53
    assert told.share >= 0.65
