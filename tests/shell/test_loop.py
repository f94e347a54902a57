"""A loop is drawn whole: every thing, every arrow with all that is said of it."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.shell.plots import LARGE, SMALL, Stop, ring
from weft.shell.plots.rope import stepped

WORDS = st.lists(
    st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=8
).map(" ".join)
STOPS = st.lists(
    st.builds(
        Stop,
        thing=WORDS,
        sign=st.sampled_from("+−?"),
        said=st.one_of(st.just(""), WORDS.map("«{}»".format)),
        by=WORDS,
        inferred=st.booleans(),
        slow=st.booleans(),
    ),
    min_size=2,
    max_size=7,
)


def words_of(svg):
    """List the words of a picture, with where they stand."""
    found = re.findall(r'<text x="([-\d.]+)" y="([-\d.]+)"([^>]*)>([^<]*)', svg)
    return [(float(x), float(y), rest, said) for x, y, rest, said in found]


def view_of(svg):
    return [float(one) for one in re.search(r'viewBox="([^"]+)"', svg)[1].split()]


@given(STOPS, st.sampled_from((LARGE, SMALL)))
def test_every_thing_and_every_arrow_is_drawn_within_the_picture(stops, size):
    svg = ring(stops, size)
    assert svg == ring(stops, size)
    names = " ".join(said for *_, rest, said in words_of(svg) if "w-strong" in rest)
    for stop in stops:
        assert all(word in names for word in stop.thing.split())
    assert svg.count('class="w-head') == len(stops)
    assert svg.count('"w-inferred"') == sum(stop.inferred for stop in stops)
    assert svg.count('class="w-line"') == sum(stop.slow for stop in stops)
    signed = any(stop.sign != "+" for stop in stops)
    assert svg.count('class="w-ring') == signed * len(stops)
    left, top, wide, tall = view_of(svg)
    for x, y, *_ in words_of(svg):
        assert left <= x <= left + wide
        assert top <= y <= top + tall
    assert "style=" not in svg
    assert "nan" not in svg


@given(STOPS)
def test_no_words_stand_on_others(stops):
    sides = {}
    for x, y, rest, _ in words_of(ring(stops, LARGE)):
        if "w-say" in rest or "w-soft" in rest:
            sides.setdefault(x, []).append(y)
    for ys in sides.values():
        assert all(then - one >= 20 for one, then in pairwise(ys))


def test_long_words_end_in_dots_and_keep_their_marks():
    two = [Stop(thing="a", said=f"«{'so it went ' * 40}on»"), Stop(thing="b")]
    svg = ring(two, LARGE)
    assert svg.count('class="w-say"') == 6
    assert re.search(r"…»</text>", svg)
    (short, *_) = [replace(two[0], said="«so»"), two[1]]
    assert "«so»</text>" in ring([short, two[1]], LARGE)


def test_the_middle_names_the_loop_and_steps_do_not_drift():
    svg = ring([Stop(thing="a"), Stop(thing="b")], LARGE, middle=["Joy", "and back"])
    assert [said for *_, rest, said in words_of(svg) if "w-loop-name" in rest] == [
        "Joy",
        "and back",
    ]
    steps = re.findall(r"-?[\d.]+", stepped([(0.04 * n, 0) for n in range(501)]))
    assert sum(float(one) for one in steps[2::2]) == pytest.approx(20, abs=0.1)
    assert stepped([]) == ""
