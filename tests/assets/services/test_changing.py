"""What a group changed is told with the words it follows, and taken back for good."""

from datetime import timedelta

import pytest
from hypothesis import given

from tests.assets.asking import MONDAY
from tests.assets.domain.test_resting import rules
from tests.assets.services.holding import by, choir, load_choir, of
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.assets.domain.changing import (
    MOST_LETTERS,
    ChangeTold,
    Whose,
    rule_kept,
    rule_read,
)
from weft.assets.models import Change
from weft.assets.queries import offer_page
from weft.assets.services.changing import take_change_back, tell_change
from weft.assets.services.new_times import NewTimes, change_times, take_times_back
from weft.commons.errors import NotAllowed, NotFound, NotPossible

__all__ = ["by", "choir"]
pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
NOW = "You may come late. There is a chair by the door."
SAID = "The first song is too early for the school run."


def told(changed=NOW, **more):
    usual = {"on": TODAY - timedelta(days=3), "whose": Whose.NEW, "said": SAID}
    return ChangeTold(**(usual | {"changed": changed} | more))


def tell(by, group, told, offer="choir"):
    return tell_change(by=by, group=group, offer=of(offer), told=told, today=TODAY)


@pytest.mark.shows("B8")
def test_the_offer_says_whose_words_led_to_what(choir, by):
    tell(by, choir, told(was="Doors shut at nine."))

    [change] = offer_page(of("choir")).changes
    assert (change.version, change.whose, change.said) == (2, Whose.NEW, SAID)
    assert (change.changed, change.was) == (NOW, "Doors shut at nine.")
    assert change.told_by == "Singers"
    assert offer_page(of("others")).changes == ()


@pytest.mark.shows("B9", "H32")
def test_versions_are_counted_in_the_order_in_which_they_came(choir, by):
    tell(by, choir, told("Third.", on=TODAY))
    tell(by, choir, told("Second.", on=TODAY - timedelta(days=90)))
    start = TODAY + timedelta(days=10)
    new = NewTimes(offer=of("choir"), said="Thursdays 2pm to 4pm", start=start)
    change_times(by=by, group=choir, new=new, today=TODAY)

    changes = offer_page(of("choir")).changes
    assert [one.version for one in changes] == [2, 3, 4]
    assert [one.changed for one in changes] == ["Second.", "Third.", ""]
    assert [rule.days for rule in changes[2].rules_before] == [(1,)]
    assert [rule.days for rule in changes[2].rules_after] == [(3,)]


def test_taken_back_nothing_of_the_words_is_kept(choir, by):
    number = tell(by, choir, told())
    take_change_back(by=by, group=choir, change=number)

    assert not Change.objects.exists()
    assert offer_page(of("choir")).changes == ()
    for entry in Entry.objects.all():
        assert "school run" not in str(entry.details)
    with pytest.raises(NotFound):
        take_change_back(by=by, group=choir, change=number)


def test_it_outlives_the_next_load(choir, by):
    tell(by, choir, told())
    load_choir(summary="We sing.")

    assert len(offer_page(of("choir")).changes) == 1


def test_new_times_taken_back_before_they_came_are_no_change(choir, by):
    new = NewTimes(
        offer=of("choir"), said="Fridays 2pm to 4pm", start=TODAY + timedelta(days=9)
    )
    change_times(by=by, group=choir, new=new, today=TODAY)
    take_times_back(by=by, group=choir, offer=of("choir"), today=TODAY)

    assert not Change.objects.exists()


def test_new_times_that_came_and_went_are_two_changes(choir, by):
    later = TODAY + timedelta(days=30)
    new = NewTimes(offer=of("choir"), said="Fridays 2pm to 4pm", start=TODAY)
    change_times(by=by, group=choir, new=new, today=TODAY)
    take_times_back(by=by, group=choir, offer=of("choir"), today=later)

    first, second = offer_page(of("choir")).changes
    assert first.rules_before == second.rules_after
    assert first.rules_after == second.rules_before
    assert (first.on, second.on) == (TODAY, later)


def test_a_second_telling_of_times_that_never_came_is_one_change(choir, by):
    for said in ("Fridays 2pm to 4pm", "Saturdays 2pm to 4pm"):
        new = NewTimes(offer=of("choir"), said=said, start=TODAY + timedelta(days=9))
        change_times(by=by, group=choir, new=new, today=TODAY)

    [change] = offer_page(of("choir")).changes
    assert [rule.days for rule in change.rules_before] == [(1,)]
    assert [rule.days for rule in change.rules_after] == [(5,)]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"changed": " "}, "what you changed"),
        ({"changed": "x" * (MOST_LETTERS + 1)}, "letters or fewer"),
        ({"said": "Write to jo@example.org"}, "e-mail"),
        ({"changed": "Ring 01632 960 001 instead."}, "telephone"),
        ({"on": TODAY + timedelta(days=900)}, "Choose the day"),
    ],
)
def test_what_cannot_stand_on_a_page_is_refused(choir, by, more, says):
    with pytest.raises(NotPossible, match=says):
        tell(by, choir, told(**({"changed": NOW} | more)))
    assert not Change.objects.exists()


def test_another_group_s_offer_is_not_theirs_to_speak_of(choir, by):
    with pytest.raises(NotFound):
        tell(by, choir, told(), offer="others")
    with pytest.raises(NotAllowed):
        tell(Actor.somebody(), choir, told())


@given(rules)
def test_a_rule_is_read_back_as_it_was_kept(rule):
    kept = rule_kept(rule)
    assert rule_kept(rule_read(kept)) == kept
