"""Somebody takes the list away as a file, and shows what is on on their own page."""

import re
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = pytest.mark.browser
PLACE = re.compile(r"/places/(E02\d{6})")


@pytest.fixture
def code(visitor):
    """The code of a place of the valley."""
    with visitor.at("/places") as page:
        return PLACE.search(page.content())[1]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "path", ["/open/data", "/open/embed", "/embed/places/{}", "/choice/weeks"]
)
def test_every_page_of_what_is_open_is_for_everybody(visitor, code, path, size):
    with visitor.at(path.format(code), size=size) as page:
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert sideways(page) == []
        page.emulate_media(media="print")
        assert page.locator("h1").is_visible()
        assert sideways(page) == []


def test_from_what_is_open_to_a_file(visitor):
    with visitor.at("/open") as page:
        with page.expect_navigation():
            page.get_by_role("link", name="All that is on our list, as files").click()
        # the files of a new build are made by a job, a quarter of a minute later
        for _ in range(60):
            if page.get_by_role("link", name="Excel").count():
                break
            page.wait_for_timeout(1_000)
            page.reload()
        with page.expect_download() as kept:
            page.get_by_role("link", name="Excel").first.click()
        assert kept.value.suggested_filename == "weft-tenterdale-things.xlsx"


@contextmanager
def somebody_elses_page(visitor, inside):
    """Open a page of another site: of another port of this machine."""
    whole = f"<!doctype html><title>Our hall</title><h1>Our hall</h1>{inside}"

    class Hall(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(whole.encode())

        def log_message(self, *_told):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Hall)
    Thread(target=server.serve_forever, daemon=True).start()
    context = visitor.browser.new_context()
    try:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
    finally:
        context.close()
        server.shutdown()
        server.server_close()


def test_from_a_place_to_the_lines_to_copy_and_what_they_show(visitor):
    with visitor.at("/open/embed") as page:
        page.get_by_label("Choose a place").select_option(index=1)
        with page.expect_navigation():
            page.get_by_role("button", name="Show me the lines to copy").click()
        lines = page.locator("#snippet").input_value()
    assert lines.startswith("<iframe src=")
    with somebody_elses_page(visitor, lines) as page:
        heading = page.frame_locator("iframe").get_by_role("heading", level=1)
        assert heading.inner_text().startswith("What is on near")
        assert page.context.cookies() == []


def test_no_other_page_of_ours_stands_in_a_frame(visitor):
    frame = f'<iframe src="{visitor.site}/" title="x"></iframe>'
    with somebody_elses_page(visitor, frame) as page:
        page.wait_for_timeout(1_000)
        assert page.frame_locator("iframe").get_by_role("heading").count() == 0
