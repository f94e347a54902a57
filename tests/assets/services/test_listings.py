"""What can be found, and when?"""

from datetime import date, time

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import BY, an_asset, an_offer, on, told
from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import INTANGIBLE, AssetKind, TieKind, Visibility
from weft.assets.domain.told import (
    NameTold,
    ScheduleTold,
    TieTold,
    yes_or_no,
)
from weft.assets.models import Listing, Session
from weft.assets.queries.search import Ask, find
from weft.assets.services.listings import derive
from weft.commons.places import Point
from weft.commons.times import LONDON
from weft.ground.domain.calendar import Calendar

pytestmark = pytest.mark.django_db
KEPT = "moss-green-ash"


def listed():
    return {row.name for row in Listing.objects.all()}


def listing(name):
    return Listing.objects.get(name=name)


def hits(words):
    return {hit.name for hit in find(Ask(week=MONDAY, words=words)).hits}


@pytest.mark.shows("A14")
def test_a_surgery_and_a_choir_stand_in_one_list():
    told(an_asset("Surgery", place_kind="doctors"), an_offer("Choir"))

    assert listed() == {"Surgery", "Choir"}
    assert listing("Surgery").kind == "Doctor's surgery"


@pytest.mark.shows("C5")
def test_two_communities_names_for_one_place_both_find_it():
    told(
        an_asset("Old Dye House", names=(NameTold(name="ਰੰਗ ਘਰ"),)),
        an_asset("Elsewhere"),
    )

    assert hits("dye house") == {"Old Dye House"}
    assert hits("ਰੰਗ ਘਰ") == {"Old Dye House"}


@pytest.mark.shows("A19")
def test_a_place_with_five_offers_is_one_pin_with_five_offers():
    offers = [an_offer(f"Offer {n}", place="Hall") for n in range(5)]
    told(an_asset("Hall"), *offers)

    spots = set(Listing.objects.values_list("latitude", "longitude"))

    assert len(spots) == 1
    assert Listing.objects.filter(offer__isnull=False).count() == 5


@pytest.mark.shows("H70")
def test_a_friday_night_past_midnight_is_one_session_and_is_late():
    night = on(4, starts=time(21), ends=time(1, 30))
    told(an_offer("Imaginarium", schedules=(night,), kinds=("movement",)))

    found = listing("Imaginarium")
    [first, *_] = found.sessions.order_by("starts")
    assert first.starts.astimezone(LONDON).date() == date(2026, 11, 27)
    assert first.ends.astimezone(LONDON).hour == 1
    assert found.facts["late"] is True


def test_sessions_are_made_for_the_weeks_ahead_and_no_further():
    told(an_offer("Choir", schedules=(on(3),)))

    days = [
        s.starts.astimezone(LONDON).date() for s in Session.objects.order_by("starts")
    ]
    assert days == [
        date(2026, 11, 26),
        date(2026, 12, 3),
        date(2026, 12, 10),
        date(2026, 12, 17),
    ]


def test_the_same_hours_told_twice_are_one_session():
    told(an_offer("Choir", schedules=(on(3), on(3))))

    assert Session.objects.count() == 4


def test_a_bank_holiday_nobody_spoke_of_is_a_session_that_is_not_certain():
    told(an_offer("Choir", schedules=(on(4),)))
    calendar = Calendar(bank_holidays=((date(2026, 11, 27), "Made up"),))

    derive(region=A_REGION.slug, weeks=[MONDAY], by=BY, calendar=calendar)

    [session] = Session.objects.all()
    assert not session.certain
    assert session.doubt == "bank holiday"


def test_a_canal_is_always_open_and_has_no_sessions():
    told(
        an_asset(
            "The Cut",
            kind=AssetKind.LINE,
            schedules=(ScheduleTold(opening_hours="24/7"),),
        )
    )

    assert listing("The Cut").always_open is True
    assert Session.objects.count() == 0


def test_where_nobody_said_when_the_hours_are_not_known():
    told(an_asset("Hall"))

    assert listing("Hall").hours_known is False
    assert listing("Hall").always_open is None


# --- what is not to be seen ---------------------------------------------------------


def everything_listed():
    return "\n".join(str(row) for row in Listing.objects.values())


