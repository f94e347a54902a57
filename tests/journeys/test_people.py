"""Does a group let somebody in, who reads what is theirs, and switch the link off?"""

import re

import pytest

from tests.journeys.looking import PHONE
from tests.journeys.stewards import come_in
from tests.journeys.test_in_hand import looked_at

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
