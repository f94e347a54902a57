"""Do the official mock sets come out as the official validator says?"""

import json

import pytest

from weft.standards.openreferral.conformance import Answer, Kind, Outcome, grade

CORS = {"access-control-allow-origin": "*"}
FILES = {
    "": "api_details",
    "services": "service_list",
    "service_at_locations": "service_at_location_list",
    "taxonomies": "taxonomy_list",
    "taxonomy_terms": "taxonomy_term_list",
    "services/": "service_full",
    "service_at_locations/": "service_at_location_full",
    "taxonomies/": "taxonomy",
    "taxonomy_terms/": "taxonomy_term",
}


def served(folder):
    """Serve a set as its validator's own tests do: whatever is asked, the same."""

    def ask(path, parameters, *, post=False):
        del parameters, post
        name = FILES.get(path.partition("/")[0] + ("/" if "/" in path else ""))
        if name is None:
            return Answer(404, "")
        return Answer(200, (folder / f"{name}.json").read_text("utf-8"), CORS)

    return ask


@pytest.mark.parametrize(
    ("name", "official", "failing"),
    [
        ("Default", "passes", set()),
        ("Test", "passes", set()),
        ("Warn", "passes with warnings", {"taxonomy_terms.one"}),
        (
            "Fail",
            "fails",
            {"about", "services.list", "services.one", "taxonomy_terms.one"},
        ),
    ],
)
def test_each_mock_set_comes_out_as_its_name_says(shared, name, official, failing):
    folder = shared / f"standards/oruk-validator-fixtures/V3.0-UK-{name}"
    report = grade(served(folder), behaviour=False)

    assert report.official == official
    assert {check.key for check in report.failed} == failing


def test_a_mock_that_answers_everything_alike_does_not_do_what_it_says(shared):
    """Shape is not behaviour: the set that the validator passes keeps few promises."""
    folder = shared / "standards/oruk-validator-fixtures/V3.0-UK-Default"
    report = grade(served(folder))
    failed = {check.key for check in report.failed}

    assert report.official == "passes"
    assert {"nobody", "search", "taxonomy_term_id", "ndjson", "beyond"} <= failed


def test_a_feed_that_does_not_answer_is_told_so():
    report = grade(lambda _path, _parameters, **_: Answer(0, "ConnectTimeout: slow"))

    assert report.official == "fails"
    assert "ConnectTimeout" in json.dumps([check.evidence for check in report.failed])


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{", "[" * 100_000, '{"contents": 7}']
)
def test_no_answer_whatever_breaks_the_grading(body):
    report = grade(lambda _path, _parameters, **_: Answer(200, body, CORS))

    assert report.failed
    assert report.tried + sum(
        check.outcome is Outcome.NOT_TRIED for check in report.checks
    ) == len(report.checks)
    assert {check.kind for check in report.checks} == set(Kind)
