"""A group tells its weeks off beforehand, and nobody stands before a locked door."""

from datetime import timedelta

import pytest

from tests.assets.asking import MONDAY
from tests.assets.register import an_offer, on, told
from tests.assets.services.holding import (
    by,
    choir,
    days_of,
    everything,
    load_choir,
    of,
)
from weft.accounts.actors import Actor
from weft.assets.domain.facts import WordField
from weft.assets.domain.resting import Rest
from weft.assets.domain.told import FactTold
from weft.assets.models import Fact, Offer, Published
from weft.assets.queries import calendar_of, offer_page
from weft.assets.queries.feeds import services_of
from weft.assets.services.resting import take_rest_back, tell_rest
from weft.commons.errors import NotAllowed, NotFound, NotPossible

__all__ = ["by", "choir"]
pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
SECOND = Rest.week_of(MONDAY.later(1).monday)
THIRD = Rest.week_of(MONDAY.later(2).monday)


def weeks_of(name):
    """In which of the four listed weeks it is on."""
    return [(day - TODAY).days // 7 for day in days_of(name)]


def test_it_is_on_in_no_session_calendar_or_feed_of_that_week(choir, by):
    digest = Published.objects.get(pk=of("choir")).digest
    tell_rest(by=by, group=choir, rest=SECOND, today=TODAY, offer=of("choir"))

    assert weeks_of("choir") == [0, 2, 3]
    assert weeks_of("others") == [0, 1, 2, 3]
    dates = [one.window.start.date() for one in calendar_of(of("choir")).sessions]
    assert not set(dates) & set(SECOND.days)
    service = services_of([Offer.objects.get(pk=of("choir"))])[0]
    assert {(one.valid_from, one.valid_to) for one in service.schedules} == {
        (None, SECOND.first_on - timedelta(days=1)),
        (SECOND.last_on + timedelta(days=1), None),
    }
    assert Published.objects.get(pk=of("choir")).digest != digest
    assert offer_page(of("choir")).times.rests == (SECOND,)


def test_all_that_they_do_rests_at_once(choir, by):
    tell_rest(
        by=by, group=choir, rest=Rest(SECOND.first_on, THIRD.last_on), today=TODAY
    )

    assert weeks_of("choir") == [0, 3]
    assert not set(weeks_of("tea")) & {1, 2}


def test_taken_back_it_leaves_no_trace(choir, by):
    before = everything()
    tell_rest(by=by, group=choir, rest=SECOND, today=TODAY, offer=of("choir"))
    tell_rest(
        by=by,
        group=choir,
        rest=Rest.week_of(MONDAY.later(9).monday),
        today=TODAY,
        offer=of("choir"),
    )
    take = {"by": by, "group": choir, "offer": of("choir"), "today": TODAY}
    take_rest_back(**take, rest=SECOND)
    assert weeks_of("choir") == [0, 1, 2, 3]
    take_rest_back(**take, rest=Rest.week_of(MONDAY.later(9).monday))

    assert everything() == before


@pytest.fixture
def told_by_others(choir):
    assert choir
    rest = FactTold(field=WordField.REST, value=str(SECOND), told_by="us")
    usual = {"group": "singers", "schedules": (on(1),)}
    told(an_offer("choir", facts=(rest,), **usual), source="us")
    assert weeks_of("choir") == [0, 2, 3]


@pytest.mark.usefixtures("told_by_others")
def test_what_others_told_is_taken_back_and_stays_so_after_the_next_load(choir, by):
    take = {"by": by, "group": choir, "offer": of("choir"), "today": TODAY}
    take_rest_back(**take, rest=SECOND)
    assert weeks_of("choir") == [0, 1, 2, 3]
    assert offer_page(of("choir")).times.rests == ()

    tell_rest(by=by, group=choir, rest=SECOND, today=TODAY, offer=of("choir"))
    assert weeks_of("choir") == [0, 2, 3]
    assert not Fact.objects.filter(source="holder", field=WordField.REST).exists()


def test_it_outlives_the_next_load(choir, by):
    tell_rest(by=by, group=choir, rest=SECOND, today=TODAY, offer=of("choir"))
    load_choir(summary="We sing.")

    assert weeks_of("choir") == [0, 2, 3]


@pytest.mark.parametrize(
    "rest",
    [
        Rest(TODAY + timedelta(days=9), TODAY + timedelta(days=8)),
        Rest(TODAY - timedelta(days=9), TODAY - timedelta(days=8)),
        Rest(TODAY, TODAY + timedelta(days=900)),
    ],
)
def test_what_is_no_rest_changes_nothing(choir, by, rest):
    before = everything()
    with pytest.raises(NotPossible):
        tell_rest(by=by, group=choir, rest=rest, today=TODAY)
    assert everything() == before


def test_another_group_s_offer_is_not_theirs_to_rest(choir, by):
    with pytest.raises(NotFound):
        tell_rest(by=by, group=choir, rest=SECOND, today=TODAY, offer=of("others"))
    with pytest.raises(NotAllowed):
        tell_rest(by=Actor.somebody(), group=choir, rest=SECOND, today=TODAY)
