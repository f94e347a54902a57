"""Who works with whom, what ends, and which two are one: read and judged by anybody."""

import sqlite3
from contextlib import closing

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAIRS = 4
TWO_GROUPS = (
    "SELECT id FROM assets_asset WHERE kind = 'group' AND visibility = 'public'"
    " AND closed_on IS NULL ORDER BY id DESC LIMIT ?"
)


def looked_at(page):
    """See with axe's eyes, on a phone and a desk, either way round."""
    assert axe_finds(page) == []
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for way in ("rtl", "ltr"):
            page.evaluate("way => document.documentElement.dir = way", way)
            assert sideways(page) == [], (size, way)


@pytest.mark.parametrize("path", ["/ties", "/at-risk"])
def test_everybody_can_read_who_works_with_whom_and_what_ends(visitor, path):
    with visitor.at(path, size=PHONE) as page:
        looked_at(page)


@pytest.mark.parametrize("script", [True, False])
def test_ties_are_narrowed_to_people_who_connect(visitor, script):
    with visitor.at("/ties", size=PHONE, java_script_enabled=script) as page:
        all_of_them = page.inner_text("main .w-lead")
        page.select_option("#sort", "people")
        page.click("text=Show these")
        assert page.inner_text("main .w-lead") != all_of_them
        assert "The tea room counter" in page.inner_text("#connect")
        with page.expect_download() as kept:
            page.click("#all a:has-text('CSV')")
        assert "The tea room counter" in kept.value.path().read_text("utf-8-sig")


def test_a_last_day_goes_into_a_calendar(visitor):
    with visitor.at("/at-risk", size=PHONE) as page:
        assert "Lockside Hall" in page.inner_text("#ends")
        with page.expect_download() as kept:
            page.click("text=Put the last days in my calendar")
        assert "DTSTART;VALUE=DATE" in kept.value.path().read_text()


@pytest.fixture
def asked(valley):
    """Some pairs of groups of which the linker would ask; gone again afterwards."""
    with closing(sqlite3.connect(valley / "weft.sqlite3", timeout=20)) as data:
        keys = [row[0] for row in data.execute(TWO_GROUPS, [2 * PAIRS])]
        region = data.execute("SELECT slug FROM ground_region").fetchone()[0]
        for one, other in zip(keys[::2], keys[1::2], strict=True):
            first, second = sorted((one, other))
            data.execute(
                "INSERT OR IGNORE INTO assets_link (region_id, asset_id,"
                " other_asset_id, found, decided, bits, speaks_for, speaks_against,"
                " talk) VALUES (?, ?, ?, 'ask', '', 1, '[\"they are near\"]',"
                " '[]', 0)",
                [region, first, second],
            )
        data.commit()


def waiting(page):
    return int(page.locator(".w-queue > li").count())


def first_of(page):
    return page.locator(".w-queue > li").first.get_attribute("id")


def answered_by_keys(page, *, tabs):
    """Go from where the focus is to an answer about the first pair, and press it."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(
            "() => document.activeElement.matches('.w-queue > li:first-child button')"
        ):
            break
    for _ in range(tabs):
        page.keyboard.press("Tab")
    ring = page.evaluate("() => getComputedStyle(document.activeElement).boxShadow")
    assert ring != "none", "nobody sees where the focus is"
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_pairs_are_judged_and_taken_back_by_keys(visitor, invitation, asked):
    assert asked is None
    with visitor.at(invitation("kim@example.org")) as page:
        come_in(page)
        page.click("text=Say which listings are the same thing")
        looked_at(page)
        assert waiting(page) >= PAIRS
        first, left = first_of(page), page.inner_text("main .w-lead")

        answered_by_keys(page, tabs=0)

        assert "shown as one thing now" in page.inner_text("[role=status]")
        assert page.inner_text("main .w-lead") != left
        second = first_of(page)
        assert second != first
        assert page.evaluate(
            "() => document.activeElement.closest('li') === "
            "document.querySelector('.w-queue > li')"
        ), "the next one has the focus"
        answered_by_keys(page, tabs=1)
        after_two, third = page.inner_text("main .w-lead"), first_of(page)
        answered_by_keys(page, tabs=2)
        assert page.inner_text("main .w-lead") == after_two, "it is asked again"
        assert first_of(page) != third
        page.go_back()
        page.focus("[role=status] button")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "as if nobody had said" in page.inner_text("[role=status]")
        assert page.inner_text("main .w-lead") != after_two
        assert axe_finds(page) == []


def test_overlaps_are_judged_by_people(visitor, invitation):
    with visitor.at(invitation("lou@example.org")) as page:
        come_in(page)
        page.click("text=Judge things to do that overlap")
        looked_at(page)
        left = page.inner_text("main .w-lead")
        if waiting(page):
            answered_by_keys(page, tabs=1)
            assert page.inner_text("main .w-lead") != left
            assert "Who might like to talk?" in page.inner_text("main")
            assert axe_finds(page) == []
