"""Those who were there get the draft, object to it without a slip, and choose first."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.links import MOST_IN_A_TURN
from weft.accounts.models import Entry, Link
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.commons.errors import NotAllowed
from weft.voices.domain.kinds import Sees
from weft.voices.domain.told import ConsentTold, WorkshopTold
from weft.voices.models import Objection, Workshop
from weft.voices.services import take_in
from weft.voices.services.there import object_there

US = Actor.command("tests")
CODE = re.compile(r"[a-z0-9]{4}(?:-[a-z0-9]{4}){3}")
ROOM = re.compile(r"/room/[^\s<\"/]+")
WALL = "/voices/kettle-evenings"


def told(sees=Sees.ANYBODY):
    (room,) = evening().workshops
    open_to = ConsentTold(words="You may.", sees=sees)
    other = WorkshopTold(ref="other", name="Another room")
    return evening(workshops=(replace(room, consent=open_to), other))


def link_of(project):
    region = valley.region().slug
    take_in(by=US, region=region, told=project)
    thing = Thing("project", f"{region}/kettle-evenings")
    return reverse("voices:in_hand", args=[make_link(thing=thing, by=US).secret])


@pytest.fixture
def hers(db):  # noqa: ARG001 it writes
    """The link of a project of which one room is open to those alone who were there."""
    return link_of(told(Sees.ROOM))


def text(answer):
    return answer.content.decode()


def send(client, path, answer, **typed):
    return client.post(path, {"answer": answer, **typed})


def test_who_was_there_reads_the_draft_and_objects_without_a_slip(hers, client):
    assert client.get(WALL).status_code == 404  # nobody else may read a word
    sheet = send(client, f"{hers}/there", "link", workshop="lock")
    assert sheet["Cache-Control"] == "no-store"
    assert "<svg" in text(sheet)
    room = ROOM.search(text(sheet))[0]
    assert room not in text(client.get(f"{hers}/there"))

    page = text(client.get(room))
    for words in ("Eleven pounds, to sing.", "the way home after seven", "A bus at"):
        assert words in page, words
    large = text(client.get(f"{room}/sheet"))
    assert "Claim 1 of 2" in large
    assert "«Eleven pounds, to sing.»</bdi>" in large

    empty = client.post(room, {"claim": "1", "meant": " ", "said_by": "Table 2"})
    assert empty.status_code == 400
    assert 'value="Table 2"' in text(empty)
    said = client.post(room, {"claim": "1", "meant": "We like the dark."})
    code = CODE.search(text(said))[0]
    assert "«We like the dark.»" in text(client.get(room))
    assert client.post(room, {"claim": "99", "meant": "x"}).status_code == 400

    shown = text(client.post("/voices/slip", {"code": code}))
    assert "You said this to a claim" in shown
    assert "We like the dark" in shown
    send(client, "/voices/slip", "unsay", code=code)
    assert not Objection.objects.filter(words="We like the dark.").exists()
    assert code not in str([*Entry.objects.values()])


def test_a_rooms_link_opens_its_own_room_and_no_other_door(hers, client):
    there = f"{hers}/there"
    other = ROOM.search(text(send(client, there, "link", workshop="other")))[0]
    page = text(client.get(other))
    assert "Eleven pounds" not in page  # said in another room, which is closed to them
    assert "The words of this room are closed" in page
    assert client.get(other.replace("/room/", "/v/")).status_code == 404
    assert client.get(hers.replace("/v/", "/room/")).status_code == 404
    assert send(client, there, "link", workshop="gone").status_code == 404
    theirs = Thing("workshop", str(Workshop.objects.get(ref="other").key))
    with pytest.raises(NotAllowed):
        object_there(
            by=Actor.member("a", of=theirs),
            room=str(Workshop.objects.get(ref="lock").key),
            claim=1,
            words="x",
            said_by="",
            today=timezone.localdate(),
        )


def test_as_many_as_were_there_may_look_at_once(hers, client):
    """One link is in many hands: two hundred looks in half an hour are not too many."""
    sheet = send(client, f"{hers}/there", "link", workshop="lock")
    room = ROOM.search(text(sheet))[0]
    Link.objects.filter(thing_kind="workshop").update(
        uses=MOST_IN_A_TURN, last_used_at=timezone.now()
    )
    assert client.get(room).status_code == 200


def test_two_weeks_begin_on_the_day_it_was_sent(hers, client):
    there, today = f"{hers}/there", timezone.localdate()
    assert "have not been sent the draft yet" in text(client.get(there))
    later = today + timedelta(days=1)
    refused = send(client, there, "sent", sent_on=f"{later}", how="by post")
    assert refused.status_code == 400
    assert 'value="by post"' in text(refused)
    assert send(client, there, "sent", sent_on="soon").status_code == 400

    long_ago = today - timedelta(days=15)
    send(client, there, "sent", sent_on=f"{long_ago}", how="by post")
    room = ROOM.search(text(send(client, there, "link", workshop="lock")))[0]
    assert "stands</strong>" in text(client.get(room))
    assert ", by post. Claims stand from" in text(client.get(there))

    source = re.search(r"/text/\d+", text(client.get(hers)))[0]
    claim = {"claim": "new", "new_claim": "A late one.", "stance": "for"}
    send(client, f"{hers}{source}", "claim", passage="4", **claim)
    assert "draft</strong>" in late_one(client, room)  # nobody had it yet
    since = "One claim was written since; one of them has not been sent."
    assert since in text(client.get(there))
    send(client, there, "sent", sent_on=f"{long_ago}", which="late")
    assert "stands</strong>" in late_one(client, room)
    send(client, there, "sent", sent_on="", which="all")
    assert "have not been sent the draft yet" in text(client.get(there))


def late_one(client, room):
    """What the page says of the third claim."""
    page = text(client.get(room))
    return page[page.index("3. A late one.") :].partition("</h3>")[0]


def test_who_could_be_known_by_their_words_chooses_first(db, client):  # noqa: ARG001 it writes
    hers = link_of(told())
    there, words = f"{hers}/there", "Eleven pounds"
    refused = send(client, there, "first", speaker="noor", first="yes")
    assert "They have no slip to choose by" in text(refused)
    code = CODE.search(text(send(client, hers, "slip", speaker="noor")))[0]
    assert words in text(client.get(WALL))
    send(client, there, "first", speaker="noor", first="yes")
    nobody_reads(client, words)
    assert "Only counted: who said it" in text(client.get(WALL))
    assert "The last bus is at ten to seven." in text(client.get(f"{WALL}/words"))

    mine = text(client.post("/voices/slip", {"code": code}))
    assert "It waits for you" in mine
    assert "Tenter Valley Buses: A bus at nine." in mine  # asked on the ground of it
    send(client, "/voices/slip", "show", code=code, passage="2")
    assert words in text(client.get(f"{WALL}/project.json"))
    send(client, "/voices/slip", "count", code=code, passage="2")
    nobody_reads(client, words)
    notmine = send(client, "/voices/slip", "show", code=code, passage="1")
    assert notmine.status_code == 400


def nobody_reads(client, words):
    """Neither on a page nor in a file, whole or in what stands around others."""
    assert words not in text(client.get(WALL))
    for name in ("words.csv", "project.json", "project.qdc"):
        said = text(client.get(f"{WALL}/{name}"))
        assert words not in said, name
        assert words[:8] not in said, name
