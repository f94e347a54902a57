"""What was decided stands with what was there before, and is put back at any time."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from tests.web.stewards import signed_in
from weft.accounts.actors import Actor
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.models import Listing, Offer, Proposal, Schedule
from weft.assets.queries import decided
from weft.assets.services.proposals import (
    accept_change,
    decline_change,
    propose_change,
    take_back_change,
)

pytestmark = pytest.mark.django_db
SOMEBODY, BY = Actor.somebody(), Actor.steward("s")
RIGHT = {"name": "Mud club", "telephone": "01632 960 999", "when": "Fridays 2 to 4pm"}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def clay():
    region = valley.region()
    made = valley.offer(region, place=valley.place(region))
    valley.derive(region)
    return made


@pytest.fixture
def steward(client, clay):
    assert clay
    return signed_in(client, proved=True)


def text_of(response, status=200):
    assert response.status_code == status
    plain = re.sub(r"<[^>]+>", " ", unescape(response.content.decode()))
    return " ".join(plain.split())


def told(kind, thing, day, **fields):
    """Tell it, and give the code and the proposal."""
    code = propose_change(
        by=SOMEBODY,
        region=valley.SLUG,
        told=ProposalTold(
            kind=ProposalKind(kind),
            thing=thing.pk,
            words="It is not so.",
            said_as="a neighbour",
            told={ToldField(name): value for name, value in fields.items()},
        ),
        today=day,
    )
    return code, Proposal.objects.get(standing="proposed").pk


def test_it_says_what_when_by_whose_word_and_from_what_to_what(steward, clay, today):
    _, key = told("wrong", clay, today - timedelta(days=3), **RIGHT)
    accept_change(by=BY, proposal=key, today=today)

    page = text_of(steward.get("/steward/decided"))

    assert "The list was changed." in page
    assert "A neighbour told us on" in page
    assert "three days later" in page
    assert "it said «Clay at the Old Dye House» ; since then «Mud club»" in page
    assert "it said «01632 960 142» ; since then «01632 960 999»" in page
    times = (
        "it said «Tuesdays, 13:15 to 14:15.» ; since then «Fridays, 14:00 to 16:00.»"
    )
    assert times in page


def test_it_is_put_back_weeks_later_and_taken_as_so_once_more(steward, clay, today):
    _, key = told("wrong", clay, today - timedelta(days=60), **RIGHT)
    accept_change(by=BY, proposal=key, today=today - timedelta(days=50))

    for done, name, rules in (
        ("declined", "Clay at the Old Dye House", 1),
        ("accepted", "Mud club", 2),
    ):
        page = unescape(steward.get("/steward/decided").content.decode())
        form = re.search(r'<form method="post" action="/steward/pro.*?</form>', page)[0]
        fields = dict(re.findall(r'name="(seen|why|from)" value="([^"]*)"', form))
        answer = steward.post(f"/steward/proposals/{key}", fields)
        assert answer["Location"] == "/steward/decided"
        assert Proposal.objects.get().standing == done
        assert Offer.objects.get().name == name
        assert Schedule.objects.count() == rules


def test_what_was_left_as_it_was_stands_with_the_reason(steward, clay, today):
    _, key = told("closed", clay, today)
    decline_change(by=BY, proposal=key, why="We asked, and it is not so.", today=today)
    page = text_of(steward.get("/steward/decided"))
    assert "It has not closed. We asked, and it is not so." in page
    assert "the same day" in page


def test_a_page_at_a_time(steward, clay, today, monkeypatch):
    monkeypatch.setattr(decided, "AT_ONCE", 2)
    for number in range(3):
        _, key = told("closed", clay, today - timedelta(days=number + 1))
        decline_change(by=BY, proposal=key, why=f"Reason {number}.", today=today)
    first = text_of(steward.get("/steward/decided"))
    assert "Reason 0." in first
    assert "Reason 2." not in first
    assert "What was decided before that" in first
    second = text_of(steward.get("/steward/decided?page=2"))
    assert "Reason 2." in second
    assert "before that" not in second
    assert "No more." in text_of(steward.get("/steward/decided?page=9"))
    assert "Reason 0." in text_of(steward.get("/steward/decided?page=x"))


def test_it_opens_to_nobody_who_is_not_signed_in(client, clay):
    assert clay
    assert client.get("/steward/decided").status_code in {302, 403}


# --- whoever told it ----------------------------------------------------------


def seen(client, code, status=200):
    return text_of(
        client.post("/tell-us/take-back", {"code": code, "see": "yes"}), status
    )


@pytest.mark.shows("B12")
def test_who_raised_a_thing_sees_by_their_code_what_became_of_it(client, clay, today):
    code, key = told("wrong", clay, today - timedelta(days=2), **RIGHT)
    assert "Nobody has decided yet." in seen(client, code)

    decline_change(by=BY, proposal=key, why="They meet as before.", today=today)
    page = seen(client, code)
    assert "two days later" in page
    assert "We left the list as it was. This is why: They meet as before." in page

    accept_change(by=BY, proposal=key, today=today)
    page = seen(client, code)
    assert "We took it as so. The list follows it." in page
    assert "They meet as before." not in page

    nothing = "Nothing that was told has this code"
    assert nothing in seen(client, "abcd", 404)
    take_back_change(by=SOMEBODY, code=code, today=today)
    assert nothing in seen(client, code, 404)


def test_what_was_accepted_stays_and_may_be_undone_when_the_words_are_gone(
    steward, clay, today
):
    code, key = told("wrong", clay, today, **RIGHT)
    accept_change(by=BY, proposal=key, today=today)
    take_back_change(by=SOMEBODY, code=code, today=today)

    assert Proposal.objects.get().words == Proposal.objects.get().said_as == ""
    assert "Somebody told us on" in text_of(steward.get("/steward/decided"))
    decline_change(by=BY, proposal=key, why="A slip.", today=today)
    assert Listing.objects.get(offer=clay).name == "Clay at the Old Dye House"
