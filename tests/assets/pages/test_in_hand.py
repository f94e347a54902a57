"""What does a group's own page say, and whose word does it take?"""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.links import MOST_IN_A_TURN
from weft.accounts.models import Entry
from weft.accounts.services import let_in, make_link, revoke_link
from weft.accounts.things import Thing
from weft.assets.models import Arrival, Asset, FactEvent, Listing, Schedule
from weft.commons.saying import dated, day_of

pytestmark = pytest.mark.django_db
STEWARD = Actor.steward("s")
TODAY = timezone.localdate()


@pytest.fixture
def circle():
    region = valley.region()
    hall, circle = valley.place(region), valley.group(region, told_by="Vale Council")
    valley.offer(region, place=hall, group=circle)
    valley.derive(region)
    return circle


@pytest.fixture
def made(circle):
    return make_link(thing=Thing("asset", str(circle.pk)), by=STEWARD)


@pytest.fixture
def address(made):
    return f"/g/{made.secret}"


def text_of(response):
    return unescape(response.content.decode())


def facts():
    return Listing.objects.get(offer__isnull=False).facts


def test_the_first_line_says_who_listed_them_and_that_nothing_is_asked(client, address):
    main = text_of(client.get(address)).split("<main", maxsplit=1)[1]
    first = main.split("<p>", maxsplit=1)[1].split("</p>")[0]

    assert first.startswith(
        "<b data-said>Vale Council</b> listed you here, from a list of"
    )
    assert first.endswith("Nothing is asked of you.")


def test_when_it_was_listed_does_not_move_with_what_is_told_later(
    client, circle, address
):
    since = timezone.now() - timedelta(days=400)
    Arrival.objects.filter(pk=circle.pk).update(since=since)
    Asset.objects.filter(pk=circle.pk).update(told_on=TODAY)
    first = f"listed you here on {dated(day_of(since))}. Nothing is asked of you."

    assert first in text_of(client.get(address))


def test_each_line_that_a_yes_confirms_leads_to_where_it_is_changed(client, address):
    page = text_of(client.get(address))
    offer = Listing.objects.get(offer__isnull=False).offer_id

    for part in ("price", "place", "door", "joining"):
        assert f'href="{address}/like?offer={offer}&part={part}#part-{part}"' in page
    assert f'href="?offer={offer}#times"' in page
    assert f'<option value="{offer}" selected>' in text_of(
        client.get(f"{address}?offer={offer}")
    )


def test_it_says_that_it_has_stopped_and_goes_on_after_all(client, circle, address):
    offer = f"/offers/{Listing.objects.get(offer__isnull=False).offer_id}"
    assert client.post(address, {"answer": "stopped", "what": "all"}).status_code == 400
    told = {"answer": "stopped", "what": "all", "stopped_on": TODAY.isoformat()}
    page = client.post(address, {**told, "why": "The kiln broke."}, follow=True)

    assert "You told us that it stopped on" in text_of(page)
    assert "The kiln broke." in text_of(client.get(offer))
    assert "The kiln broke." in text_of(client.get(f"/groups/{circle.pk}"))
    assert not Listing.objects.filter(offer__isnull=False).exists()

    client.post(address, {"answer": "go-on", "what": "all"})
    assert "The kiln broke." not in text_of(client.get(offer))
    assert Listing.objects.filter(offer__isnull=False).exists()


def test_opening_it_says_nothing_for_programs_open_links_too(client, address):
    for ask in (client.get, client.head):
        assert ask(address).status_code == 200
    assert not FactEvent.objects.exists()


def test_one_tap_confirms_and_a_second_changes_nothing(client, address):
    for _ in range(2):
        page = client.post(address, {"answer": "yes"}, follow=True)
        assert "Thank you." in text_of(page)
        assert "You last said that this is right today." in text_of(page)
    offer = Listing.objects.get(offer__isnull=False)
    assert (offer.confirmed_on, offer.confirmed_by) == (TODAY, "confirmed")


