"""Does our table of the profile refuse what the profile's own schemas refuse?"""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from weft.standards.openreferral.profile import contents_of, objects, slips

PARTS = ("service_list", "service_full", "service_at_location_list",
         "service_at_location_full", "taxonomy", "taxonomy_list", "taxonomy_term",
         "taxonomy_term_list", "organization_list", "organization_full")  # fmt: skip
KINDS = ("service_at_location", "service", "taxonomy_term", "taxonomy", "organization")
# Published for these four sets: oruk-validator-fixtures, README.
OUTCOMES = {
    "Default": {},
    "Test": {},
    "Warn": {"taxonomy_term": 2},
    "Fail": {"service_full": 2, "service_list": 11, "taxonomy_term": 2},
}


def kind_of(part):
    return next(kind for kind in KINDS if part.startswith(kind))


def slips_of(part, document):
    if part.endswith("_list"):
        every = contents_of(document)
        return [s for one in every for s in slips(one, kind_of(part), brief=True)]
    return slips(document, kind_of(part))


@pytest.mark.parametrize("name", OUTCOMES)
def test_the_official_mock_sets_come_out_as_published(shared, name):
    folder = shared / f"standards/oruk-validator-fixtures/V3.0-UK-{name}"
    found = {}
    for part in PARTS:
        path = folder / f"{part}.json"
        if path.exists():
            found[part] = len(slips_of(part, json.loads(path.read_text("utf-8"))))

    assert {part: count for part, count in found.items() if count} == OUTCOMES[name]
    assert found


EXAMPLES = {
    "service_full": "service",
    "service_list": "service_list",
    "service_at_location_full": "service_at_location",
    "service_at_location_list": "service_at_location_list",
    "organization_full": "organization",
}
UNCHECKED_HERE = ("is no uri", "is no date-time")  # no library for these two is asked
WORSE = st.sampled_from([None, "", "x", 7, 7.5, True, [], {}, ["x"], "WEEKLY", "a@b"])


def ways(document, path=()):
    """List every place in a document."""
    yield path
    inside = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in inside:
        if isinstance(value, dict | list):
            yield from ways(value, (*path, key))
        else:
            yield (*path, key)


def spoilt(document, path, value):
    """Put something else in a place, or take it away."""
    told = copy.deepcopy(document)
    inside = told
    for key in path[:-1]:
        inside = inside[key]
    if value is Ellipsis:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return told


@pytest.mark.parametrize("part", EXAMPLES)
@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_spoilt_example_gets_as_many_complaints_as_the_schema_has(shared, part, data):
    folder = shared / "standards/oruk-3.0-profile"
    told = json.loads((folder / f"examples/{part}.json").read_text("utf-8"))
    schema = json.loads(
        (folder / f"schema/compiled/{EXAMPLES[part]}.json").read_text("utf-8")
    )
    brief = part.endswith("_list")
    example = told["contents"][0] if brief else told
    place = data.draw(st.sampled_from([way for way in ways(example) if way]))
    worse = spoilt(example, place, data.draw(WORSE | st.just(Ellipsis)))

    judge = Draft202012Validator(
        schema, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    ours = slips(worse, kind_of(part), brief=brief)
    assert len([s for s in ours if s.problem not in UNCHECKED_HERE]) == len(
        [*judge.iter_errors(worse)]
    ), (ours, [e.message for e in judge.iter_errors(worse)])


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ({"id": "x"}, "is no uuid"),
        ({"url": "example_counselling"}, "is no uri"),
        ({"email": "email-example_com"}, "is no email"),
        ({"last_modified": "2023-03-15"}, "is no date-time"),
        ({"minimum_age": True}, "is no number"),
        ({"description": None}, "is null and should be left out"),
        (
            {"status": "open"},
            "is none of active, inactive, defunct, temporarily closed",
        ),
        ({"schedules": {}}, "is no list"),
        ({"organization": "x"}, "is no object"),
    ],
)
def test_each_slip_is_named_where_it_stands(document, problem):
    whole = {
        "id": "ac148810-d857-441c-9679-408f346de14b",
        "name": "Clay",
        "status": "active",
        **document,
    }
    (slip,) = slips(whole, "service")
    assert slip.where == next(iter(document))
    assert slip.problem == problem


def test_every_object_that_is_held_is_there():
    held = {f.holds for fields in objects().values() for f in fields if f.holds}

    assert held <= set(objects())
    assert "yes" not in held
