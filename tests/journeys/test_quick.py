"""The nurse's minute in Urdu: a sheet of one side in six touches, and a card."""

import re

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways

NEAR = "Aldermill"
SIX = 6


class Hand:
    """Counts what somebody does with their hand."""

    def __init__(self, page):
        self.page, self.touches = page, 0

    def touch(self, there):
        self.touches += 1
        there.click()

    def choose(self, label):
        self.touches += 1
        self.page.get_by_label(label, exact=True).check()

    def write(self, label, words):
        self.touches += 1
        self.page.get_by_label(label, exact=True).fill(words)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_nurses_minute_in_urdu(visitor, size):
    with visitor.at("/quick", size=size) as page:
        hand = Hand(page)
        page.evaluate("window.print = () => { window.printed = true; }")
        hand.write("Where do they start from?", NEAR)
        hand.choose("school hours")
        hand.choose("اردو")
        page.wait_for_selector(".w-quick__count b")  # at once, without a button
        page.wait_for_load_state("networkidle")
        assert "near=E0" in page.url
        assert NEAR not in page.url
        assert page.locator(".w-card").count() >= 2
        assert axe_finds(page) == []
        assert sideways(page) == []
        count = page.locator(".w-quick__count")
        page.get_by_label("somebody there must speak it").scroll_into_view_if_needed()
        assert 0 <= count.bounding_box()["y"] < size["height"]  # stays in sight
        assert len(page.locator("#quick-text").input_value()) < 500

        hand.touch(page.get_by_role("button", name=re.compile("^A sheet to print")))
        page.wait_for_selector(".w-side__thing")
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert page.locator(".w-side__thing").count() == 2
        assert "Not yet checked by a speaker" in page.inner_text(".w-side")
        assert axe_finds(page) == []
        assert sideways(page) == []
        page.evaluate("window.print = () => { window.printed = true; }")
        hand.touch(page.get_by_role("button", name="Print"))
        assert page.evaluate("window.printed")
        assert hand.touches <= SIX
        paper = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1
        page.emulate_media(media="print")
        small = page.locator(".w-side .w-said").evaluate_all(
            "(all) => Math.min(...all.map((one) => parseFloat("
            "getComputedStyle(one).fontSize)))"
        )
        assert round(small) >= 21  # 16 pt are 21 and a third px


def test_without_a_script_too_and_the_card_counts_nothing_of_anybody(visitor):
    with visitor.at("/quick", java_script_enabled=False) as page:
        page.get_by_label("Where do they start from?").fill(NEAR)
        page.get_by_label("hands").check()
        page.get_by_label("Polski", exact=True).check()
        page.get_by_role("button", name="Show what fits").click()
        assert page.locator(".w-card").count() >= 2
        page.get_by_role("button", name=re.compile("^Card to hand over")).first.click()
        assert re.fullmatch(
            r"[a-z2-9]{4}-[a-z2-9]{4}", page.inner_text(".w-side__code").strip()
        )
        assert page.context.cookies() == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_language_is_one_tap_away_and_fits_the_screen(visitor, size):
    with visitor.at("/", size=size) as page:
        codes = page.locator(".w-langs a").evaluate_all(
            "(all) => all.map((one) => one.getAttribute('hreflang'))"
        )
        assert {"ur", "pa", "pa-Arab", "ckb", "uk"} <= set(codes)
        for code in set(codes) - {"en"}:
            page.locator(f'.w-langs a[hreflang="{code}"]').click()
            page.get_by_label(re.compile("Where do you start from")).fill(NEAR)
            page.get_by_role("button", name=re.compile("Show me what fits")).click()
            page.wait_for_selector(".w-card")
            said = page.locator(f'.w-said[lang="{code}"]')
            assert said.count() > 10
            assert sideways(page) == [], code
            if code in {"ur", "ckb", "bn"}:
                assert axe_finds(page) == [], code
            page.goto(page.url.partition("/choices")[0])
