"""Which services does a document hold, and what in it could not be read?"""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.standards.openreferral import (
    NO_SERVICES,
    Schedule,
    read_document,
    services_of,
)

A_TUESDAY = {
    "freq": "WEEKLY",
    "byday": "TU",
    "opens_at": "10:00:00",
    "closes_at": "12:00",
    "valid_from": "2026-09-01",
}


def a_service(**more):
    usual = {
        "id": "ac148810-d857-441c-9679-408f346de14b",
        "name": "Clay",
        "status": "active",
        "organization": {"id": "o1", "name": "Clay Circle"},
    }
    return usual | more


def read(**more):
    return read_document(a_service(**more))


def problems(found):
    return [complaint.problem for complaint in found.complaints]


def test_a_service_is_read_with_its_organisation():
    [service] = read().services

    assert service.name == "Clay"
    assert service.organization.name == "Clay Circle"


@pytest.mark.parametrize("name", ["contents", "content", "items"])
def test_an_envelope_may_be_spelt_in_several_ways(name):
    page = {"total_items": 1, "size": 1, name: [a_service()]}

    assert len(read_document(page).services) == 1


def test_newline_delimited_json_a_list_and_one_service_are_all_read():
    lines = "\n".join(json.dumps(a_service(id=str(n))) for n in range(3))

    assert len(read_document(lines).services) == 3
    assert len(read_document([a_service()]).services) == 1
    assert len(read_document(a_service()).services) == 1


def test_something_else_altogether_is_one_complaint():
    assert problems(read_document({"wibble": 1})) == [NO_SERVICES]
    assert services_of(12) is None


def test_a_service_without_id_or_name_is_complained_about_and_others_are_kept():
    found = read_document([a_service(name=""), a_service(id=None), a_service()])

    assert len(found.services) == 1
    assert problems(found) == ["no name", "no id"]


def test_peoples_own_data_is_never_read_and_counted():
    found = read(
        email="somebody@example.com",
        contacts=[{"name": "A Person", "email": "a@example.com"}],
        assurer_email="b@example.com",
    )

    assert set(found.never_taken) == {"email", "contacts", "assurer_email"}
    assert "@" not in repr(found.services)
    assert "A Person" not in repr(found.services)


def test_a_field_that_nobody_reads_is_counted():
    assert read(accreditations="gold").not_read == {"accreditations": 1}


def test_a_schedule_is_read_with_times_as_the_door_shows_them():
    [service] = read(schedules=[A_TUESDAY]).services

    assert service.schedules == (
        Schedule(
            byday=("TU",),
            opens_at=time(10),
            closes_at=time(12),
            valid_from=date(2026, 9, 1),
        ),
    )


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"freq": "YEARLY"}, "neither WEEKLY nor MONTHLY"),
        ({"byday": "TUESDAY"}, "which is no day"),
        ({"opens_at": "ten"}, "a time that is none"),
        ({"freq": "MONTHLY", "byday": "", "bymonthday": "2"}, "without byday"),
        ({"freq": "MONTHLY", "byday": "1TU", "interval": 2}, "every 2 months"),
        ({"byday": ""}, "without byday or dtstart"),
    ],
)
def test_a_schedule_that_cannot_be_kept_is_complained_about(changed, problem):
    found = read(schedules=[A_TUESDAY | changed])

    assert found.services[0].schedules == ()
    assert problem in problems(found)[0]


def test_schedules_told_at_a_place_are_those_of_the_place():
    at = {"id": "at1", "location": {"id": "l1"}, "schedules": [A_TUESDAY]}

    [service] = read(service_at_locations=[at]).services

    assert [one.at for one in service.schedules] == ["at1"]


def test_coordinates_that_are_not_on_the_earth_are_not_known():
    place = {"id": "l1", "latitude": 100, "longitude": 101}  # as in the profile's own

    [service] = read(service_at_locations=[{"id": "a", "location": place}]).services

    assert service.at_locations[0].location.latitude is None


def test_an_amount_in_text_is_an_amount():
    [service] = read(cost_options=[{"amount": "2.50", "option": "each"}]).services

    assert str(service.cost_options[0].amount) == "2.50"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "name",
                    "contents",
                    "schedules",
                    "byday",
                    "organization",
                    "location",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(document=JSON.filter(lambda told: not isinstance(told, str)))
def test_whatever_is_handed_in_comes_out_as_services_or_complaints(document):
    found = read_document(document)

    told = services_of(document)
    expected = 0 if told is None else len(told)
    lost = [
        one for one in problems(found) if one.startswith(("no id", "no name", "this"))
    ]
    assert len(found.services) + len(lost) == expected + (told is None)


@pytest.mark.parametrize(
    ("folder", "services"), [("V3.0-UK-Default", 1), ("V3.0-UK-Test", 128)]
)
def test_the_official_validators_own_pages_are_read(shared, folder, services):
    path = shared / "standards" / "oruk-validator-fixtures" / folder
    told = json.loads((path / "service_list.json").read_text("utf-8-sig"))

    found = read_document(told)

    assert len(found.services) == services
    assert set(problems(found)) <= {"no organization"}  # a list may be shallow


@pytest.mark.parametrize(
    "version", ["hsds-3.2.3-examples", "oruk-3.0-profile/examples"]
)
def test_the_standards_own_examples_are_read(shared, version):
    path = shared / "standards" / version / "service_full.json"

    [service] = read_document(json.loads(path.read_text("utf-8"))).services

    assert service.schedules[0].byday == ("TH", "FR")
    assert service.at_locations[0].location.name == "MyCity Civic Center"
    assert service.minimum_age == 12
    assert "@" not in repr(service)
