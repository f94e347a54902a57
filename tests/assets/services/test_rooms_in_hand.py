"""Who looks after a room says what it is right for, and takes it back to the letter."""

from datetime import timedelta

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import an_asset, an_offer, on, told
from weft.accounts.actors import Actor
from weft.accounts.things import Thing
from weft.assets.domain.facts import FactField
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.told import TieTold
from weft.assets.models import Fact, Listing, Tie
from weft.assets.queries.rooms_in_hand import rooms_in_hand
from weft.assets.services.rooms_in_hand import say_of_room
from weft.commons.errors import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
WATER, CARPET = FactField.WATER, FactField.CARPET


def key(name):
    return key_of(A_REGION.slug, "us", name)


@pytest.fixture
def committee():
    held = (TieTold(kind=TieKind.HOLDS, to="committee"),)
    others = (TieTold(kind=TieKind.HOLDS, to_name="the council"),)
    told(
        an_asset("committee", kind=AssetKind.GROUP),
        an_asset("hall", ties=held),
        an_asset("kiln", kind=AssetKind.INFRASTRUCTURE, ties=held),
        an_asset("baths", ties=others),
        an_offer("choir", place="hall", schedules=(on(1),)),
    )
    return key("committee")


@pytest.fixture
def by(committee):
    return Actor.holder("k", of=Thing("asset", str(committee)))


def facts_of(name):
    """What the finder reads of the room, and of what happens in it."""
    listings = Listing.objects.filter(name=name)
    return listings.get().facts


def say(by, group, room, **said):
    named = {FactField(name): value for name, value in said.items()}
    say_of_room(by=by, group=group, room=key(room), said=named, today=TODAY)


def test_their_rooms_and_kit_are_theirs_to_speak_of_and_no_others(committee):
    assert [room.name for room in rooms_in_hand(committee)] == ["Hall", "Kiln"]
    assert [room.name for room in rooms_in_hand(key("baths"))] == ["Baths"]
    Tie.objects.filter(asset=key("hall")).update(disputed=True)
    assert [room.name for room in rooms_in_hand(committee)] == ["Kiln"]


def test_their_word_is_found_of_the_room_and_of_what_happens_in_it(committee, by):
    say(by, committee, "hall", running_water=True, carpet=False)

    for name in ("Hall", "Choir"):
        assert facts_of(name) == {WATER: True, CARPET: False} | facts_of(name)
    assert "running_water" not in facts_of("Kiln")
    fact = Fact.objects.get(asset=key("hall"), field=WATER)
    assert (fact.source, fact.told_by, fact.told_on) == ("holder", "Committee", TODAY)


def test_leaving_it_open_again_leaves_no_trace(committee, by):
    before = [facts_of(name) for name in ("Hall", "Choir")]
    say(by, committee, "hall", running_water=True)
    say(by, committee, "hall", running_water=None)

    assert [facts_of(name) for name in ("Hall", "Choir")] == before
    assert not Fact.objects.filter(source="holder").exists()


def test_another_s_room_is_not_theirs_to_speak_of(committee, by):
    with pytest.raises(NotFound):
        say(by, committee, "baths", running_water=True)
    with pytest.raises(NotAllowed):
        say(Actor.somebody(), committee, "hall", running_water=True)
    assert not Fact.objects.exists()


def test_what_others_told_later_counts_more(committee, by):
    say(by, committee, "hall", running_water=True)
    Fact.objects.create(
        asset_id=key("hall"),
        field=WATER,
        value="no",
        source="told",
        told_on=TODAY + timedelta(days=2),
    )
    say(by, committee, "hall", carpet=True)  # lists it anew

    assert facts_of("Hall")[WATER] is False