@pytest.mark.parametrize(
    "visibility", [Visibility.MEMBERS, Visibility.KNOWN, Visibility.HIDDEN]
)
def test_what_is_not_public_is_in_no_list_with_no_word_of_it(visibility):
    told(
        an_asset("Hall"),
        an_asset(KEPT, visibility=visibility, names=(NameTold(name=KEPT),)),
        an_offer("Choir", visibility=visibility, summary=KEPT, place="Hall"),
    )

    assert listed() == {"Hall"}
    assert KEPT not in everything_listed()
    assert hits(KEPT) == set()


@pytest.mark.parametrize("kind", sorted(INTANGIBLE))
def test_what_has_no_address_is_listed_only_by_its_holders_yes_and_never_on_the_map(
    kind,
):
    told(
        an_asset("kept", kind=kind, point=None),
        an_asset(
            "given",
            kind=kind,
            channels_allowed=("search",),
            point=an_asset().point,
        ),
    )

    assert listed() == {"Given"}
    assert listing("Given").latitude is None


def test_an_offer_says_nothing_of_a_place_that_is_kept():
    told(
        an_asset(KEPT, visibility=Visibility.KNOWN),
        an_offer("Front Room", place=KEPT),
    )

    assert listing("Front Room").latitude is None
    assert KEPT not in everything_listed().lower()


def test_a_canal_s_gates_are_its_listing_s_and_those_of_what_happens_on_it():
    gate = Point(53.9, -1.7)
    cut = an_asset("Rushby Cut", place_kind="canal", gates=(gate,))
    told(cut, an_asset("Hall"), an_offer("Cut walk", place="Rushby Cut"))

    assert listing("Rushby Cut").gates == [[gate.longitude, gate.latitude]]
    assert listing("Cut Walk").gates == listing("Rushby Cut").gates
    assert listing("Hall").gates is None


def test_a_kept_place_s_gates_are_told_to_nobody():
    told(
        an_asset(KEPT, visibility=Visibility.KNOWN, gates=(Point(53.9, -1.7),)),
        an_offer("Cut walk", place=KEPT),
    )

    assert listing("Cut Walk").gates is None


@pytest.mark.parametrize(
    ("rule", "room"), [("turn_up", True), ("ring", None), ("wait", None), ("", None)]
)
def test_there_is_room_where_anybody_may_turn_up_and_else_it_is_a_question(rule, room):
    told(an_offer("Choir", joining_rule=rule))

    assert listing("Choir").facts.get(FactField.ROOM) is room


def test_an_offer_of_a_group_that_is_kept_is_not_listed():
    told(
        an_asset("Circle", kind=AssetKind.GROUP, visibility=Visibility.MEMBERS),
        an_offer("Evening", group="Circle"),
    )

    assert listed() == set()


def test_a_holder_who_is_kept_is_not_named():
    told(
        an_asset(KEPT, kind=AssetKind.GROUP, visibility=Visibility.HIDDEN),
        an_asset("Hall", ties=(TieTold(kind=TieKind.HOLDS, to=KEPT),)),
    )

    assert listing("Hall").holder == ""
    assert KEPT not in everything_listed().lower()


def test_what_has_closed_is_not_something_to_do():
    closed = {"closed_on": date(2026, 1, 1)}
    told(
        an_asset("Baths", **closed),
        an_asset("Hall"),
        an_offer("Swim", place="Baths"),
        an_offer("Choir", **closed),
    )

    assert listed() == {"Hall"}


def test_a_bench_is_registered_and_does_not_crowd_the_list():
    told(an_asset("Bench", place_kind="bench"), an_asset("Park", place_kind="park"))

    assert listed() == {"Park"}


# --- what follows -------------------------------------------------------------------


def test_price_and_hall_say_what_nobody_need_say_twice():
    told(
        an_asset("Hall", facts=yes_or_no(FactField.STEP_FREE, value=True)),
        an_offer(
            "Choir",
            place="Hall",
            price_pence_least=0,
            price_pence_most=0,
            schedules=(on(3, starts=time(19), ends=time(21)),),
        ),
    )

    facts = listing("Choir").facts
    assert facts["free"] is True
    assert facts["step_free"] is True
    assert facts["evening"] is True
    assert "tea" not in facts


def test_a_price_is_what_one_needs_in_hand_to_be_sure():
    told(an_offer("Choir", price_pence_least=0, price_pence_most=500))

    assert listing("Choir").price_pence == 500
    assert "free" not in listing("Choir").facts


def test_every_row_can_be_found_after_it_was_listed():
    told(an_asset("Nab Hall"), an_offer("Everybody Sings"))

    assert hits("nab hall") == {"Nab Hall"}
    assert hits("sings") == {"Everybody Sings"}
