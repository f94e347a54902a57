"""Somebody goes by bus and comes home; an analyst looks for whom there is a choice."""

import re
import time
from datetime import date, timedelta

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = [pytest.mark.browser, pytest.mark.slow]
A_POSTCODE = re.compile(r"ZD\d+ ?\d[A-Z]{2}", re.IGNORECASE)
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
SECONDS = 300
"""What is reckoned every Monday is made up for once the valley is served."""


@SIZES
def test_the_gap_between_two_buses(visitor, size):
    with visitor.at("/", size=size) as page:
        page.fill("#near", "Waterside")
        page.check("#week-2")
        page.check("#free-tue-afternoon")
        page.locator("details", has=page.locator("#way")).evaluate("d => d.open = true")
        page.select_option("#way", "bus")
        page.select_option("#spare", "5")
        page.click("text=Show me what fits")
        assert "buses by the timetable" in page.inner_text("main")
        by_bus = page.locator(".w-card", has_text="by bus or train").first
        by_bus.locator("summary").click()
        told = by_bus.inner_text()
        assert re.search(r"There: leave \d\d:\d\d", told)
        assert re.search(r"Back: home by \d\d:\d\d", told)
        assert re.search(r"Bus \w+ towards .+ at \d\d:\d\d from", told)
        assert not A_POSTCODE.search(page.url)
        assert axe_finds(page) == []
        assert sideways(page) == []

        by_bus.locator("h3 a").click()
        page.click("text=How do I get there, and home again?")
        page.fill("#near", "Waterside")
        page.select_option("#way", "bus")
        page.click("text=Show me the way")
        assert "From Waterside" in page.inner_text("main")
        takes = page.locator("dl").first.inner_text()
        assert "Time in all" in takes
        assert "A pass may make the bus free: ask" in takes
        assert axe_finds(page) == []
        assert sideways(page) == []


def next_monday() -> date:
    today = date.today()  # noqa: DTZ011 the served valley's own day
    return today + timedelta(days=7 - today.weekday())


def test_the_way_there_and_its_fare_are_told_in_urdu_on_a_phone(visitor):
    with visitor.at("/?in=ur", size=PHONE) as page:
        page.fill("#near", "Waterside")
        page.check("#week-2")
        page.check("#free-tue-afternoon")
        page.locator("details", has=page.locator("#way")).evaluate("d => d.open = true")
        page.select_option("#way", "bus")
        page.click("main form .nhsuk-button:has-text('Show me what fits')")
        by_bus = page.locator(".w-card", has_text="Bus or train there: £").first
        by_bus.locator("h3 a").click()
        way = page.locator("a", has_text="How do I get there").get_attribute("href")
        assert way.endswith("?in=ur")
        page.goto(f"{page.url.partition('/offers')[0]}{way}&week={next_monday()}")
        page.fill("#near", "Waterside")
        page.select_option("#way", "bus")
        page.click("text=Show me the way")
        told = page.inner_text("main")
        assert "کرایہ" in told
        assert "What makes it easier" in told
        assert re.search(r"(There and home together: £|what the bus or train)", told)
        assert not A_POSTCODE.search(page.url)
        assert axe_finds(page) == []
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert sideways(page) == []


@SIZES
def test_an_analyst_sees_for_whom_there_is_a_choice(visitor, size):
    with visitor.at("/choice", size=size) as page:
        until = time.monotonic() + SECONDS
        while not page.locator("#weeks").count() and time.monotonic() < until:
            assert "not reckoned yet" in page.inner_text("main")
            page.wait_for_timeout(3_000)
            page.reload()
        assert "Nobody here has been asked yet" in page.inner_text("main")
        assert axe_finds(page) == []
        assert sideways(page) == []
        assert page.locator(".w-little > li").count() == 8
        page.click("text=On wheels, and by bus")
        assert "people who live so have three things" in page.inner_text("main")
        assert "Does the answer change?" in page.inner_text("main")
        assert page.locator("svg").count() >= 2
        assert axe_finds(page) == []
        assert sideways(page) == []

        page.click("text=Step through the week on the map")
        first = page.inner_text("#which-hour")
        page.click("text=Hour after")
        page.wait_for_function(
            "t => document.querySelector('#which-hour').textContent !== t", arg=first
        )
        assert "?hour=" in page.url
        second = page.inner_text("#which-hour")
        page.click("text=Play the week")
        page.wait_for_function(
            "t => document.querySelector('#which-hour').textContent !== t", arg=second
        )
        page.click("text=Stop")
        assert axe_finds(page) == []
        assert sideways(page) == []

        page.click("text=On wheels, and by bus")
        for question, said in (
            ("Is there as much where more is missing?", "Is the gap growing?"),
            ("Who has fewer than three, and where?", "All of them"),
        ):
            page.click(f"text={question}")
            assert said in page.inner_text("main")
            assert axe_finds(page) == []
            assert sideways(page) == []
            for hidden in page.locator("main details").all():
                hidden.evaluate("d => d.open = true")
            with page.expect_download() as file:
                page.locator("main a:visible", has_text="CSV").first.click()
            assert file.value.suggested_filename.endswith(".csv")
            page.go_back()
        page.goto(page.url.split("/choice")[0] + "/choice/gates")
        assert "Half of people live within" in page.inner_text("main")
        assert axe_finds(page) == []
        assert sideways(page) == []


@SIZES
def test_somebody_makes_a_week_of_their_own(visitor, size):
    with visitor.at("/choice/own", size=size) as page:
        answer = page.locator("[data-answer]")
        answer.wait_for(timeout=SECONDS * 1_000)  # whoever asks first waits longest
        assert "three things or more" in answer.inner_text()
        page.check("#free-mon-morning")
        page.wait_for_url("**free=mon-morning**")
        for name, value in (("far", "15"), ("pay", "2")):
            slider = page.locator(f"#{name}")
            assert slider.get_attribute("type") == "range"
            slider.fill(value)
            slider.dispatch_event("change")
            page.wait_for_url(f"**{name}={value}**")
        assert not page.is_checked("[name=any]")  # who moves a price means it
        page.check("[name=need][value=step_free]")
        page.wait_for_url("**need=step_free**")
        page.wait_for_selector("#own-found:not([aria-busy]) [data-answer]")
        assert "15 minutes" in page.inner_text("form")
        assert "£2 a visit or less; must be so: step-free." in page.inner_text("main")
        assert "Most often in the way" in page.inner_text("main")
        assert page.locator("#own-map svg, svg.w-picture").count() >= 1
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.click("text=اردو")  # and nothing that was moved is lost
        page.wait_for_url("**in=ur**")
        assert page.is_checked("#free-mon-morning")
        assert "need=step_free" in page.url
        assert "far=15" in page.url
        assert "Not yet checked by a speaker" in page.inner_text("main")
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert axe_finds(page) == []
        assert sideways(page) == []
