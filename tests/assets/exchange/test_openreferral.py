"""Does a published service come back as it was told?"""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.schedules import occurrences
from weft.assets.domain.told import YES, FactTold
from weft.assets.exchange.openreferral import (
    access_facts,
    schedule_from,
    schedule_told,
    service_from,
    taken_from,
)
from weft.commons.saying import LANGUAGE_NAMES
from weft.commons.times import Week
from weft.ground.domain.calendar import Calendar
from weft.standards.openreferral import (
    Address,
    AtLocation,
    CostOption,
    Language,
    Location,
    Organization,
    Schedule,
    Service,
)

WORDS = st.text("abéਕ7", min_size=1, max_size=6)
MAYBE = st.just("") | WORDS
IDS = st.uuids().map(str)
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None))
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
WEEKDAYS = st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]))
ORDERED = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def in_order(days, nth=""):
    return tuple(f"{nth}{day}" for day in ORDERED if day in days)


@st.composite
def schedules(draw, at=""):
    monthly = draw(st.booleans())
    days = draw(WEEKDAYS.filter(bool))
    nth = draw(st.sampled_from(["1", "2", "-1"])) if monthly else ""
    interval = 1 if monthly else draw(st.integers(1, 4))
    begins = draw(DAYS) if interval > 1 else draw(st.none() | DAYS)
    return Schedule(
        freq="MONTHLY" if monthly else "WEEKLY",
        interval=interval,
        byday=in_order(days, nth),
        opens_at=draw(CLOCKS),
        closes_at=draw(st.none() | CLOCKS),
        valid_from=begins,
        valid_to=draw(st.none() | DAYS),
        dtstart=begins if interval > 1 else None,
        description=draw(MAYBE),
        at=at,
    )


@st.composite
def services(draw):
    own = draw(IDS)
    places = draw(st.lists(IDS, max_size=3, unique=True))
    several = len(places) > 1
    ats = (
        [f"at-{n}" for n in range(len(places))]
        if several
        else [f"{own}@{p}" for p in places]
    )
    told = [
        schedule
        for at in (ats if several else [""])
        for schedule in draw(st.lists(schedules(at if several else ""), max_size=2))
    ]
    return Service(
        id=own,
        name=draw(WORDS),
        description=draw(MAYBE),
        url=draw(MAYBE),
        phone=draw(MAYBE),
        application_process=draw(MAYBE),
        eligibility_description=draw(MAYBE),
        minimum_age=draw(st.none() | st.integers(0, 120)),
        maximum_age=draw(st.none() | st.integers(0, 120)),
        assured_date=draw(st.none() | DAYS),
        organization=Organization(
            id=draw(IDS),
            name=draw(WORDS),
            description=draw(MAYBE),
            website=draw(MAYBE),
            phone=draw(MAYBE),
        ),
        schedules=tuple(told),
        at_locations=tuple(
            AtLocation(id=at, location=draw(locations(place)))
            for at, place in zip(ats, places, strict=True)
        ),
        cost_options=draw(
            st.just(())
            | st.builds(
                lambda pence, option: (
                    CostOption(amount=Decimal(pence) / 100, option=option),
                ),
                st.integers(0, 5_000),
                MAYBE,
            )
        ),
        languages=tuple(
            Language(code=code, name=LANGUAGE_NAMES[code][1])
            for code in draw(
                st.lists(st.sampled_from(["ur", "pl", "bfi"]), unique=True)
            )
        ),
        terms=draw(st.lists(WORDS, unique=True, max_size=3).map(tuple)),
    )


@st.composite
def locations(draw, own):
    on_map = draw(st.booleans())
    words = draw(MAYBE)
    return Location(
        id=own,
        name=draw(WORDS),
        description=draw(MAYBE),
        latitude=draw(st.floats(49, 61)) if on_map else None,
        longitude=draw(st.floats(-8, 2)) if on_map else None,
        address=draw(
            st.none()
            | st.builds(
                Address,
                address_1=WORDS,
                city=WORDS,
                state_province=WORDS,
                postal_code=WORDS,
            )
        ),
        accessibility=(words,) if words else (),
    )


@pytest.mark.shows("C12")
@given(service=services())
def test_a_service_comes_back_as_it_was_told(service):
    taken = taken_from(service)
    places = {place.reference: place for place in taken.places}

    back = service_from(taken.offers, group=taken.group, places=places)

    assert back == service


@given(told=schedules(), first=DAYS)
def test_a_schedule_falls_on_the_same_dates_after_the_journey(told, first):
    weeks = [Week.of(first).later(n) for n in range(6)]
    rule = schedule_told(told, told_on=None)
    again = schedule_told(schedule_from(rule), told_on=None)

    def dates(one):
        return occurrences(one, calendar=Calendar(), weeks=weeks)

    assert dates(again) == dates(rule)


