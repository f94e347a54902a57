"""A facilitator codes without a mouse; a second coder is blind until both are done."""

import pytest

from tests.journeys.looking import PHONE, axe_finds, sideways
from tests.journeys.test_in_hand import weft
from tests.journeys.test_voices import LINK

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SAID = "The hall is locked by nine.\nNobody has the key but Ann."


def clean(page):
    assert axe_finds(page) == []
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        assert sideways(page) == [], way


def mark_by_keyboard(page, presses, code):
    """Choose words with Shift and arrows, press Enter, type a code's beginning."""
    page.focus("[data-text]")
    page.keyboard.press("Control+Home")
    for _ in range(presses):
        page.keyboard.press("Shift+Control+ArrowRight")
    page.keyboard.press("Enter")
    page.locator("#codes:focus").wait_for()
    assert "Chosen:" in page.inner_text("[data-said]")
    page.keyboard.type(code)


def begun(page):
    """Put in a text and a code; open the text, and give its address."""
    page.fill("#name", "What keeps people in?")
    page.click("text=Add it")
    page.fill("#text", SAID)
    page.click("text=Put it in")
    page.wait_for_url("**done=words")
    page.click("text=Codes: what the words are about")
    page.fill("#name", "way in")
    page.click("text=Make it")
    page.wait_for_url("**done=new*")
    clean(page)
    page.goto(page.url.partition("/codes")[0])
    page.click("main li a:has-text('What was said')")
    page.wait_for_url("**/text/*")
    return page.url


def test_code_by_keyboard_and_a_blind_second_coder(visitor, valley):
    held = LINK.search(weft(valley, "voices", "begin", "by-keyboard", "Codes"))[0]
    with visitor.at(held, size=PHONE) as page:
        text = begun(page)
        mark_by_keyboard(page, 2, "wa")
        assert page.input_value("#codes") == "way in"  # its end is written out
        assert "way in. one" in page.inner_text("[data-said]").replace("1", "one")
        assert axe_finds(page) == []
        page.keyboard.press("Enter")
        page.wait_for_url("**done=mark*")
        page.locator("[data-text]:focus").wait_for()
        page.locator("[data-said]", has_text="Marked").wait_for(state="attached")
        assert "way in" in page.inner_text("#p1")
        page.click("#p1 a")
        page.wait_for_url("**passage=1*")
        page.select_option("#facet", "urgent")
        page.click("text=Say so")
        page.wait_for_url("**done=facet*")
        assert "It presses" in page.inner_text(".v-work")
        clean(page)

        page.goto(f"{text}/readings")
        page.fill("#name", "Reader 2")
        page.click("text=Make their link")
        reader = page.inner_text(".v-address").strip()
        clean(page)
    with visitor.at(reader[reader.index("/reader/") :], size=PHONE) as page:
        assert page.locator("mark").count() == 0
        mark_by_keyboard(page, 3, "way")
        page.keyboard.press("Enter")
        page.wait_for_url("**done=mark*")
        clean(page)
        page.click("text=I am done")
        page.wait_for_url("**done=ready")
        assert "Where to talk" not in page.inner_text("main")
    with visitor.at(held, size=PHONE) as page:
        page.goto(f"{text}/readings")
        page.click("text=We are done")
        page.wait_for_url("**done=done*")
        assert "Where to talk" in page.inner_text("main")
        page.click("#talk ~ ul summary >> nth=0")
        assert "Reader 2" in page.inner_text("#talk ~ ul")
        clean(page)
        page.goto(f"{text.partition('/text/')[0]}/codes/history")
        page.click(".v-acts button >> nth=0")
        page.wait_for_url("**done=undo*")
        assert "taken back: P1 was marked as «urgent»" in page.inner_text("main")
        clean(page)
