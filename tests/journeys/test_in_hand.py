"""Does a group confirm in one tap on a phone, and pause, with nothing but its link?"""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from tests.journeys.conftest import ROOT
from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADDRESS = re.compile(r"^http://localhost:\d+(/g/\S+)$", flags=re.MULTILINE)
A_GROUP = (
    "SELECT g.id FROM assets_asset g JOIN assets_offer o ON o.group_id = g.id"
    " JOIN assets_schedule s ON s.offer_id = o.id"
    " WHERE g.kind = 'group' AND g.visibility = 'public' ORDER BY g.id"
    " LIMIT 1 OFFSET ?"
)


def weft(valley, *words):
    """Type a true command, while the valley is being served."""
    return subprocess.run(  # noqa: S603 our own command
        [sys.executable, "-m", "weft", *words, "--data-dir", str(valley)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=True,
        capture_output=True,
        text=True,
        timeout=180,
    ).stdout


@pytest.fixture
def group_with_link(valley):
    """A group of the valley by its number, and the path of its link."""

    def found(number):
        with closing(sqlite3.connect(valley / "weft.sqlite3")) as data:
            key = str(UUID(data.execute(A_GROUP, [number * 7]).fetchone()[0]))
        return key, ADDRESS.search(weft(valley, "link", "make", key)).group(1)

    return found


def looked_at(page):
    """See with axe's eyes, and on a phone either way round."""
    assert axe_finds(page) == []
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for way in ("rtl", "ltr"):
            page.evaluate("way => document.documentElement.dir = way", way)
            assert sideways(page) == [], (size, way)
    page.set_viewport_size(PHONE)


def test_a_group_confirms_in_one_tap_on_a_phone(visitor, group_with_link):
    key, path = group_with_link(0)
    with visitor.at(path, size=PHONE) as page:
        looked_at(page)
        first = page.locator("main p").first.inner_text()
        assert " here" in first
        assert first.endswith("Nothing is asked of you.")

        page.click("text=Yes, this is right")

        looked_at(page)
        assert "right today" in page.inner_text("main")
        assert page.context.cookies() == []
        page.goto(f"{visitor.site}/groups/{key}")
        page.locator("main a[href*='/offers/']").first.click()
        assert "confirmed by the group today" in page.inner_text("main")


def test_without_a_script_it_pauses_fills_up_and_comes_back(visitor, group_with_link):
    key, path = group_with_link(1)
    back_on = timezone.localdate() + timedelta(days=20)
    with visitor.at(path, size=PHONE, java_script_enabled=False) as page:
        page.click("text=Pause until then")
        assert "Choose the day" in page.inner_text("[role=alert]")
        page.fill("#back_on", back_on.isoformat())
        page.click("text=Pause until then")
        assert "You are on a break." in page.inner_text("main")
        page.click("text=We are full for now")
        assert "you are full for now" in page.inner_text("main")

        page.goto(f"{visitor.site}/groups/{key}")
        page.locator("main a[href*='/offers/']").first.click()
        said = page.inner_text("main")
        assert "They are having a break." in said
        assert "Full for now" in said

        page.goto(f"{visitor.site}{path}")
        page.click("text=We are back now")
        page.click("text=We have room again")
        page.goto(f"{visitor.site}/groups/{key}")
        page.locator("main a[href*='/offers/']").first.click()
        assert "having a break" not in page.inner_text("main")


def test_new_times_are_said_back_before_they_count(visitor, group_with_link):
    _, path = group_with_link(4)
    with visitor.at(path, size=PHONE, java_script_enabled=False) as page:
        page.fill("#said", "Fridays 2pm to 4pm")
        page.click("text=See if we understand")
        assert "Choose the day from which" in page.inner_text("[role=alert]")
        page.fill("#start", (timezone.localdate() + timedelta(days=8)).isoformat())
        page.click("text=See if we understand")
        assert "Friday, 14:00 to 16:00" in page.inner_text("main")
        page.click("text=Yes, use these times")
        assert "new times from" in page.inner_text("main")
        page.click("text=Go back to the old times")
        assert "The old times are on the list again." in page.inner_text("main")


def test_what_was_understood_is_clean_on_a_phone(visitor, group_with_link):
    _, path = group_with_link(5)
    with visitor.at(path, size=PHONE) as page:
        page.fill("#said", "Fridays 2pm to 4pm")
        page.click("text=See if we understand")
        looked_at(page)
        page.fill("#start", (timezone.localdate() + timedelta(days=8)).isoformat())
        page.click("text=See if we understand")
        looked_at(page)


def test_what_is_not_theirs_is_hidden_until_they_say_it_was_a_slip(
    visitor, group_with_link
):
    key, path = group_with_link(2)
    with visitor.at(path, size=PHONE) as page:
        page.click("text=This isn’t our group")
        looked_at(page)
        page.goto(f"{visitor.site}/groups/{key}")
        assert page.locator("main a[href*='/offers/']").count() == 0

        page.goto(f"{visitor.site}{path}")
        page.click("text=It is our group")
        looked_at(page)
        page.goto(f"{visitor.site}/groups/{key}")
        assert page.locator("main a[href*='/offers/']").count() > 0


def test_a_link_that_was_switched_off_opens_nothing(visitor, valley, group_with_link):
    key, path = group_with_link(3)
    link = weft(valley, "link", "list", key).splitlines()[0].split()[0]
    weft(valley, "link", "revoke", link)
    with visitor.at(path, size=PHONE) as page:
        assert "Is this still right" not in page.title()
