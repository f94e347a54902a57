"""From a sentence to what all agree on: by phone, from paper, and in the open."""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.test_in_hand import weft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINK = re.compile(r"/v/\S+")


@pytest.fixture
def held(valley):
    """The link of a project of its own, which no other journey meets."""
    return LINK.search(weft(valley, "voices", "begin", "a-vote", "A vote"))[0]


def test_vote_from_paper_and_by_phone(visitor, held):
    with visitor.at(f"{held}/votes", size=PHONE) as page:
        here = _a_round(page)
        address, code = _ballots(page)
    with visitor.at(address, size=PHONE) as page:
        _by_phone(page, code)
    with visitor.at(here, size=DESK) as page:
        page.click("text=Let it in")
        page.wait_for_selector("text=Let in.")
        page.click("text=Type in ballots")
        _from_paper(page)
        page.click("main >> text=What first?")
        page.click("text=End it and count")
        page.wait_for_selector("text=It is over and counted.")


def _fits(page):
    assert axe_finds(page) == []
    assert sideways(page) == []


def _a_round(page):
    page.fill("#name", "What first?")
    page.click("text=Make it")
    page.wait_for_url("**done=round")
    _fits(page)
    page.click("main li a:has-text('What first?')")
    for words in ("The bus should wait.", "Keep it small."):
        page.fill("#words", words)
        page.click("text=Put it in")
        page.wait_for_selector(f"li:has-text('{words}')")
    _fits(page)
    return re.search(r"/v/[^?]+", page.url)[0]


def _ballots(page):
    page.fill("#many", "6")
    page.click("text=Make ballots")
    page.wait_for_selector(".v-ballot")
    codes = page.locator(".v-ballot__code").all_inner_texts()
    address = page.locator(".v-ballot p:has-text('By phone')").first.inner_text()
    assert len(set(codes)) == 6
    _fits(page)
    page.emulate_media(media="print")
    assert page.locator("h1").is_hidden()
    assert page.locator(".v-ballot").last.is_visible()
    return re.search(r"/vote/\S+", address)[0], codes[0]


def _by_phone(page, code):
    page.fill("#code", code)
    page.click("text=Begin")
    page.wait_for_selector("text=Statement 1 of 2")
    _fits(page)
    page.focus("button[value=agree]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Statement 2 of 2")
    page.click("button[value=pass]")
    page.wait_for_selector("text=What you said")
    page.fill("#words", "A bench by the lock.")
    page.click("text=Put it in")
    page.wait_for_selector("text=waits to be read")
    assert code not in page.url
    assert page.context.cookies() == []
    _fits(page)


def _from_paper(page):
    assert axe_finds(page) == []
    page.focus("[name=ballot-0]")
    for line in ("2", "3", "4", "5", "6"):
        page.keyboard.type(line)
        page.keyboard.press("Enter")
        page.keyboard.type("121")
    page.click("text=Take them")
    page.wait_for_selector("text=ballots taken.")
    page.fill("[name=ballot-0]", "2")
    page.focus("[name=box-0-1]")
    page.keyboard.type("131")
    page.click("text=Take them")
    page.wait_for_selector("text=Ballot 2 says something else")
    assert page.input_value("[name=box-0-2]") == "3"
    assert axe_finds(page) == []
    page.check("[name=looked-0]")
    page.click("text=Take them")
    page.wait_for_selector("text=typed twice, the same")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_all_agree_on_opens_to_words(visitor, size):
    with visitor.at("/voices/kettle-evenings", size=size) as page:
        page.click("text=What do people agree on?")
        page.wait_for_url("**/votes")
        assert "48 people voted of 90 people asked." in page.inner_text("main")
        first = page.locator("#agreed ~ ol > li").first
        first.locator("summary").click()
        assert first.locator(".v-passage").count() > 0
        assert page.locator("#space svg:visible, .w-plot svg:visible").count() >= 1
        assert axe_finds(page) == []
        for way in ("rtl", "ltr"):
            page.evaluate("way => document.documentElement.dir = way", way)
            assert sideways(page) == [], way
        page.click("text=What was decided, and why")
        page.wait_for_url("**/votes/log*")
        assert "it says several things at once" in page.inner_text("main")
        assert axe_finds(page) == []
        assert sideways(page) == []
