"""A group says what its offer is like in seconds, and takes it back in one tap."""

from html import unescape

import pytest

from tests.house_rules.reading import hardest, reading, sentences
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.models import OwnWord

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def clay(region):
    hall, circle = valley.place(region), valley.group(region)
    clay = valley.offer(region, place=hall, group=circle)
    valley.derive(region)
    return clay


@pytest.fixture
def address(clay):
    thing = Thing("asset", str(clay.group_id))
    return f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}/like"


def text_of(response):
    return unescape(response.content.decode())


def test_one_thing_is_said_seen_by_everybody_and_taken_back(client, clay, address):
    about = {"offer": str(clay.pk), "part": "first-minutes"}
    said = {"first_ten_minutes": "Ann waves from the kettle."}

    page = client.post(address, {**about, **said}, follow=True)
    assert "The list says so now." in text_of(page)
    assert "You said this on" in text_of(page)
    seen = text_of(client.get(f"/offers/{clay.pk}"))
    assert "Ann waves from the kettle." in seen
    assert f"Told by {clay.group.name} today." in seen

    page = client.post(address, {**about, "answer": "back"}, follow=True)
    assert "Your words are gone." in text_of(page)
    assert "Ann waves" not in text_of(client.get(f"/offers/{clay.pk}"))


def test_what_could_not_be_read_is_said_and_is_not_typed_twice(client, clay, address):
    about = {"offer": str(clay.pk), "part": "joining"}
    told = {"how_to_join": "Bring a letter.", "joining_hours": "when the cat is in"}

    page = client.post(address, {**about, **told, "was-joining_hours": ""})
    assert page.status_code == 400
    assert "We could not read a day and a time in this." in text_of(page)
    assert "Bring a letter.</textarea>" in text_of(page)
    assert 'value="when the cat is in"' in text_of(page)
    assert not OwnWord.objects.exists()
    # sent once more as it is shown, it is still not taken for what was there before
    told["was-joining_hours"] = ""
    assert client.post(address, {**about, **told}).status_code == 400


def test_a_place_is_looked_for_and_chosen(client, region, clay, address):
    barn = valley.place(region, "Barn of the Nine Winds")
    valley.derive(region)
    page = text_of(client.get(address, {"where": "nine winds", "part": "place"}))
    assert f'value="{barn.pk}"' in page

    about = {"offer": str(clay.pk), "part": "place"}
    client.post(address, {**about, "place": str(barn.pk)})
    assert "Barn of the Nine Winds" in text_of(client.get(f"/offers/{clay.pk}"))
    assert "no such place" in text_of(client.get(address, {"where": "xyzzy"}))


@pytest.mark.parametrize(
    "told",
    [
        {"part": "nonsense"},
        {"part": "price", "offer": "nonsense"},
        {"part": "price", "offer": "00000000-0000-4000-8000-000000000000"},
    ],
)
def test_nothing_else_is_spoken_of(client, clay, address, told):
    assert client.post(address, {"offer": str(clay.pk), **told}).status_code == 404
    assert not OwnWord.objects.exists()


def test_of_several_offers_one_is_chosen_and_all_can_be_read_at_eleven(
    client, region, clay, address
):
    other = valley.offer(region, "Dancing", group=clay.group)
    page = text_of(client.get(address))
    assert f"?offer={other.pk}" in page
    assert "Say it like this" not in page

    page = text_of(client.get(f"{address}?offer={other.pk}&part=price"))
    assert 'id="part-price" open' in page
    said = sentences(page)
    assert reading(said).grade <= 6.0, hardest(said)
