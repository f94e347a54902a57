"""Somebody sees what goes round, on a phone and on a desk, and takes the map home."""

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_hope_goes_round_and_its_words_are_read(visitor, size):
    with visitor.at("/voices", size=size) as page:
        page.click("text=Kettle evenings")
        page.click("text=What makes what?")
        page.wait_for_url("**/causes")
        first = page.locator("section:has(#first)")
        assert "Where does hope go round?" in first.inner_text()
        ring, walk = first.locator(".w-loop__ring"), first.locator(".w-loop__walk")
        assert ring.is_visible() is (size == DESK)
        assert walk.is_visible() is (size == PHONE)
        assert axe_finds(page) == []
        for way in ("rtl", "ltr"):
            page.evaluate("way => document.documentElement.dir = way", way)
            assert sideways(page) == [], way
        summary = page.locator("summary", has_text="The same loop as a table")
        summary.focus()
        page.keyboard.press("Enter")
        rows = page.locator("table:has(#loop-1) tbody tr")
        assert rows.count() == 5
        assert "inferred" in rows.last.inner_text()
        assert axe_finds(page) == []
        page.emulate_media(media="print")
        assert walk.is_visible() or ring.is_visible()
        page.emulate_media(media="screen")
        with page.expect_download() as given:
            page.click("text=GraphML")
        assert given.value.suggested_filename.endswith("-causes.graphml")
