"""What do the pages say of the week's round, and of stopping all mail?"""

import re
from html import unescape

import pytest

from tests.assets.services.post.mailing import (
    ADDRESS,
    STEWARD,
    TODAY,
    a_mail_server,
    a_valley,
    chosen,
    sent,
    with_address,
)
from tests.web import stewards, valley
from weft.accounts.secret import hash_of
from weft.accounts.services import let_in, make_link
from weft.accounts.things import Thing
from weft.assets.models import Fact, Mailbox, Message, StoppedAddress

pytestmark = pytest.mark.django_db
ROUND = "/steward/asking"


@pytest.fixture
def circle():
    return a_valley()[0]


@pytest.fixture
def steward(client):
    return stewards.signed_in(client, proved=True)


def text_of(response):
    return unescape(response.content.decode())


def pressed(client, message, deed, **told):
    at = f"/steward/messages/{message.pk}"
    return client.post(at, {"deed": deed, **told}, follow=True)


def test_the_round_says_who_why_and_what_came_back(steward, circle):
    [message] = chosen()
    page = text_of(steward.get(ROUND))
    assert circle.name in page
    assert "we expect" in page
    assert "This site sends no mail." in page

    texts = text_of(pressed(steward, message, "write"))
    link = re.search(r"http://testserver(/g/[^\s\"<]+)", texts)[1]
    pressed(steward, message, "sent")
    assert "Sent by hand, today." in text_of(steward.get(ROUND))
    steward.post(link, {"answer": "yes"})
    assert "They answered today." in text_of(steward.get(ROUND))


def test_a_link_is_shown_once_and_stays_out_of_every_cache(steward, circle):
    [message] = chosen()
    shown = pressed(steward, message, "write")
    assert shown["Cache-Control"] == "no-store"
    assert "/g/" not in text_of(steward.get(ROUND))
    assert circle.name


def test_a_slip_is_undone_by_the_button_that_follows(steward, circle):
    [message] = chosen()
    for deed, back in (("sent", "not-sent"), ("let-be", "ask")):
        pressed(steward, message, deed)
        pressed(steward, message, back)
        message.refresh_from_db()
        assert message.standing == "chosen"
    assert circle.name


def test_an_address_is_kept_and_shown_on_no_page(steward, circle):
    [message] = chosen()
    wrong = pressed(steward, message, "address", email="nonsense")
    assert wrong.status_code == 409
    assert "That is no e-mail address." in text_of(wrong)
    pressed(steward, message, "address", email=ADDRESS)

    assert Mailbox.objects.get().group == circle
    pages = (ROUND, f"{ROUND}/{valley.SLUG}.csv", f"/groups/{circle.pk}")
    for path in pages:
        assert ADDRESS not in text_of(steward.get(path))


def test_the_week_can_be_kept_as_a_table(steward, circle):
    chosen()
    told = steward.get(f"{ROUND}/{valley.SLUG}.csv").content.decode("utf-8-sig")
    assert told.splitlines()[0].startswith("Group,Things it would set right")
    assert circle.name in told
    assert steward.get(f"{ROUND}/{valley.SLUG}.pdf").status_code == 404


def test_nobody_else_sees_the_round(client):
    assert client.get(ROUND).status_code == 302


# --- stopping


@pytest.fixture
def stop(settings, circle):
    """A mail that went out, and the address in it that stops all mail."""
    with a_mail_server(settings):
        with_address(circle)
        [message] = chosen()
        sent()
    Message.objects.filter(pk=message.pk).update(stop_hash=hash_of("abc"))
    return "/stop/abc"


def test_to_open_it_stops_nothing_for_programs_open_links_too(client, stop):
    for ask in (client.get, client.head):
        page = ask(stop)
        assert page.status_code == 200
        assert page["Referrer-Policy"] == "no-referrer"
        assert page["Cache-Control"] == "no-store"
        assert page.cookies == {}
    assert Mailbox.objects.exists()


def test_one_tap_stops_and_one_tap_undoes(client, stop):
    page = text_of(client.post(stop, {"answer": "stop"}))
    assert "We do not write to you any more." in page
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    assert ADDRESS not in page

    page = text_of(client.post(stop, {"answer": "undo", "kept": kept}))
    assert "You get our mail again" in page
    assert Mailbox.objects.exists()
    assert not StoppedAddress.objects.exists()


def test_another_address_does_not_undo_it(client, stop):
    client.post(stop, {"answer": "stop"})
    page = client.post(stop, {"answer": "undo", "email": "else@example.org"})
    assert page.status_code == 400
    assert "another address" in text_of(page)
    assert not Mailbox.objects.exists()


def test_a_link_that_is_not_ours_is_told_so_kindly(client):
    page = client.get("/stop/nothing")
    assert page.status_code == 404
    assert "nothing to stop" in text_of(page)


@pytest.mark.parametrize("give", [make_link, let_in])
def test_a_group_stops_all_mail_on_its_own_page_and_undoes_it(client, circle, give):
    with_address(circle)
    made = give(thing=Thing("asset", str(circle.pk)), by=STEWARD)
    at = f"/g/{made.secret}"
    page = text_of(client.post(at, {"answer": "stop"}))
    assert "It is done. We do not write to you any more." in page
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    assert not Mailbox.objects.exists()

    page = text_of(
        client.post(at, {"answer": "write-again", "kept": kept}, follow=True)
    )
    assert "We may write to you again" in page
    assert Mailbox.objects.get().group == circle
    assert not Fact.objects.filter(field="no_mail").exists()


def test_a_group_says_where_it_wants_its_mail_and_that_it_is_thrown_away(
    client, circle
):
    made = make_link(thing=Thing("asset", str(circle.pk)), by=STEWARD)
    at = f"/g/{made.secret}"
    wrong = client.post(at, {"answer": "address", "email": "x"})
    assert wrong.status_code == 400
    client.post(at, {"answer": "address", "email": ADDRESS})
    assert Mailbox.objects.get().given_on == TODAY
    client.post(at, {"answer": "no-address"})
    assert not Mailbox.objects.exists()
