"""Somebody reads what people said, from a claim to the words behind it and back."""

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_claim_opens_to_words(visitor, size):
    with visitor.at("/voices", size=size) as page:
        assert axe_finds(page) == []
        page.click("text=Kettle evenings")
        page.click("text=3 The way home")
        page.wait_for_url("**claim=3")
        words = page.locator("[aria-label='Words behind this claim'] > li")
        assert words.count() == 8
        assert "The last bus is at ten to seven" in words.first.inner_text()
        assert "against it" in words.last.inner_text()
        assert axe_finds(page) == []
        for way in ("rtl", "ltr"):
            page.evaluate("way => document.documentElement.dir = way", way)
            assert sideways(page) == [], way
        page.emulate_media(media="print")
        assert words.last.is_visible()
        page.emulate_media(media="screen")
        page.click("text=All the words")
        page.wait_for_url("**/words")
        assert page.locator("#p7").inner_text().strip().endswith("«Owls.»")
        assert axe_finds(page) == []
        assert sideways(page) == []
