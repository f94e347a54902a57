"""In whose hands: not known is counted; and one grown-up whom nobody else sees."""

import json
import re
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from tests.web.stewards import signed_in
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.models import AdultContact, Asset, CameBack, Tie
from weft.assets.queries.young import needs_an_adult

pytestmark = pytest.mark.django_db
ADULT = "Mrs Zebedee Quill, 01632 960 999"


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def nights(region):
    name = "Sixth Form Nights"
    made = valley.group(region, name, told_by=name, run_by_young_people=True)
    valley.offer(region, group=made)
    valley.derive(region)
    return made


def text_of(response):
    return unescape(response.content.decode())


@pytest.mark.shows("A21")
def test_not_known_is_shown_and_counted(client, region):
    hall, other = valley.place(region), valley.place(region, "Other hall")
    group = valley.group(region)
    Tie.objects.create(asset=hall, kind="decides", to=group, source="us")
    Tie.objects.create(asset=other, kind="holds", to=group, source="us")
    page = text_of(client.get("/holders"))

    assert "Of three things here, we do not know who decides about two." in page
    assert f'href="/assets/{other.pk}"' in page[page.index('id="nobody"') :]
    assert f'href="/assets/{hall.pk}"' not in page[page.index('id="nobody"') :]
    csv = client.get("/holders.csv").content.decode("utf-8-sig")
    assert "Place,2,1,1,0,0,0,0,1,0" in csv
    assert "Not known. Nobody has told us." in text_of(client.get(f"/assets/{hall.pk}"))


@pytest.mark.shows("H71")
def test_groups_kept_from_funders_are_in_no_count_but_a_large_one(client, region):
    valley.group(region)
    quiet = [
        valley.group(region, f"Quiet {n}", hidden_from_funders=True) for n in range(4)
    ]
    page = text_of(client.get("/holders"))
    assert "Of one group, we know of" in page
    assert "Fewer than 5 more groups" in page
    assert not any(one.name in page for one in quiet)
    valley.group(region, "Quiet 4", hidden_from_funders=True)
    assert "Five more groups" in text_of(client.get("/holders"))


@pytest.mark.parametrize("kept", ["hidden", "members", "known"])
def test_what_is_kept_back_is_neither_counted_nor_told_of(client, region, kept):
    valley.place(region)
    secret = valley.place(region, "Secret", visibility=kept)
    CameBack.objects.create(asset=secret, words="Cake", came_on=timezone.localdate())
    page = text_of(client.get("/holders"))
    assert "Of one thing here" in page
    assert "Cake" not in page
    assert "Secret" not in page


@pytest.mark.shows("H19")
def test_only_those_who_say_so_themselves_are_called_run_by_young_people(
    client, region, nights
):
    club = {"told_by": "the council", "run_by_young_people": True}
    other = valley.group(region, "Youth Club", **club)
    page = text_of(client.get("/holders"))
    young = page[page.index('id="young"') : page.index('id="back"')]
    assert nights.name in young
    assert other.name not in young
    assert "It is run by young people." in text_of(client.get(f"/groups/{nights.pk}"))
    page = text_of(client.get(f"/groups/{other.pk}"))
    assert "the council says that young people run it." in page
    assert "It is run by young people." not in page


@pytest.mark.shows("H19")
def test_a_steward_knows_one_grown_up_and_nobody_else_ever_sees_them(client, nights):
    address = f"/steward/young/{nights.pk}"
    assert client.post(address, {"words": ADULT}).status_code in {302, 403}
    assert needs_an_adult(nights.pk)

    steward = signed_in(client, proved=True)
    page = text_of(steward.post(address, {"words": ADULT}, follow=True))

    assert ADULT in page
    assert not needs_an_adult(nights.pk)
    client.logout()
    link = make_link(thing=Thing("asset", str(nights.pk)), by=Actor.command("test"))
    offer = nights.offers.get()
    for path in (
        f"/groups/{nights.pk}",
        f"/offers/{offer.pk}",
        f"/g/{link.secret}",
        "/holders",
        "/ties",
        "/at-risk",
        "/api/v1/assets",
        "/openactive/services",
        "/openreferral/v3/services",
        f"/openreferral/v3/services/{offer.pk}",
        f"/openreferral/v3/organizations/{nights.pk}",
        "/choices?near=ZD3+8EH",
        f"/places/{valley.MSOA}",
        "/steward/young",
    ):
        assert "Quill" not in text_of(client.get(path)), path
    record = json.dumps(list(Entry.objects.values("by", "subject", "details")))
    assert "Quill" not in record
    assert "words" in AdultContact.KEPT_BACK


def test_a_grown_up_is_forgotten_without_a_trace(client, nights):
    steward = signed_in(client, proved=True)
    address = f"/steward/young/{nights.pk}"
    steward.post(address, {"words": ADULT})
    assert steward.post(address, {"words": " "}).status_code == 400
    steward.post(address, {"forget": "yes"})
    assert not AdultContact.objects.exists()
    assert steward.post(address, {"forget": "yes"}).status_code == 404
    grown = Asset.objects.get(pk=nights.pk)
    grown.run_by_young_people = None
    grown.save()
    assert steward.post(address, {"words": ADULT}).status_code == 404


@pytest.fixture
def own(client, nights):
    link = make_link(thing=Thing("asset", str(nights.pk)), by=Actor.command("test"))
    address = f"/g/{link.secret}"

    def answered(answer, **fields):
        told = {"answer": answer, "held": str(nights.pk), **fields}
        return client.post(address, told, follow=True)

    return answered


def test_by_their_link_they_name_it_give_terms_note_and_withdraw(client, nights, own):
    page = f"/groups/{nights.pk}"
    assert "new name everywhere" in text_of(own("held-name", name="Late Nights"))
    assert "Late Nights" in text_of(client.get(page))
    own("held-terms", terms="Ask us before you film.")
    assert "Ask us before you film." in text_of(client.get(page))
    told = own("held-back", words="A ride home in the minibus.")
    assert "A ride home in the minibus." in text_of(client.get(page))
    number = re.search(r'name="number" value="(\d+)"', text_of(told))[1]
    own("held-forget", number=number)
    assert "A ride home" not in text_of(client.get(page))
    own("held-show", visibility="hidden")
    assert client.get(page).status_code == 404
    own("held-show", visibility="public")
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    ("answer", "fields", "status"),
    [
        ("held-show", {"visibility": "some"}, 400),
        ("held-show", {}, 400),
        ("held-back", {"words": "£20"}, 400),
        ("held-name", {"name": ""}, 400),
        ("held-name", {"held": "x"}, 400),
        ("held-forget", {"number": "x"}, 400),
        ("held-forget", {"number": "77"}, 400),
    ],
)
def test_what_cannot_be_taken_changes_nothing(own, nights, answer, fields, status):
    assert own(answer, **fields).status_code == status
    nights.refresh_from_db()
    assert (nights.name, nights.visibility) == ("Sixth Form Nights", "public")
