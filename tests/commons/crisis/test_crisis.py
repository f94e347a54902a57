"""Do words that cannot wait bring help, and only those?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.speaking import DRAFTED
from weft.assets.domain.turns import turns, turns_heard
from weft.assets.domain.vocabulary import vocabulary
from weft.commons.crisis import alarm, heard, help_lines, lines_for, read
from weft.commons.phrases import phrase, tells
from weft.commons.words import surfaces, tokens

ENOUGH = 0.95
LISTED = [
    line.split("|", 1)
    for line in Path(__file__).with_name("phrases.txt").read_text().splitlines()
    if not line.startswith("#")
]
OF_DANGER = [(kind, said) for kind, said in LISTED if kind != "harmless"]
HARMLESS = [said for kind, said in LISTED if kind == "harmless"]


def kinds(said):
    return {crisis.key for crisis in heard(said)}


@pytest.mark.shows("H60")
def test_nearly_every_phrase_of_danger_brings_its_help():
    missed = [(kind, said) for kind, said in OF_DANGER if kind not in kinds(said)]

    assert len(OF_DANGER) >= 60
    assert len(missed) <= (1 - ENOUGH) * len(OF_DANGER), missed


def test_harmless_neighbours_bring_none():
    assert len(HARMLESS) >= 40
    assert [said for said in HARMLESS if heard(said)] == []


def test_nothing_that_people_wish_for_every_day_brings_it():
    said = [phrase for wish in vocabulary().wishes for phrase in wish.says]

    assert [one for one in said if heard(one) and one != "bully"] == []


def test_a_life_in_danger_hears_of_999_111_and_the_samaritans_first():
    lines = lines_for(heard("I want to die"))

    assert [one.number or one.text for one in lines][:4] == [
        "999",
        "111",
        "116 123",
        "85258",
    ]
    assert "0800 1111" in [one.number for one in lines]
    assert "0808 2000 247" in [one.number for one in lines_for(heard("he hits me"))]


def test_several_dangers_give_each_line_once():
    lines = lines_for(heard("he hits me", "I want to die", "nowhere to sleep"))
    keys = [one.key for one in lines]

    assert len(keys) == len(set(keys))
    assert {"shelter", "domestic-abuse", "shout"} <= set(keys)


def test_what_is_harmless_parts_what_stands_around_it():
    assert heard("want to go to the die casting class") == ()
    assert heard("killing time until I can kill myself")


@given(st.text(max_size=80))
def test_any_text_is_heard_without_a_fault_and_always_alike(said):
    assert heard(said) == heard(said.upper()) or not said.isascii()


@given(
    st.sampled_from([said for _, said in OF_DANGER if said.isascii()]),
    st.sampled_from(["please ", "hello. ", "i am 19. ", ""]),
    st.sampled_from([" tonight", " please", "!!", ""]),
)
def test_words_around_a_phrase_take_nothing_away(said, before, after):
    assert kinds(said) <= kinds(f"{before}{said}{after}")


def test_a_phrase_may_have_two_words_between_two_of_its_own_and_no_three():
    want_die = [phrase("want die")]

    assert tells(want_die, surfaces("I want to just die"))
    assert not tells(want_die, surfaces("I want to see the die"))
    assert not tells(want_die, surfaces("die, want"))


def test_a_word_may_begin_or_slip_only_where_the_file_says_so():
    assert tells([phrase("overdose~")], ["overdsoe"])
    assert not tells([phrase("overdose")], ["overdsoe"])
    assert tells([phrase("suic*")], ["suicidally"])


def test_every_line_has_its_source_and_says_that_nobody_checked_it():
    for line in help_lines().values():
        assert line.source.startswith("https://"), line.key
        assert line.number or line.text, line.key
        assert not line.checked, "a number was rung: mend the words that say otherwise"


def test_no_review_is_claimed():
    assert {one.state for one in alarm().crises} == {DRAFTED}
    assert {one.state for one in turns()} == {DRAFTED}


def test_a_table_that_names_no_line_of_ours_is_not_taken():
    planted = """
    but = []
    [[crisis]]
    key = "a"
    name = "b"
    says = ["c"]
    lines = ["nobody"]
    source = "d"
    """
    with pytest.raises(KeyError):
        read(planted, help_lines())


@pytest.mark.parametrize(
    ("said", "turn"),
    [
        ("my mum died", "bereaved"),
        ("I lost my job", "lost-work"),
        ("just had a baby", "new-baby"),
        ("home from hospital", "out-of-hospital"),
        ("new here", "new-here"),
        ("I look after my mum", "caring"),
    ],
)
def test_a_turn_of_life_is_heard(said, turn):
    assert turn in {one.key for one in turns_heard(said)}


def test_everyday_wishes_are_no_turn_of_life():
    for said in ("singing", "new music", "walking", "baby sitting chairs for sale"):
        assert turns_heard(said) == (), said


def test_all_that_a_turn_looks_for_stands_in_the_vocabulary():
    known = vocabulary()
    for turn in turns():
        for said in (*turn.help, *turn.company, *turn.do):
            match = known.starting(known.kept(tokens(said)))
            assert match is not None, said
