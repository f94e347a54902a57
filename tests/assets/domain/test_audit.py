"""Is the draw by chance and the same for whoever repeats it; is the rate honest?"""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.audit import (
    Finding,
    Side,
    drawn,
    may_be_published,
    rate_of,
)

keys = st.sets(st.uuids().map(str), max_size=80)
findings = st.lists(st.sampled_from(Finding), max_size=60)


def some(right=0, wrong=0, not_reached=0):
    return (
        [Finding.RIGHT] * right
        + [Finding.WRONG] * wrong
        + [Finding.NOT_REACHED] * not_reached
    )


# R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3: the score
# interval without correction, which is Wilson's
PUBLISHED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("wrong", "of", "low", "high"), PUBLISHED)
def test_the_interval_is_the_published_one(wrong, of, low, high):
    rate = rate_of(some(right=of - wrong, wrong=wrong), of=of)

    assert (rate.low, rate.high) == pytest.approx((low, high), abs=0.00006)


@given(keys=keys, seed=st.text(max_size=10), most=st.integers(0, 90))
def test_whoever_repeats_the_draw_gets_the_same_in_whatever_order(keys, seed, most):
    first = drawn(sorted(keys), seed, most=most)

    assert drawn(sorted(keys, reverse=True), seed, most=most) == first
    assert len(first) == len(set(first)) == min(most, len(keys))
    assert set(first) <= keys


@given(keys=keys, seed=st.text(max_size=10), most=st.integers(0, 40))
def test_a_larger_draw_only_adds(keys, seed, most):
    larger = drawn(keys, seed, most=2 * most)

    assert larger[: min(most, len(keys))] == drawn(keys, seed, most=most)


def test_each_entry_has_the_same_chance():
    hundred = [f"entry {number}" for number in range(100)]
    counted = Counter(
        key for seed in range(2_000) for key in drawn(hundred, f"month {seed}", most=50)
    )

    # 2,000 draws of half: 1,000 each, and hardly one beyond five standard deviations
    assert len(counted) == 100
    assert all(abs(count - 1_000) < 5 * 22.4 for count in counted.values())


@given(findings=findings)
def test_who_could_not_be_reached_is_never_counted_as_right(findings):
    rate = rate_of(findings, of=len(findings))
    known = [one for one in findings if one is not Finding.NOT_REACHED]
    if not known:
        assert rate is None
        return
    assert rate == rate_of(findings[::-1], of=len(findings))
    assert rate.share == rate_of(known, of=len(known)).share
    assert rate.low <= rate.share <= rate.high
    assert rate.least <= rate.share <= rate.greatest


@given(findings=findings, more=st.integers(1, 9))
def test_to_reach_nobody_more_often_never_makes_the_bounds_narrower(findings, more):
    before = rate_of(findings, of=len(findings))
    after = rate_of(findings + some(not_reached=more), of=len(findings) + more)
    if before is not None:
        assert after.greatest - after.least >= before.greatest - before.least
        assert after.reached == before.reached


@pytest.mark.parametrize(
    ("found", "of", "published"),
    [
        (some(right=40, wrong=5, not_reached=5), 50, True),
        (some(right=40, wrong=5, not_reached=4), 50, False),  # one to look at
        (some(right=4, not_reached=46), 50, False),  # too few reached
        (some(right=5, not_reached=45), 50, True),
        (some(not_reached=50), 50, False),
        ([], 0, False),
    ],
)
def test_nothing_is_published_before_its_end_or_of_too_few(found, of, published):
    assert may_be_published(rate_of(found, of=of), fewest=5) is published


def test_every_side_is_one_of_which_we_can_hear():
    assert len({side.aspect for side in Side}) == len(Side)
