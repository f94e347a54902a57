"""Are the fewest people asked the fewest questions, and nobody twice within a month?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.sureness import Event, Heard, Pace, Track
from weft.assets.domain.sureness.asking import (
    REST,
    Askable,
    expected_right,
    gain,
    messages,
    whom_to_ask,
)

TODAY = date(2026, 11, 23)
CALM, RESTLESS = Pace(changes=1, years=20), Pace(changes=1, years=2)


def days_ago(count):
    return TODAY - timedelta(days=count)


def a_track(told=400, *heard, pace=RESTLESS):
    return Track(
        told_on=None if told is None else days_ago(told),
        right_at_first=0.97,
        pace=pace,
        heard=heard,
    )


def a_group(key="choir", *facts, **other):
    return Askable(key=key, facts=facts or (a_track(),), **other)


events = st.builds(
    Heard,
    st.integers(0, 800).map(days_ago),
    st.sampled_from([Event.CONFIRMED, Event.SAID_WRONG, Event.TOLD_ANEW]),
)
facts = st.builds(
    lambda told, heard, pace: a_track(told, *heard, pace=pace),
    st.none() | st.integers(0, 800),
    st.lists(events, max_size=3),
    st.sampled_from([CALM, RESTLESS]),
)
groups = st.lists(
    st.builds(
        Askable,
        key=st.text("abcdefgh", min_size=3, max_size=8),
        facts=st.lists(facts, min_size=1, max_size=3).map(tuple),
        last_written_to=st.none() | st.integers(0, 60).map(days_ago),
        written_to=st.just(0),
        opens=st.just(0) | st.integers(1, 99),
    ),
    max_size=8,
    unique_by=lambda one: one.key,
)


@given(groups=groups, most=st.integers(0, 8))
def test_nobody_is_asked_twice_within_a_month(groups, most):
    last = {one.key: one.last_written_to for one in groups}

    for question in whom_to_ask(groups, TODAY, most=most):
        before = last[question.key]
        assert before is None or (TODAY - before).days >= 31


@given(groups=groups, least=st.integers(0, 8), more=st.integers(0, 8))
def test_a_larger_budget_only_adds_and_never_lowers_what_we_expect(groups, least, more):
    few = whom_to_ask(groups, TODAY, most=least)
    many = whom_to_ask(groups, TODAY, most=least + more)

    assert many[: len(few)] == few
    assert expected_right(groups, many, TODAY) >= expected_right(groups, few, TODAY)
    assert len(few) <= least


@given(groups=groups, most=st.integers(0, 8), seed=st.randoms(use_true_random=False))
def test_the_order_in_which_groups_come_makes_no_difference(groups, most, seed):
    shuffled = list(groups)
    seed.shuffle(shuffled)

    assert whom_to_ask(shuffled, TODAY, most=most) == whom_to_ask(
        groups, TODAY, most=most
    )


@given(fact=facts)
def test_a_yes_yesterday_makes_a_question_worth_less(fact):
    yes = Heard(days_ago(1), Event.CONFIRMED)
    told = a_track(
        800 if fact.told_on is None else (TODAY - fact.told_on).days,
        *fact.heard,
        pace=fact.pace,
    )
    sure = a_track((TODAY - told.told_on).days, *told.heard, yes, pace=fact.pace)

    assert gain(a_group("a", sure), TODAY) <= gain(a_group("a", told), TODAY) + 1e-12


def test_who_could_open_most_and_who_would_set_most_right_take_turns():
    """An answer that opens much never crowds out what keeps the list right."""
    oldest, old = a_group("a", a_track(700)), a_group("b", a_track(300))
    calm = a_track(1, pace=CALM)
    opens = [a_group(f"c{n}", calm, opens=90 - n) for n in range(3)]

    asked = whom_to_ask([old, *opens, oldest], TODAY, most=5)

    assert [one.key for one in asked] == ["c0", "a", "c1", "b", "c2"]


def test_whom_somebody_reported_is_asked_before_who_is_merely_old():
    reported = a_group("b", a_track(30, Heard(days_ago(2), Event.SAID_WRONG)))
    old = a_group("a", a_track(300))

    asked = whom_to_ask([old, reported], TODAY, most=1)

    assert [one.key for one in asked] == ["b"]


def test_who_never_answers_is_left_in_peace_for_others():
    silent = a_group("a", written_to=8, answered=0)
    ready = a_group("b", written_to=8, answered=8)

    asked = whom_to_ask([silent, ready], TODAY, most=2)

    assert [one.key for one in asked] == ["b", "a"]


def test_a_message_about_many_things_is_worth_more():
    one, three = a_group("a", a_track()), a_group("b", *[a_track()] * 3)

    assert gain(three, TODAY) == pytest.approx(3 * gain(one, TODAY))


def test_nobody_is_written_to_for_next_to_nothing():
    assert whom_to_ask([a_group("a", a_track(0, pace=CALM))], TODAY, most=9) == ()


def test_what_nobody_knows_since_when_is_worth_asking():
    asked = whom_to_ask([a_group("a", a_track(None))], TODAY, most=1)

    assert [one.key for one in asked] == ["a"]


def test_a_gain_by_hand():
    """Told a year ago at a pace of one change in two years; answers three in five."""
    still = 0.97 * 2 / (2 + 365 / 365.25)
    later = 0.97 * ((2 + 365 / 365.25) / (2 + (365 + 91) / 365.25)) ** 2

    assert gain(a_group("a", a_track(365)), TODAY) == pytest.approx(
        0.6 * (1 - still) * later
    )


@pytest.mark.parametrize("event", [Event.ASKED, Event.AUDITED])
def test_a_call_of_the_audit_is_the_month_s_message_too(event):
    last, sent, answered = messages([Heard(days_ago(30), event)])
    rests = a_group("a", last_written_to=last)

    assert (last, sent, answered) == (days_ago(30), 1, 0)
    assert whom_to_ask([rests], TODAY, most=1) == ()
    assert len(whom_to_ask([rests], days_ago(30) + REST, most=1)) == 1


def test_messages_and_answers_are_counted_once():
    heard = [
        Heard(days_ago(200), Event.CONFIRMED),  # before anybody asked
        Heard(days_ago(100), Event.ASKED),
        Heard(days_ago(100), Event.ASKED),  # about two things, one message
        Heard(days_ago(100), Event.CONFIRMED),
        Heard(days_ago(99), Event.TOLD_ANEW),
        Heard(days_ago(50), Event.AUDITED),
        Heard(days_ago(10), Event.SAID_WRONG),  # not from them
    ]

    assert messages(heard) == (days_ago(50), 2, 1)
