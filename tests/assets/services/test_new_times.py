"""Do new times count from their day on, everywhere, and go without a trace?"""

from datetime import date, timedelta

import pytest

from tests.assets.asking import MONDAY
from tests.assets.services.holding import (
    by,
    choir,
    days_of,
    everything,
    load_choir,
    of,
)
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.assets.models import Offer, Schedule
from weft.assets.queries.feeds import services_of
from weft.assets.services.holding import pause_group
from weft.assets.services.new_times import NewTimes, change_times, take_times_back
from weft.commons.errors import NotAllowed, NotFound, NotPossible

__all__ = ["by", "choir"]
pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
START = TODAY + timedelta(days=10)  # a Thursday of the second week


def new(said="Thursdays 2pm to 4pm", *, start=START, offer="choir"):
    return NewTimes(offer=of(offer), said=said, start=start)


def test_what_others_told_counts_until_the_eve_and_the_new_times_after_it(choir, by):
    change_times(by=by, group=choir, new=new(), today=TODAY)

    days = [(day - TODAY).days for day in days_of("choir")]
    assert days == [1, 8, 10, 17, 24]
    assert [(d - TODAY).days for d in days_of("others")] == [1, 8, 15, 22]


def test_the_feed_tells_both_rules_each_with_its_days(choir, by):
    change_times(by=by, group=choir, new=new(), today=TODAY)
    told = services_of([Offer.objects.get(pk=of("choir"))])[0].schedules

    assert {(one.byday, one.valid_from, one.valid_to) for one in told} == {
        (("TU",), None, START - timedelta(days=1)),
        (("TH",), START, None),
    }


def test_go_without_a_trace(choir, by):
    before = everything()
    change_times(by=by, group=choir, new=new(), today=TODAY)
    assert everything() != before

    take_times_back(by=by, group=choir, offer=of("choir"), today=TODAY)
    assert everything() == before


def test_outlive_the_next_load(choir, by):
    change_times(by=by, group=choir, new=new(), today=TODAY)
    told = days_of("choir")
    load_choir(summary="We sing.")

    assert days_of("choir") == told


def test_a_second_change_ends_the_first_on_its_eve(choir, by):
    change_times(by=by, group=choir, new=new(), today=TODAY)
    later = new("Fridays 10am to 12", start=START + timedelta(days=10))
    change_times(by=by, group=choir, new=later, today=TODAY)

    assert [(day - TODAY).days for day in days_of("choir")] == [1, 8, 10, 17, 25]


def test_a_pause_holds_for_new_times_too(choir, by):
    change_times(by=by, group=choir, new=new(), today=TODAY)
    pause_group(by=by, group=choir, back_on=TODAY + timedelta(20), today=TODAY)

    assert [(day - TODAY).days for day in days_of("choir")] == [24]


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("", START),
        ("when we feel like it", START),
        ("Thursdays 2pm to 4pm", TODAY - timedelta(days=1)),
        ("Thursdays 2pm to 4pm", date(2099, 1, 1)),
    ],
)
def test_what_cannot_be_read_changes_nothing(choir, by, said, start):
    entries = Entry.objects.count()
    with pytest.raises(NotPossible):
        change_times(by=by, group=choir, new=new(said, start=start), today=TODAY)
    assert (
        Entry.objects.count(),
        Schedule.objects.filter(source="holder").count(),
    ) == (
        entries,
        0,
    )


def test_another_group_s_offer_is_not_theirs_to_change(choir, by):
    with pytest.raises(NotFound):
        change_times(by=by, group=choir, new=new(offer="others"), today=TODAY)
    with pytest.raises(NotAllowed):
        change_times(by=Actor.somebody(), group=choir, new=new(), today=TODAY)