def test_a_pause_and_full_are_said_to_others_and_undone_on_the_same_page(
    client, address
):
    offer = f"/offers/{Listing.objects.get(offer__isnull=False).offer_id}"
    back_on = (TODAY + timedelta(days=40)).isoformat()
    client.post(address, {"answer": "pause", "back_on": back_on})
    client.post(address, {"answer": "full"})

    assert "They are having a break." in text_of(client.get(offer))
    assert facts()["room"] is False
    page = text_of(client.get(address))
    assert "We are back now" in page
    assert "We have room again" in page

    client.post(address, {"answer": "back"})
    client.post(address, {"answer": "room"})
    assert "having a break" not in text_of(client.get(offer))
    assert facts()["room"] is True


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"answer": "sell"},
        {"answer": "pause"},
        {"answer": "pause", "back_on": "soon"},
        {"answer": "pause", "back_on": "1999-01-01"},
    ],
)
def test_what_cannot_be_taken_is_told_and_changes_nothing(client, address, fields):
    before = Entry.objects.exclude(deed="accounts.use_link").count()
    page = client.post(address, fields)

    assert page.status_code == 400
    assert "There is a problem" in text_of(page)
    assert Entry.objects.exclude(deed="accounts.use_link").count() == before


def test_what_is_not_theirs_is_hidden_and_may_have_been_a_slip(client, circle, address):
    group = f"/groups/{circle.pk}"
    client.post(address, {"answer": "not-ours"})
    assert client.get(group).status_code == 404
    assert "It is hidden until we have looked." in text_of(client.get(address))

    client.post(address, {"answer": "ours"})
    assert client.get(group).status_code == 200


def test_a_member_is_not_asked_whether_it_is_theirs(client, made):
    friend = let_in(thing=made.link.thing, by=made.link.actor)
    page = f"/g/{friend.secret}"

    assert "This isn’t our group" not in text_of(client.get(page))
    assert client.post(page, {"answer": "not-ours"}).status_code == 403
    assert client.post(page, {"answer": "yes"}).status_code == 302


def test_it_keeps_to_itself(client, address):
    page = client.get(address)

    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["Cache-Control"] == "no-store"
    assert not page.cookies


def test_it_opens_to_nobody_else(client, made, address):
    assert client.get("/g/guessed").status_code == 404
    other = make_link(thing=Thing("region", valley.SLUG), by=STEWARD)
    assert client.get(f"/g/{other.secret}").status_code == 404
    for _ in range(MOST_IN_A_TURN):
        client.get(address)
    assert client.get(address).status_code in {403, 429}
    revoke_link(key=made.link.key, by=STEWARD)
    assert client.get(address).status_code == 404


def test_new_times_are_said_back_before_they_are_taken(client, address):
    offer = Listing.objects.get(offer__isnull=False).offer_id
    typed = {
        "offer": str(offer),
        "said": "Fridays 2pm to 4pm",
        "start": (TODAY + timedelta(days=1)).isoformat(),
    }
    page = text_of(client.post(address, {"answer": "read", **typed}))
    assert "Have we understood you?" in page
    assert "<li>Friday, 14:00 to 16:00</li>" in page
    assert not Schedule.objects.filter(source="holder").exists()

    page = text_of(client.post(address, {"answer": "times", **typed}, follow=True))
    assert "Your new times are on the list now." in page
    assert "Fridays, 14:00 to 16:00" in text_of(client.get(f"/offers/{offer}"))

    client.post(address, {"answer": "old-times", "offer": str(offer)})
    assert "Fridays" not in text_of(client.get(f"/offers/{offer}"))


@pytest.mark.parametrize(
    ("said", "start", "told"),
    [
        ("blurgh", "2099-01-01", "Choose a day from today on"),
        ("blurgh", TODAY.isoformat(), "We could not read a day and a time"),
        ("Fridays 2 to 4", "", "Choose the day from which"),
    ],
)
def test_what_was_typed_and_not_understood_stays_in_the_form(
    client, address, said, start, told
):
    offer = Listing.objects.get(offer__isnull=False).offer_id
    fields = {"answer": "read", "offer": str(offer), "said": said, "start": start}
    page = client.post(address, fields)

    assert page.status_code == 400
    assert told in text_of(page)
    assert f'value="{said}"' in text_of(page)
