"""«You said, we changed» is told by the group and read on the offer's own page."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.models import Change

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def clay():
    region = valley.region()
    circle = valley.group(region)
    made = valley.offer(region, group=circle)
    valley.derive(region)
    return made


@pytest.fixture
def link(clay):
    thing = Thing("asset", str(clay.group_id))
    return f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}"


def text_of(response):
    return unescape(response.content.decode())


def test_it_stands_on_the_offer_s_page_and_is_gone_in_one_tap(client, clay, link):
    told = {
        "answer": "told",
        "offer": str(clay.pk),
        "changed": "The kettle stands by the door.",
        "whose": "new",
        "said": "I did not dare to cross the room.",
        "was": "It stood at the back.",
    }
    page = text_of(client.post(f"{link}/changes", told, follow=True))
    assert "It stands on the page now." in page

    said = text_of(client.get(f"/offers/{clay.pk}"))
    assert "from version 1 to 2" in said
    assert "I did not dare to cross the room." in said
    assert "Somebody who was new" in said
    assert "We changed: " in said
    assert "It stood at the back." in said

    change = str(Change.objects.get().pk)
    client.post(f"{link}/changes", {"answer": "back", "change": change})
    assert "has changed, and because" not in text_of(client.get(f"/offers/{clay.pk}"))


def test_new_times_keep_how_it_was(client, clay, link):
    start = str(TODAY + timedelta(days=8))
    new = {"offer": str(clay.pk), "said": "Fridays 2pm to 4pm", "start": start}
    client.post(link, {"answer": "times", **new})

    said = text_of(client.get(f"/offers/{clay.pk}"))
    assert "The times changed." in said
    assert "Tuesdays, 13:15 to 14:15." in said
    assert "Nobody has told us because of whose words." in said


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"answer": "told"}, 400),
        ({"answer": "told", "changed": "x", "offer": "nonsense"}, 404),
        ({"answer": "back", "change": "nonsense"}, 404),
        ({"answer": "back", "change": "99999"}, 404),
    ],
)
def test_what_cannot_be_taken_changes_nothing(client, clay, link, told, status):
    sent = {"offer": str(clay.pk)} | told
    assert client.post(f"{link}/changes", sent).status_code == status
    assert not Change.objects.exists()


def test_nothing_is_said_where_nothing_was_changed(client, clay):
    assert "has changed, and because" not in text_of(client.get(f"/offers/{clay.pk}"))
