"""Those who held a room draw what makes what: by hand, by table, and back again."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing as Bound
from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.domain.reading import Reader
from weft.voices.models import MapStep, Thing, Workshop
from weft.voices.queries.leaving import as_seen
from weft.voices.queries.whole import whole
from weft.voices.services import give_slip, take_in, withdraw

US = Actor.command("tests")
KEY = "tenterdale/kettle-evenings"


@pytest.fixture
def hers(db):  # noqa: ARG001 it writes
    """The link of the map of a project with one evening and one loop."""
    region = valley.region().slug
    take_in(by=US, region=region, told=evening())
    made = make_link(thing=Bound("project", KEY), by=US)
    return reverse("voices:causes_in_hand", args=[made.secret])


def told():
    return whole("tenterdale", "kettle-evenings")


def send(client, path, answer, **typed):
    return client.post(path, {"answer": answer, **typed})


def undo(client, path):
    step = re.search(r'name="step" value="(\d+)"', client.get(path).content.decode())
    return send(client, path, "undo", step=step[1])


@pytest.mark.shows("C6")
def test_an_arrow_is_drawn_from_words_changed_and_undone(hers, client):
    before = told()
    assert client.get(f"{hers}?words=2").content.decode().count('value="P2"') == 1
    typed = {"from": "taxis", "to": "Safe", "sign": "-", "words": "P2, p3"}
    more = {"scale": "system", "time": "yes", "who": "the council", "both": "yes"}
    sent = send(client, hers, "arrow", basis="stated", **typed, **more)
    assert sent["Location"].endswith("?done=arrow")
    drawn = told().causes[2]
    assert (drawn.cause, drawn.effect, drawn.sign) == ("taxis", "safe", Sign.LESS)
    assert (drawn.words, drawn.who) == (("taxi", "canal"), "the council")
    assert (drawn.takes_time, drawn.both_ways) == (True, True)
    assert drawn.scale is Scale.SYSTEM
    page = client.get(f"{hers}?change={drawn.ref}").content.decode()
    assert "Change an arrow" in page
    assert 'value="P2, P3"' in page
    assert 'data-thing="taxis"' in page
    typed |= {"sign": "?", "basis": "tone", "words": ""}
    send(client, hers, "arrow", ref=drawn.ref, **typed)
    assert told().causes[2].basis is Basis.TONE
    send(client, hers, "arrow-out", ref=drawn.ref)
    assert len(told().causes) == 2
    for causes in (3, 3, 2):
        assert undo(client, hers).status_code == 302
        assert len(told().causes) == causes
    assert told() == before
    assert "Undo that" not in client.get(hers).content.decode()


def test_what_cannot_be_drawn_is_said_and_nothing_typed_is_lost(hers, client):
    for typed, said in (
        ({"from": "taxis", "to": "", "words": "P1"}, "Name both"),
        ({"from": "taxis", "to": "x"}, "Say in which passage somebody states it"),
        ({"from": "taxis", "to": "x", "words": "P99"}, "There is no passage P99"),
        ({"from": "taxis", "to": "x", "words": "the bus"}, "by their numbers"),
        ({"from": "taxis", "to": "x" * 201, "words": "P1"}, "longer than 200"),
    ):
        answer = send(client, hers, "arrow", **typed)
        assert answer.status_code == 400
        assert said in answer.content.decode()
        assert 'value="taxis"' in answer.content.decode()
    assert send(client, hers, "arrow-out", ref="gone").status_code == 404
    assert (len(told().causes), MapStep.objects.count()) == (2, 0)


def test_things_are_measured_moved_renamed_and_taken_out(hers, client):
    send(client, hers, "thing", name="tea", measured_by="need/lonely")
    send(client, hers, "place", name="tea", across="300", down="80")
    assert told().things[0].at == (300, 80)
    send(client, hers, "place", name="tea", across="310", down="80")
    assert MapStep.objects.count() == 2  # two moves of one thing are one step
    refused = send(client, hers, "thing", name="SAFE", was="tea")
    assert "called «SAFE» already" in refused.content.decode()
    send(client, hers, "thing", name="hot tea", was="tea", measured_by="")
    assert told().things[0].name == "hot tea"
    number = Thing.objects.get(name="hot tea").pk
    assert "Change «hot tea»" in client.get(f"{hers}?thing={number}").content.decode()
    joined = send(client, hers, "thing-out", name="safe")
    assert "An arrow leads from it" in joined.content.decode()
    send(client, hers, "thing-out", name="hot tea")
    assert told().things == ()
    undo(client, hers)
    assert told().things[0].at == (310, 80)
    for across, down in (("3", ""), ("a", "b"), ("-1", "2")):
        wrong = send(client, hers, "place", name="safe", across=across, down=down)
        assert "Write two numbers" in wrong.content.decode()


def test_two_names_for_one_thing_are_made_one_and_parted_again(hers, client):
    typed = {"from": "folk about", "to": "warmth", "words": "P1"}
    send(client, hers, "arrow", **typed)
    way = ["safe", "people out"]
    send(client, hers, "loop", through=way, name="Round")
    before = told()
    number = Thing.objects.get(name="people out").pk
    page = client.get(f"{hers}?thing={number}").content.decode()
    assert "Which thing means the same?" in page
    send(client, hers, "join", name="people out", into="folk about")
    after = told()
    ends = [(one.cause, one.effect) for one in after.causes]
    assert ends == [
        ("folk about", "safe"),
        ("safe", "folk about"),
        ("folk about", "warmth"),
    ]
    assert set(after.loops[0].things) == {"safe", "folk about"}
    assert after.causes[0].words == ("bus",)
    undo(client, hers)
    assert told() == before
    joined = send(client, hers, "join", name="people out", into="safe")
    assert "An arrow leads from the one to the other" in joined.content.decode()
    itself = send(client, hers, "join", name="safe", into="safe")
    assert "Choose another thing" in itself.content.decode()


@pytest.mark.shows("H64")
def test_a_loop_is_named_comes_first_and_the_room_is_asked_for_a_brake(hers, client):
    page = client.get(hers).content.decode()
    assert "No brake was named" in page
    assert "What slows this, or stops it?" in page
    way = ["safe", "people out"]
    send(client, hers, "loop", through=way, name="The safe street", hopeful="yes")
    (named,) = told().loops
    assert (named.name, named.hopeful) == ("The safe street", True)
    page = client.get("/voices/kettle-evenings/causes").content.decode()
    assert "The safe street" in page
    assert "Where does hope go round?" in page
    gone = send(client, hers, "loop", through=["safe", "owls"], name="x")
    assert gone.status_code == 404
    send(client, hers, "loop", through=way, name="")
    assert told().loops == ()
    send(client, hers, "ask", question="What slows this?", workshop="")
    asked = told().workshops[1]
    assert (asked.questions, asked.held_on) == (("What slows this?",), None)
    send(client, hers, "ask", question="And who?", workshop="lock")
    assert Workshop.objects.get(ref="lock").questions[-1] == "And who?"
    twice = send(client, hers, "ask", question="And who?", workshop="lock")
    assert "asks this already" in twice.content.decode()
    shown = client.get(f"{hers}?through=c2").content.decode()
    assert "People out → safe" in shown


def test_two_who_draw_at_once_undo_only_what_they_saw(hers, client):
    send(client, hers, "thing", name="tea")
    seen = MapStep.objects.get().pk
    send(client, hers, "thing", name="milk")
    late = send(client, hers, "undo", step=str(seen))
    assert "Somebody has drawn since" in late.content.decode()
    assert Thing.objects.filter(name="milk").exists()


def test_undoing_does_not_bring_back_what_somebody_took_back(hers, client):
    typed = {"from": "taxis", "to": "karaoke", "sign": "-", "words": "P2"}
    send(client, hers, "arrow", **typed)
    send(client, hers, "thing", name="tea")
    slip = give_slip(by=Actor.steward("a"), project=KEY, speaker="noor")
    withdraw(by=Actor.somebody(), code=slip, today=timezone.localdate())
    undo(client, hers)
    for path in (hers, "/voices/kettle-evenings/causes"):
        assert "karaoke" not in client.get(path).content.decode()
    assert "karaoke" not in str(told())  # nor does a file bring it elsewhere
    refused = send(client, hers, "arrow", **typed)
    assert "P2 was taken back" in refused.content.decode()
    left = as_seen(
        "tenterdale",
        "kettle-evenings",
        reader=Reader.ANYBODY,
        today=timezone.localdate(),
    )
    assert "karaoke" not in str(left)


def sent_file(client, path, name, raw):
    file = SimpleUploadedFile(name, raw)
    return client.post(path, {"answer": "file", "map": file})


def test_a_map_leaves_is_changed_elsewhere_and_comes_back(hers, client):
    page = "/voices/kettle-evenings/causes"
    send(client, hers, "thing", name="safe", was="safe", measured_by="need/safety")
    before = told()
    for kind, name in (("graphml", "a.graphml"), ("kumu", "a.json"), ("csv", "a.csv")):
        raw = client.get(f"{page}.{kind}").content
        again = sent_file(client, hers, name, raw)
        assert again["Location"].endswith("?done=file-0-0-2-0"), kind
        assert told() == before
    raw = client.get(f"{page}.graphml").content.decode()
    turned = raw.replace(">+<", ">-<", 1).encode()
    assert sent_file(client, hers, "a.graphml", turned).status_code == 302
    assert told().causes[0].sign is Sign.LESS
    assert told().causes[0].words == ("bus",)  # its words came with it
    undo(client, hers)
    foreign = b"from,to,sign,words,mood\nSafe,song,+,P1,glad\n"
    answer = sent_file(client, hers, "b.csv", foreign)
    said = client.get(f"{hers}{answer['Location'].removeprefix(hers)}").content.decode()
    assert "One arrow is new, 0 changed, 0 as they were." in said
    assert "One kind of thing in the file had no place here." in said
    new = told().causes[2]
    assert (new.cause, new.effect, new.words) == ("safe", "song", ())
    for name, raw in (("c.csv", b"a,b"), ("c.txt", b"x"), ("d.json", b"{}")):
        refused = sent_file(client, hers, name, raw)
        assert refused.status_code == 400
        assert "There is a problem" in refused.content.decode()
    assert "Choose a file." in send(client, hers, "file").content.decode()
