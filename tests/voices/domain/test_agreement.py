"""How far do people agree, equal to what is published and to the sum done by hand?"""

import json
from dataclasses import replace

import krippendorff as theirs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from tests.oracles import agreement as by_hand
from weft.voices.domain.agreement import (
    Chance,
    Mark,
    Metric,
    Text,
    cohen,
    compared,
    fleiss,
    krippendorff,
    yes_and_no,
)

DISTANCES = {
    Metric.NOMINAL: by_hand.nominal,
    Metric.ORDINAL: by_hand.ordinal,
    Metric.INTERVAL: by_hand.interval,
    Metric.RATIO: by_hand.ratio,
}

ratings = st.integers(2, 4).flatmap(
    lambda people: st.lists(
        st.lists(st.none() | st.integers(0, 4), min_size=people, max_size=people),
        min_size=1,
        max_size=9,
    ).map(lambda things: list(zip(*things, strict=True)))
)


def as_numbers(told):
    return np.array([[np.nan if one is None else one for one in row] for row in told])


def test_every_published_value_is_met(shared):
    checks = json.loads((shared / "standards/agreement/checks.json").read_text())
    met = 0
    for check in checks:
        for level, value in check.get("alpha", {}).items():
            told = krippendorff(as_numbers(check["data"]), Metric(level), chance=None)
            assert round(told.value, 3) == value, (check["name"], level)
            met += 1
    table = next(c["table"] for c in checks if "fleiss_kappa" in c)
    assert round(fleiss(np.array(table)).value, 2) == 0.21
    assert met == 7


def test_cohen_s_kappa_stands_beside_the_plain_share_with_the_interval_of_1969():
    table = np.array([[20, 5], [10, 15]])
    told, peer = cohen(table), cohens_kappa(table)
    assert (round(told.value, 12), told.alike, told.things) == (0.4, 0.7, 50)
    assert told.low == pytest.approx(peer.kappa_low, abs=1e-9)
    assert told.high == pytest.approx(peer.kappa_upp, abs=1e-9)


def test_where_nearly_all_say_no_the_plain_share_shows_what_kappa_hides():
    table = np.array([[90, 5], [5, 0]])
    told, parts = cohen(table), yes_and_no(table)
    assert told.alike == 0.9
    assert told.value < 0
    assert (round(parts.no, 3), parts.yes) == (0.947, 0.0)


@given(told=ratings)
def test_alpha_agrees_with_every_pair_counted_by_hand(told):
    for level, distance in DISTANCES.items():
        ours = krippendorff(as_numbers(told), level, chance=None).value
        assert ours == pytest.approx(by_hand.alpha_of(told, distance), abs=1e-9)


@given(told=ratings.filter(lambda r: len({v for row in r for v in row} - {None}) > 1))
def test_alpha_agrees_with_the_package_of_the_field(told):
    for level in Metric:
        ours = krippendorff(as_numbers(told), level, chance=None).value
        if ours is not None:
            peer = theirs.alpha(
                reliability_data=as_numbers(told), level_of_measurement=str(level)
            )
            assert ours == pytest.approx(peer, abs=1e-9)


@given(
    table=st.lists(
        st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=3
    )
)
def test_cohen_agrees_with_statsmodels(table):
    told = np.array(table)
    ours = cohen(told)
    if ours.value is not None:
        with np.errstate(all="ignore"):
            peer = cohens_kappa(told)
        assert ours.value == pytest.approx(peer.kappa, abs=1e-9)


@given(told=st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1))
def test_fleiss_agrees_with_statsmodels(told):
    table = np.array([[row.count(value) for value in range(4)] for row in told])
    ours = fleiss(table, chance=None).value
    if ours is not None:
        assert ours == pytest.approx(fleiss_kappa(table), abs=1e-9)


def test_what_could_not_differ_has_no_alpha_and_few_things_have_no_interval():
    alike = krippendorff(np.ones((2, 9)))
    assert (alike.value, alike.alike) == (None, 1.0)
    few = krippendorff(np.array([[0, 1, 1], [0, 1, 0]]))
    assert few.value is not None
    assert (few.low, few.high) == (None, None)
    alone = krippendorff(np.array([[0.0, 1.0], [np.nan, np.nan]]))
    assert (alone.value, alone.alike, alone.things) == (None, None, 0)


def test_the_same_seed_gives_the_same_interval_around_the_value():
    luck = np.random.default_rng(5)
    first = luck.integers(0, 3, 60).astype(float)
    second = np.where(luck.random(60) < 0.7, first, luck.integers(0, 3, 60))
    told = [krippendorff(np.array([first, second])) for _ in range(2)]
    assert told[0] == told[1]
    assert told[0].low < told[0].value < told[0].high
    other = krippendorff(np.array([first, second]), chance=Chance(seed=2))
    assert other.low != told[0].low


