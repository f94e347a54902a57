"""«Door open, kettle on»: a name and hours are a whole offer; nobody asks for more."""

import csv
import re
from datetime import time
from html import unescape

import pytest

from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.models import Listing, Offer
from weft.assets.queries import region_week
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.queries.search import Ask, find
from weft.assets.services.imports import take_spreadsheet
from weft.assets.services.proposals import accept_change, propose_change
from weft.assets.sources.spreadsheet import read_sheet
from weft.commons.times import Week

pytestmark = pytest.mark.django_db
NAME = "Door open, kettle on"
NOTHING_MORE = {
    "kinds": [],
    "summary": "",
    "price_pence_least": None,
    "price_pence_most": None,
    "languages": [],
    "joining_rule": "",
    "telephone": "",
}
AS_IF_UNDONE = re.compile(
    r"\b(?:incomplete|unfinished|not yet|missing|to do:|draft|required|must|"
    r"please (?:add|complete|fill)|no (?:description|details|aim|agenda|outcome))\b"
    r"|Nobody has told us yet|\baims?\b|\boutcomes?\b|\bagenda\b",
    re.IGNORECASE,
)


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def kettle(region):
    made = valley.offer(
        region,
        NAME,
        group=valley.group(region, "Kettle On"),
        place=valley.place(region),
        on=([1], time(10), time(12)),
        **NOTHING_MORE,
    )
    valley.derive(region)
    return made


def text_of(response):
    assert response.status_code == 200
    page = unescape(response.content.decode())
    main = page.split("<main", maxsplit=1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.mark.shows("H58", "S1")
def test_its_page_reads_as_whole(client, kettle):
    page = text_of(client.get(f"/offers/{kettle.pk}"))

    assert NAME in page
    assert "Tuesdays, 10:00 to 12:00." in page
    assert "say no more than this, and need not" in page
    assert AS_IF_UNDONE.findall(page.replace("must do anything first", "")) == []
    assert "Cost: nobody has told us" in page  # what a visitor needs is still said


@pytest.mark.shows("H58", "B11")
def test_it_is_counted_as_one_and_found_like_any_other(client, region, kettle):
    week = valley.next_week()
    counted = region_week(region.slug, week)
    assert (counted.offers, counted.sessions) == (1, 1)
    [hit] = [hit for hit in find(Ask(week=week, words="kettle")).hits if hit.offer]
    assert hit.offer == kettle.pk
    feed = client.get("/openreferral/v3/services").json()
    assert [one["name"] for one in feed["contents"]] == [NAME]


def test_its_own_people_are_asked_for_nothing(client, kettle):
    thing = Thing("asset", str(kettle.group_id))
    link = f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}"
    page = text_of(client.get(link))

    assert "Nothing is asked of you." in page
    assert "What you have is whole as it is." in page
    assert AS_IF_UNDONE.findall(page) == []
    html = client.get(link).content.decode()
    assert not re.search(r"<(?:input|select|textarea)[^>]*\srequired", html)


def test_telling_us_its_name_is_enough(client, region):
    page = client.get("/tell-us").content.decode()
    assert not re.search(r"<(?:input|select|textarea)[^>]*\srequired", page)
    valley.derive(region)
    today = valley.this_week().monday
    told = ProposalTold(kind=ProposalKind.NEW, told={ToldField.NAME: NAME})
    somebody, steward = Actor.somebody(), Actor.steward("s")
    propose_change(by=somebody, region=region.slug, told=told, today=today)
    [waiting] = proposals_waiting()
    accept_change(by=steward, proposal=waiting.proposal, today=today)

    [offer] = Offer.objects.all()
    assert Listing.objects.filter(offer=offer).count() == 1
    shown = text_of(client.get(f"/offers/{offer.pk}"))
    assert AS_IF_UNDONE.findall(shown.replace("must do anything first", "")) == []


def test_a_row_of_a_sheet_with_a_name_and_hours_lacks_nothing(tmp_path, region):
    path = tmp_path / "kettle.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("Name", "When?"), (NAME, "Tuesdays 10am to 12")])
    sheet = read_sheet(path, today=valley.this_week().monday)
    [row] = sheet.rows
    assert (row.why, row.left) == ("", ())
    valley.derive(region)

    take_spreadsheet(
        region=region.slug,
        sheet=sheet,
        by=Actor.command("test"),
        week=Week.of(valley.this_week().monday),
    )
    assert Listing.objects.filter(name=NAME).count() == 1
