"""Help first when it cannot wait; when life turns; one hour, once; what it was like."""

import re
import sqlite3

import httpx
import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
START = "Hollin Bridge"
NEW_PAGES = (
    "/when",
    "/when/bereaved",
    "/help-out",
    "/help-out/note",
    "/what-is-this",
    "/open/words",
    "/places/lost",
    "/tell-us",
)


@pytest.fixture(scope="module")
def visited(valley):
    """Something in the valley of which visitors have spoken."""
    with sqlite3.connect(f"file:{valley / 'weft.sqlite3'}?mode=ro", uri=True) as base:
        ((key,),) = base.execute(
            "select offer_id from assets_proposal where kind = 'visit' "
            "group by offer_id order by count(*) desc limit 1"
        )
    key = str(key).replace("-", "")
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


@pytest.mark.parametrize("path", NEW_PAGES)
def test_each_page_can_be_used_by_everybody(visitor, path):
    for size in (PHONE, DESK):
        with visitor.at(path, size=size) as page:
            assert axe_finds(page) == [], size
            for way in ("rtl", "ltr"):
                page.evaluate("way => document.documentElement.dir = way", way)
                assert sideways(page) == [], (way, size)


@pytest.mark.parametrize("script", [True, False])
def test_help_comes_first_with_and_without_a_script_and_on_paper(visitor, script):
    with visitor.at("/", size=PHONE, java_script_enabled=script) as page:
        page.fill("#near", START)
        page.fill("#what", "lonely and cant go on")
        page.click("text=Show me what fits")
        box, title = page.locator(".w-help-now"), page.locator("main h1")
        assert box.bounding_box()["y"] < title.bounding_box()["y"]
        assert box.locator("a[href='tel:116123']").is_visible()
        assert page.locator("main .w-card").count() > 0, "the results still come"
        assert "cant" not in page.url
        page.emulate_media(media="print")
        assert box.locator("a[href='tel:116123']").is_visible()
        if script:
            page.emulate_media(media="screen")
            assert axe_finds(page) == []
            assert sideways(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_when_life_turns_help_company_and_something_to_do(visitor, script):
    with visitor.at("/", size=PHONE, java_script_enabled=script) as page:
        page.click("text=Somebody has died")
        page.fill("#near", START)
        page.click("text=Look near there")
        titles = page.locator("main h2").all_inner_texts()
        order = [
            titles.index(one)
            for one in (
                "Whom can you ring now?",
                "Who can help near you?",
                "Where is company?",
                "What could you do?",
            )
        ]
        assert order == sorted(order)
        assert page.locator("main .w-card").count() >= 6
        assert page.url.endswith("/when/bereaved")
        if script:
            assert axe_finds(page) == []
            assert sideways(page) == []


def test_an_hour_once_and_the_whole_range_from_where_one_is(visitor):
    for path, press in (("/help-out", "Show me"), ("/what-is-this", "Look near there")):
        with visitor.at(path, size=PHONE) as page:
            page.fill("#near", START)
            page.click(f"button:has-text('{press}')")
            assert "nearest to Hollin Bridge" in page.inner_text("main")
            assert page.locator("main .w-card").count() >= 8
            assert axe_finds(page) == []
            assert sideways(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_a_worry_is_noted_in_three_steps_and_taken_back(visitor, script):
    with visitor.at("/help-out", size=PHONE, java_script_enabled=script) as page:
        page.check("#note-kind-3")
        page.fill("#words", "Her curtains are shut since Friday")
        page.click("text=Note it")
        assert "It is noted" in page.inner_text("h1")
        own = page.inner_text("b.w-nb")
        page.goto(f"{visitor.site}/help-out")
        assert "curtains" not in page.inner_text("body")
        page.goto(f"{visitor.site}/tell-us/take-back")
        page.fill("#code", own)
        page.click("text=Take it back")
        assert "Your words are gone" in page.inner_text("h1")


@pytest.mark.parametrize("script", [True, False])
def test_a_visitor_says_what_it_was_like(visitor, visited, script):
    with visitor.at(
        f"/offers/{visited}", size=PHONE, java_script_enabled=script
    ) as page:
        assert "visitors have said what it was like" in page.inner_text("#visits")
        page.click("text=Were you there?")
        page.fill("#words", "The door was open.")
        page.check("#welcome")
        page.fill("#said_as", "somebody who is shy")
        if script:
            assert axe_finds(page) == []
            assert sideways(page) == []
        page.click("text=Send it to be read")
        assert "We have it" in page.inner_text("h1")
        page.goto(f"{visitor.site}/offers/{visited}")
        assert "The door was open." not in page.inner_text("#visits")
        if script:
            assert axe_finds(page) == []
            page.evaluate("document.documentElement.dir = 'rtl'")
            assert sideways(page) == []


def test_a_steward_decides_as_whom_it_stands(visitor, visited, invitation):
    words = "Somebody moved a chair for me."
    told = {"words": words, "welcome": "yes", "said_as": "a woman with a stick"}
    answer = httpx.post(f"{visitor.site}/tell-us/{visited}/visit", data=told)
    answer.raise_for_status()
    with visitor.at(invitation("una@example.org")) as page:
        come_in(page)
        item = page.locator(f".w-queue > li:has-text('{words}')")
        assert axe_finds(page) == []
        item.locator("button:has-text('Yes, as «a woman with a stick»')").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.set_viewport_size(PHONE)
        assert sideways(page) == []
        page.goto(f"{visitor.site}/offers/{visited}")
        said = page.inner_text("#visits")
        assert words in said
        assert re.search(r"A woman with a stick, today", said)


def test_no_two_things_on_a_page_bear_one_name(visitor, visited):
    for path in (*NEW_PAGES, f"/offers/{visited}", f"/tell-us/{visited}/visit"):
        with visitor.at(path, size=PHONE) as page:
            names = page.evaluate(
                "() => [...document.querySelectorAll('[id]')].map((one) => one.id)"
            )
            assert sorted(names) == sorted(set(names)), path
