"""A browser that sees the gallery as a reader would, under the site's own rules."""

import mimetypes
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from weft.shell import site

STATIC = Path(__file__).parents[2] / "src" / "weft" / "shell" / "static"
ADDRESS = "http://weft.test/gallery"


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch):
    """Draw pages as if no other part had said whose Weft this is."""
    monkeypatch.setattr(site, "_provider", lambda _request: site.NOWHERE)


class Reader:
    """Somebody who looks at one page: nothing but the page and our files answers."""

    def __init__(self, page, markup):
        self.page = page
        self.markup = markup
        self.complaints = []
        self.posted = []
        page.on("console", self._heard)
        page.route("**/*", self._answer)

    def _heard(self, message):
        if message.type == "error":
            self.complaints.append(message.text)

    def _answer(self, route):
        path = urlsplit(route.request.url).path
        if route.request.method == "POST":
            self.posted.append(route.request.post_data)
        if not path.startswith("/static/"):
            headers = {"Content-Security-Policy": settings.CONTENT_SECURITY_POLICY}
            kind = "text/html; charset=utf-8"
            route.fulfill(body=self.markup, content_type=kind, headers=headers)
            return
        file = STATIC / path.removeprefix("/static/")
        kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    @property
    def wider_than_the_screen(self):
        return self.page.evaluate(
            "document.documentElement.scrollWidth"
            " - document.documentElement.clientWidth"
        )

    @property
    def barriers(self):
        found = Axe().run(self.page).response["violations"]
        return [
            f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}"
            for one in found
        ]


@pytest.fixture
def looking(chromium):
    """Open markup on a screen of a width, with the settings of one reader."""

    @contextmanager
    def open_page(markup, width=1366, *, height=800, media=None, **settings_):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, **settings_
        )
        try:
            reader = Reader(context.new_page(), markup)
            if media:
                reader.page.emulate_media(media=media)
            reader.page.goto(ADDRESS)
            yield reader
        finally:
            context.close()

    return open_page
