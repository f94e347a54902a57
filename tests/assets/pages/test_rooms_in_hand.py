"""A group is asked what its rooms are right for only if it wants to be."""

from html import unescape

import pytest

from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.models import Fact, Tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    region = valley.region()
    hall, circle = valley.place(region), valley.group(region)
    Tie.objects.create(asset=hall, kind="holds", to=circle, source="own_csv")
    valley.offer(region, place=hall, group=circle)
    valley.derive(region)
    return hall


@pytest.fixture
def address(hall):
    thing = Thing("asset", str(hall.ties.get().to_id))
    return f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}/rooms"


def text_of(response):
    return unescape(response.content.decode())


def test_it_says_the_room_is_right_for_something_on_every_page(client, hall, address):
    page = client.post(
        address,
        {"room": str(hall.pk), "running_water": "yes", "carpet": "no", "daylight": ""},
        follow=True,
    )

    assert "The list says so now." in text_of(page)
    said = text_of(client.get(f"/assets/{hall.pk}"))
    assert "What is it right for?" in said
    assert "Running water" in said
    assert "No carpet" in said
    assert "Nobody has told us about daylight, loud things" in said


def test_what_nobody_has_said_of_a_room_is_said_to_be_unknown(client, hall):
    said = text_of(client.get(f"/assets/{hall.pk}"))

    assert "Nobody has told us about running water, daylight" in said


def test_it_leaves_what_others_told_until_it_says_otherwise(client, hall, address):
    Fact.objects.create(
        asset=hall, field="daylight", value="yes", source="own_csv", told_on=None
    )
    assert "Leave it: Daylight" in text_of(client.get(address))

    client.post(address, {"room": str(hall.pk), "daylight": "no"})
    page = text_of(client.get(address))
    assert "Leave it: Daylight" not in page
    assert "No daylight" in text_of(client.get(f"/assets/{hall.pk}"))


@pytest.mark.parametrize(
    "room", ["", "nonsense", "00000000-0000-4000-8000-000000000000"]
)
def test_no_other_room_is_spoken_of(client, address, room):
    assert client.post(address, {"room": room, "carpet": "yes"}).status_code == 404
    assert not Fact.objects.exists()


def test_it_is_offered_and_never_asked_for(client, address):
    page = text_of(client.get(address.removesuffix("/rooms")))

    assert "You need not. What you have is whole as it is." in page
    assert f'href="{address}"' in page
