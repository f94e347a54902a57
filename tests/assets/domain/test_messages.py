"""Every message fits where it is to be copied to, and leads to the group's page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.messages import (
    CHAT,
    TEXT_MESSAGE,
    in_letters_of_a_text,
    messages,
)

LINK = "https://weft.example.org/g/abcdefghijklmnopqrstuvwxyz0"


def written(name="Hollin Bridge Singers", listed_by="Vale Council", address=LINK):
    return messages(
        name=name,
        address=address,
        listed_by=listed_by,
        listed_on=date(2026, 11, 3),
    )


def test_says_who_listed_them_and_that_nothing_is_asked():
    told = written()

    assert told.short == (
        "Is what we say of Hollin Bridge Singers still right? One tap: "
        f"{LINK} Nothing is asked of you."
    )
    assert "Vale Council listed you on 3 November 2026." in told.long
    assert "Nothing is asked of you." in told.long


def test_tells_a_group_that_listed_itself_no_strange_thing():
    told = written(listed_by="Hollin Bridge Singers")
    assert "on our list. You told us on 3 November 2026." in told.long


@given(st.text(), st.text(), st.text("abc/", max_size=80))
def test_always_fits_and_always_leads_there(name, listed_by, path):
    address = f"https://w.example/{path}"
    told = written(name, listed_by, address)

    assert in_letters_of_a_text(told.short) < TEXT_MESSAGE
    assert len(told.long) < CHAT
    assert address in told.short
    assert address in told.long


def test_a_name_in_letters_that_no_text_message_has_does_not_halve_it():
    told = written("Śpiewamy razem")

    assert "your group" in told.short
    assert "Śpiewamy razem" in told.long


@pytest.mark.parametrize(
    ("text", "letters"),
    [("", 0), ("abc", 3), ("€", 2), ("[x]", 5), ("é", 1), ("ś", None), ("’", None)],
)
def test_counts_as_gsm_03_38_does(text, letters):
    assert in_letters_of_a_text(text) == letters
