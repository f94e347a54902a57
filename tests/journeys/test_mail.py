"""Is a group asked, does it stop all mail in one tap, and does it see its month?"""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in
from tests.journeys.test_in_hand import group_with_link, looked_at

__all__ = ["group_with_link"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINK = re.compile(r"http://localhost:\d+(/g/\S+)")


def once_chosen(page, site):
    """Wait until the worker beside the server has chosen whom to ask."""
    for _ in range(60):
        page.goto(f"{site}/steward/asking")
        if page.locator("main li", has_text="Waits to be sent").count():
            return
        page.wait_for_timeout(1_000)
    pytest.fail("nobody was chosen")


def test_a_steward_gets_a_text_to_copy_and_says_that_it_was_sent(visitor, invitation):
    with visitor.at(invitation("ask@example.org")) as page:
        come_in(page)
        once_chosen(page, visitor.site)
        assert axe_finds(page) == []
        waiting = page.locator("main li", has_text="Waits to be sent").first
        waiting.locator("text=Get the text to copy").click()
        assert axe_finds(page) == []
        short = page.locator("textarea[name=short]").input_value()
        assert len(short) < 160
        link = LINK.search(page.locator("textarea[name=long]").input_value())[1]
        page.locator(".w-panel").locator("text=I have sent it").click()
        said = page.inner_text("main")
        assert "Sent by hand, today." in said
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            assert sideways(page) == []

        page.goto(f"{visitor.site}{link}")
        page.click("text=Yes, this is right")
        page.goto(f"{visitor.site}/steward/asking")
        assert "They answered today." in page.inner_text("main")


def test_a_group_stops_all_mail_in_one_tap_and_takes_it_back(visitor, group_with_link):
    _, path = group_with_link(6)
    with visitor.at(path, size=PHONE, java_script_enabled=False) as page:
        page.click("text=Give us an e-mail address")
        page.fill("#email", "singers@example.org")
        page.click("text=Write to us there")
        assert "We have an e-mail address of yours." in page.inner_text("#mail")
        page.click("text=Stop all mail")
        assert "We do not write to you." in page.inner_text("#mail")
        page.click("text=You may write to us again")
        assert "We have an e-mail address of yours." in page.inner_text("#mail")
        page.click("text=Change the address")
        page.click("text=Forget our address")
        assert "Give us an e-mail address" in page.inner_text("#mail")


def test_a_group_tells_new_faces_and_sees_its_month(visitor, group_with_link):
    _, path = group_with_link(7)
    with visitor.at(path, size=PHONE) as page:
        page.fill("#number", "3")
        page.click("text=Keep this number")
        looked_at(page)
        picture = page.locator("#month .w-week")
        assert picture.get_attribute("role") == "img"
        page.click("#month >> text=The same as a table")
        assert page.locator("#month table tbody tr").count() == 5
        looked_at(page)
        page.click("text=Take the number back")
        assert page.locator("#number").input_value() == ""
