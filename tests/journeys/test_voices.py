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


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_who_was_not_in_the_room_is_seen_from_the_wall(visitor, size):
    with visitor.at("/voices", size=size) as page:
        page.click("text=Kettle evenings")
        page.click("text=Who was not in the room?")
        page.wait_for_url("**/missing")
        assert "Fewer came than were due: under 16 and 16 to 24" in page.inner_text(
            ".w-answer"
        )
        picture = page.locator(".w-plot svg:visible").first
        assert "not shown, 31 due" in picture.inner_html()
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        assert "protect a small number" in page.locator("table").first.inner_text()
        assert axe_finds(page) == []
        for way in ("rtl", "ltr"):
            page.evaluate("way => document.documentElement.dir = way", way)
            assert sideways(page) == [], way
        page.emulate_media(media="print")
        assert picture.is_visible()
        page.emulate_media(media="screen")
        with page.expect_download() as kept:
            page.locator(".w-downloads a").last.click()
        assert kept.value.suggested_filename.endswith(".xlsx")
