"""What the page says could be put on next is so once it is put on."""

from datetime import time
from html import unescape
from threading import Event

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.access.a_ready_week import a_ready_week
from tests.leaks.doing import do_what_waits
from tests.web import valley
from weft.access.domain.next_offer import weighed
from weft.access.queries import next_offer as asking
from weft.access.queries.everybody import reckoning
from weft.access.queries.lives import HeadCounted, lives
from weft.access.queries.next_offer import next_ready, ready, rooms_of
from weft.access.queries.weeks import reckon_week
from weft.access.services.publishing import publish_week
from weft.accounts.actors import Actor
from weft.assets.models import Asset, Fact
from weft.assets.queries.rooms import rooms_of_region
from weft.commons.times import Week

pytestmark = pytest.mark.django_db
RETIRED = "retired-bus-pass"
AT = "/choice/next"


@pytest.fixture(autouse=True)
def data(tmp_path):
    with override_settings(DATA_DIR=tmp_path):
        yield


@pytest.fixture
def here(monkeypatch):
    """Two things for people who need a toilet, by one group; and an empty room."""
    made = valley.region()
    singers = valley.group(made, "Singers")
    for n, kind in enumerate(("creative", "community")):
        valley.offer(
            made,
            f"Thing {n}",
            place=valley.place(made, f"Hall {n}", point=valley.north_of_home(300 * n)),
            group=singers,
            kinds=[kind],
            facts={"toilets": "yes"},
            on=([1 + n], time(11), time(12)),
        )
    empty = valley.place(made, "The upper room", point=valley.north_of_home(400))
    for field, value in (
        ("spare", "Fri 9am-3pm"),
        ("hire", "£6 an hour"),
        ("toilets", "yes"),
    ):
        Fact.objects.create(
            asset=empty,
            field=field,
            value=value,
            source="own_csv",
            told_by="us",
            told_on=empty.told_on,
        )
    valley.derive(made)
    monkeypatch.setattr(reckoning, "head_counts", forty_retired)
    return made


def forty_retired(_region):
    people = {valley.LSOA: 40.0, valley.OTHER_LSOA: 0.0}
    return tuple(
        HeadCounted(life=one, people=people, tables=(), missing=())
        for one in lives()
        if one.slug == RETIRED
    )


def publish():
    week = valley.this_week()
    told = reckon_week(valley.SLUG, week)
    publish_week(
        region=valley.SLUG,
        week=week,
        reckoned=told,
        clock=timezone.now,
        by=Actor.command("choice"),
    )
    do_what_waits()
    return told


def page_of(client, asked=""):
    return unescape(client.get(AT + asked).content.decode())


def with_three(told):
    return int(told.told.told.with_three[0, 0])


def test_before_a_week_is_published_it_says_what_to_do(client, here):
    assert "We cannot say yet" in page_of(client)
    assert client.get(f"{AT}/offers.csv").status_code == 404
    assert here.slug == valley.SLUG


def test_what_it_says_is_so_once_it_is_put_on(client, here):
    before = publish()
    assert with_three(before) == 0
    shown = page_of(client, "?most=1&only_told=yes")
    assert (
        "About 40 people come to a third choice by one offer, for £39 a week." in shown
    )
    assert "Of what was weighed, nothing is better: that is proven here." in shown
    assert "The upper room" in shown
    assert "They told us that it is empty then." in shown
    table = client.get(f"{AT}/offers.csv?most=1&only_told=yes").content.decode()
    assert "The upper room,Fridays at 10:00" in table
    assert ",in English,39.0,told,40" in table  # 6 + 20 pounds, 1.5 hours

    named = {one.name: one for one in rooms_of(ready(next_ready(valley.SLUG))).values()}
    room = named["The upper room"]
    valley.offer(
        here,
        "What is next",
        place_id=room.id,
        group=valley.group(here, "Its own group"),
        kinds=["food"],
        on=([4], time(10), time(11, 30)),
    )
    valley.derive(here)
    assert with_three(reckon_week(valley.SLUG, valley.this_week())) == 40_000


def test_what_cannot_be_read_is_said_and_the_usual_stands_in_its_place(client):
    made = valley.region()
    a_ready_week([valley.place(made, f"The room {n}").pk for n in range(3)])
    wrong = client.get(f"{AT}?most=eleven&budget=lots&hire=x&kind=circus")
    assert wrong.status_code == 400
    text = unescape(wrong.content.decode())
    for words in (
        "Choose a number from 1 to 10.",
        "Write an amount of money, like 150.",
        "Choose one kind or more.",
        'value="eleven"',
    ):
        assert words in text
    poor = page_of(client, "?budget=10")
    assert "Nothing that was weighed brings anybody there." in poor
    assert "There is a quarter less money" in poor


