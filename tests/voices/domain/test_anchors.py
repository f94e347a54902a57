"""A passage is found by its place and by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.voices.domain.anchors import (
    PictureRegion,
    TextSpan,
    TimeSpan,
    found_again,
    span_of,
)

LETTERS = st.text(alphabet="ab \nä🫖", max_size=60)


@st.composite
def passages(draw) -> tuple[str, TextSpan]:
    text = draw(LETTERS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, span_of(text, start, end)


@given(passages())
def test_a_passage_is_where_it_says(told):
    text, span = told
    assert text[span.start : span.end] == span.exact
    assert text[: span.start].endswith(span.prefix)
    assert text[span.end :].startswith(span.suffix)
    assert found_again(span, text) == span


@given(passages(), LETTERS)
def test_words_written_before_a_passage_do_not_lose_it(told, before):
    text, span = told
    again = found_again(span, before + text)
    assert again is not None
    assert again.exact == span.exact


def test_the_surroundings_tell_two_like_words_apart():
    text = "The bus is late. The hall is shut. The bus is full."
    span = span_of(text, 35, 42)
    assert span.exact == "The bus"
    edited = "Well. " + text.replace("The hall is shut. ", "")
    again = found_again(span, edited)
    assert again is not None
    assert edited[again.end :] == " is full."


def test_words_that_are_gone_are_not_found():
    span = span_of("Owls.", 0, 4)
    assert found_again(span, "Nobody said it.") is None


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 99)])
def test_no_words_are_no_passage(start, end):
    with pytest.raises(ValueError, match="no words"):
        span_of("Owls.", start, end)


def test_a_part_of_a_picture_lies_within_it():
    with pytest.raises(ValueError, match="within"):
        PictureRegion(left=900, top=0, width=200, height=10)
    with pytest.raises(ValueError, match="length"):
        TimeSpan(start_ms=10, end_ms=10)
