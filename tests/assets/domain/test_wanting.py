from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.spelling import Known
from weft.assets.domain.vocabulary import read
from weft.assets.domain.wanting import (
    Done,
    any_of_it,
    as_said,
    keys,
    one_slip_wider,
)
from weft.commons.words import shortenings, surfaces, token

PEOPLE = read("""
asking = ["a", "the", "somewhere", "to", "go", "with", "somebody"]
times = ["tuesday"]
[[wish]]
says = ["sing"]
words = ["choir", "open mic"]
facts = ["playful"]
source = "English"
[[wish]]
says = ["somebody to go with"]
facts = ["go_with"]
source = "facts"
""")
INDEX = ("choir", "hall", "mill", "park", "sing", "old", "the")


def spelling(*words):
    found = {}
    for word in words:
        one = Known(surface=word, token=token(word), listings=20)
        for key in shortenings(word) | {word}:
            found[key] = (*found.get(key, ()), one)
    return found


def said(words):
    return as_said(words, spelling(*INDEX), PEOPLE)


def looked_for(wanting):
    return [
        [" ".join(one.tokens) for one in group.alternatives] for group in wanting.groups
    ]


def test_known_words_are_taken_as_they_stand():
    wanting = said("old mills")

    assert looked_for(wanting) == [["old"], ["mill"]]
    assert wanting.corrections == ()


def test_a_wish_is_answered_by_its_own_words_its_answers_and_its_facts():
    assert looked_for(said("somewhere to sing")) == [
        ["sing", "choir", "open mic", "_fplayful"]
    ]


def test_a_wish_made_of_words_of_asking_is_heard():
    assert looked_for(said("somebody to go with")) == [
        ["somebody to go with", "_fgo_with"]
    ]


def test_a_misspelt_wish_brings_its_answers_with_it():
    wanting = said("snig")

    assert looked_for(wanting)[0][:3] == ["sing", "choir", "open mic"]
    assert wanting.corrections[0].done is Done.MEANT


def test_wider_readings_keep_what_was_said_first():
    wider = one_slip_wider("mall park", spelling(*INDEX, "mall"), PEOPLE)

    first = [group.alternatives[0] for group in wider.groups]
    assert [one.tokens for one in first] == [("mall",), ("park",)]
    assert [one.slip for one in first] == [0, 0]
    assert looked_for(wider)[0] == ["mall", "mill", "hall"]


def test_asking_for_any_of_it_says_so():
    loose = any_of_it(said("old mill"))

    assert loose.any_of_it
    assert loose.corrections[-1].done is Done.ANY_OF_IT


def test_an_address_book_that_was_pasted_in_is_cut_and_says_so():
    wanting = said("mill " * 40)

    assert len(wanting.groups) == 12
    assert sum(d.done is Done.PASSED_OVER for d in wanting.corrections) == 28


@given(st.text(max_size=60))
def test_every_word_typed_is_looked_for_or_spoken_of(words):
    wanting = as_said(words, spelling(*INDEX), PEOPLE)

    told = {word for done in wanting.corrections for word in done.typed.split()}
    for surface in surfaces(words):
        typed = {word for group in wanting.groups for word in group.typed}
        assert surface in told or token(surface) in typed | told


@given(st.lists(st.sampled_from([*INDEX, "hcoir", "gofl"]), max_size=5))
def test_reading_never_needs_more_of_the_index_than_its_keys(words):
    text = " ".join(words)
    whole = spelling(*INDEX)
    needed = {key: known for key, known in whole.items() if key in keys(text)}

    assert as_said(text, needed, PEOPLE) == as_said(text, whole, PEOPLE)
