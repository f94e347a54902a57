"""Does a service of the first UK version come out as the same of the third would?"""

from datetime import time

import pytest

from weft.standards.openreferral import (
    as_version_three,
    envelope_told,
    read_document,
    unread_parts,
)

ONE = {
    "id": "s1",
    "name": "Tea and talk",
    "status": "active",
    "assured_date": "2026-01-05",
    "email": "tea@example.org",
    "deliverable_type": "Advice",
    "organization": {
        "id": "o1",
        "name": "Tea Circle",
        "description": "Tea.",
        "url": "https://tea.example",
    },
    "contacts": [
        {"id": "c1", "name": "Ann Persona", "phones": [{"number": "01632 960001"}]},
        {"id": "c2", "phones": [{"id": "p", "number": "01632 960999"}]},
    ],
    "cost_options": [{"id": "k", "amount": "2.50", "option": "Adults"}],
    "eligibilitys": [
        {"id": "e1", "eligibility": "adult", "minimum_age": 18, "maximum_age": 64},
        {"id": "e2", "eligibility": "family", "minimum_age": 5, "maximum_age": 99},
    ],
    "languages": [{"id": "l", "language": "ur"}],
    "regular_schedules": [
        {
            "id": "r",
            "freq": "WEEKLY",
            "byday": "TU",
            "opens_at": "10:00",
            "closes_at": "12:00",
            "service_at_location": {"id": "at1"},
        }
    ],
    "holiday_schedules": [{"id": "h", "closed": True}],
    "service_at_locations": [
        {
            "id": "at1",
            "location": {
                "id": "l1",
                "name": "Nab Hall",
                "latitude": 53.7,
                "longitude": -1.9,
                "physical_addresses": [
                    {
                        "id": "a",
                        "address_1": "Nab Lane",
                        "city": "Aldermill",
                        "state_province": "West Yorkshire",
                        "postal_code": "ZD1 1AA",
                    }
                ],
                "accessibility_for_disabilities": [
                    {"id": "x", "accessibility": "Level access"}
                ],
            },
            "regular_schedule": [
                {"freq": "WEEKLY", "byday": "SA", "opens_at": "09:00"}
            ],
        }
    ],
    "service_taxonomys": [
        {
            "id": "t",
            "taxonomy": {"id": "esdServiceTypes:1", "name": "Tea", "vocabulary": "esd"},
        }
    ],
}


def the_service(told=ONE):
    read = read_document(as_version_three(told))
    assert read.complaints == []
    return read.services[0], read


def test_every_part_finds_its_place():
    service, _ = the_service()

    assert service.organization.website == "https://tea.example"
    assert service.phone == "01632 960999"
    assert (service.minimum_age, service.maximum_age) == (5, 99)
    assert service.eligibility_description == "adult; family"
    assert [one.code for one in service.languages] == ["ur"]
    assert service.terms == ("Tea",)
    assert str(service.cost_options[0].amount) == "2.50"
    [at] = service.at_locations
    assert at.location.address.postal_code == "ZD1 1AA"
    assert at.location.accessibility == ("Level access",)
    assert {(one.byday, one.opens_at, one.at) for one in service.schedules} == {
        (("TU",), time(10), "at1"),
        (("SA",), time(9), "at1"),
    }


def test_whoever_is_named_in_a_contact_is_not_read():
    service, _ = the_service()

    assert "960001" not in repr(service)
    assert "Persona" not in repr(service)


def test_a_bound_counts_only_where_all_are_told():
    told = {**ONE, "eligibilitys": [{"minimum_age": 18}, {"eligibility": "anybody"}]}

    service, _ = the_service(told)

    assert service.minimum_age is None


@pytest.mark.parametrize("name", ["service_taxonomys", "service_taxonomies"])
def test_both_spellings_of_terms_are_known(name):
    told = {k: v for k, v in ONE.items() if k != "service_taxonomys"}

    service, _ = the_service({**told, name: ONE["service_taxonomys"]})

    assert service.terms == ("Tea",)


def test_what_the_third_version_does_not_know_is_named():
    assert unread_parts(as_version_three(ONE)) == {
        "deliverable_type",
        "holiday_schedules",
    }


@pytest.mark.parametrize("told", [None, 7, "a", [], [1]])
def test_what_is_no_service_stays_as_it_is(told):
    assert as_version_three(told) == told


def test_a_service_of_version_three_stays_what_it_is(shared):
    import json

    path = shared / "standards/oruk-published-specifications/3.0/examples"
    told = json.loads((path / "service_full.json").read_text())

    before, after = read_document(told), read_document(as_version_three(told))

    assert after.services == before.services


def test_parts_of_the_published_example_that_are_not_read_are_named(shared):
    import json

    path = shared / "standards/oruk-published-specifications/3.0/examples"
    told = json.loads((path / "service_full.json").read_text())

    assert unread_parts(told) == {
        "accreditations",
        "alert",
        "funding",
        "organization.logo",
        "organization.organization_identifiers",
        "organization.uri",
        "schedules.attending_type",
        "schedules.bymonthday",
        "schedules.notes",
        "schedules.schedule_link",
        "service_areas",
        "service_at_locations.location.accessibility.details",
        "service_at_locations.location.accessibility.url",
        "service_at_locations.location.addresses.region",
        "service_at_locations.location.external_identifier",
        "service_at_locations.location.external_identifier_type",
        "cost_options.valid_from",
        "cost_options.valid_to",
    }


@pytest.mark.parametrize(
    ("page", "total", "last"),
    [
        ({"contents": [], "total_items": 4, "last_page": True}, 4, True),
        ({"content": [], "totalElements": "4", "last": False}, 4, False),
        ({"contents": []}, None, None),
        ([], None, None),
        ({"contents": [], "total_items": True, "last_page": "yes"}, None, None),
        ({"contents": [], "total_items": -1}, None, None),
    ],
)
def test_an_envelope_is_read_in_whichever_words(page, total, last):
    told = envelope_told(page)

    assert (told.total, told.last) == (total, last)


@pytest.mark.parametrize(
    "page", [None, 4, "a", {}, {"contents": "none"}, {"contents": [], "items": []}]
)
def test_what_is_no_page_of_a_list_is_none(page):
    assert envelope_told(page) is None