def test_it_says_whose_order_it_follows_and_how_it_differs_from_need(client):
    """Only closed words stand in the link: what is typed as a name is not said."""
    made = valley.region()
    a_ready_week([valley.place(made, f"The room {n}").pk for n in range(3)])
    asked = (
        "?weights=own&whose=residents&on=2026-06-03&first-1=food&first-2=food"
        "&life-retired-bus-pass=3&of=Ann+Example&place-1=Ann+Example"
    )
    shown = page_of(client, asked)
    for words in (
        "This is the order of the residents’ association of",
        ", 3 June 2026.",
        "Kinds: food. They are taken first",
        "Weeks that count three times:",
        "How does it differ from need?",
        "To a first choice: about",
        "Asked: at most three offers for any money;",
    ):
        assert words in shown
    assert "Ann Example" not in shown
    assert "Ann" not in client.get(f"{AT}/offers.csv{asked}").content.decode()
    assert ",Food," in client.get(f"{AT}/offers.csv{asked}").content.decode()
    assert "Nobody says whose order this is." in page_of(client, "?weights=own")
    for day in ("Tuesday", "2999-01-01"):
        wrong = client.get(f"{AT}?weights=own&on={day}")
        assert wrong.status_code == 400
        assert "that is not to come" in wrong.content.decode()


def test_a_page_that_would_wait_long_says_so_and_looks_again_by_itself(
    client, monkeypatch
):
    """Loading it again weighs nothing twice, and an answer that is there comes."""
    made = valley.region()
    a_ready_week([valley.place(made, f"The room {n}").pk for n in range(3)])
    assert "for £60 a week" in page_of(client, "?most=1&hire=20")
    done, begun = Event(), []

    def long(told, wished):
        begun.append(wished)
        assert done.wait(30)
        return weighed(told, wished)

    monkeypatch.setattr(asking, "weighed", long)
    monkeypatch.setattr(asking, "AT_ONCE", 0)
    monkeypatch.setattr(asking, "PATIENCE", 0.1)
    for _ in range(2):
        waiting = client.get(f"{AT}?most=2&hire=30")
        assert (waiting.status_code, waiting["Refresh"]) == (202, "2")
        text = unescape(waiting.content.decode())
        assert "We are weighing it" in text
        assert 'value="30"' in text
        assert "come to a third choice" not in text
    ready_one = client.get(f"{AT}?most=1&hire=20")
    assert (ready_one.status_code, "Refresh" in ready_one) == (200, False)
    done.set()
    monkeypatch.setattr(asking, "PATIENCE", 30)
    assert "for £75 a week" in page_of(client, "?most=2&hire=30")
    assert len(begun) == 1


def test_a_room_that_is_hidden_since_is_named_nowhere(client):
    made = valley.region()
    rooms = [valley.place(made, f"The room {n}") for n in range(3)]
    a_ready_week([one.pk for one in rooms])
    for path in (AT, f"{AT}/offers.csv"):
        assert "The room 0" in page_of(client, path.removeprefix(AT))
        for seen in ("hidden", "members", "known"):
            Asset.objects.filter(pk=rooms[0].pk).update(visibility=seen)
            told = page_of(client, path.removeprefix(AT))
            assert "The room 0" not in told
            assert "A room that may not be named any more" in told
        Asset.objects.filter(pk=rooms[0].pk).update(visibility="public")


def test_a_room_is_empty_when_it_was_told_and_elsewhere_when_nothing_is_on(here):
    """Two entries of one building are one room; what is outdoors fills none."""
    valley.place(here, "Hall 0", point=valley.north_of_home(12))
    rooms, more = rooms_of_region(valley.SLUG, Week.of(timezone.localdate()))
    named = {one.name: one for one in rooms}
    assert (sorted(named), more) == (["Hall 0", "Hall 1", "The upper room"], 0)
    hour = type(named["Hall 0"].taken[0])
    upper, hall = named["The upper room"], named["Hall 0"]
    assert (upper.is_told, upper.hire_pence) == (True, 600)
    assert upper.is_free(hour(4, time(10), time(11, 30))) is True
    assert upper.is_free(hour(3, time(10), time(11, 30))) is False
    assert hall.is_free(hour(1, time(10), time(11, 30))) is False  # a thing is on
    assert hall.is_free(hour(3, time(10), time(11, 30))) is None  # somebody must ask
    assert rooms_of_region(valley.SLUG, valley.this_week(), most=1)[1] == 2
