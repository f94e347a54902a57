"""Does somebody see what is new near them, and what a steward published for a while?"""

from datetime import timedelta

import httpx
import pytest
from django.utils import timezone

from tests.journeys.looking import PHONE, axe_finds
from tests.journeys.stewards import come_in
from tests.journeys.test_in_hand import looked_at

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NAME = "Creative Health Week"


def publish(page):
    today = timezone.localdate()
    page.fill("#name", NAME)
    page.fill("#words", "Seven days of making things together.")
    page.fill("#starts_on", today.isoformat())
    page.fill("#ends_on", (today + timedelta(days=6)).isoformat())
    page.check("input[value=creative]")
    page.click("text=Publish it")


def test_what_a_steward_publishes_stands_on_the_page_and_in_the_feed(
    visitor, invitation
):
    with visitor.at(invitation("week@example.org")) as steward:
        come_in(steward)
        steward.goto(f"{visitor.site}/steward/campaigns")
        steward.click("text=Publish it")
        assert "Choose the first" in steward.inner_text("[role=alert]")
        publish(steward)
        assert "People see it now." in steward.inner_text("main")
        looked_at(steward)

        with visitor.at("/new", size=PHONE, java_script_enabled=False) as page:
            assert NAME in page.inner_text("main")
            page.fill("#near", "Hollin Bridge")
            page.click("text=Show me what is new")
            if "Which one" in page.inner_text("h1"):
                page.click("text=Go on")
            assert NAME in page.inner_text("main")
            assert page.context.cookies() == []
            feed = page.get_attribute("text=the feed for this page", "href")
        told = httpx.get(f"{visitor.site}{feed}")
        assert NAME in told.text
        assert told.headers["content-type"].startswith("application/atom+xml")

        mine = steward.locator("main li", has_text=NAME)
        mine.locator("text=Take it down").click()
        assert "Taken down." in steward.inner_text("main")
    with visitor.at("/new") as page:
        assert NAME not in page.inner_text("main")


def test_the_page_of_what_is_new_is_clean_on_a_phone_and_either_way_round(visitor):
    with visitor.at("/new", size=PHONE) as page:
        looked_at(page)
        assert "?" in page.inner_text("h1")
        assert axe_finds(page) == []
