"""A picture of a door goes from a group's link past a steward to everybody."""

from html import unescape
from io import BytesIO

import pytest

from tests.commons.files.test_pictures import SECRET, a_picture, with_secrets
from tests.web import valley
from tests.web.stewards import signed_in
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.models import Door

pytestmark = pytest.mark.django_db
WORDS = "A blue door by the canal, with a bell at hip height."


@pytest.fixture
def clay():
    region = valley.region()
    hall, circle = valley.place(region), valley.group(region)
    made = valley.offer(region, place=hall, group=circle)
    valley.derive(region)
    return made


@pytest.fixture
def address(clay):
    thing = Thing("asset", str(clay.group_id))
    return f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}/door"


@pytest.fixture
def given(client, clay, address):
    told = {"answer": "given", "place": str(clay.place_id), "described": WORDS}
    file = BytesIO(with_secrets(a_picture((900, 700))))
    file.name = "IMG_0001.JPG"
    page = client.post(address, {**told, "picture": file}, follow=True)
    assert "Somebody looks at it before it is shown." in text_of(page)
    return Door.objects.get()


def text_of(response):
    return unescape(response.content.decode())


def test_nobody_sees_it_until_a_steward_has_looked(client, clay, given):
    pages = (f"/offers/{clay.pk}", f"/assets/{clay.place_id}")
    small = f"/doors/{given.pk}/480.jpg"
    for page in pages:
        assert str(given.pk) not in text_of(client.get(page))
    assert client.get(small).status_code == 404
    assert client.get(f"/steward/doors/{given.pk}/480.jpg").status_code == 302

    steward = signed_in(client, proved=True)
    waiting = text_of(steward.get("/steward")).partition("What waits in other lists?")
    assert "Look at pictures of doors before they are shown" in waiting[2]
    assert "One waits." in waiting[2]
    page = text_of(steward.get("/steward/doors"))
    assert f"/steward/doors/{given.pk}/480.jpg" in page
    assert WORDS in page
    looked = steward.get(f"/steward/doors/{given.pk}/480.jpg")
    assert looked["Content-Type"] == "image/jpeg"
    steward.post(f"/steward/doors/{given.pk}", {"answer": "shown"})

    for page in pages:
        assert f'src="{small}"' in text_of(client.get(page))
        assert f'alt="{WORDS}"' in text_of(client.get(page))
    shown = client.get(small)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert shown["Cache-Control"] == "no-cache"
    assert SECRET not in shown.content


def test_it_is_taken_back_in_one_tap(client, clay, address, given):
    steward = signed_in(client, proved=True)
    steward.post(f"/steward/doors/{given.pk}", {"answer": "shown"})
    assert "Everybody sees it." in text_of(client.get(address))
    page = client.post(address, {"answer": "back", "door": str(given.pk)}, follow=True)

    assert "gone for good" in text_of(page)
    assert client.get(f"/doors/{given.pk}/480.jpg").status_code == 404
    assert "/doors/" not in text_of(client.get(f"/offers/{clay.pk}"))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"described": WORDS}, "Choose a picture first."),
        ({"described": "", "picture": "yes"}, "Say in a line"),
        ({"described": WORDS, "picture": "no"}, "no picture that we can read"),
    ],
)
def test_what_cannot_be_taken_is_said(client, clay, address, told, says):
    sent = {"answer": "given", "place": str(clay.place_id), **told}
    if "picture" in told:
        raw = with_secrets(a_picture()) if told["picture"] == "yes" else b"nothing"
        sent["picture"] = BytesIO(raw)
        sent["picture"].name = "door.jpg"
    response = client.post(address, sent)

    assert response.status_code == 400
    assert says in text_of(response)
    assert not Door.objects.exists()


def test_it_says_that_nobody_may_stand_in_front_of_it(client, address):
    page = text_of(client.get(address))

    assert "nobody in front of it" in page
    assert "You need not give one." in page


def test_an_answer_that_is_none_of_ours_decides_nothing(client, given):
    steward = signed_in(client, proved=True)
    assert (
        steward.post(f"/steward/doors/{given.pk}", {"answer": "x"}).status_code == 409
    )
    assert Door.objects.get().shown is False
