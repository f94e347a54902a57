"""Does a program get what the pages show, and is it told plainly what was wrong?"""

import json
from datetime import time
from pathlib import Path

import pytest
from django.urls import get_resolver
from jsonschema import Draft202012Validator

from tests.web import valley
from weft.web import api

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]
DESCRIPTION = json.loads(api.DESCRIPTION.read_text())
EXAMPLE = "sm123x5973"


@pytest.fixture
def town():
    region = valley.region()
    hall = valley.place(region)
    valley.offer(
        region, place=hall, group=valley.group(region), facts={"step_free": "yes"}
    )
    valley.offer(region, "Dancing", place=hall, on=([4], time(21), time(0, 30)))
    valley.place(
        region,
        "A story",
        kind="story",
        latitude=None,
        longitude=None,
        channels_allowed=["search"],
    )
    valley.derive(region)
    return region


def ask(client, **question):
    told = {"near": valley.POSTCODE, "week": valley.next_week().monday.isoformat()}
    return client.post(
        "/api/v1/choices", json.dumps({**told, **question}), "application/json"
    )


def valid(response, schema):
    whole = {"$ref": f"#/components/schemas/{schema}", **DESCRIPTION}
    Draft202012Validator(whole).validate(response.json())
    return response.json()


def test_a_posted_postcode_gets_what_the_page_shows(client):
    told = valid(ask(client, hours="Tue 12:00 to 15:00"), "Choices")

    assert told["fits"][0]["name"] == "Clay at the Old Dye House"
    assert told["fits"][0]["plane"] == "certain"
    assert told["total"] == told["certain"] + told["possible"]
    assert valley.POSTCODE not in json.dumps(told)


def test_an_address_with_an_area_gets_the_same(client):
    week = valley.next_week().monday.isoformat()
    told = client.get(
        f"/api/v1/choices?near={valley.LSOA}&free=tue-afternoon&free=fri-late&week={week}"
    )

    assert "Clay at the Old Dye House" in {
        one["name"] for one in valid(told, "Choices")["fits"]
    }


@pytest.mark.parametrize(
    "query",
    [
        "near=ZD3+8EH",
        "near=zd38eh",
        f"near={valley.LSOA}&what=grief",
        f"near={valley.LSOA}&hours=tue",
    ],
)
def test_what_may_not_stand_in_an_address_is_refused(client, query):
    response = client.get(f"/api/v1/choices?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert "8EH" not in response.content.decode().upper()
    valid(response, "Problem")


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"near": "Xyzzyville"}, "near"),
        ({"near": "Mill Lane"}, "near"),
        ({"near": ""}, "near"),
        ({"free": "tue-afternoon"}, "free"),
        ({"wish": ["gold"]}, "wish"),
        ({"pay": "2"}, "pay"),
        ({"pay": True}, "pay"),
        ({"far": 31}, "far"),
        ({"week": "2020-01-06"}, "week"),
        ({"week": "2026-13-45"}, "week"),
        ({"hours": "blurgh"}, "hours"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_each_field_that_is_wrong_is_named(client, question, field):
    response = ask(client, **question)

    assert response.status_code == 422
    assert {one["field"] for one in valid(response, "Problem")["errors"]} == {field}


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("{", "application/json", 400),
        ("[1]", "application/json", 400),
        ("near=x", "application/x-www-form-urlencoded", 415),
        ("[" * 100_000, "application/json", 413),
        ("[" * 50_000, "application/json", 400),
        ('{"near": "\\ud800"}', "application/json", 422),
    ],
)
def test_a_body_that_is_no_question_is_refused(client, body, kind, status):
    response = client.post("/api/v1/choices", body, kind)

    assert response.status_code == status
    valid(response, "Problem")


def test_an_area_is_told_strengths_first(client):
    told = valid(client.get(f"/api/v1/areas/{valley.MSOA}"), "Area")

    assert told["called"] == "Hollin Bridge"
    keys = list(told)
    assert keys.index("said") < keys.index("within_reach") < keys.index("missing")


@pytest.mark.parametrize("path", ["areas/E99999999", "areas/\u00af", "areas/a/b", "x"])
def test_what_is_not_there_is_told_as_a_problem(client, path):
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == 404
    valid(response, "Problem")


def test_everything_on_the_list_can_be_taken_page_by_page(client):
    seen, address = [], "/api/v1/assets?size=2"
    while address:
        told = valid(client.get(address), "Assets")
        seen += [one["name"] for one in told["items"]]
        address = told["next"]

    assert len(seen) == told["total"]
    assert "Dancing" in seen


def test_what_its_holders_keep_out_of_bulk_is_not_in_it(client):
    names = {one["name"] for one in client.get("/api/v1/assets").json()["items"]}

    assert "A story" not in names


def test_a_fact_nobody_told_is_null_and_never_no(client):
    items = client.get("/api/v1/assets").json()["items"]
    facts = {one["name"]: one["facts"] for one in items}

    assert facts["Clay at the Old Dye House"]["step_free"] is True
    assert facts["Dancing"]["step_free"] is None


@pytest.mark.parametrize("query", ["page=0", "page=x", "size=1000", "kind=" + "x" * 99])
def test_a_page_that_cannot_be_is_refused(client, query):
    assert client.get(f"/api/v1/assets?{query}").status_code == 422


def test_any_page_anywhere_may_ask(client):
    for path in (
        "/api/v1/assets",
        "/api/v1/openapi.json",
        f"/api/v1/areas/{valley.MSOA}",
    ):
        response = client.get(path)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies
    asked_first = client.options("/api/v1/choices")
    assert asked_first.status_code == 204
    assert "POST" in asked_first["Access-Control-Allow-Methods"]


def test_another_method_is_refused_as_a_problem(client):
    response = client.delete("/api/v1/choices")

    assert response.status_code == 405
    valid(response, "Problem")


def test_the_description_is_the_one_that_is_served(client):
    assert client.get("/api/v1/openapi.json").json() == DESCRIPTION


def test_every_address_of_the_description_is_there_and_the_other_way_round():
    described = {
        path.replace("{code}", "<str:code>").lstrip("/")
        for path in DESCRIPTION["paths"]
    }
    served = {
        str(pattern.pattern)
        for included in get_resolver().url_patterns
        if getattr(included, "app_name", "") in {"api", "assets_api"}
        for pattern in included.url_patterns
        if pattern.name != "nowhere"
    }

    assert described == served


def test_the_square_in_the_description_is_understood_as_one(client):
    found = client.get("/api/v1/choices", {"near": EXAMPLE})
    whole_text = json.dumps(DESCRIPTION)

    assert f"{EXAMPLE} as we write it" in whole_text
    assert found.json()["from"]["name"] == "this square of the map"


def test_the_guide_names_every_address():
    guide = (Path(__file__).parents[2] / "docs" / "api" / "README.md").read_text()

    assert [path for path in DESCRIPTION["paths"] if path not in guide] == []


def test_a_program_is_told_how_sure_we_are_too(client):
    item = client.get("/api/v1/assets").json()["items"][0]
    fits = ask(client).json()["fits"][0]

    for told in (item, fits):
        assert 0.9 < told["sureness"] < 1.0
        assert told["sure_until"] > told["told_on"]
        assert told["confirmed_on"] is None
