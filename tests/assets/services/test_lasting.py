"""What was accepted stands: beside the group's own word, and after a load."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.assets import register as register_of
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.things import Thing
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.proposals import Asked, ProposalKind, ProposalTold, ToldField
from weft.assets.domain.sureness import Aspect, Event
from weft.assets.domain.told import FactTold, TieTold
from weft.assets.models import (
    Asset,
    Fact,
    FactEvent,
    Listing,
    Offer,
    Proposal,
    Schedule,
    Session,
    Tie,
)
from weft.assets.queries.decided import decisions
from weft.assets.queries.ties import ties_of
from weft.assets.queries.who_holds import who_holds
from weft.assets.services.new_times import NewTimes, change_times, take_times_back
from weft.assets.services.proposals import (
    accept_change,
    decline_change,
    propose_change,
    take_back_change,
)
from weft.commons.errors import NotPossible

pytestmark = pytest.mark.django_db
SOMEBODY, STEWARD = Actor.somebody(), Actor.steward("s")
TODAY = timezone.localdate
LONG_AGO = timedelta(days=700)


def load(*things, **choir):
    """Load a choir on Tuesdays and the hall it meets in, as one source tells them."""
    singers = register_of.an_asset("singers", kind=AssetKind.GROUP)
    hall = choir.pop("hall", register_of.an_asset("hall", ties=HELD))
    usual = {
        "name": "Choir",
        "telephone": "01632 960 001",
        "group": "singers",
        "place": "hall",
        "told_on": TODAY() - LONG_AGO,
        "schedules": (register_of.on(1),),
        "facts": (FactTold(field="step_free", value="no", told_on=TODAY()),),
    }
    register_of.told(
        singers,
        hall,
        register_of.an_offer("choir", **(usual | choir)),
        *things,
        region=valley.SLUG,
        week=valley.this_week(),
    )
    return Offer.objects.get(reference="choir")


HELD = (
    TieTold(kind=TieKind.HOLDS, to_name="The council", told_by="us"),
    TieTold(kind=TieKind.RUNS, to_name="A warden", told_by="us"),
    TieTold(kind=TieKind.FUNDS, to_name="The lottery", told_by="us"),
)


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def choir(region):
    assert region
    return load()


def propose(kind, thing, *, said_as="a neighbour", **told):
    return propose_change(
        by=SOMEBODY,
        region=valley.SLUG,
        told=ProposalTold(
            kind=ProposalKind(kind),
            thing=thing.pk,
            words="It is not so.",
            said_as=said_as,
            told={ToldField(name): value for name, value in told.items()},
        ),
        today=TODAY(),
    )


def accepted(kind, thing, *, fields=None, **told):
    before = set(Proposal.objects.values_list("pk", flat=True))
    propose(kind, thing, **told)
    key = Proposal.objects.exclude(pk__in=before).get().pk
    accept_change(by=STEWARD, proposal=key, today=TODAY(), fields=fields)
    return key


def undone(key):
    decline_change(by=STEWARD, proposal=key, why="A slip.", today=TODAY())


def weekdays(offer):
    found = Session.objects.filter(listing__offer=offer)
    return {one.starts.weekday() for one in found}


def text_of(response):
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(plain.split())


def told_of(offer):
    row = Offer.objects.get(pk=offer.pk)
    steps = Listing.objects.get(offer=offer).facts.get("step_free")
    return row.name, row.telephone, weekdays(offer), steps


RIGHT = {
    "name": "Mill Choir",
    "telephone": "01632 960 999",
    "when": "Fridays 2pm to 4pm",
    "step_free": "yes",
}
AS_IT_WAS = ("Choir", "01632 960 001", {1}, False)
MENDED = ("Mill Choir", "01632 960 999", {4}, True)


def test_what_was_mended_stands_after_its_source_is_read_again_and_is_undone(choir):
    assert told_of(choir)[:3] == AS_IT_WAS[:3]
    key = accepted("wrong", choir, **RIGHT)
    Fact.objects.filter(source="us").update(told_on=TODAY() - LONG_AGO)
    load()  # tells all as before, and dates what it says of the steps by today

    assert told_of(choir)[:3] == MENDED[:3]

    undone(key)
    assert told_of(choir) == AS_IT_WAS
    load()
    assert told_of(choir) == AS_IT_WAS


def test_a_fact_told_again_as_before_is_no_newer_word(choir):
    Fact.objects.filter(source="us").update(told_on=TODAY() - LONG_AGO)
    accepted("wrong", choir, step_free="yes")
    load()
    assert told_of(choir)[3] is True

    steps = FactTold(field="step_free", value="yes", told_on=TODAY())
    load(facts=(replace(steps, value="no", told_by="the warden"),))
    assert told_of(choir)[3] is True, "who says it is no matter, what they say is"


def test_a_source_that_tells_otherwise_since_is_believed(choir):
    key = accepted("wrong", choir, **RIGHT)
    load(name="The Choir", schedules=(register_of.on(2),))
    assert told_of(choir)[:3] == ("The Choir", "01632 960 999", {2})
    assert decisions().every[0].outdone

    with pytest.raises(NotPossible, match="said otherwise since"):
        undone(key)
    assert Proposal.objects.get().standing == "accepted"


def test_the_last_of_several_corrections_stands(choir):
    first = accepted("wrong", choir, name="Mill Choir", when="Fridays 2pm to 4pm")
    last = accepted("wrong", choir, name="Choir", when="Mondays 7pm to 9pm")
    load()
    assert told_of(choir)[::2] == ("Choir", {0})

    with pytest.raises(NotPossible, match="said otherwise since"):
        undone(first)
    undone(last)
    assert told_of(choir)[::2] == ("Mill Choir", {4})
    undone(first)
    assert told_of(choir)[::2] == ("Choir", {1})


def test_the_groups_own_times_are_never_cut_or_deleted(choir):
    by = Actor.holder("k", of=Thing("asset", str(choir.group_id)))
    group, start = choir.group_id, valley.next_week().monday
    accepted("wrong", choir, when="Fridays 2pm to 4pm")
    new = NewTimes(offer=choir.pk, said="Wednesdays 10am to 12", start=start)
    change_times(by=by, group=group, new=new, today=TODAY())
    load()
    after = {one.starts.date() for one in Session.objects.filter(listing__offer=choir)}
    assert {day.weekday() for day in after if day >= start} == {2}
    assert {day.weekday() for day in after if day < start} <= {4}

    propose("wrong", choir, when="Mondays 7pm to 9pm")
    waiting = Proposal.objects.get(standing="proposed").pk
    with pytest.raises(NotPossible, match="by its own link"):
        accept_change(by=STEWARD, proposal=waiting, today=TODAY())
    assert Schedule.objects.filter(offer=choir, source="holder").exists()

    take_times_back(by=by, group=group, offer=choir.pk, today=TODAY())
    assert weekdays(choir) == {4}


def test_what_is_told_anew_is_sure_again_and_says_who_told_it(client, choir):
    page = text_of(client.get(f"/offers/{choir.pk}"))
    assert "we are not sure any more: told by us" in page
    old = Listing.objects.get(offer=choir).sureness

    key = accepted("wrong", choir, when="Fridays 2pm to 4pm")

    page = text_of(client.get(f"/offers/{choir.pk}")).partition("How sure are we")[2]
    assert "told by a neighbour today" in page
    assert Listing.objects.get(offer=choir).sureness > 0.9 > old
    undone(key)
    assert Listing.objects.get(offer=choir).sureness == old


# --- what is heard by it ------------------------------------------------------


def heard(thing):
    which = {"offer": thing} if isinstance(thing, Offer) else {"asset": thing}
    rows = FactEvent.objects.filter(**which).order_by("pk")
    return list(rows.values_list("event", "aspect"))


def test_a_word_that_nobody_has_read_moves_nothing(choir):
    before = Listing.objects.get(offer=choir).sureness
    for kind in ("wrong", "closed", "visit"):
        propose(kind, choir)
    assert heard(choir) == []
    assert Listing.objects.get(offer=choir).sureness == before


@pytest.mark.parametrize(
    ("told", "sides"), [({}, [""]), ({"when": "not Tuesdays"}, [Aspect.DAYS])]
)
def test_where_nobody_knows_what_is_right_we_are_less_sure(choir, told, sides):
    before = Listing.objects.get(offer=choir).sureness
    key = accepted("wrong", choir, fields={ToldField.WHEN: ""}, **told)
    assert heard(choir) == [(Event.SAID_WRONG, side) for side in sides]
    assert Listing.objects.get(offer=choir).sureness < before

    undone(key)
    assert heard(choir) == []
    assert Listing.objects.get(offer=choir).sureness == before


def test_who_was_asked_and_says_it_is_so_makes_us_surer(choir):
    before = Listing.objects.get(offer=choir).sureness
    propose("wrong", choir, when="Fridays 2pm to 4pm")
    key = Proposal.objects.get().pk
    decline_change(
        by=STEWARD,
        proposal=key,
        why="We asked, and it is not so.",
        today=TODAY(),
        asked=Asked.NOT_SO,
    )
    assert heard(choir) == [(Event.CHECKED, "exists"), (Event.CHECKED, "days")]
    assert Listing.objects.get(offer=choir).sureness > before

    accept_change(by=STEWARD, proposal=key, today=TODAY())
    assert heard(choir) == [(Event.TOLD_ANEW, "days")]


def test_a_group_that_says_it_is_not_so_confirms_what_it_was_about(choir):
    propose("wrong", choir, when="Fridays 2pm to 4pm")
    by = Actor.holder("k", of=Thing("asset", str(choir.group_id)))
    key = Proposal.objects.get().pk
    decline_change(by=by, proposal=key, why="It is as we say.", today=TODAY())
    assert heard(choir) == [(Event.CONFIRMED, "exists"), (Event.CONFIRMED, "days")]

    accept_change(by=by, proposal=key, today=TODAY())
    assert heard(choir) == [(Event.TOLD_ANEW, "days")]
    undone(key)
    assert heard(choir) == []


@pytest.mark.parametrize(
    ("felt", "sides"), [("yes", ["exists", "days"]), ("no", ["exists"])]
)
def test_somebody_who_walked_in_found_it_so_until_they_take_it_back(choir, felt, sides):
    code = propose("visit", choir, welcome=felt)
    accept_change(by=STEWARD, proposal=Proposal.objects.get().pk, today=TODAY())
    assert heard(choir) == [(Event.FOUND_SO, side) for side in sides]

    take_back_change(by=SOMEBODY, code=code, today=TODAY())
    assert heard(choir) == []


# --- in whose hands -----------------------------------------------------------


def claims(hall):
    rows = Tie.objects.filter(asset=hall).order_by("pk")
    return {(tie.kind, tie.to_name or tie.to.name): tie.disputed for tie in rows}


AGREED = {
    ("holds", "The council"): False,
    ("runs", "A warden"): False,
    ("funds", "The lottery"): False,
}
QUARREL = AGREED | {("holds", "The council"): True, ("holds", "Singers"): True}


def test_whose_a_hall_is_may_be_disputed_stands_after_a_load_and_is_undone(
    client, choir
):
    hall = choir.place
    key = accepted("holder", hall, held_by="singers")
    assert claims(hall) == QUARREL
    page = text_of(client.get(f"/assets/{hall.pk}"))
    hands = page.partition("Looked after by")[2].partition("Run by")[0]
    assert all(
        one in hands for one in ("The council", "Singers", "People do not agree.")
    )
    assert ties_of(valley.SLUG, today=TODAY()).disputed == 2
    [places] = [
        one
        for one in who_holds(valley.SLUG, today=TODAY()).kinds
        if one.kind is AssetKind.PLACE
    ]
    assert places.disputed == 1

    load()
    assert claims(hall) == QUARREL

    undone(key)
    assert claims(hall) == AGREED


def test_whom_a_source_names_since_nobody_has_disputed(choir):
    accepted("holder", choir.place, held_by="The Friends of the Hall")
    friends = TieTold(kind=TieKind.HOLDS, to_name="A trust", told_by="us")
    load(hall=register_of.an_asset("hall", ties=(friends,)))
    assert not any(claims(choir.place).values())


def test_with_nobody_named_on_either_side_nothing_is_disputed(choir):
    Tie.objects.all().delete()
    propose("holder", choir.place)
    with pytest.raises(NotPossible, match="Write whose it is"):
        accept_change(by=STEWARD, proposal=Proposal.objects.get().pk, today=TODAY())
    fields = {ToldField.HELD_BY: "The Friends of the Hall"}
    accept_change(
        by=STEWARD, proposal=Proposal.objects.get().pk, today=TODAY(), fields=fields
    )
    assert claims(choir.place) == {("holds", "The Friends of the Hall"): False}


# --- closed since when --------------------------------------------------------


def test_it_closed_on_the_day_and_for_the_reason_that_were_told(client, choir):
    day = TODAY() - timedelta(days=40)
    told = {"closed_on": f"{day:%-d %B}", "closed_why": "The roof came in."}
    key = accepted("closed", choir, **told)
    load(told_on=TODAY() - LONG_AGO)

    choir.refresh_from_db()
    assert (choir.closed_on, choir.closed_why) == (day, "The roof came in.")
    assert not Listing.objects.filter(offer=choir).exists()
    page = text_of(client.get(f"/offers/{choir.pk}"))
    assert f"This closed on {day:%-d %B %Y}. The roof came in." in page

    undone(key)
    assert Offer.objects.get(pk=choir.pk).closed_on is None


@pytest.mark.parametrize("day", ["a while ago", "tomorrow"])
def test_a_day_that_is_none_or_to_come_closes_nothing(choir, day):
    tomorrow = TODAY() + timedelta(days=1)
    told = tomorrow.isoformat() if day == "tomorrow" else day
    propose("closed", choir, closed_on=told)
    with pytest.raises(NotPossible, match="31 October"):
        accept_change(by=STEWARD, proposal=Proposal.objects.get().pk, today=TODAY())
    assert Asset.objects.filter(closed_on=None).count() == Asset.objects.count()
    assert Listing.objects.filter(offer=choir).exists()
