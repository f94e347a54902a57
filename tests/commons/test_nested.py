"""What is hidden in one column is not told by another, nor by any total."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.commons.disclosure import FLOOR, LEAST_ROOM, Withheld, shown_parts
from weft.commons.nested import all_withheld, is_safe, shown_beside, shown_nested

MOST, EDGE = 9, 6


@st.composite
def tables(draw):
    """Some rows, each with counts that fall from left to right."""
    counts = st.lists(st.integers(0, MOST), min_size=3, max_size=3)
    rows = draw(st.lists(counts, min_size=1, max_size=3))
    return [sorted(row, reverse=True) for row in rows]


def columns_of(rows):
    return [list(column) for column in zip(*rows, strict=True)]


def readings(rows, line):
    """Every table that a reader who knows the line and all totals could mean.

    By trying all of them: the slow twin.
    """
    totals = [sum(column) for column in columns_of(rows)]
    each = [
        [
            row
            for row in product(
                *(range(1, line) if 0 < x < line else [x] for x in shown)
            )
            if row[0] >= row[1] >= row[2]
        ]
        for shown in rows
    ]
    return [
        table
        for table in product(*each)
        if [sum(column) for column in columns_of(table)] == totals
    ]


def rooms(rows, line):
    """How many numbers each withheld count could be, row by row."""
    found = readings(rows, line)
    return [
        len({table[at][k] for table in found})
        for at, row in enumerate(rows)
        for k, one in enumerate(row)
        if 0 < one < line
    ]


@settings(max_examples=40, deadline=None)
@given(tables())
def test_it_is_safe_just_where_every_hidden_count_could_be_any_of_four(rows):
    told = rooms(rows, FLOOR)
    assert is_safe(columns_of(rows), FLOOR) == all(n > LEAST_ROOM for n in told)


@settings(max_examples=40, deadline=None)
@given(tables())
def test_what_is_shown_is_true_and_nothing_small_is(rows):
    told = shown_nested(columns_of(rows))
    for at, (column, shown) in enumerate(
        zip(columns_of(rows), told.columns, strict=True)
    ):
        line = told.line if at in told.kept else MOST + 1
        for count, cell in zip(column, shown.parts, strict=True):
            assert cell == (Withheld() if 0 < count < line else count)
        assert shown.total == (sum(column) if at in told.kept else Withheld()) or (
            not any(column)
        )
    kept = [[row[at] if at in told.kept else 0 for at in range(3)] for row in rows]
    left = [sorted(row, reverse=True) for row in kept]
    assert all(room > LEAST_ROOM for room in rooms(left, told.line))


def test_one_column_that_cannot_be_shown_hides_no_other():
    live, few = [40, 50, 60], [20, 30, 0]
    told = shown_nested([live, few, [3, 0, 0]])
    assert told.columns[:2] == (shown_parts(live), shown_parts(few))
    assert told.columns[2] == all_withheld([3, 0, 0])
    for some in ([2, 0, 0], [0, 9, 0]):
        beside = shown_beside(told, [live, few], some)
        assert beside == (
            shown_parts(some) if max(some) > FLOOR else all_withheld(some)
        )


@given(st.lists(st.integers(0, 40), min_size=1, max_size=5))
def test_where_nothing_is_small_nothing_is_hidden_and_one_column_is_as_before(counts):
    large = [n + FLOOR for n in counts]
    assert shown_nested([large, large, [0] * len(large)]).line == FLOOR
    none = [0] * len(counts)
    assert shown_nested([counts, none, none]).columns[0] == shown_parts(counts)


def test_each_column_by_itself_gave_a_number_away():
    """The sums leave (1..4), (1..4) and one 4: the third row's second count is four."""
    rows = [(2, 2, 0), (3, 3, 0), (50, 4, 0)]
    alone = shown_parts([row[1] for row in rows])
    assert alone.total == 9  # hidden among three, each could be any of four
    assert {table[2][1] for table in readings(rows, FLOOR)} == {4}
    assert not is_safe(columns_of(rows), FLOOR)
    with pytest.raises(ValueError, match="not nested"):
        shown_nested([[1], [2], [0]])
    assert all_withheld([0, 7]).parts == (0, Withheld())


def test_an_attacker_who_knows_the_rule_cannot_work_a_small_number_out():
    """Every table of two rows; those at the edge have more readings than we made."""
    rows = [r for r in product(range(EDGE + 1), repeat=3) if r[0] >= r[1] >= r[2]]
    alike = defaultdict(list)
    for table in product(rows, repeat=2):
        alike[shown_nested(columns_of(table)).columns].append(table)
    given_away = [
        (tables[0], at, k)
        for tables in alike.values()
        if all(max(map(max, table)) < EDGE for table in tables)
        for at in range(2)
        for k in range(3)
        if 0 < tables[0][at][k] < FLOOR and len({t[at][k] for t in tables}) == 1
    ]
    assert given_away == []
