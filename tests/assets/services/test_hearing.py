"""Does what we hear move how sure a listing is, and is it on the record?"""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import BY, an_asset, an_offer, on, told
from weft.accounts.models import Entry
from weft.assets.domain.facts import FactField
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.sureness import Aspect, Event
from weft.assets.models import FactEvent, Listing
from weft.assets.services.hearing import hear
from weft.commons.errors import NotFound

pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
LONG_AGO = TODAY - timedelta(days=500)


def key(reference, what="asset"):
    return key_of(A_REGION.slug, "us", reference, what=what)


def a_choir(told_on=LONG_AGO):
    told(
        an_asset("singers", kind=AssetKind.GROUP),
        an_offer("choir", group="singers", told_on=told_on, schedules=(on(1),)),
    )
    return key("choir", "offer")


def listing(of):
    return Listing.objects.get(offer=of)


def test_a_listing_says_how_sure_we_are():
    old = listing(a_choir())

    assert old.sureness == pytest.approx(0.65, abs=0.02)
    assert old.sure_until < TODAY
    assert old.confirmed_on is None


def test_a_yes_by_the_group_makes_us_sure_again_and_stands_in_the_record():
    choir = a_choir()

    hear(by=BY, thing=choir, event=Event.CONFIRMED, told_on=TODAY)

    now = listing(choir)
    assert now.sureness > 0.95
    assert now.sure_until > TODAY + timedelta(days=300)
    assert (now.confirmed_on, now.confirmed_by) == (TODAY, "confirmed")
    last = Entry.objects.latest("number")
    assert (last.deed, last.subject) == ("assets.hear", f"offer {choir}")
    assert last.details == {"event": "confirmed", "about": "all of it"}


@pytest.mark.parametrize("event", [Event.SAID_WRONG, Event.BOUNCED])
def test_a_report_makes_us_ask_first_even_of_what_was_told_today(event):
    choir = a_choir(told_on=TODAY)
    before = listing(choir).sureness

    hear(by=BY, thing=choir, event=event, told_on=TODAY)

    now = listing(choir)
    assert now.sureness < before
    assert now.sure_until < TODAY


def test_a_message_that_went_out_moves_nothing():
    choir = a_choir()
    before = listing(choir).sureness

    hear(by=BY, thing=choir, event=Event.ASKED, told_on=TODAY)

    assert listing(choir).sureness == before


@pytest.mark.parametrize(
    ("field", "moved"),
    [
        (Aspect.DAYS, True),
        (Aspect.HOURS, True),
        (Aspect.EXISTS, True),
        (FactField.EVENING, True),
        (FactField.STEP_FREE, False),
        (Aspect.PRICE, False),
    ],
)
def test_only_what_decides_about_going_moves_a_listing(field, moved):
    choir = a_choir()
    before = listing(choir).sureness

    hear(by=BY, thing=choir, event=Event.SAID_WRONG, told_on=TODAY, field=field)

    assert (listing(choir).sureness < before) is moved


def test_that_it_is_still_there_says_nothing_of_its_hours():
    choir = a_choir()
    before = listing(choir).sureness

    hear(by=BY, thing=choir, event=Event.CONFIRMED, told_on=TODAY, field=Aspect.EXISTS)

    assert listing(choir).sureness == before


def test_what_was_heard_outlives_the_next_load_and_the_next_making():
    choir = a_choir()
    hear(by=BY, thing=choir, event=Event.CONFIRMED, told_on=TODAY)
    sure = listing(choir).sureness

    a_choir()

    assert listing(choir).sureness == sure
    assert listing(choir).confirmed_on == TODAY


def test_what_was_heard_after_monday_counts_at_once_and_at_the_next_making():
    choir = a_choir()
    hear(by=BY, thing=choir, event=Event.CONFIRMED, told_on=TODAY + timedelta(days=3))
    sure = listing(choir).sureness

    a_choir()

    assert listing(choir).sureness == sure > 0.95


def test_a_library_is_sure_for_longer_than_a_choir():
    told(
        an_asset("books", place_kind="library", told_on=LONG_AGO, schedules=(on(1),)),
        an_offer("choir", told_on=LONG_AGO, schedules=(on(1),)),
    )

    library = Listing.objects.get(asset=key("books"))

    assert library.sureness > listing(key("choir", "offer")).sureness
    assert library.sure_until > TODAY


def test_what_is_told_without_a_date_has_no_sureness():
    choir = a_choir(told_on=None)

    assert (listing(choir).sureness, listing(choir).sure_until) == (None, None)


def test_a_group_that_is_listed_is_heard_of_too():
    a_choir()

    hear(by=BY, thing=key("singers"), event=Event.CHECKED, told_on=date(2026, 11, 23))

    assert Listing.objects.get(asset=key("singers")).confirmed_by == "checked"


def test_what_is_not_there_cannot_be_heard_of():
    with pytest.raises(NotFound):
        hear(by=BY, thing=uuid4(), event=Event.CONFIRMED, told_on=TODAY)

    assert not FactEvent.objects.exists()


def test_an_event_is_about_one_thing():
    with pytest.raises(IntegrityError), transaction.atomic():
        FactEvent.objects.create(event=Event.CONFIRMED, heard_on=TODAY)


def test_a_hundred_reports_of_one_day_weigh_as_one():
    choir = a_choir(told_on=TODAY)
    hear(by=BY, thing=choir, event=Event.SAID_WRONG, told_on=TODAY)
    once = listing(choir).sureness

    for _ in range(5):
        hear(by=BY, thing=choir, event=Event.SAID_WRONG, told_on=TODAY)

    assert listing(choir).sureness == once
    assert FactEvent.objects.count() == 6
