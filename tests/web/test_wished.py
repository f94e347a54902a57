"""What is missing here, or wants to be started, is read by whoever could help."""

import re
from html import unescape

import pytest

from tests.web import valley
from tests.web.stewards import signed_in
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.queries.wished import wished_for_in
from weft.ground.models import Region

pytestmark = pytest.mark.django_db
CODE = re.compile(r'<b class="w-nb">([^<]+)</b>')


@pytest.fixture
def region():
    return valley.region()


def text_of(response):
    return unescape(response.content.decode())


def told(client, **fields):
    """Tell it as anybody does, and give the code that takes it back."""
    page = text_of(client.post("/tell-us", {"kind": "missing", **fields}))
    return CODE.search(page)[1]


def let_stand(client, **fields):
    [one] = proposals_waiting()
    address = f"/steward/proposals/{one.proposal}"
    page = client.post(address, {"seen": "proposed", **fields}, follow=True)
    assert page.status_code == 200


def wished(client):
    """The section of what is wished for, in words."""
    page = text_of(client.post("/help-out", {"near": valley.POSTCODE}))
    return page[page.index('id="wished"') : page.index('id="neighbours"')]


@pytest.mark.usefixtures("region")
def test_a_wish_is_read_once_it_may_be_at_its_place_and_no_more_once_taken_back(client):
    code = told(
        client,
        words="Nothing for lads on a Friday",
        place="Aldermill",
        telephone="01632 960 123",
        said_as="a mum",
    )
    assert "Nobody has told us yet." in wished(client)
    let_stand(signed_in(client, proved=True))

    section = wished(client)
    assert re.search(
        r"Aldermill.*Nothing for lads.*Missing here. Somebody", section, re.DOTALL
    )
    assert "960 123" not in section
    assert "a mum" not in section
    client.post("/tell-us/take-back", {"code": code})
    assert "Nobody has told us yet." in wished(client)


@pytest.mark.usefixtures("region")
def test_the_nearest_stand_first_and_those_of_nowhere_last(client):
    keeper = signed_in(client, proved=True)
    for words, place in (("X", ""), ("Y", "Nowhere"), ("Z", "Aldermill")):
        told(client, kind="start", words=f"Word {words}", place=place)
        let_stand(keeper, shown_as="a neighbour")
    section = wished(client)
    assert re.findall(r"Word (\w)", section)[0] == "Z"
    assert "Wants to start it. a neighbour" in section


def test_it_is_told_of_the_region_of_its_place(client, region):
    Region.objects.create(slug="another", name="Another")
    told(client, words="A choir", place=valley.POSTCODE)
    told(client, words="A band", place="nowhere that we know")
    keeper = signed_in(client, proved=True)
    for _ in range(2):
        one = proposals_waiting()[0]
        keeper.post(f"/steward/proposals/{one.proposal}", {"seen": "proposed"})
    assert [one.words for one in wished_for_in(region.slug)] == ["A choir"]
    assert [one.words for one in wished_for_in("another")] == ["A band"]


@pytest.mark.usefixtures("region")
def test_no_number_is_asked_to_be_read_by_everybody(client):
    page = client.post("/tell-us", {"kind": "start", "words": "Ring 01632 960 123"})
    assert page.status_code == 400
    assert "leave out telephone numbers" in text_of(page)
