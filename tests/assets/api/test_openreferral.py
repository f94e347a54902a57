"""Does every address and parameter of the standard do what the standard says of it?"""

import json
from datetime import time
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.assets.api.feed import (
    STUB,
    a_register,
    ask,
    everything_kept_back,
    lines,
    names,
)
from tests.web import valley
from weft.assets.models import Asset, Offer
from weft.commons.places import Point
from weft.standards.openreferral.profile import slips

pytestmark = pytest.mark.django_db
LISTS = {
    "services": "service",
    "service_at_locations": "service_at_location",
    "organizations": "organization",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def region(db):  # noqa: ARG001 asks for the data base
    return a_register()


@pytest.fixture
def profile(shared):
    folder = shared / "standards/oruk-3.0-profile/schema/compiled"

    def accepts(name, document):
        schema = json.loads((folder / f"{name}.json").read_text("utf-8"))
        checker = Draft202012Validator.FORMAT_CHECKER
        found = Draft202012Validator(schema, format_checker=checker)
        return [error.message for error in found.iter_errors(document)]

    return accepts


# --- the nine addresses, and organisations --------------------------------------


@pytest.mark.usefixtures("region")
def test_the_stub_says_its_version_as_the_validator_reads_it(client):
    told = ask(client, "")

    assert told["version"] == "HSDS-UK-3.0"
    assert told["openapi_url"].endswith("/openreferral/v3/openapi.json")
    assert client.get(told["openapi_url"]).json()["openapi"] == "3.1.0"


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(("path", "kind"), LISTS.items())
def test_each_list_and_each_thing_in_it_is_as_the_profile_says(client, path, kind):
    page = ask(client, path)

    assert page["total_items"] == page["size"] > 0
    for one in page["contents"]:
        whole = ask(client, f"{path}/{one['id']}")
        assert slips(one, kind, brief=True) == slips(whole, kind) == []
        assert whole["id"] == one["id"]
        assert None not in whole.values()


@pytest.mark.usefixtures("region")
def test_the_profiles_own_schemas_accept_every_answer(client, profile):
    for one in ask(client)["contents"]:
        assert profile("service_list", one) == []
        assert profile("service", ask(client, f"services/{one['id']}")) == []
    for one in ask(client, "service_at_locations")["contents"]:
        assert profile("service_at_location_list", one) == []
        whole = ask(client, f"service_at_locations/{one['id']}")
        # trap 1: the document promises one thing, and the profile's example is another
        assert profile("service", whole) == profile("service_at_location", whole) == []
    for one in ask(client, "organizations")["contents"]:
        assert profile("organization_list", one) == []
        whole = ask(client, f"organizations/{one['id']}", full_service="true")
        assert profile("organization", whole) == []


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize("path", [*LISTS, "", "openapi.json", "nothing"])
def test_any_page_anywhere_may_ask(client, path):
    for address in (STUB + path, f"{STUB}{path}/{NOBODY}"):
        assert client.get(address)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize("path", LISTS)
def test_what_is_not_there_is_told_as_a_problem(client, path):
    answer = client.get(f"{STUB}{path}/{NOBODY}")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


# --- the traps of the field notes ------------------------------------------------


@pytest.mark.usefixtures("region")
def test_an_address_that_is_not_whole_is_left_out_and_never_made_up(client):
    told = {one["name"]: one for one in ask(client, full="true")["contents"]}

    (at,) = told["Clay at the Old Dye House"]["service_at_locations"]
    assert at["location"]["addresses"][0]["state_province"] == "Tenterdale"
    (far,) = told["Dancing"]["service_at_locations"]
    assert "addresses" not in far["location"]
    assert far["location"]["latitude"]


@pytest.mark.usefixtures("region")
def test_every_type_of_the_description_exists_in_json(client):
    described = client.get(STUB + "openapi.json").json()
    told = json.dumps(described)

    assert '"type": "time"' not in told
    by_name = {
        one["name"]: one["schema"]
        for one in described["paths"]["/service_at_locations"]["get"]["parameters"]
    }
    assert by_name["proximity"]["type"] == "number"


@pytest.mark.usefixtures("region")
def test_a_term_without_a_description_is_described_by_its_name(client):
    terms = ask(client, "taxonomy_terms")["contents"]
    told = {one["name"]: one["description"] for one in terms}

    assert told["pottery"] == "pottery"
    assert told["creative"] == "Making, music and art"


@pytest.mark.usefixtures("region")
def test_fields_that_the_profile_cut_are_told_all_the_same(client):
    told = {one["name"]: one for one in ask(client, full="true")["contents"]}

    assert told["Singing"]["phones"][0]["number"] == "01632 960 142"
    assert told["Singing"]["cost_options"]


@pytest.mark.usefixtures("region")
def test_a_website_is_an_address_or_is_not_told(client):
    told = {one["name"]: one for one in ask(client, full="true")["contents"]}

    clay = told["Clay at the Old Dye House"]["organization"]
    assert clay["website"] == "http://www.example.org"
    assert "url" not in told["Dancing"]


# --- who may be seen -----------------------------------------------------------


@pytest.mark.usefixtures("region")
@pytest.mark.shows("A4")
def test_what_a_feed_may_not_carry_is_in_no_answer(client):
    answers = [client.get(STUB + path).content.decode() for path in LISTS]
    for path in ("services", "service_at_locations"):
        answers += [json.dumps(lines(client, path, full="true"))]
    inside = client.get(STUB + "organizations", {"full_service": "true"})
    answers.append(inside.content.decode())
    for word in everything_kept_back():
        assert [word in answer for answer in answers] == [False] * len(answers)


@pytest.mark.usefixtures("region")
def test_nor_can_it_be_found_or_counted(client):
    for word in ("zzmembers", "zztag1", "zzgroup2", "zzoffer0", "zzperson", "kept"):
        assert ask(client, search=word)["total_items"] == 0
    for hidden in Offer.objects.filter(name__startswith="Zz"):
        assert client.get(f"{STUB}services/{hidden.pk}").status_code == 404
    for hidden in Asset.objects.filter(name__startswith="Zz"):
        assert client.get(f"{STUB}organizations/{hidden.pk}").status_code == 404
        assert ask(client, organization_id=str(hidden.pk))["total_items"] == 0


@pytest.mark.usefixtures("region")
def test_a_place_that_is_hidden_is_nowhere_on_the_map_either(client):
    found = ask(client, postcode=valley.POSTCODE, proximity=100_000)
    at_places = {
        one["service"]["name"]
        for one in ask(client, "service_at_locations")["contents"]
    }

    assert "Story evening" in names(ask(client))
    assert "Story evening" not in names(found)
    assert "Story evening" not in at_places


@pytest.mark.usefixtures("region")
def test_a_withdrawal_is_obeyed_at_once_though_nothing_was_published_anew(client):
    Offer.objects.filter(name="Singing").update(visibility="members")

    assert "Singing" not in names(ask(client))
    assert ask(client, search="singing")["total_items"] == 0


def test_a_tradition_is_told_when_its_holder_said_yes_to_feeds(client, region):
    Asset.objects.filter(name="Zzgroup2").update(channels_allowed=["feed"])
    valley.derive(region)

    told = {one["name"]: one for one in ask(client)["contents"]}
    assert told["Zzoffer2"]["organization"]["name"] == "Zzgroup2"


# --- every parameter, and all of them together -----------------------------------


def minutes(told):
    return None if told is None else int(told[:2]) * 60 + int(told[3:5])


def schedule_fits(schedule, asked):
    opens, closes = (minutes(schedule.get(f"{end}s_at")) for end in ("open", "close"))
    start, end = (minutes(asked.get(f"{when}_time")) for when in ("start", "end"))
    return (
        (asked.get("day") is None or asked["day"] in schedule.get("byday", ""))
        and (start is None or (opens is not None and opens >= start))
        and (end is None or (closes is not None and closes <= end))
    )


def answers(service, asked):
    """Read a document as somebody would who checks by hand: the slow twin."""
    terms = [one["taxonomy_term"] for one in service.get("attributes", [])]
    at = next(iter(service.get("service_at_locations", [])), {}).get("location", {})
    timed = {k: v for k, v in asked.items() if k in {"day", "start_time", "end_time"}}
    texts = [service.get("name"), service.get("description"), at.get("name")]
    texts += [service.get("organization", {}).get("name")]
    texts += [one[part] for one in terms for part in ("name", "description")]
    words = " ".join(filter(None, texts)).lower().split()
    far, times = asked.get("proximity"), service.get("schedules", [])
    return all(
        (
            any(word.startswith(asked.get("search", "")) for word in words),
            asked.get("taxonomy_term_id") in {None, *(t["id"] for t in terms)},
            asked.get("taxonomy_id") in {None, *(t["taxonomy_id"] for t in terms)},
            asked.get("organization_id") in {None, service.get("organization_id")},
            service.get("minimum_age", -1) >= asked.get("minimum_age", -1),
            service.get("maximum_age", 999) <= asked.get("maximum_age", 999),
            not timed or any(schedule_fits(s, asked) for s in times),
            far is None or ("latitude" in at and metres_from_home(at) <= far),
        )
    )


def metres_from_home(at):
    return valley.HOME.metres_to(Point(at["latitude"], at["longitude"]))


PARAMETERS = {
    "search": ["clay", "sing", "barn"],
    "minimum_age": [0, 6, 18, 19],
    "maximum_age": [16, 98, 99],
    "day": ["TU", "FR", "SU"],
    "start_time": ["10:00", "13:15", "19:00"],
    "end_time": ["12:00", "14:15", "20:30", "21:00"],
    "proximity": [400, 600, 5_000],
}


@pytest.mark.usefixtures("region")
@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_every_condition_holds_at_once_as_checked_by_hand(client, data):
    every = lines(client, full="true")
    terms = [one["taxonomy_term"] for s in every for one in s["attributes"]]
    values = {
        **PARAMETERS,
        "taxonomy_term_id": sorted({one["id"] for one in terms}),
        "taxonomy_id": sorted({one["taxonomy_id"] for one in terms}),
        "organization_id": sorted(
            {one["organization_id"] for one in every if "organization_id" in one}
        ),
    }
    chosen = data.draw(st.sets(st.sampled_from(sorted(values)), min_size=1, max_size=3))
    asked = {name: data.draw(st.sampled_from(values[name])) for name in sorted(chosen)}
    unknown = {
        name for name in ("minimum_age", "maximum_age") if name in asked
    }  # an age that nobody told answers no question about it
    expected = {
        one["name"]
        for one in every
        if answers(one, asked) and all(name in one for name in unknown)
    }
    sent = asked | ({"postcode": valley.POSTCODE} if "proximity" in asked else {})

    assert names(ask(client, **sent)) == expected


@pytest.mark.usefixtures("region")
def test_pages_part_the_whole_without_loss_or_repetition(client):
    whole = [one["id"] for one in ask(client)["contents"]]
    for size in (1, 2, 4, 50):
        pages, number = [], 1
        while not pages or not pages[-1]["last_page"]:
            pages.append(ask(client, page=number, per_page=size))
            number += 1
        assert [one["id"] for page in pages for one in page["contents"]] == whole
        assert {page["total_pages"] for page in pages} == {-(-len(whole) // size)}
        assert [page["first_page"] for page in pages] == [
            n == 0 for n in range(len(pages))
        ]
    beyond = ask(client, page=99)
    assert (beyond["empty"], beyond["contents"], beyond["last_page"]) == (
        True,
        [],
        True,
    )


@pytest.mark.usefixtures("region")
def test_full_is_what_each_one_says_alone(client):
    for path in ("services", "service_at_locations"):
        for one in ask(client, path, full="true")["contents"]:
            assert one == ask(client, f"{path}/{one['id']}")


@pytest.mark.usefixtures("region")
def test_minimal_gives_numbers_and_changes_of_all_at_once(client):
    page = ask(client, minimal="true")

    assert {one["id"] for one in page["contents"]} == {
        one["id"] for one in ask(client)["contents"]
    }
    assert {key for one in page["contents"] for key in one} == {
        "id", "modified_date", "last_modified",
    }  # fmt: skip
    assert page["total_pages"] == 1


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize("path", LISTS)
def test_a_stream_holds_what_the_pages_hold(client, path):
    assert lines(client, path) == ask(client, path)["contents"]


@pytest.mark.usefixtures("region")
def test_what_changed_on_or_after_a_moment(client):
    moments = {one["last_modified"] for one in ask(client)["contents"]}
    (moment,) = moments

    assert names(ask(client, modified_after=moment)) == names(ask(client))
    assert ask(client, modified_after="2999-01-01")["total_items"] == 0
    assert names(ask(client, modified_after="2001-01-01T00:00:00+01:00")) == names(
        ask(client)
    )


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(("path", "posted"), [*product(LISTS, ["json", "form"])])
def test_what_may_be_asked_in_an_address_may_be_posted(client, path, posted):
    asked = {"search": "a", "per_page": 1}
    kind = {"json": "application/json", "form": "application/x-www-form-urlencoded"}
    body = json.dumps(asked) if posted == "json" else "search=a&per_page=1"
    answer = client.post(STUB + path, body, kind[posted])

    assert answer.json() == ask(client, path, **asked)
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("region")
def test_a_posted_postcode_is_neither_logged_nor_said_again(client, caplog):
    caplog.set_level("INFO")
    asked = {"postcode": valley.POSTCODE, "proximity": 600}
    answer = client.post(STUB + "services", json.dumps(asked), "application/json")
    got = client.get(STUB + "services", asked)

    assert (
        names(answer.json())
        == names(got.json())
        == {"Clay at the Old Dye House", "Singing"}
    )
    assert caplog.records
    assert "ZD3" not in caplog.text


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("colour=red", "colour"),
        ("day=someday", "day"),
        ("day=t", "day"),
        ("start_time=25:00", "start_time"),
        ("minimum_age=old", "minimum_age"),
        ("minimum_age=nan", "minimum_age"),
        ("maximum_age=-1", "maximum_age"),
        ("taxonomy_id=x", "taxonomy_id"),
        ("taxonomy_term_id=x", "taxonomy_term_id"),
        ("proximity=100", "proximity"),
        ("postcode=ZD3", "postcode"),
        ("postcode=AB1 0AA", "postcode"),
        ("modified_after=yesterday", "modified_after"),
        ("full=maybe", "full"),
        ("format=xml", "format"),
        ("page=0", "page"),
        ("per_page=501", "per_page"),
        ("search=%00", "search"),
        ("search=...", "search"),
    ],
)
def test_each_parameter_that_is_wrong_is_named(client, asked, field):
    answer = client.get(f"{STUB}services?{asked}")

    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["errors"]] == [field]


# --- what it costs -----------------------------------------------------------------


def statements(client, **asked):
    with CaptureQueriesContext(
        connection,
    ) as asked_of_it:
        ask(client, **asked)
    return len(asked_of_it)


def test_more_rows_cost_no_more_statements(client, region):
    asked = {"full": "true", "search": "c", "day": "TU", "taxonomy_id": None}
    before = statements(client, **asked)
    place, group = valley.place(region), valley.group(region)
    for number in range(30):
        valley.offer(region, f"Clay {number}", place=place, group=group)
    valley.derive(region)

    assert statements(client, **asked) == before <= 11
    assert ask(client, **asked)["total_items"] > 30


def test_a_time_is_told_as_the_door_shows_it_whatever_the_season(client, region):
    valley.offer(region, "Summer and winter", on=([0], time(9, 5), time(9, 50)))
    valley.derive(region)
    (found,) = ask(client, search="summer", full="true")["contents"]

    assert found["schedules"][0]["opens_at"] == "09:05"
