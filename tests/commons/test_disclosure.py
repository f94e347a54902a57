"""Small numbers never leave, subtraction included."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.disclosure import (
    FLOOR,
    Hidden,
    ShownParts,
    Withheld,
    rounded_estimate,
    shown,
    shown_parts,
)


@given(count=st.integers(0, 1000), fewest=st.integers(FLOOR, 20))
def test_a_small_count_is_hidden_and_nobody_is_shown_as_nobody(count, fewest):
    out = shown(count, fewest=fewest)

    assert out == (Hidden(fewest) if 0 < count < fewest else count)


def test_a_deployment_may_raise_the_floor_but_never_lower_it():
    with pytest.raises(ValueError, match="floor 4"):
        shown(10, fewest=4)


def every_reading(parts: int, most: int) -> dict[ShownParts, list[tuple[int, ...]]]:
    """Try every table of so many parts, and gather those that read alike."""
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=parts):
        alike[shown_parts(counts)].append(counts)
    return alike


def given_away(alike: dict[ShownParts, list[tuple[int, ...]]], edge: int) -> list[str]:
    """Attack: name each withheld count that every table reading so agrees on.

    Only readings whose tables all lie inside what was tried are judged: those at the
    edge have more tables than we made.
    """
    found = []
    for reading, tables in alike.items():
        if any(max(table) >= edge for table in tables):
            continue
        for at, cell in enumerate(reading.parts):
            if cell == Withheld() and len({table[at] for table in tables}) == 1:
                found.append(f"{tables[0]} at {at}")
    return found


@pytest.mark.parametrize(("parts", "most"), [(1, 30), (2, 30), (3, 16), (4, 9)])
def test_an_attacker_who_knows_the_rule_cannot_work_a_small_number_out(parts, most):
    assert given_away(every_reading(parts, most), edge=most) == []


def test_the_attack_finds_a_rule_that_only_hides_small_counts():
    """The same attack on the naive rule finds it out: the test is not blind."""
    alike = defaultdict(list)
    for counts in product(range(17), repeat=3):
        parts = tuple(Withheld() if 0 < c < FLOOR else c for c in counts)
        alike[ShownParts(parts=parts, total=sum(counts))].append(counts)

    assert "(0, 0, 1) at 2" in given_away(alike, edge=17)


@given(counts=st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_what_is_shown_is_true(counts):
    reading = shown_parts(counts)

    for cell, count in zip(reading.parts, counts, strict=True):
        assert cell in (Withheld(), count)
    assert reading.total in (Withheld(), sum(counts))


@given(counts=st.lists(st.integers(5, 40), min_size=1, max_size=8))
def test_nothing_is_withheld_where_nothing_is_small(counts):
    assert shown_parts(counts).parts == tuple(counts)


def test_estimates_are_rounded_to_five():
    assert [rounded_estimate(p) for p in (0, 2.4, 2.6, 12, 1234)] == [0, 0, 5, 10, 1235]
