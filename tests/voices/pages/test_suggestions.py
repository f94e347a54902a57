"""Is nothing offered unasked, nothing done by itself, and no refusal lost?"""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.voices.domain.kinds import Deed, Stance, SuggestionState, Suggests
from weft.voices.domain.likeness import METHOD, VERSION
from weft.voices.models import Act, Suggestion
from weft.voices.queries.whole import whole
from weft.voices.services import give_slip, take_in, withdraw

US = Actor.command("tests")
SLUG = "kettle-evenings"


@pytest.fixture
def hers(db):  # noqa: ARG001 it writes
    """The page of machine help of an evening's project."""
    region = valley.region().slug
    take_in(by=US, region=region, told=evening())
    made = make_link(thing=Thing("project", f"{region}/{SLUG}"), by=US)
    return reverse("voices:suggestions", args=[made.secret])


def told():
    return whole("tenterdale", SLUG)


def look(client, page, kind, about):
    return client.post(page, {"answer": "look", "kind": kind, "about": about})


def answer(client, page, number, what, **more):
    sent = {"answer": "answer", "suggestion": number, "what": what, **more}
    return client.post(page, sent)


def test_nothing_is_offered_until_somebody_turns_it_on_and_asks(hers, client):
    assert "It is off." in client.get(hers).content.decode()
    refused = look(client, hers, "forgotten", 1)
    assert refused.status_code == 400
    assert "Machine help is off" in refused.content.decode()
    client.post(hers, {"answer": "on"})
    assert not Suggestion.objects.exists()
    assert look(client, hers, "forgotten", 99).status_code == 404
    look(client, hers, "forgotten", 2)  # «Everybody likes it here.»
    look(client, hers, "alike", 3)
    look(client, hers, "code", 2)
    rows = Suggestion.objects.all()
    assert {one.kind for one in rows} == {"forgotten", "alike", "code"}
    assert {(one.method, one.version) for one in rows} == {(METHOD, VERSION)}
    page = client.get(hers).content.decode()
    assert "Both have: «it»." in page
    assert METHOD in page
    assert {one.state for one in told().suggestions} == {SuggestionState.OFFERED}
    assert told().claims == evening().claims  # nothing was done
    before = rows.count()
    look(client, hers, "forgotten", 2)
    assert rows.count() == before  # the same is not offered twice


def test_what_is_offered_is_taken_changed_or_refused_and_all_of_it_is_kept(
    hers, client
):
    client.post(hers, {"answer": "on"})
    look(client, hers, "forgotten", 2)
    look(client, hers, "code", 2)
    one, *others = Suggestion.objects.filter(kind=Suggests.FORGOTTEN)
    (code,) = Suggestion.objects.filter(kind=Suggests.CODE)
    answer(client, hers, one.pk, "take", stance="against")
    for other in others:
        answer(client, hers, other.pk, "refuse")
    answer(client, hers, code.pk, "take", code="the fare")
    (behind,) = told().claims[1].behind
    assert behind.stance is Stance.AGAINST
    assert "the fare" in {put.name for put in told().codes}
    # it stands in the history of the codes, and can be taken back there
    assert Act.objects.filter(deed=Deed.PUT, passage=2).exists()
    states = {kept.state for kept in told().suggestions}
    assert states == {SuggestionState.CHANGED, SuggestionState.REFUSED}
    assert all(kept.by and kept.answered_on for kept in told().suggestions)
    assert answer(client, hers, one.pk, "take").status_code == 400
    look(client, hers, "forgotten", 2)
    assert not Suggestion.objects.filter(state=SuggestionState.OFFERED).exists()
    page = client.get(hers).content.decode()
    assert "refused" in page
    client.post(hers, {"answer": "off"})
    assert not told().suggests
    assert len(told().suggestions) == 2 + len(others)


def test_words_taken_back_are_in_no_suggestion(hers, client):
    client.post(hers, {"answer": "on"})
    look(client, hers, "alike", 3)
    look(client, hers, "code", 2)
    code = give_slip(
        by=Actor.steward("a"), project=f"tenterdale/{SLUG}", speaker="noor"
    )
    withdraw(by=Actor.somebody(), code=code, today=timezone.localdate())
    page = client.get(hers).content.decode()
    assert "Eleven" not in page
    (offered,) = Suggestion.objects.filter(kind=Suggests.CODE)
    assert answer(client, hers, offered.pk, "take").status_code == 404
    assert all(one.passage != "taxi" for one in told().suggestions)
