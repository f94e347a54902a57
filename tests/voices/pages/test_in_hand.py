"""Those who held a room put in what was said, mark it, and say what they make of it."""

import pytest

from tests.voices.projects_told import evening
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.things import Thing
from weft.commons.errors import NotAllowed
from weft.voices.models import Passage, Source
from weft.voices.queries.whole import whole
from weft.voices.services import take_in
from weft.voices.services.holding import RoomTold, add_workshop

US = Actor.command("tests")


def told():
    return whole("tenterdale", "kettle-evenings")


def send(client, path, answer, **typed):
    return client.post(path, {"answer": answer, **typed})


@pytest.mark.shows("T1")
def test_from_a_room_to_a_claim_in_three_steps(hers, client):
    room = {"name": "What would make you stay?", "place": "Dyehouse Hall"}
    assert send(client, hers, "workshop", **room).status_code == 302
    made = told().workshops[1]
    assert (made.place, made.came, made.held_on) == ("Dyehouse Hall", None, None)
    assert made.consent.sees == "hosts"  # nobody said yes to more
    shown = client.get(hers).content.decode()
    assert "nobody noted when. Nobody noted how many came." in shown

    words = "She said ten minutes.\r\nShe stayed till they stacked the chairs."
    send(client, hers, "words", workshop=made.ref, name="Table 1", text=words)
    text = f"{hers}/text/{Source.objects.get(name='Table 1').pk}"
    sent = send(
        client,
        text,
        "mark",
        words="stayed till they stacked",
        speaker="Table 1",
        codes="belonging; ~joy; ;belonging",
        first_hand="yes",
    )
    assert sent.status_code == 302
    passage = Passage.objects.get(number=5)
    send(
        client,
        text,
        "claim",
        passage="5",
        claim="new",
        new_claim="Seats.",
        stance="for",
    )

    held = told()
    (said,) = held.workshops[1].sources[0].passages
    assert said.at.exact == "stayed till they stacked"
    assert (said.first_hand, said.speaker != "") == (True, True)
    assert {(one.layer, one.name) for one in held.codes} == {
        ("what", "way home"),
        ("what", "belonging"),
        ("how", "joy"),
    }
    claim = held.claims[2]
    assert (claim.words, claim.behind[0].passage) == ("Seats.", passage.ref)
    assert "<mark" in client.get(text).content.decode()


def test_what_was_put_together_can_be_taken_apart(hers, client):
    text = f"{hers}/text/{Source.objects.get().pk}"
    refused = send(client, text, "unmark", passage="1")
    assert refused.status_code == 400
    assert "A claim or a cause rests on it" in refused.content.decode()
    send(client, text, "unmark", passage="4")
    assert not Passage.objects.filter(number=4).exists()
    assert "Owls." in Source.objects.get().text
    send(client, text, "claim", passage="3", claim="1", stance="away")
    assert [one.passage for one in told().claims[0].behind] == ["bus", "taxi"]
    kept = send(client, hers, "out", source=str(Source.objects.get().pk))
    assert kept.status_code == 400
    assert Source.objects.exists()


def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(hers, client):
    text = f"{hers}/text/{Source.objects.get().pk}"
    answer = send(client, text, "mark", words="nobody said this", codes="a; b")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "do not stand in this text" in page
    assert "nobody said this" in page
    assert "a; b" in page
    for typed, said in (
        ({"name": ""}, "Give it a name"),
        ({"name": "x", "came": "-3"}, "How many came: write a number"),
        ({"name": "x", "came": "2", "spoke": "3"}, "More people spoke than came"),
        ({"name": "x", "held_on": "soon"}, "Choose the day"),
    ):
        answer = send(client, hers, "workshop", **typed)
        assert answer.status_code == 400
        assert said in answer.content.decode()
    assert send(client, hers, "words", workshop="gone", text="x").status_code == 404
    assert "paste what was said" in (
        send(client, hers, "words", workshop="lock", text=" ").content.decode()
    )
    assert len(told().workshops) == 1


def test_a_link_opens_its_own_project_and_no_other_door(hers, client):
    take_in(by=US, region="tenterdale", told=evening(slug="another"))
    theirs = Source.objects.get(workshop__project__slug="another").pk
    assert client.get(f"{hers}/text/{theirs}").status_code == 404
    assert client.get(hers.replace("/v/", "/g/")).status_code == 404
    assert client.get("/v/nothing").status_code == 404
    thing = Thing("project", "tenterdale/another")
    with pytest.raises(NotAllowed):
        add_workshop(
            by=Actor.holder("a", of=thing),
            project="tenterdale/kettle-evenings",
            told=RoomTold(name="x"),
        )


def test_the_record_holds_no_word_of_what_was_said(hers, client):
    text = f"{hers}/text/{Source.objects.get().pk}"
    send(client, text, "mark", words="I got a taxi", speaker="Noor", codes="secret")
    written = str([*Entry.objects.values()])
    for word in ("taxi", "Noor", "secret"):
        assert word not in written
