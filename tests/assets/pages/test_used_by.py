"""«We use this as a community place», say residents of a hairdresser’s."""

import re
from html import unescape

import pytest

from tests.web import valley
from tests.web.stewards import signed_in
from weft.assets.models import Listing
from weft.assets.queries.proposals import proposals_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def barber():
    region = valley.region()
    made = valley.place(region, "Curl Up and Dye", place_kind="hairdresser")
    valley.derive(region)
    return made


def text_of(response):
    return unescape(response.content.decode())


def tell(client, thing, said_as):
    told = {"kind": "used", "said_as": said_as}
    return client.post(f"/tell-us/{thing.pk}", told)


@pytest.mark.shows("A6")
def test_a_hairdresser_marked_by_residents_says_who_marked_it(client, barber):
    assert "We use this as a community place" in text_of(
        client.get(f"/tell-us/{barber.pk}")
    )
    for who in ("a neighbour", "a mother of three"):
        assert tell(client, barber, who).status_code == 200
    page = f"/assets/{barber.pk}"
    assert "as a community place" not in text_of(client.get(page))

    steward = signed_in(client, proved=True)
    first, second = proposals_waiting()
    for one in (first, second):
        address = f"/steward/proposals/{one.proposal}"
        steward.post(address, {"seen": "proposed"})

    said = text_of(client.get(page))
    assert "Two people say: we use this as a community place." in said
    assert {"a neighbour", "a mother of three"} <= set(
        re.search(r"Among them: (.+) and (.+)\.", said).groups()
    )
    assert Listing.objects.get(asset=barber).facts["community_use"] is True

    slip = {"seen": "accepted", "why": "It was taken by a slip."}
    steward.post(f"/steward/proposals/{first.proposal}", slip)
    assert "One person says: we use this" in text_of(client.get(page))
    steward.post(f"/steward/proposals/{second.proposal}", slip)
    assert "community_use" not in Listing.objects.get(asset=barber).facts


def test_only_of_a_place_can_that_be_said(client, barber):
    offer = valley.offer(barber.region, place=barber)
    group = valley.group(barber.region)
    for thing in (offer, group):
        form = text_of(client.get(f"/tell-us/{thing.pk}"))
        assert "We use this as a community place" not in form
        assert tell(client, thing, "me").status_code == 400
    assert proposals_waiting() == ()
