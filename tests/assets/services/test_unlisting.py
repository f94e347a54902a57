"""Who asks not to be listed leaves the list, and nothing brings them back."""

from datetime import date

import pytest

from tests.assets.register import an_asset, an_offer, on, told
from weft.accounts.actors import Actor
from weft.accounts.things import Thing
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.not_listing import ASKED_NOT
from weft.assets.models import Listing, NotListed
from weft.assets.queries.holding import groups_not_theirs
from weft.assets.queries.unlisting import listed_as, who_asked_not_to_be_listed
from weft.assets.services.holding import disown_group
from weft.assets.services.unlisting import take_unlisting_back, unlist_who_asked
from weft.commons.errors import NotFound, NotPossible

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
STEWARD = Actor.steward("somebody")


def a_choir(number="", *, hall="Mill Hall", postcode="TE1 1AA"):
    """A choir and the hall it sings in, by a teller's own numbers."""
    return (
        an_asset(f"hall{number}", name=hall, postcode=postcode),
        an_asset(f"group{number}", name="Mill Girls", kind=AssetKind.GROUP),
        an_offer(
            f"choir{number}",
            name="Singing",
            group=f"group{number}",
            place=f"hall{number}",
            schedules=(on(3),),
        ),
    )


def key(reference, *, source="us", what="asset"):
    return key_of("somewhere", source, reference, what=what)


def on_the_list():
    rows = Listing.objects.values_list("asset__reference", "offer__reference")
    return {asset or offer for asset, offer in rows}


@pytest.fixture
def asked():
    told(*a_choir())
    unlist_who_asked(by=STEWARD, thing=key("group"), today=TODAY)


@pytest.mark.usefixtures("asked")
def test_they_go_at_once_with_what_they_give_and_the_hall_stays():
    assert on_the_list() == {"hall"}
    assert "Mill" not in str(NotListed.objects.values())
    assert [one.name for one in who_asked_not_to_be_listed()] == ["Mill Girls"]
    assert listed_as("mill girls") == ()


@pytest.mark.usefixtures("asked")
def test_no_load_brings_them_back_whoever_tells_of_them():
    again = told(*a_choir())
    assert on_the_list() == {"hall"}
    assert again.tally.joins[ASKED_NOT].startswith("2 of")

    told(*a_choir("7"), source="council")
    assert on_the_list() == {"hall", "hall7"}


@pytest.mark.usefixtures("asked")
def test_others_of_the_same_name_elsewhere_stay():
    elsewhere = a_choir("9", hall="Zion", postcode="TE9 9ZZ")
    told(*elsewhere, source="council")
    assert on_the_list() == {"hall", "hall9", "group9", "choir9"}


@pytest.mark.usefixtures("asked")
def test_asked_back_they_are_as_they_were_and_stay():
    take_unlisting_back(by=STEWARD, thing=key("group"), today=TODAY)
    assert on_the_list() == {"hall", "group", "choir"}
    assert not NotListed.objects.exists()
    told(*a_choir())
    assert on_the_list() == {"hall", "group", "choir"}
    with pytest.raises(NotPossible, match="put it back before"):
        take_unlisting_back(by=STEWARD, thing=key("group"), today=TODAY)


@pytest.mark.usefixtures("asked")
def test_one_thing_to_do_may_ask_by_itself():
    elsewhere = a_choir("7", hall="Zion", postcode="TE9 9ZZ")
    told(*elsewhere, source="council")
    singing = key("choir7", source="council", what="offer")
    for _ in range(2):
        unlist_who_asked(by=STEWARD, thing=singing, today=TODAY)
    told(*elsewhere, source="council")

    assert on_the_list() == {"hall", "hall7", "group7"}
    take_unlisting_back(by=STEWARD, thing=singing, today=TODAY)
    assert "choir7" in on_the_list()


def test_a_group_that_was_not_theirs_waits_no_more_and_comes_back_as_it_was():
    told(*a_choir())
    theirs = Thing("asset", str(key("group")))
    disown_group(by=Actor.holder("k", of=theirs), group=key("group"), today=TODAY)
    unlist_who_asked(by=STEWARD, thing=key("group"), today=TODAY)

    assert not tuple(groups_not_theirs())
    take_unlisting_back(by=STEWARD, thing=key("group"), today=TODAY)
    assert on_the_list() == {"hall", "group", "choir"}


def test_what_there_is_not_is_refused():
    with pytest.raises(NotFound):
        unlist_who_asked(by=STEWARD, thing=key("nobody"), today=TODAY)
