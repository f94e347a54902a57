"""An analyst, and somebody who wonders about their street, look at need."""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = pytest.mark.browser
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
PAGES = (
    "/need",
    "/need/many-things",
    "/need/low-income",
    "/need/offline",
    "/need/years-of-girls",
    "/need/health-index",
    "/need/areas/E01901005",
)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_of_need_is_for_everybody(visitor, path, size):
    with visitor.at(path, size=size) as page:
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        assert sideways(page) == []


@pytest.mark.parametrize("path", ["/need/low-income", "/need/areas/E01901005"])
def test_pages_of_need_hold_right_to_left_and_on_paper(visitor, path):
    with visitor.at(path, size=PHONE) as page:
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert sideways(page) == []
    with visitor.at(path) as page:
        page.emulate_media(media="print")
        assert page.locator("h1").is_visible()
        assert sideways(page) == []


def test_from_the_first_question_to_ones_own_street_and_a_file(visitor):
    with visitor.at("/need") as page:
        page.get_by_label(re.compile("Which place")).fill("Rushby")
        with page.expect_navigation():
            page.get_by_role("button", name="Show this place").click()
        if "/need/areas/" not in page.url:
            page.get_by_role("main").get_by_role("link").first.click()
        assert re.search(r"/need/areas/E01\d{6}$", page.url)
        assert page.get_by_role("heading", name="Who lives here?").is_visible()
        with page.expect_download() as kept:
            page.get_by_role("link", name="CSV", exact=True).first.click()
        assert kept.value.suggested_filename.endswith(".csv")


def test_a_neighbour_replies_to_a_number_and_takes_it_back_without_any_script(visitor):
    own = "We look after each other on Vat Lane."
    with visitor.at("/need/areas/E01901005", java_script_enabled=False) as page:
        page.locator(".w-reply a").first.click()
        page.fill("#words", own)
        page.get_by_role("button", name="Send it to be read").click()
        page.get_by_role("heading", name="We have what you said").wait_for()
        assert page.get_by_text(own).is_visible()
        code = page.locator("b.w-nb").inner_text()

        page.goto(f"{visitor.site}/need/areas/E01901005")
        assert page.get_by_text(own).count() == 0  # nobody has read it yet

        page.goto(f"{visitor.site}/need/replies/take-back")
        page.fill("#code", code.upper())
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Your words are gone").wait_for()


def test_what_neighbours_said_is_on_paper_too(visitor):
    with visitor.at("/places") as page:
        page.get_by_role("link", name="Dyehouse").first.click()
        page.emulate_media(media="print")
        said = page.get_by_text("My first two hold this street together")
        assert said.first.is_visible()
        assert not page.locator(".w-reply").first.is_visible()


def test_ones_own_file_is_laid_beside_without_any_script(visitor, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("lsoa,visits\nE01901005,4177\n")
    with visitor.at("/need/areas/E01901005", java_script_enabled=False) as page:
        page.set_input_files("#table", str(mine))
        page.get_by_role("button", name="Lay it beside").click()
        page.get_by_text("4,177").first.wait_for()

    with visitor.at("/need/areas/E01901005") as page:
        assert page.get_by_text("4,177").count() == 0


def test_a_file_that_will_not_do_is_told_at_the_form_and_by_keyboard(visitor, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("name,visits\nA,1\n")
    with visitor.at("/need/no-car") as page:
        page.set_input_files("#table", str(mine))
        page.get_by_role("button", name="Lay it beside").focus()
        page.keyboard.press("Enter")
        page.get_by_text("No column holds codes of areas").first.wait_for()

        visitor.mishaps.clear()  # the browser notes the 400 that we meant
        assert axe_finds(page) == []
