"""Does a steward work through the fifty of a month by keys, and what is shown of it?"""

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def once_drawn(page, site):
    """Wait until the worker beside the server has drawn the month."""
    for _ in range(60):
        page.goto(f"{site}/steward/audit")
        if page.locator("#entry").count():
            return
        page.wait_for_timeout(1_000)
    pytest.fail("nothing was drawn")


def pressed_by_keys(page, words):
    """Go from where the focus is to a button, and press it."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent.trim()") == words:
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("script", [True, False])
def test_a_steward_looks_at_entries_by_keys_and_takes_one_back(
    visitor, invitation, script
):
    name = f"audit-{'with' if script else 'without'}@example.org"
    with visitor.at(invitation(name), java_script_enabled=script) as page:
        come_in(page)
        once_drawn(page, visitor.site)
        done = page.locator("main ol li").count()
        pressed_by_keys(page, "It is all right")
        pressed_by_keys(page, "I could reach nobody")
        assert page.locator("main ol li").count() == done + 2
        assert "could not reach anybody" in page.inner_text("[role=status]")
        page.click("text=Take that back")
        assert page.locator("main ol li").count() == done + 1
        page.check("input[value=when]")
        page.click("text=This is wrong")
        assert "when it is on" in page.inner_text("[role=status]")
        if script:
            assert axe_finds(page) == []
            for size in (PHONE, DESK):
                page.set_viewport_size(size)
                for way in ("rtl", "ltr"):
                    page.evaluate("way => document.documentElement.dir = way", way)
                    assert sideways(page) == [], (size, way)


def test_before_its_end_a_month_says_only_how_far_it_is(visitor):
    with visitor.at("/open/right", size=PHONE) as page:
        assert axe_finds(page) == []
        assert sideways(page) == []
        said = page.inner_text("main")
        assert "We do not know yet." in said or "is not done yet" in said