def test_nine_of_ten_intervals_hold_the_value_they_were_drawn_about():
    """Alpha of very many things is the truth; small samples of them should hold it."""
    luck = np.random.default_rng(8)

    def pair(things):
        first = luck.integers(0, 3, things).astype(float)
        other = luck.integers(0, 3, things)
        return np.array([first, np.where(luck.random(things) < 0.6, first, other)])

    truth = krippendorff(pair(200_000), chance=None).value
    held = [krippendorff(pair(60), chance=Chance(drawings=400)) for _ in range(100)]
    assert sum(one.low <= truth <= one.high for one in held) >= 90


# --- what was marked, and which code --------------------------------------------------

TEXTS = (
    Text(key="a", length=12, read_by=("ann", "ben", "cat")),
    Text(key="b", length=9, read_by=("ann", "ben")),
    Text(key="c", length=7, read_by=("ann",)),
)


@st.composite
def some_marks(draw):
    told = []
    for _ in range(draw(st.integers(0, 10))):
        text = draw(st.sampled_from(TEXTS))
        start = draw(st.integers(0, text.length - 1))
        told.append(
            Mark(
                text=text.key,
                start=start,
                end=draw(st.integers(start + 1, text.length)),
                coder=draw(st.sampled_from(text.read_by)),
                code=draw(st.sampled_from(["hope", "money", None])),
            )
        )
    return told


@given(marks=some_marks())
def test_marks_agree_with_every_character_counted_by_hand(marks):
    told = compared(TEXTS, marks, chance=None)
    coders = ("ann", "ben", "cat")
    table = by_hand.marked_table(TEXTS, marks, coders)
    assert told.marked.value == pytest.approx(
        by_hand.alpha_of(table, by_hand.nominal), abs=1e-9
    )
    for one in told.codes:
        table = by_hand.code_table(TEXTS, marks, coders, one.code)
        assert one.agreed.value == pytest.approx(
            by_hand.alpha_of(table, by_hand.nominal), abs=1e-9
        )


@given(marks=some_marks(), seed=st.integers(0, 99))
def test_the_order_and_the_names_of_people_change_nothing(marks, seed):
    names = {"ann": "zoe", "ben": "yan", "cat": "xan"}
    texts = [
        replace(text, read_by=tuple(names[one] for one in text.read_by))
        for text in TEXTS
    ]
    other = [replace(mark, coder=names[mark.coder]) for mark in marks]
    np.random.default_rng(seed).shuffle(other)
    assert compared(texts, other, chance=None) == compared(TEXTS, marks, chance=None)


@given(marks=some_marks())
def test_each_place_to_talk_is_one_that_some_hold_and_others_do_not(marks):
    for talk in compared(TEXTS, marks, chance=None).talk:
        text = next(one for one in TEXTS if one.key == talk.text)
        rows = by_hand.letters(text, marks)
        for at in range(talk.start, talk.end):
            here = [rows[coder][at] for coder in text.read_by]
            if talk.code is None:
                holding, of = sum(one != "not" for one in here), len(here)
            else:
                here = [one for one in here if one != "not"]
                holding, of = sum(talk.code in one for one in here), len(here)
            assert (holding, of) == (talk.holding, talk.of)
            assert 0 < holding < of


def test_marking_the_same_words_and_coding_them_otherwise_are_told_apart():
    marks = [
        Mark(text="b", start=0, end=4, coder="ann", code="hope"),
        Mark(text="b", start=0, end=4, coder="ben", code="money"),
    ]
    told = compared(TEXTS, marks)
    assert told.marked.value == 1.0
    assert [one.agreed.value < 0 for one in told.codes] == [True, True]
    assert [(t.code, t.start, t.end, t.holding, t.of) for t in told.talk] == [
        ("hope", 0, 4, 1, 2),
        ("money", 0, 4, 1, 2),
    ]
    assert told.marked.low is None, "two texts read by two people say nothing surely"


@pytest.mark.parametrize(
    "stray",
    [
        Mark(text="nowhere", start=0, end=1, coder="ann"),
        Mark(text="c", start=0, end=1, coder="ben"),
        Mark(text="c", start=0, end=8, coder="ann"),
    ],
)
def test_a_mark_that_cannot_be_is_refused(stray):
    with pytest.raises(ValueError, match="Each mark"):
        compared(TEXTS, [stray])
