"""Does a group let somebody in, who reads what is theirs, and switch the link off?"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.looking import PHONE
from tests.journeys.stewards import come_in
from tests.journeys.test_holders import key_of
from tests.journeys.test_in_hand import ADDRESS, looked_at, weft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
GROUP, KEPT = "Waterside Sewing Room", "Bridal henna in the Waterside way"


def test_a_steward_gives_a_link_and_its_holder_lets_somebody_in(visitor, invitation):
    with visitor.at(invitation("links@example.org")) as page:
        come_in(page)
        page.click("text=Give a group its link")
        page.fill("#of", GROUP)
        page.click("button:has-text('Look')")
        looked_at(page)
        page.locator("button:has-text('Give them a link')").first.click()
        told = page.inner_text("[role=status]")
        holder = re.search(r"/g/[\w-]+", told)[0]
        assert "Looks after it." in page.inner_text("main")

    with visitor.at(holder, size=PHONE, java_script_enabled=False) as page:
        page.click("text=Who may come in here by a link")
        page.locator("button:has-text('Let somebody in')").click()
        member = re.search(r"/g/[\w-]+", page.inner_text("[role=status]"))[0]

    with visitor.at(member, size=PHONE) as page:
        page.click("text=What only those read whom you let in")
        looked_at(page)
        page.click(f"text={KEPT}")
        looked_at(page)
        assert "Women teach women." in page.inner_text("main")

    with visitor.at(f"{holder}/people", size=PHONE) as page:
        looked_at(page)
        page.locator("button:has-text('Switch it off')").click()
        assert "Nobody gets in with it" in page.inner_text("[role=status]")
        assert page.goto(f"{visitor.site}{member}").status == 404


def test_it_says_whose_hands_what_is_to_spare_and_asks_for_one(visitor, valley):
    key = key_of(valley, "Kettle On")
    link = ADDRESS.search(weft(valley, "link", "make", key)).group(1)
    soon = (timezone.localdate() + timedelta(days=40)).isoformat()
    with visitor.at(f"{link}/hands", size=PHONE) as page:
        looked_at(page)
        page.fill("#who", "All who come.")
        page.click("text=Put it on our page")
        assert "It stands on your page now." in page.inner_text("[role=status]")
        page.goto(f"{visitor.site}/groups/{key}")
        assert "All who come." in page.inner_text("main")
        page.goto(f"{visitor.site}{link}/hands")
        page.click("text=Take this away")
        assert "It is gone from your page." in page.inner_text("[role=status]")

    with visitor.at(f"{link}/to-spare", size=PHONE) as page:
        looked_at(page)
        page.click("text=It ends then")
        assert "Choose a day" in page.inner_text("[role=alert]")
        page.fill("#on", soon)
        page.click("text=It ends then")
        page.goto(f"{visitor.site}/at-risk")
        assert "Kettle On" in page.inner_text("#ends")
        page.goto(f"{visitor.site}{link}/to-spare")
        page.click("text=Take this back")
        assert "It is taken back." in page.inner_text("[role=status]")

    with visitor.at(f"{link}/hand", size=PHONE, java_script_enabled=False) as page:
        page.fill("#name", "Hold the ladder")
        page.fill("#minutes", "an age")
        page.click("button:has-text('Ask for it')")
        assert "Write how long it takes" in page.inner_text("[role=alert]")
        page.fill("#minutes", "45 min")
        page.click("button:has-text('Ask for it')")
        page.goto(f"{visitor.site}/help-out")
        assert "Hold the ladder" in page.inner_text("main")

    with visitor.at(f"{link}/hand", size=PHONE) as page:
        looked_at(page)
        page.click("text=We need it no more")
        assert "It is gone." in page.inner_text("[role=status]")
