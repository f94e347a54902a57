from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from weft.commons.words import (
    one_slip_apart,
    respacings,
    shortenings,
    surfaces,
    token,
    tokens,
)

small = st.text(alphabet="abc", min_size=1, max_size=6)


def test_case_accents_and_apostrophes_do_not_matter():
    assert surfaces("Café’s STRAẞE, Łódź & Øre") == (
        "cafes",
        "strasse",
        "lodz",
        "and",
        "ore",
    )


def test_letters_of_every_script_are_kept():
    assert surfaces("ਪੰਜਾਬੀ ਗਿੱਧਾ") == ("ਪੰਜਾਬੀ", "ਗਿੱਧਾ")
    assert surfaces("درزی کا کمرہ") == ("درزی", "کا", "کمرہ")
    assert surfaces("বাংলা গান") == ("বাংলা", "গান")
    assert surfaces("ગુજરાતી") == ("ગુજરાતી",)


def test_urdu_and_arabic_keyboards_write_the_same_word():
    assert surfaces("كتاب") == surfaces("کتاب")
    assert surfaces("كِتَاب") == surfaces("کتاب")


def test_a_hamza_and_a_madda_are_part_of_their_letter():
    assert surfaces("سلائی") != surfaces("سلای")
    assert surfaces("آم") != surfaces("ام")


def test_an_english_plural_finds_its_singular():
    said = "choirs parties classes churches boxes glass bus tennis houses"
    assert tokens(said) == (
        "choir",
        "party",
        "class",
        "church",
        "box",
        "glass",
        "bus",
        "tennis",
        "house",
    )


@given(st.text(max_size=40))
def test_taking_words_apart_twice_changes_nothing(text):
    once = surfaces(text)
    assert surfaces(" ".join(once)) == once
    assert tokens(" ".join(tokens(text))) == tokens(text)


@given(st.text(max_size=40))
def test_a_word_holds_nothing_that_a_query_language_could_mistake(text):
    for word in surfaces(text):
        assert word
        assert not set(word) & set(" \t\n\"'()*:^+-_|&!\\")


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=40))
def test_plain_english_takes_a_shorter_way_to_the_same_words(text):
    # Any letter outside ASCII takes the longer way.
    assert (*surfaces(text), "é") == (*surfaces(f"{text} é")[:-1], "é")


@given(small, small)
def test_a_slip_is_exactly_an_edit_distance_of_one(typed, meant):
    assert (one_slip_apart(typed, meant) is not None) == (
        OSA.distance(typed, meant) == 1
    )


@given(small, small)
def test_words_one_slip_apart_share_a_shortening_or_are_one(typed, meant):
    keys = shortenings(meant) | {meant}
    if one_slip_apart(typed, meant):
        assert keys & (shortenings(typed) | {typed})


def test_each_slip_has_its_name():
    assert one_slip_apart("hcoir", "choir") == "swap"
    assert one_slip_apart("chir", "choir") == "drop"
    assert one_slip_apart("chooir", "choir") == "add"
    assert one_slip_apart("chair", "choir") == "change"
    assert one_slip_apart("choir", "choir") is None
    assert one_slip_apart("chaos", "choir") is None


def test_a_word_shortened_with_its_plural_ending_still_has_one_token():
    assert token("s") == "s"
    assert token("gas") == "gas"


@given(st.lists(small, min_size=1, max_size=4).map(tuple))
def test_every_lost_or_misplaced_blank_is_among_the_respacings(words):
    found = set(respacings(words))
    for at, (first, second) in enumerate(pairwise(words)):
        lost = (*words[:at], first + second, *words[at + 2 :])
        assert (at, 1, (first, second)) in set(respacings(lost))
        assert (at, 2, (first + second,)) in found