def test_a_service_at_two_places_is_an_offer_at_each_with_its_own_times():
    at = [
        AtLocation(id=f"at{n}", location=Location(id=f"hall{n}", name=f"Hall {n}"))
        for n in (1, 2)
    ]
    service = Service(
        id="s1",
        name="Stay and play",
        at_locations=tuple(at),
        schedules=(
            Schedule(byday=("MO",), opens_at=time(9), at="at1"),
            Schedule(byday=("TU",), opens_at=time(9), at="at2"),
            Schedule(byday=("SU",), opens_at=time(9)),
        ),
    )

    one, two = taken_from(service).offers

    assert (one.place, two.place) == ("hall1", "hall2")
    assert [rule.days for rule in one.schedules] == [(0,), (6,)]
    assert [rule.days for rule in two.schedules] == [(1,), (6,)]


def test_a_service_by_telephone_or_online_has_no_pin():
    virtual = Location(id="v", location_type="virtual")
    service = Service(
        id="s1", name="Ring us", at_locations=(AtLocation(id="a", location=virtual),)
    )

    taken = taken_from(service)

    assert taken.places == ()
    assert taken.offers[0].online is True
    assert taken.offers[0].place == ""


@pytest.mark.parametrize(
    ("status", "closed", "why"),
    [
        ("active", False, ""),
        ("defunct", True, "closed"),
        ("inactive", True, "not running now"),
        ("temporarily closed", False, "temporarily closed"),
    ],
)
def test_what_has_stopped_says_so(status, closed, why):
    service = Service(
        id="s1",
        name="Clay",
        status=status,
        assured_date=date(2026, 6, 1),
        schedules=(Schedule(byday=("MO",), opens_at=time(9)),),
    )

    [offer] = taken_from(service).offers

    assert (offer.closed_on is not None) is closed
    assert offer.closed_why == why
    assert bool(offer.schedules) is (status != "temporarily closed")


@pytest.mark.parametrize(
    ("dates", "ends", "closed"),
    [
        ({"assured_date": date(2026, 1, 1), "last_modified": date(2026, 6, 1)}, (), 6),
        ({"assured_date": date(2026, 1, 1)}, (), 1),
        ({"last_modified": date(2026, 6, 1)}, (date(2026, 3, 1), date(2026, 4, 1)), 4),
        ({"last_modified": date(2026, 6, 1)}, (date(2026, 3, 1), None), 6),
        ({"last_modified": date(2026, 6, 1)}, (date(2026, 12, 1),), 6),
        ({}, (), None),
    ],
)
def test_what_has_ended_closed_on_its_last_day_not_when_it_was_last_right(
    dates, ends, closed
):
    schedules = tuple(Schedule(byday=("MO",), valid_to=one) for one in ends)
    service = Service(
        id="s1", name="Clay", status="defunct", schedules=schedules, **dates
    )
    [offer] = taken_from(service).offers
    assert offer.closed_on == (closed and date(2026, closed, 1))


def test_several_prices_become_a_range_and_a_note():
    costs = (
        CostOption(amount=Decimal(0), option="Under 16"),
        CostOption(amount=Decimal("4.50"), option="Adults"),
    )

    [offer] = taken_from(Service(id="s", name="Clay", cost_options=costs)).offers

    assert (offer.price_pence_least, offer.price_pence_most) == (0, 450)
    assert offer.price_note == "Under 16: £0; Adults: £4.50"


def test_words_on_getting_in_become_facts_and_the_rest_stays_unknown():
    facts = access_facts("Step-free access. Disabled toilet. No parking.")

    assert {fact.field: fact.value for fact in facts} == {
        FactField.STEP_FREE: "yes",
        FactField.ACCESSIBLE_TOILET: "yes",
        FactField.TOILETS: "yes",
        FactField.PARKING: "no",
    }


@pytest.mark.parametrize(
    "words", ["There are steps to the door.", "Not step-free", "Up the stairs"]
)
def test_steps_are_not_step_free(words):
    assert access_facts(words) == (FactTold(field=FactField.STEP_FREE, value="no"),)


def test_closed_on_bank_holidays_is_read_from_the_description():
    words = "Weekdays. The service is not available on public holidays."
    rule = schedule_told(Schedule(byday=("MO",), description=words), told_on=None)

    assert rule.bank_holidays is False


def test_every_other_week_keeps_its_weeks_when_it_begins_later():
    told = Schedule(
        byday=("TU",),
        interval=2,
        opens_at=time(10),
        closes_at=time(11),
        dtstart=date(2026, 11, 3),
        valid_from=date(2026, 11, 11),
    )
    weeks = [Week(date(2026, 11, 2)).later(n) for n in range(6)]

    found = occurrences(
        schedule_told(told, told_on=None), calendar=Calendar(), weeks=weeks
    )

    assert [one.window.start.date() for one in found] == [
        date(2026, 11, 17),
        date(2026, 12, 1),
    ]
    assert found[1].window.start - found[0].window.start == timedelta(weeks=2)


def test_who_it_is_for_is_kept_in_words():
    service = Service(id="s", name="Clay", eligibility_description="People who ask")

    [fact] = taken_from(service).offers[0].facts

    assert (fact.field, fact.value) == (WordField.WHO_FOR, "People who ask")
    assert fact.value != YES
