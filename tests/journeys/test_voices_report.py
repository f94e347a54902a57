"""A project read through: its report, what it lost, who said what, which room next."""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.test_in_hand import weft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINK = re.compile(r"/v/\S+")


def looks_well(page):
    """Nothing for axe, nothing wider than the screen, in either direction."""
    assert axe_finds(page) == []
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        assert sideways(page) == [], way


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_project_is_read_through(visitor, size):
    with visitor.at("/voices", size=size) as page:
        page.click("text=Kettle evenings")
        page.click("text=the report")
        page.wait_for_url("**/report")
        said = page.locator(".v-sentence", has_text="It isn’t what is on").first
        said.locator("a", has_text="P4").first.click()
        assert page.locator("#p4:target").inner_text().count("canal") == 1
        assert "People would like an app" in page.inner_text("section:has(#flagged)")
        looks_well(page)
        page.emulate_media(media="print")
        assert page.locator("#p4").is_visible()
        assert not page.locator(".w-downloads").last.is_visible()
        page.emulate_media(media="screen")
        with page.expect_download() as kept:
            page.click("text=One file, to keep or send")
        assert kept.value.suggested_filename == "kettle-evenings-report.html"
    with visitor.at("/voices/kettle-evenings", size=size) as page:
        page.click("text=What was lost on the way")
        page.wait_for_url("**/coverage")
        assert "people who work nights" in page.inner_text("section:has(#summary)")
        looks_well(page)
        page.click("main >> text=Kettle evenings")
        page.click("text=Who said what about what?")
        page.wait_for_url("**/themes")
        looks_well(page)
        page.click("main >> text=way home")
        page.wait_for_url("**/words?code=*")
        assert "What was said about «way home»?" in page.inner_text("h1")
        page.goto(page.url.split("/words")[0] + "/missing")
        page.click("text=Which room next?")
        page.wait_for_url("**/next-room")
        assert "under 16 and 16 to 24, together" in page.inner_text(".w-answer")
        looks_well(page)


def test_machine_help_is_asked_for_and_answered(visitor, valley):
    """On a phone, in a project of its own; nothing is done by itself."""
    held = LINK.search(weft(valley, "voices", "begin", "helped", "Helped"))[0]
    with visitor.at(held, size=PHONE) as page:
        page.fill("#name", "What keeps people in?")
        page.check("input[name=sees][value=anybody]")
        page.click("text=Add it")
        page.wait_for_url("**done=workshop")
        page.fill("#text", "The last bus is early.\nNo bus after seven.")
        page.click("text=Put it in")
        page.wait_for_url("**done=words")
        page.click("main li a:has-text('What was said')")
        page.wait_for_url("**/text/*")
        for words in ("The last bus is early.", "No bus after seven."):
            page.fill("#marked", words)
            page.click("text=Mark them")
            page.wait_for_url("**done=mark")
        page.fill("#new_claim", "The bus keeps people in.")
        page.click("text=Put them together")
        page.wait_for_url("**done=claim*")
        page.goto(page.url.split("/text")[0])
        page.click("text=Machine help")
        page.wait_for_url("**/suggestions")
        looks_well(page)
        page.click("text=Turn it on")
        page.wait_for_url("**done=on")
        page.click("text=Look for words >> nth=0")
        page.wait_for_url("**done=look")
        assert "Both have: «bus»" in page.inner_text("main")
        looks_well(page)
        page.click("text=Refuse it")
        page.wait_for_url("**done=answer")
        assert "one refused" in page.inner_text("main").lower()
        looks_well(page)
