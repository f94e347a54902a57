"""From a room's link to an objection; from a claim to an ask and its answer."""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.test_in_hand import weft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINK, ROOM = re.compile(r"/v/\S+"), re.compile(r"/(?:room|answer)/\S+")


@pytest.fixture
def held(valley):
    """The link of the kettle evenings, as its hosts have it."""
    return LINK.search(weft(valley, "voices", "link", "kettle-evenings"))[0]


def fine(page):
    """Nothing that axe finds, and nothing wider than the screen, either way round."""
    found = axe_finds(page)
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        found += sideways(page)
    return found == [] or found


def test_those_who_were_there_and_those_who_must_answer(visitor, held):
    """On a phone, all of it by links, without an account and without a slip."""
    with visitor.at(f"{held}/there", size=PHONE) as page:
        page.click("text=Make a sheet with a link")
        page.wait_for_selector(".v-square svg")
        assert fine(page) is True
        room = ROOM.search(page.inner_text(".v-address"))[0]
    with visitor.at(room, size=PHONE) as page:
        assert fine(page) is True
        page.select_option("#claim", "3")
        page.fill("#meant", "We like the dark.")
        page.click("text=Say so")
        page.wait_for_selector(".v-slip")
        code = page.inner_text(".v-slip")
        page.click("text=The same in large print")
        page.wait_for_selector("text=Claim 3 of")
        assert "We like the dark." in page.inner_text("main")
        assert fine(page) is True
        page.emulate_media(media="print")
        assert page.locator(".v-write").first.is_visible()
    with visitor.at("/voices/slip", size=PHONE) as page:
        page.fill("#code", code)
        page.click("text=Show me")
        page.wait_for_selector("text=You said this to a claim")
        page.click("button:has-text('Take it back')")
        page.wait_for_selector("text=is out again")
    with visitor.at(f"{held}/asks", size=PHONE) as page:
        assert fine(page) is True
        page.select_option("#ask-link", index=0)
        page.click("text=Make their link")
        page.wait_for_selector(".v-address")
        body = ROOM.search(page.inner_text(".v-address"))[0]
    with visitor.at(body, size=PHONE) as page:
        assert "Something to do at four in the afternoon" in page.inner_text("main")
        assert fine(page) is True
        page.fill("#reply", "Yes, from March.")
        page.click("text=Say so")
        page.wait_for_selector("text=It stands beside the ask now")
    with visitor.at("/voices", size=DESK) as page:
        page.click("text=What was asked, and what became of it?")
        page.wait_for_selector("h2:has-text('Answered')")
        assert "«Yes, from March.»" in page.inner_text("main")
        assert fine(page) is True


def test_what_comes_first_what_is_strong_and_what_stays_open(visitor, held):
    with visitor.at("/voices/kettle-evenings", size=PHONE) as page:
        page.click("text=What stays open?")
        page.wait_for_selector("text=Open: nobody has answered it yet.")
        assert fine(page) is True
        page.go_back()
        page.click("text=What comes first, as a page")
        page.wait_for_selector("text=The tenants of Lockside flats")
        assert fine(page) is True
        link = page.locator("a:has-text('in this order')").first.get_attribute("href")
    place = re.search(r"place-1=(\w+)", link)[1]
    with visitor.at(f"/places/{place}#strong", size=PHONE) as page:
        assert "We rang each other" in page.inner_text("#strong")
        assert fine(page) is True
    for part in ("open", "priorities"):
        with visitor.at(f"{held}/{part}", size=PHONE) as page:
            assert fine(page) is True, part
