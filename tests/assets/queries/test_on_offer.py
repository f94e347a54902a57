"""Everything that people can take part in comes with all that decides about it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.access.queries.test_choosing import WEEK, a_place, an_offer, tuesday
from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import JoiningRule, OfferKind
from weft.assets.models import Offer
from weft.assets.queries.on_offer import on_offer

pytestmark = pytest.mark.django_db


def test_an_offer_comes_with_its_times_and_what_nobody_has_told_stays_unknown():
    made = an_offer(times=[tuesday(13, 14)], facts={"step_free": "no"})
    Offer.objects.filter(pk=made.pk).update(
        kinds=["food", "of our own"], joining_rule="ring", newcomers_per_week=2
    )

    (told,) = on_offer(["tenterdale"], WEEK)

    assert told.key == made.pk
    assert [time.window for time in told.times] == [tuesday(13, 14)]
    assert told.kinds == (OfferKind.FOOD,)
    assert told.joining_rule is JoiningRule.RING
    assert told.newcomers == 2
    assert told.facts[FactField.STEP_FREE] is False
    assert FactField.QUIET not in told.facts
    assert (told.price_pence, told.least_age, told.group) == (None, None, None)


def test_a_library_is_no_offer_and_another_week_is_another_week():
    a_place(times=[tuesday(9, 17)])
    an_offer(times=[tuesday(13, 14)])

    (told,) = on_offer(["tenterdale"], type(WEEK)(date(2026, 11, 30)))

    assert told.times == ()
    assert on_offer(["elsewhere"], WEEK) == ()


def test_many_take_no_more_statements_than_one():
    an_offer(times=[tuesday(13, 14)])
    with CaptureQueriesContext(connection) as one:
        on_offer(["tenterdale"], WEEK)
    for _ in range(5):
        an_offer(times=[tuesday(13, 14)])
    with CaptureQueriesContext(connection) as six:
        on_offer(["tenterdale"], WEEK)
    assert len(six) == len(one)
