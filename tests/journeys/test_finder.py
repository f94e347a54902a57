"""Can somebody find something to do, however they get about a page?"""

import re
import sqlite3

import pytest

from tests.journeys.looking import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FITS = "text=Show me what fits"


@pytest.fixture(scope="module")
def postcode(valley):
    """A postcode in the middle of a town of the made-up valley."""
    with sqlite3.connect(f"file:{valley / 'weft.sqlite3'}?mode=ro", uri=True) as base:
        ((compact,),) = base.execute(
            "select p.compact from ground_postcode p, ground_namedplace n "
            "where n.kind = 'town' and p.live "
            "order by abs(p.latitude - n.latitude) + abs(p.longitude - n.longitude) "
            "limit 1"
        )
    return f"{compact[:-3]} {compact[-3:]}"


def cards(page):
    return page.locator(".w-cards > .w-card")


def ask(page, near, *, what="", free=()):
    page.fill("#near", near)
    page.check("#week-2")  # next week, so that no session is gone by
    for part in free:
        page.check(f"#free-{part}")
    if what:
        page.fill("#what", what)
    page.click(FITS)


def on_a_slow_line(page):
    """Let every file come half a second late, as on a telephone in a valley."""
    told = page.context.new_cdp_session(page)
    told.send("Network.enable")
    told.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 500,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        },
    )


def test_something_is_found_from_a_postcode(visitor, postcode):
    with visitor.at("/", size=PHONE) as page:
        ask(page, postcode.lower().replace(" ", ""))

        assert cards(page).count() >= 3
        assert "fit" in page.locator("h1").inner_text()
        assert "streets on the map" in page.inner_text("main")
        cards(page).first.locator("h3 a").click()
        assert re.search(r"/(offers|assets|groups)/", page.url)
        assert page.locator("text=How sure are we?").count() == 1


def test_the_postcode_is_in_no_address_title_storage_or_cookie(visitor, postcode):
    with visitor.at("/") as page:
        ask(page, postcode, what="somewhere to sing", free=["tue-evening"])

        outward = postcode.split()[0]
        kept = page.evaluate("JSON.stringify([localStorage, sessionStorage])")
        assert outward not in page.url
        assert "sing" not in page.url
        assert outward not in page.title()
        assert outward not in kept
        assert page.context.cookies() == []


def test_hours_narrow_what_is_shown(visitor):
    with visitor.at("/") as page:
        ask(page, "Aldermill")
        all_week = page.locator("main .w-lead").inner_text()
        page.goto(f"{visitor.site}/")
        ask(page, "Aldermill", free=["tue-afternoon"])

        assert "What fits your Tuesday?" in page.inner_text("h1")
        assert page.locator("main .w-lead").inner_text() != all_week
        days = page.locator(".w-card p b.w-nb").count()
        assert days > 0
        assert (
            page.locator(".w-card >> text=/(Mon|Wednes|Thurs|Fri)day \\d/").count() == 0
        )
        assert page.locator("text=The hour:").count() == 1


def test_typed_hours_do_the_same(visitor):
    with visitor.at("/") as page:
        page.fill("#near", "Aldermill")
        page.check("#week-2")
        page.click("text=Type the hours instead")
        page.fill("#hours", "Tue 12:45 to 15:00, thu 9-11")
        page.click(FITS)

        assert "Tuesday and Thursday" in page.inner_text("h1")
        assert "Tue 12:45 to 15:00" in page.inner_text(".w-asked")


def test_the_keyboard_alone_is_enough(visitor):
    with visitor.at("/") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "nhsuk-skip-link"
        page.keyboard.press("Enter")
        _tab_to(page, "#near")
        page.keyboard.type("Aldermill")
        _tab_to(page, "#free-tue-afternoon")
        page.keyboard.press("Space")
        _tab_to(page, "button.nhsuk-button:not([formaction])")
        page.keyboard.press("Enter")
        page.wait_for_selector(".w-views")
        _tab_to(page, ".w-card h3 a, .w-why a, .w-again button")
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring == "solid"


def _tab_to(page, selector):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"the keyboard never reaches {selector}")


