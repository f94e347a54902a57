"""Causes come back as they left, and the list that ships has the loops it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.standards.causal_maps import Edge, Graph, Node, Read
from weft.voices.domain.causes import (
    Turn,
    arrows_of,
    hopeful_first,
    loops,
    no_brake_named,
)
from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.domain.told import CauseTold, ThingTold
from weft.voices.exchange.causes import FORMS, causes_in, graph_of
from weft.voices.exchange.example_causes import example_causes

NAMES = st.text("abä =-\n'", min_size=1, max_size=5)
CAUSES = st.lists(
    st.builds(
        CauseTold,
        ref=st.text("LC0123", min_size=1, max_size=4),
        cause=NAMES,
        effect=NAMES,
        sign=st.sampled_from(Sign),
        basis=st.sampled_from(Basis),
        takes_time=st.sampled_from((None, True, False)),
        scale=st.sampled_from(Scale),
        words=st.lists(st.text("P12", min_size=1, max_size=3), max_size=2).map(tuple),
        who=st.just("") | NAMES,
        both_ways=st.booleans(),
    ),
    unique_by=lambda one: one.ref,
    max_size=5,
)


PLACES = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
THINGS = st.lists(
    st.builds(ThingTold, name=NAMES, measured_by=st.text("ab/", min_size=1), at=PLACES),
    unique_by=lambda one: one.name,
    max_size=3,
)


@given(CAUSES, THINGS, st.sampled_from(sorted(FORMS)))
def test_causes_come_back_as_they_left(causes, things, form):
    written = FORMS[form].write(graph_of(causes, things, name="Kettle evenings"))
    told = causes_in(FORMS[form].read(written))
    assert told.causes == tuple(causes)
    assert told.things == (() if form == "csv" else tuple(things))
    assert told.unread == ()


def edge(**attributes):
    ends = (Node(id="a"), Node(id="b"))
    one = Edge(source="a", target="b", attributes=attributes)
    return Read(graph=Graph(nodes=ends, edges=(one,)))


@pytest.mark.parametrize(
    ("attributes", "sign"),
    [
        ({"connection type": "+"}, Sign.MORE),
        ({"polarity": "opposite"}, Sign.LESS),
        ({"sign": "−"}, Sign.LESS),
        ({"weight": -0.4}, Sign.LESS),
        ({"weight": 0}, Sign.UNKNOWN),
        ({"label": "now and then"}, Sign.UNKNOWN),
        ({}, Sign.UNKNOWN),
    ],
)
def test_signs_are_read_as_other_programs_call_them(attributes, sign):
    (cause,) = causes_in(edge(**attributes)).causes
    assert cause.sign is sign


def test_both_ways_is_one_account_and_what_has_no_place_is_counted():
    nodes = (Node(id="1", attributes={"label": "Joy", "z": 4.0}), Node(id="2"))
    both = Edge(id="e", source="1", target="2", directed=False, attributes={"y": "?"})
    again = Edge(id="e", source="1", target="2")
    told = causes_in(Read(graph=Graph(nodes=nodes, edges=(both, again))))
    assert [(one.ref, one.cause, one.effect) for one in told.causes] == [
        ("e", "Joy", "2"),
        ("e-2", "Joy", "2"),
    ]
    assert [one.both_ways for one in told.causes] == [True, False]
    assert [one.things for one in loops(arrows_of(told.causes)).found] == [("Joy", "2")]
    assert told.unread == ("1 × «y»", "1 × «z»")


LONG = 99  # as long as can be


def test_the_list_that_ships_has_the_loops_it_should():
    """7 from stated links of lines 46 to 67, 51 from all, 43 without «is a part of»."""
    shipped = example_causes()
    assert len(shipped) == 121
    every = arrows_of(one.told for one in shipped)
    stated = arrows_of(
        one.told
        for one in shipped
        if one.told.basis is Basis.STATED and 46 <= one.lines[0] <= 67
    )
    few = loops(stated, longest=LONG)
    without = loops(every, longest=LONG)
    with_parts = loops(every, longest=LONG, parts_too=True)
    assert [len(one.found) for one in (few, with_parts, without)] == [7, 51, 43]
    for found in (few, with_parts, without):
        assert found.none_longer
        assert found.count(Turn.REINFORCING) == len(found.found)
        assert no_brake_named(found)


@pytest.mark.shows("E6", "F11", "H64")
def test_the_one_hopeful_loop_comes_first_and_the_ways_down_are_loops_too():
    shipped = example_causes()
    found = loops(arrows_of(one.told for one in shipped), longest=LONG)
    hopeful = {one.told.ref for one in shipped if one.mood == "hope"}
    first, second, *_ = hopeful_first(found, hopeful)
    assert first.things == ("joy of the person", "joy and development of the community")
    lines = {at for one in shipped if one.told.ref in hopeful for at in one.lines}
    assert lines == {146, 169}
    assert not {arrow.told[0].ref for arrow in second.arrows} & hopeful
    ways = {frozenset(loop.things) for loop in found.found}
    assert {"health inequality", "family history and trauma across generations"} in ways
    downwards = {"barriers to access and change", "physical and mental health"}
    assert any(downwards < way for way in ways)
