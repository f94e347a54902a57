"""Does our own feed keep every promise, and is each broken one found?

The server is broken in one way at a time, between the feed and whoever grades it, as
somebody in a hurry would break it; the check that is made for it must find it.
"""

import pytest

from tests.assets.api.feed import a_register
from tests.assets.api.grading import BROKEN, asking
from weft.standards.openreferral.conformance import Outcome, grade

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    a_register()
    return asking(client)


def test_nothing_fails_on_ourselves_and_everything_is_tried(ask):
    report = grade(ask)

    assert [(check.key, check.evidence) for check in report.failed] == []
    not_tried = [c for c in report.checks if c.outcome is Outcome.NOT_TRIED]
    assert [check.key for check in not_tried] == []
    assert report.official == "passes"
    assert (
        report.last_line == f"{len(report.checks)} of {len(report.checks)} checks hold"
    )


def test_there_are_twenty_ways_and_more_to_break_it():
    assert len(BROKEN) >= 20


@pytest.mark.parametrize("way", BROKEN)
def test_a_server_that_is_broken_is_found(ask, way):
    key, broken = BROKEN[way]

    def worse(path, parameters, *, post=False):
        return broken(ask, path, parameters, post=post)

    failed = {check.key: check.evidence for check in grade(worse).failed}
    assert key in failed
    assert all(failed[key])
