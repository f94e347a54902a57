"""Does each character of a workshop's notes have exactly one place?"""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.voices.domain.kinds import Level
from weft.voices.domain.notes import Notes, PieceKind, placed

BEGINNINGS = [
    "Poster 3",
    "Pic 1: ",
    "PIC2; ",
    "Pics 3 (x2): ",
    "[image: ]",
    "· ",
    "Q: ",
]
MIDDLES = [
    "WHAT WAS BAKED HERE?",
    "Summary of the baking",
    "Things like this include… bread; rolls. Buns",
    "It is good when…",
    "Who bakes? We do; I do …",
    "a ???? loaf",
    "“Mine”",
    "NHS",
]
SPACES = ["", " ", "\t", "\n", "\r\n", "\n\n", " \n ", "\u2028", "\x0b", "\ufeff"]
made_up = st.lists(
    st.sampled_from(BEGINNINGS + MIDDLES + SPACES) | st.text(max_size=12), max_size=30
).map("".join)

BAKING = """ Notes of the bakers' evening

WHAT DO WE BAKE TOGETHER?
Bread includes… rye, e.g. The Black One; oats. Rolls count.
It is good when…
It is warm
It rises. Does it? It does.

IDEAS FOR NEXT WINTER
Poster 1Pic1: An oven on wheels
Slow…… and HOPE
Pic 2; I want my own tin
Pic 1: Who has ???? seen it?  Poster 2
[image: ]Pic 3 : Emerging questions:… Whose flour? How much
· Crumbs
Summary of what we learnt
Ovens bring us together… on wheels; always.
"""


def told_by(notes: Notes) -> list[tuple[str, str, str]]:
    return [
        (one.ref, one.kind.name, one.words)
        for one in notes.pieces
        if one.kind is not PieceKind.SPACE
    ]


@given(made_up | st.text())
def test_pieces_joined_give_back_any_notes_and_only_white_space_is_white(text):
    notes = placed(text)
    owners = Counter(
        place for one in notes.pieces for place in range(one.start, one.end)
    )
    assert owners == Counter(range(len(text)))
    assert "".join(one.words for one in notes.pieces) == text
    assert notes.tally.placed == len(text)
    for one in notes.pieces:
        assert one.words == text[one.start : one.end]
        assert one.words.isspace() == (one.kind is PieceKind.SPACE)
        assert one.line == text.count("\n", 0, one.start) + 1
        if one.kind is not PieceKind.SPACE:
            assert one.words.strip() == one.words
    refs = [one.ref for one in notes.passages]
    assert len(set(refs)) == len(refs)


def test_notes_are_read_by_how_they_are_written():
    notes = placed(BAKING)
    assert told_by(notes) == [
        ("", "TITLE", "Notes of the bakers' evening"),
        ("", "HEADING", "WHAT DO WE BAKE TOGETHER?"),
        ("4.1", "STEM", "Bread includes…"),
        ("4.2", "SAID", "rye, e.g. The Black One;"),
        ("4.3", "SAID", "oats."),
        ("4.4", "SAID", "Rolls count."),
        ("5.1", "STEM", "It is good when…"),
        ("6.1", "SAID", "It is warm"),
        ("7.1", "SAID", "It rises."),
        ("7.2", "QUESTION", "Does it?"),
        ("7.3", "SAID", "It does."),
        ("", "HEADING", "IDEAS FOR NEXT WINTER"),
        ("", "POSTER", "Poster 1"),
        ("", "PICTURE", "Pic1:"),
        ("10.1", "SAID", "An oven on wheels"),
        ("11.1", "SAID", "Slow…… and HOPE"),
        ("", "PICTURE", "Pic 2;"),
        ("12.1", "QUOTE", "I want my own tin"),
        ("", "PICTURE", "Pic 1:"),
        ("13.1", "QUESTION", "Who has ???? seen it?"),
        ("", "POSTER", "Poster 2"),
        ("14.1", "MISSING", "[image: ]"),
        ("", "PICTURE", "Pic 3 :"),
        ("14.2", "STEM", "Emerging questions:…"),
        ("14.3", "QUESTION", "Whose flour?"),
        ("14.4", "SAID", "How much"),
        ("", "MARK", "·"),
        ("15.1", "SAID", "Crumbs"),
        ("", "HEADING", "Summary of what we learnt"),
        ("17.1", "WRITTEN", "Ovens bring us together… on wheels; always."),
    ]


def test_a_passage_knows_its_question_stem_poster_and_picture():
    notes = placed(BAKING)
    here = notes.by_ref
    assert [here[ref].stem for ref in ("4.4", "6.1", "7.3", "14.3", "15.1")] == [
        "Bread includes…",
        "It is good when…",
        "It is good when…",
        "Emerging questions:…",
        "",
    ]
    assert notes.sections[here["7.1"].section].question == "WHAT DO WE BAKE TOGETHER?"
    assert notes.sections[here["17.1"].section].level is Level.WRITTEN
    # numbers that begin anew open a poster that nobody labelled, and none is guessed
    assert [(one.label, one.line) for one in notes.posters] == [
        ("Poster 1", 10),
        ("", 13),
        ("Poster 2", 13),
    ]
    assert (here["12.1"].poster, here["12.1"].picture) == (1, "Pic 2")
    assert (here["13.1"].poster, here["13.1"].picture) == (2, "Pic 1")
    assert (here["14.1"].poster, here["14.1"].picture) == (3, "")
    assert here["13.1"].unsure
    assert not here["12.1"].unsure
    assert notes.anchor(here["12.1"]).exact == "I want my own tin"


@pytest.mark.shows("T2", "T3", "T4", "T5", "T6")
def test_the_workshop_this_product_comes_from_is_read_whole(shared):
    file = shared / "field" / "workshop-notes.txt"
    text = file.read_text(encoding="utf-8")
    notes = placed(text)

    assert notes.tally.placed == len(text) == 20_642
    assert [one.line for one in notes.of(PieceKind.HEADING)] == [
        *(3, 11, 22, 28, 46, 54, 69, 81),
        162,
    ]
    stems = {one.line: one.stem for one in notes.passages if 34 <= one.line <= 44}
    assert stems == dict.fromkeys(range(34, 45), notes.on(33)[0].words)
    assert [one.line for one in notes.posters] == [
        *(82, 94, 102, 110, 118, 126, 136, 142, 152, 155)
    ]
    assert [one.line for one in notes.posters if not one.label] == [94, 102, 142]
    assert [one.line for one in notes.of(PieceKind.MISSING)] == [153, 156]
    asked = {one.line for one in notes.of(PieceKind.QUESTION)}
    assert asked >= {10, 29, 132, 133, 135, 139, 142, 143, 148}
    spoken = {one.line for one in notes.of(PieceKind.QUOTE)}
    assert spoken == {96, 97, 98, 114}
    assert [one.line for one in notes.passages if one.unsure] == [123]
    assert [one.line for one in notes.of(PieceKind.WRITTEN)] == [*range(163, 174)]
