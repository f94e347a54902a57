"""What a group may say besides, each on a page of its own, and never has to."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from django.utils import timezone

from tests.commons.files.test_pictures import a_picture, with_secrets
from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in
from tests.journeys.test_in_hand import ADDRESS, looked_at, weft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AT_A_PLACE = (
    "SELECT g.id, o.id, o.place_id FROM assets_asset g"
    " JOIN assets_offer o ON o.group_id = g.id"
    " JOIN assets_asset p ON p.id = o.place_id AND p.visibility = 'public'"
    " JOIN assets_tie t ON t.asset_id = p.id AND t.to_id = g.id AND t.kind = 'runs'"
    " JOIN assets_schedule s ON s.offer_id = o.id"
    " WHERE g.kind = 'group' AND g.visibility = 'public' ORDER BY o.id"
    " LIMIT 1 OFFSET ?"
)


@pytest.fixture
def group_at_home(valley):
    """A group that runs the place where it is: its link, an offer and the place."""

    def found(number):
        with closing(sqlite3.connect(valley / "weft.sqlite3")) as data:
            row = data.execute(AT_A_PLACE, [number * 5]).fetchone()
        group, offer, place = (str(UUID(key)) for key in row)
        link = ADDRESS.search(weft(valley, "link", "make", group)).group(1)
        return link, f"/offers/{offer}", f"/assets/{place}"

    return found


def main_of(visitor, page, path):
    page.goto(f"{visitor.site}{path}")
    return page.inner_text("main")


def test_without_a_script_it_tells_a_week_off_and_meets_after_all(
    visitor, group_at_home
):
    link, offer, _ = group_at_home(0)
    first = timezone.localdate() + timedelta(days=40)
    with visitor.at(f"{link}/weeks-off", java_script_enabled=False) as page:
        page.click("text=We do not meet then")
        assert "Choose a first day" in page.inner_text("[role=alert]")
        page.fill("#first", first.isoformat())
        page.click("text=We do not meet then")
        assert "The list says so now." in page.inner_text("main")
        assert "It does not meet from" in main_of(visitor, page, offer)

        page.goto(f"{visitor.site}{link}/weeks-off")
        for _ in range(page.locator("text=We meet after all").count()):
            page.locator("text=We meet after all").first.click()
        assert "It does not meet from" not in main_of(visitor, page, offer)


def test_what_it_changed_is_read_on_the_offer_s_page(visitor, group_at_home):
    link, *_ = group_at_home(1)
    with visitor.at(link, size=PHONE) as page:
        page.click("text=What we changed, and because of whose words")
        looked_at(page)
        chosen = page.locator("#offer").input_value()
        page.fill("#changed", "The kettle stands by the door now.")
        page.select_option("#whose", "new")
        page.fill("#said", "I did not dare to cross the room.")
        page.click("text=Put it on the page")
        looked_at(page)

        said = main_of(visitor, page, f"/offers/{chosen}")
        assert "Somebody who was new" in said
        assert "I did not dare to cross the room." in said
        looked_at(page)

        page.goto(f"{visitor.site}{link}/changes")
        page.click("text=Take it off the page")
        assert "dare to cross" not in main_of(visitor, page, f"/offers/{chosen}")


def test_what_its_room_is_right_for_is_said_and_left_open_again(visitor, group_at_home):
    link, _, place = group_at_home(2)
    with visitor.at(f"{link}/rooms", size=PHONE) as page:
        for folded in page.locator("summary").all():
            folded.click()
        looked_at(page)
        key = place.removeprefix("/assets/")
        page.select_option(f"#running_water-{key}", "yes")
        page.locator(f"form:has(#running_water-{key}) button").click()
        assert "The list says so now." in page.inner_text("main")
        assert "Running water" in main_of(visitor, page, place)
        looked_at(page)


def test_a_picture_of_its_door_is_shown_once_somebody_has_looked(
    visitor, group_at_home, invitation
):
    link, offer, place = group_at_home(3)
    key = place.removeprefix("/assets/")
    with visitor.at(f"{link}/door", size=PHONE, java_script_enabled=False) as page:
        looked_at_still(page)
        picture = {
            "name": "IMG_0001.JPG",
            "mimeType": "image/jpeg",
            "buffer": with_secrets(a_picture((1200, 900))),
        }
        page.select_option("#place", key)
        page.set_input_files("#picture", picture)
        page.click("text=Give this picture")
        assert "Say in a line what the picture shows" in page.inner_text("[role=alert]")
        page.select_option("#place", key)
        page.set_input_files("#picture", picture)
        page.fill("#described", "A blue door above yellow steps.")
        page.click("text=Give this picture")
        assert "Somebody looks at it before" in page.inner_text("main")
        assert "A blue door above" not in main_of(visitor, page, place)

    with visitor.at(invitation("doors@example.org"), size=DESK) as page:
        come_in(page)
        page.click("text=before they are shown")
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.locator("main img").first.wait_for()
        this = page.locator("li:has(img[alt='A blue door above yellow steps.'])")
        this.locator("text=Yes, show it").click()
        assert "It is shown now." in page.inner_text("main")

    with visitor.at(offer, size=PHONE) as page:
        door = page.locator("main img[alt='A blue door above yellow steps.']")
        door.scroll_into_view_if_needed()
        assert door.evaluate("one => one.decode().then(() => one.naturalWidth)") > 200
        looked_at(page)

    with visitor.at(f"{link}/door", java_script_enabled=False) as page:
        page.click("text=Take the picture back")
        assert "gone for good" in page.inner_text("main")
        assert "A blue door above" not in main_of(visitor, page, place)


def looked_at_still(page):
    """See that nothing is wider than the phone, where no script may look."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_what_it_is_like_is_said_in_seconds_and_taken_back(visitor, group_at_home):
    link, *_ = group_at_home(4)
    with visitor.at(link, size=PHONE) as page:
        page.locator("main a:has-text('Change'):has-text('Cost')").first.click()
        looked_at(page)
        offer = page.locator("#part-price input[name=offer]").first.input_value()
        page.fill("#price", "£2 to £5, what you can")
        page.locator("#part-price button:has-text('Say it like this')").click()
        assert "The list says so now." in page.inner_text("main")
        for folded in page.locator("summary").all():
            folded.click()
        looked_at(page)
        assert "£2 to £5, what you can" in main_of(visitor, page, f"/offers/{offer}")

        page.goto(f"{visitor.site}{link}/like?offer={offer}")
        page.click("#part-price summary")
        page.click("#part-price button:has-text('Take our words away')")
        assert "Your words are gone." in page.inner_text("main")
        assert "what you can" not in main_of(visitor, page, f"/offers/{offer}")


