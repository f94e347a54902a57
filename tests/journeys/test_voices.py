"""From a claim to the words behind it; from a room to a claim; and taken back again."""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.test_in_hand import weft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINK = re.compile(r"/v/\S+")


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


@pytest.fixture
def held(valley):
    """The link of a project of its own, which no other journey meets."""
    return LINK.search(weft(valley, "voices", "begin", "a-room", "A room"))[0]


def test_from_a_room_to_a_claim_and_back_again(visitor, held):
    """On a phone, from an empty project; whoever spoke then takes it back."""
    with visitor.at(held, size=PHONE) as page:
        assert "Nobody has told us of a workshop yet" in page.inner_text("main")
        page.fill("#name", "What keeps people in?")
        page.check("input[name=sees][value=anybody]")
        page.click("text=Add it")
        page.wait_for_url("**done=workshop")
        page.fill("#text", "The hall is locked by nine.\nNobody has the key but Ann.")
        page.click("text=Put it in")
        page.wait_for_url("**done=words")
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.click("main li a:has-text('What was said')")
        page.wait_for_url("**/text/*")
        page.evaluate(
            """() => {
              const words = document.querySelector("[data-text]").firstChild;
              document.getSelection().setBaseAndExtent(words, 28, words, 42);
            }"""
        )
        page.wait_for_function("document.querySelector('#marked').value.length === 14")
        page.fill("#speaker", "Bee")
        page.fill("#codes", "way in; ~anger")
        page.click("text=Mark them")
        page.wait_for_url("**done=mark")
        page.fill("#new_claim", "One key is not enough.")
        page.click("text=Put them together")
        page.wait_for_url("**done=claim*")
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.click("main >> text=A room")
        page.wait_for_url("**/v/*")
        page.click("text=Make a slip")
        page.wait_for_selector(".v-slip")
        code = page.inner_text(".v-slip")
        assert axe_finds(page) == []
    with visitor.at("/voices/a-room", size=PHONE) as page:
        assert "Nobody has the" in page.inner_text("main")
        assert "One key is not enough." in page.inner_text("main")
    with visitor.at("/voices/slip", size=PHONE) as page:
        assert axe_finds(page) == []
        page.fill("#code", code)
        page.click("text=Show me")
        page.wait_for_selector("text=Yours, at A room")
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.click("text=Take back all of it")
        page.wait_for_selector("text=out of everything")
    with visitor.at("/voices/a-room", size=PHONE) as page:
        assert "Nobody has the" not in page.inner_text("main")
        assert "Taken back by who said it" in page.inner_text("main")
