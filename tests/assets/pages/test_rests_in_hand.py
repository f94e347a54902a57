"""A group's weeks off are told on a page of their own, and said to everybody."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.models import Fact, Offer

pytestmark = pytest.mark.django_db
FIRST = timezone.localdate() + timedelta(days=30)
LAST = FIRST + timedelta(days=12)


@pytest.fixture
def clay():
    region = valley.region()
    circle = valley.group(region)
    made = valley.offer(region, group=circle)
    valley.derive(region)
    return made


@pytest.fixture
def address(clay):
    thing = Thing("asset", str(clay.group_id))
    return f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}/weeks-off"


def text_of(response):
    return unescape(response.content.decode())


def test_they_are_said_on_the_offer_s_page_and_taken_back(client, clay, address):
    told = {"offer": str(clay.pk), "first": str(FIRST), "last": str(LAST)}
    page = client.post(address, {**told, "answer": "rest"}, follow=True)
    assert "The list says so now." in text_of(page)
    assert "It does not meet from " in text_of(client.get(f"/offers/{clay.pk}"))

    page = client.post(address, {**told, "answer": "back"}, follow=True)
    assert "you meet then" in text_of(page)
    assert "It does not meet" not in text_of(client.get(f"/offers/{clay.pk}"))
    assert not Fact.objects.filter(field="rest").exists()


def test_one_day_stands_for_its_week(client, clay, address):
    client.post(address, {"offer": "all", "first": str(FIRST), "answer": "rest"})

    monday = FIRST - timedelta(days=FIRST.weekday())
    [fact] = Fact.objects.filter(field="rest")
    assert fact.value == f"{monday}/{monday + timedelta(days=6)}"
    assert fact.offer == clay


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"offer": "all"}, 400),
        ({"offer": "all", "first": "tomorrow"}, 400),
        ({"offer": "all", "first": str(LAST), "last": str(FIRST)}, 400),
        ({"offer": "nonsense", "first": str(FIRST)}, 404),
        ({"offer": "00000000-0000-4000-8000-000000000000", "first": str(FIRST)}, 404),
    ],
)
def test_what_cannot_be_read_is_said_and_changes_nothing(client, address, told, status):
    assert client.post(address, {**told, "answer": "rest"}).status_code == status
    assert not Fact.objects.filter(field="rest").exists()
    assert Offer.objects.count() == 1
