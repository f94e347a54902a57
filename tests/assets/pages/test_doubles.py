"""Whoever checks the list judges two at a click, by keys, and may slip once."""

import re
from html import unescape

import pytest

from tests.web import valley
from tests.web.stewards import signed_in
from weft.assets.models import Link, Listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def steward(client, region):
    assert region
    return signed_in(client, proved=True)


@pytest.fixture
def sheds(region):
    """Two lists tell of a shed, and the linker would ask."""
    one = valley.group(region, "Men’s Shed", source="council", told_by="the council")
    other = valley.group(region, "Shed and Mending", source="alliance")
    one, other = sorted((one, other), key=lambda row: row.pk)
    Link.objects.create(
        region=region,
        asset=one,
        other_asset=other,
        found="ask",
        bits=2,
        speaks_for=["they are at the same place"],
        speaks_against=["they give different websites"],
    )
    valley.derive(region)
    return one, other


@pytest.fixture
def lunches(region):
    hall = valley.place(region)
    made = [
        valley.offer(
            region,
            f"{name} Lunch",
            place=hall,
            group=valley.group(region, name),
            art_forms=["lunch"],
            funding=funding,
        )
        for name, funding in (("Zion", "project"), ("Elders", ""))
    ]
    valley.derive(region)
    return made


def text_of(response):
    return unescape(response.content.decode())


def say(client, where, two, said, seen=""):
    told = {"one": two[0].pk, "other": two[1].pk, "said": said, "seen": seen}
    return client.post(f"/steward/{where}/say", told, follow=True)


def test_the_two_stand_beside_one_another_with_what_speaks_for_and_against(
    steward, sheds
):
    page = text_of(steward.get("/steward/doubles"))

    assert "One pair is left" in page
    for one in sheds:
        assert f'href="/assets/{one.pk}"' in page
    assert "They are at the same place." in page
    assert "They give different websites." in page
    assert "the council" in page
    assert "Parted by people" in page


def test_a_click_lays_them_together_and_another_takes_it_back(steward, sheds):
    page = text_of(say(steward, "doubles", sheds, "same"))

    assert "Nothing is left to ask about." in page
    assert "shown as one thing now" in page
    assert Listing.objects.filter(asset__in=[one.pk for one in sheds]).count() == 1
    form = re.search(r'<div class="w-panel.*?</form>', page, re.DOTALL)[0]
    fields = dict(re.findall(r'name="(one|other|seen|said)" value="([^"]*)"', form))
    assert fields["said"] == "undo"

    page = text_of(steward.post("/steward/doubles/say", fields, follow=True))

    assert "One pair is left" in page
    assert Listing.objects.filter(asset__in=[one.pk for one in sheds]).count() == 2


def test_of_two_who_decide_at_once_the_second_is_told(steward, sheds):
    say(steward, "doubles", sheds, "same")
    answer = say(steward, "doubles", sheds, "apart")

    assert answer.status_code == 409
    assert "Somebody else has decided" in text_of(answer)
    assert Link.objects.get().decided == "same"


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"said": "perhaps"}, 409), ({"said": "same"}, 404), ({}, 409)],
)
def test_a_bent_form_changes_nothing(steward, sheds, fields, status):
    assert sheds
    assert steward.post("/steward/doubles/say", fields).status_code == status
    assert Link.objects.get().decided == ""


@pytest.mark.shows("H39")
def test_overlaps_are_judged_by_people_who_see_how_each_is_kept_going(steward, lunches):
    page = text_of(steward.get("/steward/overlaps"))
    assert "One pair is left" in page
    assert "Kept going by a project, which ends." in page
    assert "Nobody has told us how it is kept going." in page
    assert "At both: lunch." in page

    page = text_of(say(steward, "overlaps", lunches, "talk"))

    assert "Nothing is left to judge." in page
    assert "Who might like to talk?" in page
    page = text_of(say(steward, "overlaps", lunches, "apart", seen="apart"))
    assert "Who might like to talk?" not in page
    assert Listing.objects.filter(offer__isnull=False).count() == 2


@pytest.mark.parametrize("where", ["doubles", "overlaps"])
def test_only_those_who_check_the_list_come_in(client, sheds, where):
    assert client.get(f"/steward/{where}").status_code in {302, 403}
    assert say(client, where, sheds, "same").status_code in {200, 403}
    assert Link.objects.get().decided == ""
