from collections import Counter
from itertools import chain

import pytest

from weft.assets.domain.speaking import DRAFTED
from weft.assets.domain.vocabulary import FILE, read, vocabulary
from weft.commons.words import surfaces, token

LITTLE = """
asking = ["a", "want", "to"]
times = ["tuesday"]
[[wish]]
says = ["sing", "sing along"]
words = ["choir"]
source = "English"
[[wish]]
says = ["quiet"]
facts = ["quiet"]
source = "facts"
"""


def test_every_wish_has_its_source_and_an_answer():
    for wish in vocabulary().wishes:
        assert wish.source
        assert wish.words or wish.facts, wish.phrases


def test_no_phrase_means_two_things():
    said = Counter(chain.from_iterable(wish.phrases for wish in vocabulary().wishes))

    assert [phrase for phrase, times in said.items() if times > 1] == []


def test_a_wish_made_of_nothing_but_words_of_asking_is_still_a_wish():
    known = vocabulary()

    assert known.asked_outright(["is", "there", "somebody", "to", "go", "with"]) == {
        *range(2, 6)
    }
    assert known.asked_outright(["somewhere", "to", "sing"]) == frozenset()


def test_the_longest_wish_is_heard():
    known = read(LITTLE)

    assert known.starting(["sing", "along", "quiet"]).length == 2
    assert known.starting(["sing", "quiet"]).length == 1
    assert known.starting(["quiet"]).wish.facts == ("quiet",)
    assert known.starting(["chess"]) is None
    assert known.starting([]) is None


def test_how_one_asks_is_no_part_of_what_one_asks_for():
    known = read(LITTLE)

    assert known.kept(["want", "to", "sing"]) == ("sing",)
    assert known.kept(["want", "to"]) == ("want", "to")


def test_a_wish_without_a_source_is_not_taken():
    with pytest.raises(KeyError):
        read(LITTLE.replace('source = "English"', ""))


def test_a_fact_that_we_do_not_have_is_not_taken():
    with pytest.raises(ValueError, match="loud"):
        read(LITTLE.replace('facts = ["quiet"]', 'facts = ["loud"]'))


def test_the_wishes_of_the_first_page_are_all_there():
    known = vocabulary()

    for said in (
        ["sing"],
        ["company"],
        ["quiet"],
        ["toddler"],
        ["warm", "sit", "nobody", "ask", "why"],
    ):
        match = known.starting(said)
        assert match is not None
        assert match.length == len(said)


def test_every_source_is_one_that_the_file_explains():
    head, _, _ = FILE.read_text().partition("asking =")
    short_names = ("notes", "activities", "facts", "English", "OpenStreetMap")
    short_names += ("NHS", "GOV.UK")

    assert all(f"#   {name} " in head for name in short_names)
    for wish in vocabulary().wishes:
        assert wish.source.startswith(short_names), wish.source


def test_no_row_claims_a_review_that_nobody_has_done():
    assert {wish.state for wish in vocabulary().wishes} == {DRAFTED}


def test_every_row_has_a_name_of_its_own():
    keys = Counter(wish.key for wish in vocabulary().wishes)

    assert [key for key, times in keys.items() if times > 1] == []


def test_the_same_wish_is_heard_in_other_languages():
    known = vocabulary()

    for said in ("samotność", "تنہائی", "ਇਕੱਲਾ", "tanhai"):
        match = known.starting([token(word) for word in surfaces(said)])
        assert match is not None, said
        assert "lonely" in match.wish.says
