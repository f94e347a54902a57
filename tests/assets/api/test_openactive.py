"""Does whoever walks the changes learn of everything, also of what has gone?"""

import pytest

from tests.assets.api.feed import a_register, ask, everything_kept_back
from tests.web import valley
from weft.assets.api import openactive
from weft.assets.models import Offer

pytestmark = pytest.mark.django_db
FEED = "/openactive/services"


@pytest.fixture
def region(db):  # noqa: ARG001 asks for the data base
    return a_register()


def walk(client, address=FEED):
    """Walk to the end as a harvester does; give every item and where it stopped."""
    items = []
    while True:
        page = client.get(address).json()
        items += page["items"]
        if not page["items"]:
            assert page["next"].endswith(address.rpartition("/")[2])
            return items, page["next"]
        address = page["next"]


def held(items):
    """What a harvester holds after reading items in their order."""
    known = {}
    for one in items:
        known[one["id"]] = one.get("data", {}).get("name")
    return {name for name in known.values() if name}


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize("size", [1, 2, 3, 500])
def test_a_walk_holds_what_the_standards_feed_holds(client, monkeypatch, size):
    monkeypatch.setattr(openactive, "ON_A_PAGE", size)
    items, _ = walk(client)

    assert held(items) == {one["name"] for one in ask(client)["contents"]}
    numbers = [one["modified"] for one in items]
    assert numbers == sorted(set(numbers))
    whole = {one["id"]: one["data"] for one in items if one["state"] == "updated"}
    assert whole == {o["id"]: o for o in ask(client, full="true")["contents"]}


def test_what_was_withdrawn_or_deleted_is_told_as_gone(client, region):
    items, address = walk(client)
    Offer.objects.filter(name="Singing").update(visibility="members")
    Offer.objects.filter(name="Dancing").delete()
    valley.derive(region)
    later, _ = walk(client, address)

    assert {one["state"] for one in later} == {"deleted"}
    assert len(later) == 2
    assert all("data" not in one for one in later)
    assert held(items) - held(items + later) == {"Singing", "Dancing"}


def test_a_change_comes_round_again_and_nothing_else_does(client, region):
    _, address = walk(client)
    Offer.objects.filter(name="Singing").update(summary="Bring water.")
    valley.derive(region)
    later, _ = walk(client, address)

    assert [one["data"]["description"] for one in later] == ["Bring water."]


@pytest.mark.usefixtures("region")
def test_a_withdrawal_is_obeyed_before_it_is_published(client):
    Offer.objects.filter(name="Singing").update(visibility="hidden")

    assert "Singing" not in held(walk(client)[0])


@pytest.mark.usefixtures("region")
def test_what_a_feed_may_not_carry_is_not_in_it(client):
    said = client.get(FEED).content.decode()

    assert [word in said for word in everything_kept_back()] == [False] * 3


@pytest.mark.usefixtures("region")
def test_the_end_of_all_numbers_is_an_empty_page(client):
    answer = client.get(f"{FEED}?afterChangeNumber={openactive.LARGEST_NUMBER}")
    page = answer.json()

    assert page["items"] == []
    assert page["next"].endswith(f"afterChangeNumber={openactive.LARGEST_NUMBER}")
    assert page["license"].startswith("http")
    assert answer["Content-Type"].startswith("application/vnd.openactive.rpde+json")
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("said", ["x", "-1", "1.5", "9007199254740992", "9" * 30])
def test_a_number_that_cannot_be_is_refused(client, said):
    assert client.get(f"{FEED}?afterChangeNumber={said}").status_code == 422
