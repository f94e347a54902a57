"""Somebody who checks the list takes in a messy sheet, and takes it back."""

import pytest

from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import come_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MESSY = """Groups we know of,,,,,
Name of group,What?,When?,Where,Post code,Kind
Thistle,Felt and fiddles,"Tues 1-3ish, not in the holidays",Zion Hall,ZD6 2AA,
Thistle,Felt and fiddles,"Tues 1-3ish, not in the holidays",Zion Hall,ZD6 2AA,
,,Mon 7pm,,,
The Lock Shed,Whittling by moonlight,whenever the kettle is on,The Lock,ZD6 1AA,
The bearers,Rush-bearing,,,,Tradition
"""


@pytest.fixture
def at_work(visitor, invitation):
    """A page on which a steward has just signed in."""
    with visitor.at(invitation("ivy@example.org")) as page:
        come_in(page)
        yield page


def looked_at(page):
    assert axe_finds(page) == []
    page.set_viewport_size(PHONE)
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        assert sideways(page) == [], way
    page.set_viewport_size(DESK)


def test_a_messy_spreadsheet_is_looked_at_taken_found_and_taken_back(
    at_work, visitor, tmp_path
):
    page, mine = at_work, tmp_path / "groups.csv"
    mine.write_text(MESSY)
    page.click("text=Take in a list that somebody keeps")
    looked_at(page)
    page.click("text=Show me what is in it")
    page.get_by_text("Choose a file first.").first.wait_for()
    looked_at(page)

    page.set_input_files("#sheet", str(mine))
    page.fill("#told_by", "the parish council")
    page.click("text=Show me what is in it")
    assert "Three are new" in page.inner_text("main")
    assert "Tradition. It will be known to exist" in page.inner_text("main")
    assert "The same as line 3." in page.inner_text("main")
    looked_at(page)

    page.click("text=Take what is new >> nth=0")
    page.get_by_text("It is in the list now").wait_for()
    looked_at(page)
    answer = page.request.post(
        f"{visitor.site}/choices",
        form={"near": "Aldermill", "what": "felt and fiddles", "far": "60"},
    )
    assert "Felt and fiddles" in answer.text()

    page.click("text=Take all of it back")
    page.get_by_text("All of it was taken back.").first.wait_for()
    answer = page.request.post(
        f"{visitor.site}/choices",
        form={"near": "Aldermill", "what": "felt and fiddles", "far": "60"},
    )
    assert "Thistle" not in answer.text()
