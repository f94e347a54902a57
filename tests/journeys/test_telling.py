"""Does a stranger's word wait, and can a steward clear ten of them by keys alone?"""

import re
import sqlite3

import httpx
import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ITEMS = 10


@pytest.fixture(scope="module")
def offer(valley):
    """Something to do in the made-up valley."""
    with sqlite3.connect(f"file:{valley / 'weft.sqlite3'}?mode=ro", uri=True) as base:
        ((key,),) = base.execute(
            "select offer_id from assets_listing where offer_id is not null "
            "order by offer_id limit 1"
        )
    return str(key)


@pytest.fixture
def address(offer):
    return (
        f"/offers/{offer[:8]}-{offer[8:12]}-{offer[12:16]}-{offer[16:20]}-{offer[20:]}"
    )


def waiting(page):
    return page.locator(".w-queue > li").count()


def answered_by_keys(page, *, tabs):
    """Go from where the focus is to a button of the first item, and press it."""
    before = waiting(page)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(
            "() => document.activeElement.matches('.w-queue > li:first-child button')"
        ):
            break
    for _ in range(tabs):
        page.keyboard.press("Tab")
    ring = page.evaluate("() => getComputedStyle(document.activeElement).boxShadow")
    assert ring != "none", "nobody sees where the focus is"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert waiting(page) == before - 1


@pytest.mark.parametrize("script", [True, False])
def test_a_strangers_claim_does_not_take_effect(visitor, address, script):
    with visitor.at(address, size=PHONE, java_script_enabled=script) as page:
        lead = page.inner_text("main .w-lead")
        page.click("text=Is something wrong?")
        if script:
            assert axe_finds(page) == []
        page.check("#kind-2")
        page.fill("#words", "The door is shut.")
        page.click("text=Send it to be read")
        assert "We have it" in page.inner_text("h1")
        own = page.inner_text("b.w-nb")
        if script:
            assert axe_finds(page) == []
            assert sideways(page) == []
        page.goto(f"{visitor.site}{address}")
        assert page.inner_text("main .w-lead") == lead
        assert "losed" not in page.inner_text("main .w-stack")

        page.goto(f"{visitor.site}/tell-us/take-back")
        page.fill("#code", own)
        page.click("text=Take it back")
        assert "Your words are gone" in page.inner_text("h1")


@pytest.mark.parametrize("path", ["/tell-us", "/tell-us/take-back"])
def test_the_forms_can_be_used_by_everybody(visitor, path):
    for size in (PHONE, DESK):
        with visitor.at(path, size=size) as page:
            assert axe_finds(page) == []
            for way in ("rtl", "ltr"):
                page.evaluate("way => document.documentElement.dir = way", way)
                assert sideways(page) == [], way


def test_a_steward_clears_ten_items_by_keyboard(visitor, invitation):
    told = [{"kind": "missing", "words": f"A choir, number {n}"} for n in range(ITEMS)]
    for one in told:
        httpx.post(f"{visitor.site}/tell-us", data=one).raise_for_status()
    with visitor.at(invitation("ida@example.org")) as page:
        come_in(page)
        there = waiting(page)
        assert there >= ITEMS
        assert axe_finds(page) == []
        for number in range(ITEMS):
            answered_by_keys(page, tabs=number % 2)
            if waiting(page):
                assert page.evaluate(
                    "() => document.activeElement.closest('li') === "
                    "document.querySelector('.w-queue > li')"
                ), "the next one has the focus"
        assert waiting(page) == there - ITEMS
        assert axe_finds(page) == []
        page.set_viewport_size(PHONE)
        assert sideways(page) == []


def test_what_a_steward_closes_is_put_back_by_keyboard(visitor, invitation, address):
    told = {"kind": "closed", "words": "The door is shut."}
    key = re.search(r"[0-9a-f-]{36}", address)[0]
    httpx.post(f"{visitor.site}/tell-us/{key}", data=told).raise_for_status()
    with visitor.at(invitation("joy@example.org")) as page:
        come_in(page)
        item = page.locator(f".w-queue > li:has(a[href='{address}'])").first
        item.locator("button:has-text('Yes, it has closed')").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.goto(f"{visitor.site}{address}")
        assert "losed" in page.inner_text("main .w-stack")
        page.go_back()
        page.focus("[role=status] button")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.goto(f"{visitor.site}{address}")
        assert "losed" not in page.inner_text("main .w-stack")
        page.goto(f"{visitor.site}/steward")
        page.click("text=See what was decided")
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            assert axe_finds(page) == []
            assert sideways(page) == []
        for said, button in (
            ("It was taken by a slip.", "Take it as so after all"),
            ("it said nothing; since then «Somebody here told us", "Put it back"),
        ):
            item = page.locator(f".w-queue > li:has(a[href='{address}'])").first
            assert said in item.inner_text()
            with page.expect_navigation():
                item.locator(f"button:has-text('{button}')").press("Enter")
        page.goto(f"{visitor.site}{address}")
        assert "losed" not in page.inner_text("main .w-stack")
