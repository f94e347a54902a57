import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.need.domain.columns import Kind
from weft.need.domain.summing import (
    How,
    lower_share,
    spread,
    summarised,
    tenths,
)

NAN = float("nan")
KNOWN = st.floats(-1e6, 1e6)
MAYBE = KNOWN | st.just(NAN)
SOME = st.lists(MAYBE, min_size=1, max_size=30)


def test_counts_are_summed_and_the_unknown_is_counted():
    told = summarised(np.array([10.0, NAN, 5.0]), kind=Kind.COUNT)

    assert (told.value, told.how, told.known, told.areas) == (15.0, How.TOTAL, 2, 3)


def test_a_rate_is_weighted_by_the_people_behind_it():
    rates, people = np.array([0.1, 0.5]), np.array([300.0, 100.0])

    told = summarised(rates, kind=Kind.RATE, weights=people)

    assert told.value == pytest.approx(0.2)
    assert told.how is How.WEIGHTED


def test_a_rate_without_its_people_has_only_a_middle():
    assert summarised(np.array([1.0, 2.0, 9.0]), kind=Kind.RATE).value == 2.0


def test_of_ranks_and_groups_nothing_can_be_said():
    for kind in (Kind.RANK, Kind.CLASS):
        told = summarised(np.array([1.0, 2.0]), kind=kind)
        assert (told.value, told.how) == (None, How.NOTHING)


def test_of_tenths_the_share_in_the_first_is_said():
    assert summarised(np.array([1.0, 1.0, 5.0, NAN]), kind=Kind.DECILE).value == 2 / 3


def test_where_nothing_is_known_nothing_is_said():
    for kind in Kind:
        assert summarised(np.array([NAN]), kind=kind).value is None


@given(values=SOME, people=st.lists(st.integers(0, 900), min_size=30, max_size=30))
def test_a_weighted_rate_agrees_with_the_sum_done_by_hand(values, people):
    behind = people[: len(values)]
    both = [
        (v, p) for v, p in zip(values, behind, strict=True) if not math.isnan(v) and p
    ]

    told = summarised(
        np.array(values), kind=Kind.RATE, weights=np.array(behind, dtype=float)
    )

    if not both:
        assert told.value is None
    else:
        by_hand = sum(v * p for v, p in both) / sum(p for _, p in both)
        assert told.value == pytest.approx(by_hand, abs=1e-6)
        assert min(v for v, _ in both) - 1e-6 <= told.value
        assert told.value <= max(v for v, _ in both) + 1e-6


@given(values=SOME)
def test_a_middle_agrees_with_the_standard_librarys(values):
    known = [v for v in values if not math.isnan(v)]
    told = summarised(np.array(values), kind=Kind.SCORE)

    assert told.value == (pytest.approx(statistics.median(known)) if known else None)


@given(values=st.lists(st.integers(1, 10) | st.just(NAN), max_size=40))
def test_every_known_area_is_in_one_of_the_ten_groups(values):
    counts = tenths(np.array(values, dtype=float))

    assert len(counts) == 10
    assert sum(counts) == sum(1 for v in values if not math.isnan(v))


@given(values=SOME, value=KNOWN)
def test_lower_and_higher_share_everybody_between_them(values, value):
    numbers = np.array(values)
    below, above = lower_share(numbers, value), lower_share(-numbers, -value)

    assert (below is None) == bool(np.isnan(numbers).all())
    if below is not None:
        assert below + above == pytest.approx(1)
        known = [v for v in values if not math.isnan(v)]
        by_hand = sum(1 for v in known if v < value) + known.count(value) / 2
        assert below == pytest.approx(by_hand / len(known))


@given(values=SOME)
def test_a_spread_leaves_a_quarter_of_all_areas_at_each_end(values):
    known = [v for v in values if not math.isnan(v)]
    told = spread(np.array(values))

    if not known:
        assert told is None
        return
    assert sum(1 for v in known if v < told.quarter) <= len(known) / 4 + 1
    assert sum(1 for v in known if v > told.three_quarters) <= len(known) / 4 + 1
    assert told.middle == pytest.approx(statistics.median(known))
    assert told.unknown == len(values) - len(known)
    assert told.lowest <= told.quarter <= told.middle
    assert told.middle <= told.three_quarters <= told.highest