def test_without_any_script_all_but_the_map_s_panning_works(visitor):
    with visitor.at("/", java_script_enabled=False) as page:
        ask(page, "Aldermill", free=["tue-afternoon", "thu-morning"])

        assert cards(page).count() >= 3
        page.locator("summary:has-text('The same as a table')").first.click()
        assert page.locator("table").first.is_visible()
        page.click("text=Change")
        assert page.input_value("#near") == "Aldermill"
        assert page.is_checked("#free-tue-afternoon")
        page.goto(f"{visitor.site}/my-list")
        assert "cannot keep a list for you" in page.inner_text("main")
        page.goto(f"{visitor.site}/map")
        assert page.locator("#map svg:visible").count() == 1


def test_a_wrong_postcode_gets_a_plain_way_on(visitor):
    with visitor.at("/", size=PHONE) as page:
        ask(page, "ZD9 9ZZ", what="clay")

        assert "Where is that?" in page.inner_text("h1")
        assert page.locator("main a[href^='tel:']").count() >= 1
        page.fill("#near", "Aldermill")
        page.click("text=Go on")
        assert "clay" in page.inner_text(".w-asked")


def test_going_back_from_a_thing_never_asks_to_post_again(visitor, postcode):
    with visitor.at("/") as page:
        on_a_slow_line(page)
        ask(page, postcode, free=["tue-afternoon"])
        cards(page).first.locator("h3 a").click()
        page.wait_for_load_state()
        page.go_back()

        assert "/choices?near=E0" in page.url
        assert cards(page).count() >= 1
        page.reload()
        assert cards(page).count() >= 1


def test_a_surprise_is_one_thing_and_another_press_another(visitor):
    with visitor.at("/", size=PHONE) as page:
        page.fill("#near", "Aldermill")
        page.check("#week-2")
        page.click("text=Surprise me")
        first = page.inner_text(".w-card h3")
        seen = {first}
        for _ in range(4):
            page.click("text=Surprise me again")
            seen.add(page.inner_text(".w-card h3"))

        assert len(seen) > 1


def test_a_list_is_kept_on_this_phone_only_and_holds_no_home(visitor, postcode):
    with visitor.at("/", size=PHONE) as page:
        ask(page, postcode, free=["tue-afternoon", "wed-morning"])
        name = cards(page).first.locator("h3").inner_text()
        cards(page).first.locator("[data-keep]").click()
        assert (
            cards(page).first.locator("[data-keep]").inner_text()
            == "Kept on this phone"
        )

        page.goto(f"{visitor.site}/my-list")
        assert name in page.inner_text("#my-list-things")
        kept = page.evaluate("localStorage.getItem('weft.list')")
        assert postcode.split()[0] not in kept
        assert "leave" not in kept
        page.click("text=Take off my list")
        assert page.locator("text=Nothing kept yet?").is_visible()


def test_the_page_can_be_left_at_once_without_a_script(visitor):
    with visitor.at("/choices?near=Aldermill", java_script_enabled=False) as page:
        leave = page.locator("a.w-leave")

        assert leave.is_visible()
        assert leave.get_attribute("href").startswith("https://")
        assert "noreferrer" in leave.get_attribute("rel")


def test_a_calendar_says_only_the_day_and_the_hour(visitor):
    with visitor.at("/", size=DESK) as page:
        ask(page, "Aldermill")
        page.locator(".w-card h3 a[href*='/offers/']").first.click()
        name = page.inner_text("h1 [data-said]")
        address = page.get_attribute("a:has-text('Put in my calendar')", "href")
        file = page.request.get(f"{visitor.site}{address}").text()

        assert "BEGIN:VEVENT" in file
        assert name not in file
        assert "LOCATION" not in file


def test_the_map_moves_with_a_script_and_asks_nobody_else(visitor):
    with visitor.at("/map", size=DESK) as page:
        page.wait_for_timeout(4_000)  # tiles, workers and all

        moves = page.locator(".maplibregl-canvas").count() == 1
        drawn = page.locator("#map svg:visible").count() >= 1
        assert moves or drawn  # a browser that cannot draw in depth keeps the picture
        assert page.locator("#list a").count() > 100
        if moves:
            page.locator(".maplibregl-ctrl-zoom-in").focus()
            page.keyboard.press("Enter")
            page.wait_for_timeout(1_000)
            assert page.locator("#map a, #map button").count() > 2
