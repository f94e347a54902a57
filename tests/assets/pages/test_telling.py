"""Anybody tells us something, without a name, a script or a cookie, and may undo it."""

import re
from html import unescape

import pytest

from tests.web import valley
from weft.assets.models import Asking, Asset, Offer, Proposal
from weft.assets.queries.proposals import proposals_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def clay():
    region = valley.region()
    made = valley.offer(region, place=valley.place(region))
    valley.derive(region)
    return made


def text_of(answer, status=200):
    assert answer.status_code == status
    return unescape(answer.content.decode())


@pytest.mark.parametrize("kind", ["offers", "assets"])
def test_every_thing_leads_to_the_form_about_it(client, clay, kind):
    thing = clay if kind == "offers" else clay.place
    page = text_of(client.get(f"/{kind}/{thing.pk}"))
    assert f'href="/tell-us/{thing.pk}">Is something wrong?' in page
    assert thing.name in text_of(client.get(f"/tell-us/{thing.pk}"))


def test_what_is_told_waits_and_leaves_no_cookie(client, clay):
    answer = client.post(
        f"/tell-us/{clay.pk}",
        {"kind": "wrong", "words": "They moved.", "when": "Fridays 2 to 4"},
    )

    assert "We have it" in text_of(answer)
    assert not answer.cookies
    [one] = proposals_waiting()
    assert (one.words, dict(one.told)) == ("They moved.", {"when": "Fridays 2 to 4"})
    assert one.thing.key == clay.pk


@pytest.mark.usefixtures("clay")
def test_what_sort_of_thing_it_is_and_whose_reach_the_steward(client):
    told = {"kind": "new", "name": "Rush-bearing", "what": "tradition"}
    page = text_of(client.post("/tell-us", {**told, "held_by": "The bearers"}))
    assert "We have it" in page
    [one] = proposals_waiting()
    assert dict(one.told) == {
        "name": "Rush-bearing",
        "what": "tradition",
        "held_by": "The bearers",
    }
    nobody = text_of(client.post("/tell-us", {**told, "what": "person"}), 400)
    assert "Choose one of the answers" in nobody


def test_the_code_takes_it_back(client, clay):
    told = {"kind": "closed", "words": "The door is shut."}
    page = text_of(client.post(f"/tell-us/{clay.pk}", told))
    own = re.search(r'<b class="w-nb">(.+?)</b>', page)[1]

    assert "Nothing that was told has this code" in text_of(
        client.post("/tell-us/take-back", {"code": "abcd"}), 404
    )
    assert "Your words are gone" in text_of(
        client.post("/tell-us/take-back", {"code": own})
    )
    assert proposals_waiting() == ()
    assert Proposal.objects.get().words == ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"words": "They moved."}, "Choose what you want to tell us."),
        ({"kind": "new", "words": "They moved."}, "Choose what you want to tell us."),
        ({"kind": "wrong", "words": "me@there.example"}, "leave out e-mail"),
    ],
)
def test_what_cannot_be_taken_is_given_back_with_every_word(client, clay, typed, says):
    page = text_of(client.post(f"/tell-us/{clay.pk}", typed), 400)
    assert says in page
    assert typed["words"] in page
    assert proposals_waiting() == ()


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_what_may_not_be_seen_has_no_form(client, clay, visibility):
    Offer.objects.filter(pk=clay.pk).update(visibility=visibility)
    Asset.objects.filter(pk=clay.place_id).update(visibility=visibility)
    for thing in (clay.pk, clay.place_id):
        text_of(client.get(f"/tell-us/{thing}"), 404)
        text_of(client.post(f"/tell-us/{thing}", {"kind": "closed"}), 404)


def test_of_what_is_known_to_exist_the_form_says_no_name(client, clay):
    Asset.objects.filter(pk=clay.place_id).update(visibility="known")
    assert clay.place.name not in text_of(client.get(f"/tell-us/{clay.place_id}"))


def test_without_a_region_there_is_no_form_to_send(client):
    text_of(client.post("/tell-us", {"kind": "missing", "words": "A choir"}), 404)


def test_whose_it_is_goes_with_the_dispute_so_that_they_are_asked(client, clay):
    region = clay.region
    song = valley.place(
        region,
        "The Wool Song",
        kind="tradition",
        place_kind="",
        latitude=None,
        longitude=None,
        lsoa21="",
        channels_allowed=["search"],
    )
    kettle = valley.place(region, "Kettle On", kind="group", place_kind="")
    form = text_of(client.get(f"/tell-us/{song.pk}"))
    assert 'name="held_by"' in form

    told = {"kind": "holder", "words": "Ours too.", "held_by": "Kettle On"}
    text_of(client.post(f"/tell-us/{song.pk}", told))

    [asked] = Asking.objects.all()
    assert asked.community == kettle
