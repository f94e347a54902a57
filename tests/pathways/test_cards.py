"""A card counts once, for its own group, for twelve weeks, and tells nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.commons.disclosure import Withheld
from weft.commons.errors import NotAllowed, NotFound, NotPossible
from weft.pathways.domain.cards import lapses_before, mondays_shown
from weft.pathways.models import Came, Card
from weft.pathways.pages.presenters import CardsPage
from weft.pathways.services.cards import came_with_card, hand_over, lapse_cards

SOMEBODY = Actor.somebody()


@pytest.fixture
def clay(db):  # noqa: ARG001 it writes
    """A group with something on, and another with nothing to do with it."""
    region = valley.region()
    hall = valley.place(region)
    group = valley.group(region)
    group.offer = valley.offer(region, place=hall, group=group).pk
    group.other = valley.group(region, "Another").pk
    valley.derive(region)
    return group


def held_by(key):
    thing = Thing("asset", str(key))
    return make_link(thing=thing, by=Actor.command("x"))


def test_a_card_is_spent_by_its_own_group_once_however_it_is_typed(clay, client):
    today = timezone.localdate()
    code = hand_over(by=SOMEBODY, offer=clay.offer, today=today)
    theirs, others = held_by(clay.pk).secret, held_by(clay.other).secret
    typed = {"code": f" {code.upper().replace('-', ' ')} "}

    assert client.post(f"/g/{others}/cards", typed).status_code == 400
    assert Card.objects.count() == 1
    assert client.post(f"/g/{theirs}/cards", typed).status_code == 302
    again = client.post(f"/g/{theirs}/cards", typed)

    assert again.status_code == 400
    assert "We do not know this card" in again.content.decode()
    assert [(one.offer, one.people) for one in Came.objects.all()] == [(clay.offer, 1)]
    assert not Card.objects.exists()
    assert not Entry.objects.filter(subject__contains=code).exists()
    shown = client.get(f"/g/{theirs}/cards").content.decode()
    assert "not shown, to protect a small number" in shown
    assert f'href="/g/{theirs}/cards"' in client.get(f"/g/{theirs}").content.decode()


def test_nobody_counts_without_the_groups_link(clay, client):
    today = timezone.localdate()
    code = hand_over(by=SOMEBODY, offer=clay.offer, today=today)

    with pytest.raises(NotAllowed):
        came_with_card(by=SOMEBODY, group=clay.pk, code=code, today=today)
    assert Card.objects.count() == 1  # the deed is undone with its transaction
    assert client.get("/g/nothing/cards").status_code == 404


def test_there_is_no_card_for_what_may_not_be_seen(clay):
    with pytest.raises(NotFound):
        hand_over(by=SOMEBODY, offer=clay.pk, today=timezone.localdate())


def test_a_card_nobody_used_lapses_after_twelve_weeks_and_not_before(clay):
    today = timezone.localdate()
    code = hand_over(by=SOMEBODY, offer=clay.offer, today=today)
    holder = held_by(clay.pk).link.actor
    job = Actor.job("pathways.lapse_cards")

    assert lapse_cards(by=job, today=today + timedelta(weeks=12)) == 0
    later = today + timedelta(weeks=13)
    with pytest.raises(NotPossible):
        came_with_card(by=holder, group=clay.pk, code=code, today=later)
    assert lapse_cards(by=job, today=later) == 1
    assert not Card.objects.exists()


@given(st.dates())
def test_weeks_begin_on_mondays_the_newest_last(day):
    try:
        weeks = (*mondays_shown(day), lapses_before(day))
    except OverflowError:  # at the very beginning of the calendar
        return

    assert {one.weekday() for one in weeks} == {0}
    assert weeks[4] <= day
    assert weeks[4] - weeks[5] == timedelta(weeks=12)


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5))
def test_the_tally_shows_no_small_number(came):
    mondays = mondays_shown(timezone.localdate())
    page = CardsPage(name="x", back="/", mondays=mondays, came=came, fewest=5)

    shown = [row[1] for row in page.table.rows]
    assert not [one for one in shown if isinstance(one, int) and 0 < one < 5]
    assert {one for one in shown if isinstance(one, str)} <= {str(Withheld())}