def test_it_has_stopped_on_a_day_and_goes_on_after_all(visitor, group_at_home):
    link, offer, _ = group_at_home(4)
    today = timezone.localdate().isoformat()
    with visitor.at(link, size=PHONE, java_script_enabled=False) as page:
        page.click("#stopping summary")
        page.click("text=We have stopped")
        assert "Choose the day on which" in page.inner_text("[role=alert]")
        page.fill("#stopped_on", today)
        page.fill("#why", "The roof came down.")
        page.click("text=We have stopped")
        assert "You told us that it stopped on" in page.inner_text("main")
        assert "The roof came down." in main_of(visitor, page, offer)

        page.goto(f"{visitor.site}{link}")
        looked_at_still(page)
        page.click("text=We go on after all")
        assert "The roof came down." not in main_of(visitor, page, offer)


def test_what_people_told_us_of_it_is_decided_by_the_group(visitor, group_at_home):
    link, offer, _ = group_at_home(4)
    key = offer.removeprefix("/offers/")
    told = {"kind": "wrong", "words": "It rang.", "telephone": "01632 960 777"}
    httpx.post(f"{visitor.site}/tell-us/{key}", data=told).raise_for_status()
    with visitor.at(link, size=PHONE) as page:
        page.click("text=Look at what they said")
        looked_at(page)
        page.click("text=Yes, say it like this")
        looked_at(page)
        assert "01632 960 777" in main_of(visitor, page, offer)
        page.go_back()
        page.click("text=No, put it back as it was")
        assert "01632 960 777" not in main_of(visitor, page, offer)
