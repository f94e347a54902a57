"""Does the feed of the whole valley keep every promise of its standard?"""

import pytest

from tests.assets.api.grading import asking
from tests.assets.queries.test_carried import by_the_rule
from weft.assets.domain.visibility import Channel
from weft.assets.models import Offer
from weft.standards.openreferral.conformance import Outcome, grade

pytestmark = pytest.mark.usefixtures("valley")


def test_the_whole_valleys_feed_does_what_it_says(client):
    report = grade(asking(client))
    not_tried = [one for one in report.checks if one.outcome is Outcome.NOT_TRIED]

    assert [(check.key, check.evidence) for check in report.failed] == []
    assert not_tried == []
    assert report.official == "passes"


def test_the_feed_holds_what_the_rule_lets_it_carry_and_no_more(client):
    total = client.get("/openreferral/v3/services").json()["total_items"]
    every = Offer.objects.select_related("group")

    assert total == sum(by_the_rule(offer, Channel.FEED) for offer in every) > 500
    assert total < every.count()
