"""Whoever has a slip sees what is theirs and can take it back, without a name."""

import re

import pytest
from django.urls import reverse

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.commons.errors import NotPossible
from weft.voices.services import take_in

US = Actor.command("tests")
SLIP = re.compile(r"[a-z0-9]{4}(?:-[a-z0-9]{4}){3}")


@pytest.fixture
def code(db, client):  # noqa: ARG001 it writes
    """A slip that the hosts made for Noor on their page."""
    region = valley.region().slug
    take_in(by=US, region=region, told=evening())
    made = make_link(thing=Thing("project", f"{region}/kettle-evenings"), by=US)
    page = reverse("voices:in_hand", args=[made.secret])
    answer = client.post(page, {"answer": "slip", "speaker": "noor"})
    assert answer["Cache-Control"] == "no-store"
    assert not SLIP.search(client.get(page).content.decode())
    return SLIP.search(answer.content.decode())[0]


def test_they_see_what_is_theirs_and_take_it_back(code, client):
    shown = client.post("/voices/slip", {"code": code.upper()}).content.decode()
    assert "Eleven pounds, to sing." in shown
    assert "There you are called «Noor»" in shown
    assert "It’s the way home after seven" in shown
    assert "The last bus" not in shown  # others said that

    typed = {"code": code, "answer": "back"}
    done = client.post("/voices/slip", typed).content.decode()
    assert "one thing that you said is out of everything" in done
    assert "Eleven pounds" not in done
    assert "Eleven pounds" not in client.get("/voices/kettle-evenings").content.decode()
    assert "You have taken back 1." in done


def test_a_code_nobody_gave_shows_nothing_and_is_kept_nowhere(code, client, caplog):
    answer = client.post("/voices/slip", {"code": "abcd-efgh-jkmn-pqrs"})
    assert answer.status_code == 400
    assert "We do not know this code" in answer.content.decode()
    client.post("/voices/slip", {"code": code})
    assert code not in str([*Entry.objects.values()])
    assert code not in caplog.text
    assert client.get("/voices/slip").status_code == 200


def test_no_project_stands_where_slips_are_read(db):  # noqa: ARG001 it writes
    with pytest.raises(NotPossible, match="address «slip»"):
        take_in(by=US, region=valley.region().slug, told=evening(slug="slip"))


def test_that_is_not_what_we_meant_stands_beside_the_claim(code, client):
    typed = {"code": code, "answer": "meant", "claim": "1"}
    empty = client.post("/voices/slip", {**typed, "meant": " "})
    assert empty.status_code == 400
    assert "Say in a line what you meant" in empty.content.decode()
    said = client.post("/voices/slip", {**typed, "meant": "It was dear, not far."})
    assert "It stands beside the claim now" in said.content.decode()
    wall = client.get("/voices/kettle-evenings").content.decode()
    assert "«It was dear, not far.»" in wall
    assert "One who was there objects" in wall

    others = client.post("/voices/slip", {**typed, "claim": "2", "meant": "No."})
    assert others.status_code == 400  # their words stand behind another
    client.post("/voices/slip", {"code": code, "answer": "back"})
    assert "dear, not far" not in client.get("/voices/kettle-evenings").content.decode()
