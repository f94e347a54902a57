"""What a room is right for is read from anybody's words, and nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.facts import OF_A_ROOM, WORDS, FactField
from weft.assets.domain.rooms import room_read

WATER, LIGHT, LOUD = FactField.WATER, FactField.DAYLIGHT, FactField.LOUD
SPRUNG, HARD, CARPET = (
    FactField.SPRUNG_FLOOR,
    FactField.HARD_FLOOR,
    FactField.CARPET,
)


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("a sink", {WATER: True}),
        ("Two sinks and big windows", {WATER: True, LIGHT: True}),
        ("no sink, no carpet", {WATER: False, CARPET: False}),
        ("There is no daylight.", {LIGHT: False}),
        ("no windows but a skylight", {LIGHT: False}),
        ("sprung floor", {SPRUNG: True}),
        ("wooden floor", {HARD: True}),
        ("a sprung wooden floor", {SPRUNG: True, HARD: True}),
        ("lino; carpeted upstairs", {HARD: True, CARPET: True}),
        ("drums and noise welcome", {LOUD: True}),
        ("noise is fine", {LOUD: True}),
        ("not loud", {LOUD: False}),
        ("too noisy to record", {FactField.RECORDING: False}),
        ("quiet enough for recording", {FactField.RECORDING: True}),
    ],
)
def test_as_people_write_it(words, facts):
    assert dict(room_read(words).facts) == facts


@pytest.mark.parametrize("words", ["pink walls", "seats 40", "dance floor", "wood"])
def test_what_says_nothing_we_know_is_given_back(words):
    assert room_read(words).facts == {}
    assert room_read(words).left == (words,)


def test_what_contradicts_itself_is_not_taken_twice():
    read = room_read("carpet, no carpet")

    assert dict(read.facts) == {CARPET: True}
    assert read.left == ("no carpet",)


@pytest.mark.parametrize("field", OF_A_ROOM)
def test_our_own_words_for_it_are_understood(field):
    assert dict(room_read(WORDS[field].yes).facts) == {field: True}
    assert dict(room_read(WORDS[field].no).facts) == {field: False}


@given(st.lists(st.sampled_from(OF_A_ROOM), unique=True), st.text(max_size=40))
def test_every_part_is_understood_or_given_back(fields, other):
    said = [WORDS[field].yes for field in fields]
    read = room_read("; ".join([*said, "qqq" + "".join(filter(str.isalpha, other))]))

    assert set(fields) <= set(read.facts)
    assert len(read.left) == 1 or set(read.facts) - set(fields)
