"""Two code one text, each on their own; when both are done they see where to talk."""

import re

import pytest
from django.urls import reverse

from tests.oracles.agreement import alpha_of, nominal
from tests.voices.pages.test_in_hand import hers, send
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.things import Thing
from weft.voices.models import Code, Passage, Reading, Source, Workshop
from weft.voices.queries.readings import text_read
from weft.voices.queries.whole import whole
from weft.voices.services import give_slip, withdraw

__all__ = ["hers"]
KEY = "tenterdale/kettle-evenings"
US = Actor.holder("a", of=Thing("project", KEY))
ADDRESS = re.compile(r"http://\S+(/reader/[^<\s]+)")


def link_for(client, page, name):
    told = send(client, page, "ask", name=name)
    assert told.headers["Cache-Control"] == "no-store"
    return ADDRESS.search(told.content.decode())[1]


def test_a_second_coder_is_blind_until_both_are_done(hers, client):
    source = Source.objects.get()
    text = f"{hers}/text/{source.pk}"
    page = f"{text}/readings"
    assert "Ask somebody" in client.get(page).content.decode()
    assert client.get(f"{page}.csv").status_code == 404
    reader = link_for(client, page, "Reader 2")
    assert send(client, page, "ask", name="reader 2").status_code == 400

    desk = client.get(reader).content.decode()
    assert "The last bus is at ten to seven" in desk  # the text
    assert "way home" in desk  # the codes
    for hidden in ("<mark", "P1", "Table 2", "It’s the way home"):
        assert hidden not in desk
    words = {"words": "I walk home along the canal.", "codes": "way home"}
    assert send(client, reader, "mark", **words).status_code == 302
    send(client, reader, "mark", words="Eleven pounds, to sing.")
    unknown = send(client, reader, "mark", words="Owls.", codes="birds")
    assert unknown.status_code == 400
    assert "is not in the list of codes" in unknown.content.decode()
    send(client, reader, "mark", words="Owls.")
    owls = Reading.objects.get(own=False).marks.last()
    send(client, reader, "unmark", mark=str(owls.pk))
    send(client, reader, "ready")
    assert send(client, reader, "mark", words="Owls.").status_code == 400
    send(client, reader, "again")
    send(client, reader, "ready")
    for one in (reader, page):
        assert "How far do you agree" not in client.get(one).content.decode()
    assert Passage.objects.count() == 4  # nothing of it is on the wall

    send(client, page, "done")
    for one in (reader, page):
        shown = client.get(one).content.decode()
        assert "Where to talk" in shown
        assert "«I walk home along the canal.»: way home" in shown
    assert send(client, reader, "again").status_code == 400
    assert send(client, page, "ask", name="Reader 3").status_code == 400
    beside = text_read(KEY, source.pk, today=_today()).beside
    letters = [
        [
            any(at.start <= here < at.end for at in one.marks)
            for here in range(len(source.text))
        ]
        for one in beside.readings
    ]
    slow = alpha_of(letters, nominal)
    assert beside.compared.marked.value == pytest.approx(slow)
    raw = client.get(f"{page}.csv").content.decode()
    assert "Whether to mark the words" in raw
    places = client.get(f"{page}/places.csv").content.decode()
    assert "canal" not in raw + places
    written = str([*Entry.objects.values()])
    assert "Reader 2" not in written
    assert "canal" not in written


def test_a_readers_link_opens_one_text_while_it_may_be_read(hers, client):
    source = Source.objects.get()
    page = f"{hers}/text/{source.pk}/readings"
    reader = link_for(client, page, "Reader 2")
    secret = reader.rpartition("/")[2]
    for path in ("in_hand", "codes", "code_history"):
        assert client.get(reverse(f"voices:{path}", args=[secret])).status_code == 404
    assert client.get(hers.replace("/v/", "/reader/")).status_code == 404
    send(client, reader, "mark", words="Eleven pounds, to sing.")
    send(client, reader, "ready")
    code = give_slip(by=US, project=KEY, speaker="noor")
    withdraw(by=Actor.somebody(), code=code, today=_today())
    send(client, page, "done")
    for one in (reader, page):
        assert "Eleven pounds" not in client.get(one).content.decode()
    told = whole("tenterdale", "kettle-evenings").readings
    assert [(one.name, bool(one.marks)) for one in told][1] == ("Reader 2", True)
    Code.objects.get(ref="way").delete()
    Workshop.objects.update(until=_today().replace(year=2020))
    for one in (reader, page):
        assert client.get(one).status_code == 404


def _today():
    return Workshop.objects.get().held_on
