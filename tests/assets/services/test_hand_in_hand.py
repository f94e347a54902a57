"""A group asks for a hand by its link; /help-out says so until it takes that back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.assets.asking import A_REGION
from tests.assets.register import an_asset, told
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.chances import ChanceKind, ChanceTold
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind
from weft.assets.models import Asset, Chance
from weft.assets.queries.chances import chances_in
from weft.assets.services.hand_in_hand import ask_for_a_hand, take_ask_back
from weft.commons.errors import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
CHAIRS = {"answer": "asked", "kind": "voluntary", "name": "Put out  the chairs"}


def key(name="choir"):
    return key_of(A_REGION.slug, "us", name)


def load():
    told(
        an_asset("choir", kind=AssetKind.GROUP, telephone="01632 960 100"),
        an_asset("band", kind=AssetKind.GROUP),
        an_asset("ned", kind=AssetKind.PERSON),
    )


@pytest.fixture
def page():
    load()
    made = make_link(thing=Thing("asset", str(key())), by=Actor.steward("s"))
    return f"/g/{made.secret}/hand"


def asked():
    return chances_in(A_REGION.slug, today=timezone.localdate())


@pytest.mark.shows("C14")
def test_it_stands_where_people_look_and_after_a_load_until_it_is_taken_back(
    client, page
):
    more = {
        "minutes": "1 hour",
        "once": "yes",
        "when": "Saturday at ten",
        "with_whom": "two of us",
        "expenses": "yes",
        "expenses_note": "bus fares",
        "pay": "£9",  # nobody is paid for giving their time
        "last_on": timezone.localdate() + timedelta(days=9),
    }
    client.post(page, CHAIRS | more)

    load()

    (one,) = asked()
    assert (one.name, one.kind) == ("Put out the chairs", ChanceKind.VOLUNTARY)
    assert (one.minutes_in_all, one.once, one.expenses, one.pay) == (60, True, True, "")
    assert (one.telephone, one.told_by) == ("01632 960 100", "Choir")
    shown = client.get("/help-out").content.decode()
    assert "1 h in all, once." in shown
    assert "Expenses paid: bus fares" in shown

    Asset.objects.filter(pk=key()).update(visibility="hidden")
    assert asked() == ()
    Asset.objects.filter(pk=key()).update(visibility="public")
    client.post(page, {"answer": "back", "chance": str(one.id)})
    assert asked() == ()


def test_what_is_left_open_stays_unknown(client, page):
    client.post(page, CHAIRS)

    (one,) = asked()
    assert (one.minutes_in_all, one.once, one.expenses, one.last_on) == (None,) * 4
    assert "Nobody has told us how long it takes" in (
        client.get("/help-out").content.decode()
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 121},
        {"kind": "slavery"},
        {"minutes": "a bit"},
        {"minutes": "0 min"},
        {"last_on": "2001-01-01"},
        {"last_on": "soon"},
        {"answer": "else"},
    ],
)
def test_what_cannot_be_taken_is_given_back_as_it_was_typed(client, page, wrong):
    answer = client.post(page, CHAIRS | {"when": "Saturdays"} | wrong)
    assert answer.status_code == 400
    assert "Saturdays" in answer.content.decode()
    assert not Chance.objects.exists()


def test_nobody_asks_or_takes_it_back_for_them(client, page):
    client.post(page, CHAIRS)
    (one,) = asked()
    today, told_us = (
        timezone.localdate(),
        ChanceTold(reference="", kind=ChanceKind.PAID, name="Sing"),
    )
    band = Actor.holder("h", of=Thing("asset", str(key("band"))))
    with pytest.raises(NotFound):
        take_ask_back(by=band, group=key("band"), chance=one.id)
    for whoever in (band, Actor.somebody()):
        with pytest.raises(NotAllowed):
            take_ask_back(by=whoever, group=key(), chance=one.id)
        with pytest.raises(NotAllowed):
            ask_for_a_hand(by=whoever, group=key(), told=told_us, today=today)
    with pytest.raises(NotFound):
        ask_for_a_hand(
            by=Actor.steward("s"), group=key("ned"), told=told_us, today=today
        )
    assert asked() == (one,)
