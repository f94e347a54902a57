"""A councillor tries a Sunday bus: whom does it help, where, and is it the better?"""

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = pytest.mark.browser
LONG = 120_000  # milliseconds: the week is made ready, on a busy machine
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"


def fine(page):
    assert axe_finds(page) == []
    assert sideways(page) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_councillor_tries_a_sunday_bus(visitor, size):
    with visitor.at("/choice/lab", size=size) as page:
        fine(page)  # it may say that the week is being made ready
        page.wait_for_selector("#try", timeout=LONG)
        fine(page)
        page.get_by_role("link", name="Let a bus run on one more day").click()
        bus = page.get_by_label("Which bus?")
        bus.select_option(label="594, Valley Lines")
        assert page.get_by_label("On which day?", exact=True).input_value() == "6"
        fine(page)
        page.get_by_role("button", name="Try it").click()

        page.wait_for_selector("#answer")
        assert "what=1~l.594.6.5" in page.url
        assert "Bus 594 runs on Sunday as on Saturday" in page.inner_text("main")
        answer = page.inner_text(".w-answer")
        assert "have more to choose from" in answer
        page.evaluate(OPEN_ALL)
        fine(page)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert sideways(page) == []
        link = page.url

        page.get_by_role("link", name="Take out").click()
        page.get_by_role("link", name="Undo the last step").click()
        assert page.inner_text(".w-answer") == answer
        page.get_by_role("link", name="Lay it beside another").click()
        page.get_by_label("Link of B").fill(link.replace("594", "h1"))
        page.get_by_label("How much more").first.fill("10")
        page.get_by_role("button", name="Weigh again").click()
        assert "Bus H1 runs on Sunday as on Saturday" in page.inner_text("main")
        assert "Does it matter who weighs?" in page.inner_text("main")
        fine(page)

    with visitor.at(link.removeprefix(visitor.site), java_script_enabled=False) as page:
        assert page.inner_text(".w-answer") == answer
        assert page.context.cookies() == []
