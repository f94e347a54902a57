"""Does every page, in every state, fit a phone, big letters, a printer and axe?"""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
LONG = "Międzypokoleniowośpiewaniewspólnotowe" * 3


def ask(page, near="Aldermill", **fields):
    """Post the first page's form with something in it."""
    page.fill("#near", near)
    page.check("#week-2")
    if fields.get("what"):
        page.fill("#what", fields["what"])
    for part in fields.get("free", ()):
        page.check(f"#free-{part}")
    page.click(fields.get("press", "text=Show me what fits"))


def first_thing(kind):
    def go(page):
        ask(page, free=())
        page.locator(f"main a[href*='/{kind}/']").first.click()

    return go


def first_group(page):
    first_thing("offers")(page)
    page.locator("main a[href*='/assets/']").first.click()


def first_place(page, base):
    page.goto(f"{base}/places")
    page.locator(".w-places a").first.click()


def reply(words=""):
    def go(page):
        page.locator(".w-places a").nth(5).click()
        page.locator(".w-reply a").first.click()
        if words:
            page.fill("#words", words)
            page.click("text=Send it to be read")

    return go


def a_wrong_code(page):
    page.fill("#code", "abcd-efgh")
    page.click("text=Take them back")


STATES = {
    "home": ("/", None),
    "home with an error": ("/", lambda page: ask(page, near=" ")),
    "results": ("/", lambda page: ask(page, free=["tue-afternoon", "wed-evening"])),
    "results at any time": ("/", ask),
    "results for words": ("/", lambda page: ask(page, what="somwhere to sing")),
    "nothing": ("/", lambda page: ask(page, what="trombone", free=["mon-late"])),
    "long words": ("/", lambda page: ask(page, what=LONG)),
    "an unknown place": ("/", lambda page: ask(page, near="ZD9 9ZZ")),
    "a long unknown place": ("/", lambda page: ask(page, near=LONG)),
    "a surprise": ("/", lambda page: ask(page, press="text=Surprise me")),
    "a refused postcode": ("/choices?near=ZD1+1AA", None),
    "something to do": ("/", first_thing("offers")),
    "something that is here": ("/", first_thing("assets")),
    "a group": ("/", first_group),
    "places": ("/places", None),
    "a place": ("/places", lambda page: page.locator(".w-places a").nth(3).click()),
    "a number to reply to": ("/places", reply()),
    "a reply that is kept": ("/places", reply("We look after each other here.")),
    "a reply that is refused": ("/places", reply(f"Ring 01632 960 123, {LONG}")),
    "words to take back": ("/need/replies/take-back", None),
    "a code that nobody has": ("/need/replies/take-back", a_wrong_code),
    "the map": ("/map", None),
    "open": ("/open", None),
    "who may": ("/open/who-may", None),
    "how sure": ("/open/sureness", None),
    "a method": ("/open/methods/search", None),
    "privacy": ("/privacy", None),
    "accessibility": ("/accessibility", None),
    "an empty list": ("/my-list", None),
    "the region's report": ("/regions/tenterdale", None),
    "nothing here": ("/nowhere", None),
}


def opened(visitor, name, **options):
    path, go = STATES[name]
    entered = visitor.at(path, **options)
    page = entered.__enter__()
    if go:
        go(page)
    return entered, page


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visitor, name):
    """One visit for both: opening a state takes longer than looking at it."""
    entered, page = opened(visitor, name)
    try:
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        assert axe_finds(page) == []
        for size in (PHONE, ZOOMED):
            page.set_viewport_size(size)
            for way in ("rtl", "ltr"):
                page.evaluate("way => document.documentElement.dir = way", way)
                assert sideways(page) == [], f"{way} at {size['width']} px"
    finally:
        entered.__exit__(None, None, None)


def test_a_kept_list_is_clean_too(visitor):
    with visitor.at("/", size=PHONE) as page:
        ask(page)
        page.locator("[data-keep]").first.click()
        page.goto(f"{visitor.site}/my-list")

        assert axe_finds(page) == []
        assert sideways(page) == []


def pages_of(pdf: bytes) -> int:
    """Count the pages of a PDF, as its own tree of pages does."""
    return max(int(found) for found in re.findall(rb"/Count (\d+)", pdf))


def test_the_sheet_of_a_place_is_one_side_with_the_telephone_largest(visitor):
    with visitor.at("/places", size=DESK) as page:
        page.locator(".w-places a").first.click()
        page.click("text=on one page to print")
        page.emulate_media(media="print")
        sizes = page.evaluate(
            """() => {
              const seen = [...document.querySelectorAll("main *")]
                .filter((one) => one.getClientRects().length && one.innerText?.trim())
                .map((one) => [
                  parseFloat(getComputedStyle(one).fontSize), one.innerText]);
              const largest = sizes => sizes.sort((a, b) => b[0] - a[0])[0];
              const phone = document.querySelector(".w-sheet__phone a");
              const body = document.querySelector(".w-sheet__things li");
              return [largest(seen)[1], phone.innerText,
                      parseFloat(getComputedStyle(body).fontSize)];
            }"""
        )

        assert sizes[0] == sizes[1]
        assert sizes[2] == pytest.approx(16 * 96 / 72, abs=0.5)  # 16 pt
        assert pages_of(page.pdf(prefer_css_page_size=True)) == 1


def test_every_place_s_sheet_is_one_side(visitor):
    with visitor.at("/places", size=DESK) as page:
        places = page.locator(".w-places a").all()
        addresses = [place.get_attribute("href") for place in places]
        long = []
        for address in addresses:
            page.goto(f"{visitor.site}{address}/sheet")
            if pages_of(page.pdf(prefer_css_page_size=True)) != 1:
                long.append(address)

        assert len(addresses) > 5
        assert long == []


@pytest.mark.parametrize("name", ["results", "something to do", "a place"])
def test_pages_print_in_one_ink_without_buttons(visitor, name):
    entered, page = opened(visitor, name, size=DESK)
    try:
        page.emulate_media(media="print")

        assert page.locator(".w-leave").is_hidden()
        assert page.locator("main .nhsuk-button-group").first.is_hidden()
        ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
        assert ink == "rgb(0, 0, 0)"
        assert page.locator("h1").is_visible()
    finally:
        entered.__exit__(None, None, None)
