"""Somebody who checks the list, in as they would be: with a password and an app."""

from tests.accounts.codes import code

PASSWORD = "three odd words here"  # noqa: S105 a made-up one


def come_in(page) -> None:
    """Go from the invitation to one's work."""
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("text=Go on")
    page.fill("#code", code(page.inner_text(".w-secret").replace(" ", "")))
    page.click("text=Keep this app")
    page.click("text=Go to your work")
