"""How is a service written down, so that the UK profile's own schemas accept it?"""

import json
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from weft.standards.openreferral import (
    Address,
    AtLocation,
    CostOption,
    Language,
    Location,
    Organization,
    Schedule,
    Service,
    page_document,
    read_document,
    service_document,
)

WORDS = st.text("abéਕ7", min_size=1, max_size=6)
IDS = st.uuids().map(str)
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None))
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
SCHEDULES = st.builds(
    Schedule,
    freq=st.just("WEEKLY"),
    interval=st.integers(1, 4),
    byday=st.sets(st.sampled_from(["MO", "TU", "SU"]), min_size=1).map(tuple),
    opens_at=st.none() | CLOCKS,
    closes_at=st.none() | CLOCKS,
    valid_from=st.none() | DAYS,
    valid_to=st.none() | DAYS,
    description=st.just("") | WORDS,
)
LOCATIONS = st.builds(
    Location,
    id=IDS,
    name=WORDS,
    latitude=st.floats(50, 60),
    longitude=st.floats(-5, 2),
    address=st.none()
    | st.builds(
        Address,
        address_1=WORDS,
        city=WORDS,
        state_province=WORDS,
        postal_code=WORDS,
    ),
    accessibility=st.sets(WORDS, max_size=2).map(tuple),
)
SERVICES = st.builds(
    Service,
    id=IDS,
    name=WORDS,
    description=st.just("") | WORDS,
    phone=st.just("") | WORDS,
    organization=st.builds(Organization, id=IDS, name=WORDS, description=WORDS),
    eligibility_description=st.just("") | WORDS,
    minimum_age=st.none() | st.integers(0, 99),
    assured_date=st.none() | DAYS,
    schedules=st.lists(SCHEDULES, max_size=2).map(tuple),
    at_locations=st.lists(
        st.builds(AtLocation, id=IDS, location=LOCATIONS), max_size=2
    ).map(tuple),
    cost_options=st.lists(
        st.builds(
            CostOption,
            amount=st.integers(0, 5000).map(lambda pence: Decimal(pence) / 100),
            option=st.just("") | WORDS,
        ),
        max_size=2,
    ).map(tuple),
    languages=st.lists(
        st.builds(Language, code=st.just("ur"), name=st.just("Urdu")), max_size=1
    ).map(tuple),
    terms=st.sets(WORDS, max_size=3).map(tuple),
)


@given(service=SERVICES)
def test_a_service_that_was_written_is_read_as_it_was(service):
    document = json.loads(json.dumps(service_document(service)))

    found = read_document(document)

    assert found.services == [service]
    assert found.complaints == []


@given(service=SERVICES)
def test_the_same_service_is_always_written_the_same_way(service):
    assert service_document(service) == service_document(service)


@given(service=SERVICES)
def test_what_nobody_knows_is_left_out_and_never_null(service):
    assert ": null" not in json.dumps(service_document(service))


def test_a_page_says_where_it_stands():
    service = Service(id="s1", name="Clay", organization=None)

    page = page_document([service], page=2, pages=2, total=26)

    assert page["size"] == 1
    assert page["first_page"] is False
    assert page["last_page"] is True
    assert page["empty"] is False


@pytest.fixture(scope="module")
def the_profile(shared):
    """The compiled schema that the official validator uses."""
    path = shared / "standards/oruk-3.0-profile/schema/compiled/service.json"
    schema = json.loads(path.read_text("utf-8"))
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(schema, format_checker=checker)


@given(service=SERVICES)
@settings(max_examples=25, deadline=None)
def test_the_uk_profile_accepts_what_we_write(the_profile, service):
    document = json.loads(json.dumps(service_document(service)))

    assert [error.message for error in the_profile.iter_errors(document)] == []


def test_a_time_is_written_as_the_door_shows_it():
    schedule = Schedule(byday=("TU",), opens_at=time(10), closes_at=time(12))
    document = service_document(Service(id="s", name="Clay", schedules=(schedule,)))

    assert document["schedules"][0]["opens_at"] == "10:00"
