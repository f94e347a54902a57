"""The question that would open most reaches those who can answer it, for one week."""

from datetime import time, timedelta
from html import unescape

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.leaks.doing import do_what_waits
from tests.web import stewards, valley
from weft.access.queries.everybody import reckoning
from weft.access.queries.lives import HeadCounted, lives
from weft.access.queries.weeks import reckon_week
from weft.access.services.publishing import publish_week
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.facts import FactField
from weft.assets.domain.sureness import Event
from weft.assets.models import Fact, FactEvent
from weft.assets.queries import groups_to_ask
from weft.assets.queries.worth_asking import question_to, questions_now
from weft.cli.choice import questions

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
EVERY = "/steward/asking"
HELD = "Asking this could open a third choice to about 40 people."


@pytest.fixture(autouse=True)
def data(tmp_path):
    with override_settings(DATA_DIR=tmp_path):
        yield


def a_valley(monkeypatch, *things):
    """Things by day, each with its group, its hall, and what is told of toilets."""
    made = valley.region()
    groups = {name: valley.group(made, name) for name in ("Singers", "Potters")}
    halls = {name: valley.place(made, name) for name in {hall for _, hall, _ in things}}
    for n, (group, hall, told) in enumerate(things):
        valley.offer(
            made,
            f"Thing {n}",
            place=halls[hall],
            group=groups[group],
            kinds=[("cultural", "community", "creative")[n]],
            facts=told,
            on=([1 + n], time(11), time(12)),
        )
    valley.derive(made)
    monkeypatch.setattr(reckoning, "head_counts", forty_who_need_a_toilet)
    return groups["Potters"]


TOILETS = {"toilets": "yes"}


@pytest.fixture
def potters(monkeypatch):
    """Two things for certain; nobody has said whether a third has a toilet."""
    return a_valley(
        monkeypatch,
        ("Singers", "Hall 0", TOILETS),
        ("Singers", "Hall 1", TOILETS),
        ("Potters", "Hall 2", {}),
    )


def forty_who_need_a_toilet(_region, people=40.0):
    people = {valley.LSOA: people, valley.OTHER_LSOA: 0.0}
    return tuple(
        HeadCounted(life=one, people=people, tables=(), missing=())
        for one in lives()
        if one.slug == "retired-bus-pass"
    )


def two_who_need_a_toilet(region):
    return forty_who_need_a_toilet(region, 2.0)


def published():
    week = valley.this_week()
    told = reckon_week(valley.SLUG, week)
    by = Actor.command("choice")
    publish_week(
        region=valley.SLUG, week=week, reckoned=told, clock=timezone.now, by=by
    )
    return do_what_waits()


def page_of(client, path):
    return unescape(client.get(path).content.decode())


def test_a_question_is_asked_answered_taken_back_and_lapses(client, potters):
    assert "access.questions" in published()

    (asked,) = questions_now(valley.SLUG, today=TODAY)
    assert (asked.about, asked.people) == (FactField.TOILETS, 40)
    assert asked.group == potters.pk
    first, *_ = groups_to_ask(valley.SLUG, TODAY, most=9)
    assert (first.group, first.opens) == (potters.pk, 40)
    assert any(HELD in line for line in questions(valley.SLUG, valley.this_week()))

    offer = f"/offers/{asked.offer}"
    passing = page_of(client, offer)
    assert "Is there a toilet?" in passing
    assert HELD in passing
    assert EVERY not in passing
    assert EVERY not in page_of(client, "/choice")
    steward = stewards.signed_in(client, proved=True)
    assert EVERY in page_of(steward, "/choice")
    told = steward.get(offer)
    assert f"{EVERY}#questions-{valley.SLUG}" in told.content.decode()
    assert told["Cache-Control"] == "no-store"
    shown = page_of(steward, "/steward/asking")
    assert "Is there a toilet?" in shown
    assert HELD in shown
    table = page_of(steward, f"/steward/questions/{valley.SLUG}.csv")
    assert "Potters,Thing 2,Is there a toilet?,40" in table

    thing = Thing("asset", str(potters.pk))
    theirs = f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}"
    assert "open a third choice to about 40 people" in page_of(client, theirs)
    about = {"offer": str(asked.offer), "about": "toilets"}
    told = {**about, "answer": "one-question"}
    assert client.post(theirs, {**told, "value": "maybe"}).status_code == 400

    client.post(theirs, {**told, "value": "yes"})
    assert question_to(potters.pk, today=TODAY).answer is True
    assert "You said: Toilets." in page_of(client, theirs)
    assert questions_now(valley.SLUG, today=TODAY) == ()
    assert "Is there a toilet?" not in page_of(steward, "/steward/asking")
    assert "worth-asking" not in page_of(steward, offer)

    client.post(theirs, {**about, "answer": "one-question-back", "value": ""})
    assert questions_now(valley.SLUG, today=TODAY) == (asked,)
    assert not Fact.objects.filter(offer=asked.offer, field="toilets").exists()
    assert not FactEvent.objects.filter(event=Event.TOLD_ANEW).exists()

    in_a_week = TODAY + timedelta(days=7)
    assert questions_now(valley.SLUG, today=in_a_week) == ()
    assert question_to(potters.pk, today=in_a_week) is None


def test_what_is_hidden_since_is_not_asked_about(potters):
    published()
    potters.visibility = "hidden"
    potters.save()
    valley.derive(potters.region)
    assert questions_now(valley.SLUG, today=TODAY) == ()


def test_one_answer_about_a_building_tells_of_all_that_is_in_it(client, monkeypatch):
    """One thing is certain; two in one hall would be, by one word on its toilet."""
    potters = a_valley(
        monkeypatch,
        ("Singers", "Hall 0", TOILETS),
        ("Potters", "Hall 1", {}),
        ("Potters", "Hall 1", {}),
    )
    published()
    (asked,) = questions_now(valley.SLUG, today=TODAY)
    assert (asked.people, len(asked.more)) == (40, 1)

    thing = Thing("asset", str(potters.pk))
    theirs = f"/g/{make_link(thing=thing, by=Actor.steward('s')).secret}"
    assert "and one more thing there" in page_of(client, theirs)
    told = {"offer": str(asked.offer), "about": "toilets", "answer": "one-question"}
    client.post(theirs, {**told, "value": "yes"})
    said = Fact.objects.filter(field="toilets", source="holder", value="yes")
    assert set(said.values_list("offer", flat=True)) == {asked.offer, *asked.more}
    client.post(theirs, {**told, "value": ""})
    assert not said.exists()


@pytest.mark.usefixtures("potters")
def test_how_few_a_question_is_about_is_told_only_to_who_checks_the_list(
    client, monkeypatch
):
    """Two people round to nobody: on the public page it would tell of them."""
    monkeypatch.setattr(reckoning, "head_counts", two_who_need_a_toilet)
    published()
    (asked,) = questions_now(valley.SLUG, today=TODAY)
    assert asked.people == 0
    offer = f"/offers/{asked.offer}"
    assert "worth-asking" not in page_of(client, offer)
    steward = stewards.signed_in(client, proved=True)
    assert "could bring people nearer to three choices" in page_of(steward, offer)
