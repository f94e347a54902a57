"""A culture officer looks what to put on next, with the money there is."""

import time

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECONDS = 300
"""What follows the week that is published once the valley is served."""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_could_be_put_on_next(visitor, size):
    with visitor.at("/choice/next", size=size) as page:
        until = time.monotonic() + SECONDS
        while not page.locator("#plan-third").count() and time.monotonic() < until:
            told = page.inner_text("main")
            assert "We cannot say yet" in told or "We are weighing it" in told
            page.wait_for_timeout(3_000)
            page.reload()
        assert "come to a third choice by three offers" in page.inner_text("main")
        assert "Those with nothing to a first choice" in page.inner_text("main")
        assert axe_finds(page) == []
        assert sideways(page) == []

        page.fill("#budget", "100")
        page.check("#weights-2")
        page.locator("summary", has_text="Whose order is it").click()
        assert axe_finds(page) == []
        page.click("text=Show it")
        assert "budget=100" in page.url
        assert "weights=need" in page.url
        page.locator("#plan-third").wait_for()  # it looks again by itself
        told = page.inner_text("main")
        assert "by two offers, for" in told
        assert "Does the answer change?" in told
        assert "There is a quarter less money" in told
        assert axe_finds(page) == []
        assert sideways(page) == []
