"""A group decides what people told us of it, and of nothing else."""

from html import unescape

import pytest
from django.utils import timezone

from tests.house_rules.reading import hardest, reading, sentences
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.codes import hash_of
from weft.accounts.models import Entry
from weft.accounts.services import let_in, make_link
from weft.accounts.things import Thing
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.domain.sureness import Event
from weft.assets.models import FactEvent, Listing, Proposal
from weft.assets.queries.decided import decisions
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.services.proposals import accept_change, propose_change
from weft.commons.standing import Standing
from weft.web.pages.presenters.decided import DecisionOnPage

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
STEWARD = Actor.steward("s")


@pytest.fixture
def clay():
    region = valley.region()
    hall, circle = valley.place(region), valley.group(region)
    made = valley.offer(region, place=hall, group=circle)
    valley.offer(region, "Dancing", place=hall)
    valley.derive(region)
    return made


@pytest.fixture
def made(clay):
    return make_link(thing=Thing("asset", str(clay.group_id)), by=STEWARD)


@pytest.fixture
def address(made):
    return f"/g/{made.secret}/told"


def propose(kind, thing, **told):
    code = propose_change(
        by=Actor.somebody(),
        region=valley.SLUG,
        told=ProposalTold(
            kind=ProposalKind(kind),
            thing=thing,
            words="We stood there.",
            said_as="a neighbour",
            told={ToldField(name): value for name, value in told.items()},
        ),
        today=TODAY,
    )
    return Proposal.objects.get(code_hash=hash_of(code))


def text_of(response):
    return unescape(response.content.decode())


@pytest.mark.shows("B12")
def test_it_takes_what_was_told_as_so_and_turns_it_round(client, clay, address):
    assert "What did people tell us" not in text_of(client.get(address[:-5]))
    told = propose("wrong", clay.pk, telephone="01632 960777", step_free="no")
    assert "One thing waits for an answer." in text_of(client.get(address[:-5]))
    page = text_of(client.get(address))
    assert "A neighbour told us on" in page
    assert "We stood there." in page
    said = sentences(page)
    assert reading(said).grade <= 6.0, hardest(said)

    page = client.post(address, {"answer": "so", "told": str(told.pk)}, follow=True)
    assert "The list says so now." in text_of(page)
    clay.refresh_from_db()
    assert clay.telephone == "01632 960777"
    assert Listing.objects.get(offer=clay).facts["step_free"] is False
    assert proposals_waiting() == ()
    told.refresh_from_db()
    assert (told.standing, told.decided_as) == (Standing.ACCEPTED, "holder")
    [decision] = decisions().every
    assert decision.by_holder
    said = DecisionOnPage(one=decision).when
    assert "Those who look after it decided it on" in said
    last = Entry.objects.exclude(deed="accounts.use_link").latest("number")
    assert (last.deed, last.subject) == (
        "assets.accept_change",
        f"asset {clay.group_id}",
    )

    client.post(address, {"answer": "not-so", "told": str(told.pk)})
    assert FactEvent.objects.filter(offer=clay, event=Event.CHECKED).exists()
    clay.refresh_from_db()
    assert clay.telephone != "01632 960777"
    assert Listing.objects.get(offer=clay).facts.get("step_free") is not False


def test_it_closes_one_thing_and_leaves_its_own_end_to_its_own_page(
    client, clay, address
):
    group = propose("closed", clay.group_id)
    page = text_of(client.get(address))
    assert "Yes, it has closed" not in page
    assert "change it" in page
    group.delete()

    told = propose("closed", clay.pk)
    assert "Yes, it has closed" in text_of(client.get(address))
    client.post(address, {"answer": "so", "told": str(told.pk)})
    assert not Listing.objects.filter(offer=clay).exists()


def test_of_others_and_of_whose_it_is_it_decides_nothing(client, clay, made, address):
    other = Listing.objects.get(name="Dancing").offer_id
    of_another = propose("wrong", other, telephone="01632 960777")
    whose = propose("holder", clay.place_id)
    of_us = propose("wrong", clay.pk, telephone="01632 960777")
    page = text_of(client.get(address))
    assert str(of_us.pk) in page

    for one in (of_another, whose):
        assert str(one.pk) not in page
        for answer in ("so", "not-so"):
            told = {"answer": answer, "told": str(one.pk)}
            assert client.post(address, told).status_code == 404
        one.refresh_from_db()
        assert one.standing == Standing.PROPOSED

    friend = let_in(thing=made.link.thing, by=made.link.actor)
    told = {"answer": "so", "told": str(of_us.pk)}
    assert client.post(f"/g/{friend.secret}/told", told).status_code == 403
    accept_change(by=STEWARD, proposal=of_us.pk, today=TODAY)
    page = client.post(address, {"answer": "not-so", "told": str(of_us.pk)})
    assert (page.status_code, "has decided this" in text_of(page)) == (400, True)
