"""What does somebody who checks the list see of other people's feeds?"""

from datetime import timedelta
from html import unescape

import pytest

from tests.assets.harvest.publishing import (
    NOW,
    Feed,
    listen,
    read_it,
    services,
)
from tests.ground.sources.fetching.publisher import Answer, at_home
from tests.web.stewards import signed_in
from weft.assets.models import FeedRun, Offer

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def publisher():
    with at_home() as one:
        yield one


@pytest.fixture
def steward(client):
    return signed_in(client, proved=True)


def text_of(answer):
    return unescape(answer.content.decode())


@pytest.fixture
def held(publisher):
    """A feed that had ten and now has five."""
    told = services(10)
    told[0] |= {"alert": "Ask for Ann Persona", "email": "ann@example.org"}
    told[1] |= {"schedules": [{"freq": "YEARLY"}]}
    listen(Feed(told).at(publisher))
    read_it()
    Feed(services(5)).at(publisher)
    return read_it(now=NOW + WEEK)


def test_without_a_feed_the_page_says_how_one_is_added(steward):
    page = text_of(steward.get("/steward/feeds"))

    assert "None is read yet." in page
    assert "./weft harvest" in page


@pytest.mark.usefixtures("held")
def test_what_waits_stands_first_and_can_be_seen_from_the_queue(steward):
    queue = text_of(steward.get("/steward"))
    page = text_of(steward.get("/steward/feeds"))

    elsewhere = queue[queue.index("What waits in other lists?") :]
    assert "One waits. It came" in elsewhere[: elsewhere.index("What else")]
    assert "One feed is waiting for your look." in page
    assert "Last taken in on 30 November 2026: 10 rows. 12 things were new" in page
    assert "50% of them are not in it any more" in page


@pytest.mark.usefixtures("held")
def test_the_report_names_parts_and_never_what_stood_in_them(steward):
    page = text_of(steward.get("/steward/feeds/council"))
    file = steward.get("/steward/feeds/council/report.csv")

    for told in (page, file.content.decode()):
        assert "alert" in told
        assert "a schedule with freq YEARLY" in told
        assert "Persona" not in told
        assert "ann@" not in told
    assert file["Content-Type"].startswith("text/csv")
    assert "Gives another page when asked for one (page)" in page


def test_what_was_held_is_taken_in_by_a_button(steward, held):
    address = f"/steward/feeds/council/{held.run}"

    page = text_of(steward.post(address, {"take": "yes"}, follow=True))

    assert "Shall this be taken in?" not in page
    assert Offer.objects.filter(in_latest=True).count() == 5
    assert Offer.objects.count() == 10


def test_what_was_held_is_left_by_a_button(steward, held):
    steward.post(f"/steward/feeds/council/{held.run}")

    assert FeedRun.objects.get(pk=held.run).state == "left"
    assert Offer.objects.filter(in_latest=True).count() == 10


def test_what_somebody_else_has_decided_is_said(steward, held):
    address = f"/steward/feeds/council/{held.run}"
    steward.post(address)

    again = steward.post(address, {"take": "yes"})

    assert again.status_code == 409
    assert "Somebody has decided about it" in text_of(again)


def test_a_feed_that_broke_off_says_so(steward, publisher):
    publisher.on("/v3/services", Answer(status=404))
    listen(f"{publisher.address}/v3")
    read_it()

    page = text_of(steward.get("/steward/feeds/council"))

    assert "Broke off; the next time goes on from there" in page
    assert "Nothing has been taken in from it yet." in page


def test_there_is_nothing_to_see_without_a_feed_or_signed_out(steward, client):
    assert steward.get("/steward/feeds/nobody").status_code == 404
    client.logout()
    assert client.get("/steward/feeds").status_code in {302, 403}


def test_anybody_reads_what_of_a_feed_was_not_used_and_nothing_of_what_stood_in_it(
    client, publisher
):
    told = services(6)
    told[0] |= {"alert": "Ask for Ann Persona", "email": "ann@example.org"}
    listen(Feed(told).at(publisher))
    read_it()

    assert "/open/feeds/council" in text_of(client.get("/open"))
    page = text_of(client.get("/open/feeds/council"))
    for answer in (page, text_of(client.get("/open/feeds/council/report.csv"))):
        assert "alert" in answer
        assert "People’s own; not kept" in answer
        assert "Persona" not in answer
    assert "Take it in" not in page
    assert client.get("/open/feeds/council/report.xlsx").status_code == 200
    assert client.get("/open/feeds/nobody").status_code == 404
