"""Draw a loop: on a phone from people's words, then on the canvas by key and hand."""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.test_in_hand import weft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINK = re.compile(r"/v/\S+")
SAID = ("Fewer out, so it looks empty.", "Looks empty, so fewer go out.")


@pytest.fixture
def held(valley):
    """The link of a project of its own, with one text."""
    return LINK.search(weft(valley, "voices", "begin", "a-loop", "A loop"))[0]


def well(page):
    assert axe_finds(page) == []
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        assert sideways(page) == [], way


def drawn(page, cause, effect, words):
    page.fill("#from", cause)
    page.fill("#to", effect)
    page.fill("#words", words)
    page.click("text=Draw it")
    page.wait_for_url("**done=arrow")


def in_words(page):
    """Put in a text and mark two passages of it."""
    page.fill("#name", "What goes round?")
    page.check("input[name=sees][value=anybody]")
    page.click("text=Add it")
    page.wait_for_url("**done=workshop")
    page.fill("#text", "\n".join(SAID))
    page.click("text=Put it in")
    page.wait_for_url("**done=words")
    page.click("main li a:has-text('What was said')")
    for words in SAID:
        page.fill("#marked", words)
        page.click("text=Mark them")
        page.wait_for_url("**done=mark")
    page.click("text=Draw an arrow from them")
    page.wait_for_url("**/causes?words=1")


def by_key_and_by_hand(page):
    """Draw, move and undo on the canvas."""
    things = page.locator("[data-thing]")
    things.nth(0).focus()
    page.keyboard.press("Enter")
    things.nth(1).focus()
    page.keyboard.press("Enter")
    assert page.input_value("#from") == "people out"
    assert page.input_value("#to") == "empty streets"
    things.nth(0).focus()
    was = things.nth(0).get_attribute("transform")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("text=stands here now")
    assert things.nth(0).get_attribute("transform") != was
    box = things.nth(1).bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 60, steps=5)
    with page.expect_response(lambda one: one.request.method == "GET"):
        page.mouse.up()
    page.wait_for_selector("text=«empty streets» stands here now")
    moved = things.nth(1).get_attribute("transform")
    page.reload()
    assert page.locator("[data-thing]").nth(1).get_attribute("transform") == moved
    for _ in range(2):
        page.click("text=Undo that")
        page.wait_for_url("**done=undo")
    assert page.locator("[data-thing]").nth(0).get_attribute("transform") == was


@pytest.mark.shows("F6")
def test_a_loop_is_drawn_named_and_walked(visitor, held):
    with visitor.at(held, size=PHONE) as page:
        in_words(page)
        assert "Nothing is drawn yet" in page.inner_text("main")
        well(page)
        assert page.input_value("#words") == "P1"
        drawn(page, "people out", "empty streets", "P1")
        drawn(page, "empty streets", "people out", "P2")
        assert "No brake was named" in page.inner_text("main")
        page.fill("#loop-name-1", "The empty street")
        page.click("li:has(#loop-name-1) >> text=Keep it")
        page.wait_for_url("**done=loop")
        well(page)
        page.click("text=Put the question")
        page.wait_for_url("**done=ask")
    with visitor.at(f"{held}/causes", size=DESK) as page:
        well(page)
        by_key_and_by_hand(page)
        page.emulate_media(media="print")
        assert page.locator(".v-map").is_visible()
    with visitor.at("/voices/a-loop/causes", size=PHONE) as page:
        assert "The empty street" in page.inner_text("main")
        assert f"«{SAID[0]}»" in page.inner_text("main")
        well(page)
        page.click("text=What if something changed?")
        page.wait_for_url("**/what-if")
        page.select_option("#what1", label="people out")
        page.click("text=Try it")
        page.wait_for_url("**what1=**")
        assert "an opinion drawn from what people said" in page.inner_text("main")
        assert "One thing would be more." in page.inner_text("main")
        well(page)
