"""Does every page of a made-up region say so, and none of a real one?"""

import re
from html import unescape

import pytest

from tests.web import valley

pytestmark = pytest.mark.django_db
MARK = "is made up, to try things on"
LINK = re.compile(r'href="(/[^"#]*)')
WITHOUT_A_LINK = ("/health", "/nowhere", "/places/E02000000", "/offers/none", "/sv")


@pytest.fixture
def region():
    made = valley.region()
    hall = valley.place(made)
    valley.offer(made, place=hall, group=valley.group(made))
    valley.derive(made)
    return made


def pages(client) -> dict[str, str]:
    """Walk through every link of every page, searches and error pages too."""
    found: dict[str, str] = {}
    waiting = ["/", *WITHOUT_A_LINK]
    posted = client.post("/choices", {"near": valley.POSTCODE}).content.decode()
    found["POST /choices"] = posted
    waiting += map(unescape, LINK.findall(posted))
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith("/static/"):
            continue
        answer = client.get(address, follow=True)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        found[address] = answer.content.decode()
        waiting += map(unescape, LINK.findall(found[address]))
    return found


@pytest.mark.usefixtures("region")
def test_each_page_of_a_made_up_valley_says_so(client):
    told = pages(client)

    assert len(told) > 25
    assert [address for address, page in told.items() if MARK not in page] == []


def test_no_page_of_a_real_region_does(client, region):
    region.made_up = False
    region.save()

    assert [address for address, page in pages(client).items() if MARK in page] == []
