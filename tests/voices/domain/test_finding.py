"""Words that somebody copied are found, and never guessed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.errors import NotPossible
from weft.voices.domain.anchors import span_of
from weft.voices.domain.finding import fresh_ref, words_meant
from weft.voices.domain.pieces import pieces

TEXT = "I’d have to leave\nbefore the singing.  The bus. The bus is late."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "I'd have to leave before the singing",
            "I’d have to leave\nbefore the singing",
        ),
        ("  singing. The bus. The ", "singing.  The bus. The"),
        ("The bus is", "The bus is"),
    ],
)
def test_a_keyboard_has_no_curly_marks_and_lines_break_elsewhere(typed, meant):
    found = words_meant(TEXT, typed)
    assert found.exact == meant
    assert TEXT[found.start : found.end] == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [("The bus", "stand here 2 times"), ("Owls", "do not stand"), (" \n", "Copy some")],
)
def test_nobody_guesses_which_words_were_meant(typed, said):
    with pytest.raises(NotPossible, match=said):
        words_meant(TEXT, typed)


@given(st.text(alphabet="ab (.*)\n", min_size=1, max_size=30), st.data())
def test_what_is_copied_once_is_found_where_it_was(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    typed = text[start:end]
    try:
        found = words_meant(text, typed)
    except NotPossible:
        return
    assert found.exact.split() == typed.split()
    assert start <= found.start <= found.end <= end


@given(st.text(alphabet="ab\n", min_size=1, max_size=20), st.data())
def test_pieces_joined_are_the_text(text, data):
    cuts = data.draw(
        st.lists(
            st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
        )
    )
    spans = [(n, span_of(text, *sorted(cut))) for n, cut in enumerate(cuts)]
    made = pieces(text, spans)
    assert "".join(one.words for one in made) == text
    for number, at in spans:
        mine = "".join(one.words for one in made if number in one.passages)
        assert mine == at.exact
    assert all(one.words or len(made) == 1 for one in made)
    assert all(a.passages != b.passages or spans for a, b in pairwise(made))


def test_a_short_name_is_nobody_elses():
    assert fresh_ref("p", {"p1", "p2", "p4"}) == "p3"
