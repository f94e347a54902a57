"""Are names and postcodes compared the way people write them?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.ground.domain.beginnings import outward_places
from weft.ground.domain.named import folded
from weft.ground.domain.postcode import (
    compact,
    is_outward,
    is_postcode,
    outward_of,
    sector_of,
    spaced,
)
from weft.ground.domain.told import PostcodeTold

POSTCODES = st.from_regex(r"[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}", fullmatch=True)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("St. Anne's", "st annes"),
        ("ILKLEY  Moor", "ilkley moor"),
        ("Ben Rhydding & Addingham", "ben rhydding and addingham"),
        ("Café-Straße", "cafe strasse"),
        ("Mytholmroyd,", "mytholmroyd"),
        ("ਪੰਜਾਬੀ  ਕਲਾ", "ਪੰਜਾਬੀ ਕਲਾ"),
    ],
)
def test_names_are_looked_up_without_marks_and_case(written, same):
    assert folded(written) == folded(same)


@given(st.text())
def test_folding_twice_changes_nothing_more(name):
    assert folded(folded(name)) == folded(name)


def test_words_of_other_scripts_stay_whole():
    assert folded("ਪੰਜਾਬੀ ਕਲਾ") == "ਪੰਜਾਬੀ ਕਲਾ"
    assert folded("مُرکز") == "مُرکز"


@given(POSTCODES, st.integers(0, 6), st.sampled_from([" ", "  ", ""]))
def test_a_postcode_is_the_same_in_any_case_and_with_blanks_anywhere(code, at, blank):
    typed = (code[:at] + blank + code[at:]).lower()

    assert compact(typed) == code
    assert is_postcode(compact(typed))


@given(POSTCODES)
def test_a_postcode_is_its_outward_code_and_three_letters_more(code):
    assert spaced(code) == f"{outward_of(code)} {code[-3:]}"
    assert is_outward(outward_of(code))


@pytest.mark.parametrize("text", ["HX7", "HX78E", "78EH", "HELLO", "", "HX7 8EH"])
def test_what_is_not_whole_is_no_postcode(text):
    assert not is_postcode(text)


def test_a_sector_is_an_outward_code_and_a_digit():
    assert sector_of("LS96") == ("LS9", "6")
    assert sector_of("LS") is None


def a_postcode(compact, latitude=53.7, *, live=True):
    return PostcodeTold(compact, latitude, -1.9, "", "E01000001", live)


def test_the_beginnings_of_postcodes_are_places_to_start_from():
    told = [
        a_postcode("ZD11AA", 53.0),
        a_postcode("ZD11AB", 54.0),
        a_postcode("ZD26XX"),
    ]

    places = {place.name: place.point.latitude for place in outward_places(told)}

    assert places == {"ZD1": 53.5, "ZD2": 53.7, "ZD1 1": 53.5, "ZD2 6": 53.7}


def test_an_ended_postcode_does_not_pull_the_middle_while_others_live():
    told = [a_postcode("ZD11AA", 53.0), a_postcode("ZD11AB", 54.0, live=False)]

    assert {place.point.latitude for place in outward_places(told)} == {53.0}
