"""Does a fresh valley show a steward what waits, and let somebody go who asks to?"""

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def looked_at(page):
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        assert axe_finds(page) == []
        assert sideways(page) == []


def test_a_steward_sees_what_waits_where_and_takes_off_who_asks(visitor, invitation):
    with visitor.at(invitation("uma@example.org")) as page:
        come_in(page)
        looked_at(page)
        told = page.inner_text("main")  # others may have decided some of them before
        for waits in ("pictures of doors", "read from others", "in dispute"):
            assert told.count(waits) == 1
        assert "came" in page.inner_text("#elsewhere")
        page.click("text=Take off the list who asks not to be on it")
        assert "Rushby Town Memory Keepers" in page.inner_text("#off")
        page.fill("[name=what]", "ox lea knit")
        page.click("text=Find it")
        looked_at(page)
        there = page.locator("#find h3 a").first.get_attribute("href")
        page.locator("#find button", has_text="They asked not to be listed").click()
        assert "we keep to that" in page.inner_text("[role=status]")
        assert page.goto(f"{visitor.site}{there}").status == 404
        page.goto(f"{visitor.site}/steward/listed")
        looked_at(page)
        page.locator("#off li", has_text="Ox Lea Knitters").locator("button").click()
        assert "on the list again" in page.inner_text("[role=status]")
        assert page.goto(f"{visitor.site}{there}").status == 200


def test_a_fresh_valley_shows_what_its_people_did(visitor):
    with visitor.at("/help-out", size=PHONE) as page:
        assert "Everything warm is shut." in page.inner_text("#wished")
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.goto(f"{visitor.site}/new")
        assert "Winter doors" in page.inner_text("main")
