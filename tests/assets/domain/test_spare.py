"""A room suits a group by what was told; what nobody told is asked, and is not no."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.facts import FactField
from weft.assets.domain.linking.overlapping import Hour
from weft.assets.domain.spare import Looking, Spare, Suits, Wanted, matches, suited
from weft.commons.places import Point

HERE = Point(53.74, -2.0)
TUESDAY = Hour(1, time(19), time(21))
EVENING = Hour(1, time(18), time(22))


def a_room(**told):
    usual = {
        "key": "room",
        "words": "The upstairs room, with a sink",
        "is_room": True,
        "point": HERE,
        "hours": (EVENING,),
        "facts": {FactField.STEP_FREE: True, FactField.TEA: False},
    }
    return Spare(**(usual | told))


def a_group(words="a room / Tuesdays 7-9pm / ", **told):
    usual = {"key": "group", "point": HERE, "hours": (TUESDAY,)}
    return Looking(wanted=Wanted.of(words), **(usual | told))


def test_what_was_asked_for_and_is_there_suits():
    match = suited(a_room(), a_group("a room / Tue 7-9pm / step free, a sink"))
    assert match.suits is Suits.YES
    assert (match.met, match.ask) == (("step free", "a sink"), ())
    assert (match.hours, match.metres) == ((TUESDAY,), 0)


@pytest.mark.parametrize(
    ("room", "group"),
    [
        ({}, {"words": "a kiln / / "}),
        ({}, {"words": "a room / Tue 7-9pm / tea"}),
        ({"hours": (Hour(1, time(20), time(22)),)}, {}),
        ({"hours": (Hour(2, time(18), time(22)),)}, {}),
        ({"point": Point(53.80, -2.0)}, {}),
        ({"key": "group"}, {}),
        ({"is_room": False, "words": "The village hall projector, a room full"}, {}),
    ],
    ids=[
        "another-thing",
        "no-tea",
        "in-use",
        "another-day",
        "too-far",
        "their-own",
        "kit",
    ],
)
def test_what_is_known_not_to_suit_is_not_offered(room, group):
    assert suited(a_room(**room), a_group(**group)) is None


@pytest.mark.parametrize(
    ("room", "group", "ask"),
    [
        ({"hours": ()}, {}, "When is it empty?"),
        ({}, {"hours": ()}, "When would the group come?"),
        ({"point": None}, {}, "How far apart are they?"),
        ({}, {"words": "a room / x / parking"}, "Can I park there?"),
        ({}, {"words": "a room / x / north light"}, "Is there this: north light?"),
    ],
)
def test_what_nobody_has_told_us_is_asked_and_is_not_no(room, group, ask):
    match = suited(a_room(**room), a_group(**group))
    assert (match.suits, match.ask) == (Suits.ASK, (ask,))


def test_kit_is_found_by_its_name():
    kit = a_room(is_room=False, words="Village hall projector")
    assert suited(kit, a_group("a projector / Tue 7-9pm / ")).suits is Suits.YES
    assert suited(kit, a_group("a kiln / Tue 7-9pm / ")) is None


def test_those_known_to_suit_come_first_then_the_nearest():
    near = a_room(key="near", hours=())
    far = a_room(key="far", point=Point(53.75, -2.0))
    nearer = a_room(key="nearer", point=Point(53.741, -2.0))
    found = matches([near, far, nearer], [a_group()])
    assert [one.spare for one in found] == ["nearer", "far", "near"]


FACTS = st.dictionaries(
    st.sampled_from([FactField.STEP_FREE, FactField.TEA, FactField.PARKING]),
    st.booleans(),
)


@given(FACTS, st.sets(st.sampled_from(["step free", "tea", "parking"])))
def test_learning_a_fact_never_makes_a_yes_of_what_was_a_no(facts, needs):
    group = a_group(f"a room / x / {', '.join(sorted(needs))}")
    told = suited(a_room(facts=facts), group)
    unknown = suited(a_room(facts={}), group)
    assert unknown is not None
    assert (unknown.suits is Suits.ASK) == bool(needs)
    if told is not None and told.suits is Suits.YES:
        assert all(facts.get(field) for field in _fields(needs))


def _fields(needs):
    named = {
        "step free": FactField.STEP_FREE,
        "tea": FactField.TEA,
        "parking": FactField.PARKING,
    }
    return [named[need] for need in needs]


@given(st.integers(0, 23), st.integers(0, 23))
def test_only_hours_that_lie_whole_within_empty_ones_count(starts, ends):
    free = Hour(1, time(min(starts, ends)), time(max(starts, ends)))
    match = suited(a_room(hours=(free,)), a_group())
    inside = free.starts <= TUESDAY.starts and TUESDAY.ends <= free.ends
    assert (match is not None) == inside
