"""When is a click over? When the page that it leads to has been read to its end.

Playwright's own click ends as soon as the new page has begun; on a busy machine its
words come later, and what only counts or measures, without waiting, finds nothing.
"""

from functools import wraps

from playwright.sync_api import Locator, Page


def _read_to_the_end(deed, page_of):
    @wraps(deed)
    def done(self, *given, **named):
        told = deed(self, *given, **named)
        page = page_of(self)
        if not page.is_closed():
            page.wait_for_load_state("domcontentloaded")
        return told

    return done


def clicks_arrive(monkeypatch) -> None:
    """Let a click, and a key pressed on something, wait for the page it leads to."""
    for kind, page_of in ((Page, lambda page: page), (Locator, lambda it: it.page)):
        for name in ("click", "press"):
            deed = _read_to_the_end(getattr(kind, name), page_of)
            monkeypatch.setattr(kind, name, deed)
