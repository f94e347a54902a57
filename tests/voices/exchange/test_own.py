"""A project leaves in a file of our own and comes back as it was."""

import json

import pytest
from hypothesis import given

from tests.voices.projects_by_chance import projects
from tests.voices.projects_told import evening
from weft.commons.errors import FileNotUnderstood
from weft.voices.exchange.own import as_json, from_json


@given(projects())
def test_there_and_back(told):
    assert from_json(as_json(told).encode(), file="x") == told


def test_the_same_project_gives_the_same_bytes():
    assert as_json(evening()) == as_json(
        from_json(as_json(evening()).encode(), file="x")
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda body: body.update(format="else"), "does not say"),
        (lambda body: body.update(colour="red"), "colour"),
        (lambda body: body["claims"][0].update(level="shouted"), "level"),
        (lambda body: body["workshops"][0].update(held_on="yesterday"), "held_on"),
        (lambda body: body["workshops"][0].update(came="many"), "came"),
        (
            lambda body: body["workshops"][0]["sources"][0]["passages"][0]["at"].update(
                end=0
            ),
            "passages",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_place(change, said):
    body = json.loads(as_json(evening()))
    change(body)
    with pytest.raises(FileNotUnderstood, match=said):
        from_json(json.dumps(body).encode(), file="x")


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_such_file_is_refused(text):
    with pytest.raises(FileNotUnderstood):
        from_json(text.encode(), file="x")
