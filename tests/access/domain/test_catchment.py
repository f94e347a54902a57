"""Are the catchment measures those of the literature?

PySAL access agrees to 1e-9 on a million pairs: ./weft bench catchment. Its packages are
too heavy to stand here; a case worked by hand and a plain reading do.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.access.domain.catchment import Reaches, Steps, enhanced, three_step, two_step
from weft.commons.errors import NotPossible

STEPS = Steps((10.0, 20.0, 30.0), (1.0, 0.68, 0.22))
# Area 0 reaches places 0 (5 minutes) and 1 (25); area 1 reaches place 1 (15); area 2
# none. 100, 50 and 9 people; 10 and 8 places, and 5 that nobody reaches.
BY_HAND = Reaches(
    np.array([0, 2, 3, 3]), np.array([0, 1, 1], "i4"), np.array([5.0, 25, 15])
)
PEOPLE, PLACES = [100, 50, 9], [10, 8, 5]


def test_a_case_worked_by_hand():
    # Place 0: 10 / 100 = 0.1. Place 1: 8 / 150.
    flat = [0.1 + 8 / 150, 8 / 150, 0]
    assert two_step(BY_HAND, PEOPLE, PLACES, 30) == pytest.approx(flat)
    # Place 1: 8 / (0.22 x 100 + 0.68 x 50) = 8 / 56.
    weighted = [0.1 + 0.22 * 8 / 56, 0.68 * 8 / 56, 0]
    assert enhanced(BY_HAND, PEOPLE, PLACES, STEPS) == pytest.approx(weighted)
    # Area 0 sends 1/1.22 to place 0 and 0.22/1.22 to place 1; area 1 all to place 1.
    near, far = 1 / 1.22, 0.22 / 1.22
    first, second = 10 / (near * 100), 8 / (far * 0.22 * 100 + 0.68 * 50)
    spread = [near * first + far * 0.22 * second, 0.68 * second, 0]
    assert three_step(BY_HAND, PEOPLE, PLACES, STEPS) == pytest.approx(spread)


@settings(deadline=None)
@given(
    st.lists(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 40)), max_size=4)),
    st.data(),
)
def test_what_is_shared_is_what_reached_places_have(areas, data):
    ends = np.cumsum([0, *(len(rows) for rows in areas)])
    flat = [pair for rows in areas for pair in rows]
    reaches = Reaches(
        ends.astype(np.int64),
        np.array([place for place, _ in flat], dtype=np.int32),
        np.array([cost for _, cost in flat], dtype=np.float64),
    )
    people = data.draw(
        st.lists(st.integers(1, 99), min_size=len(areas), max_size=len(areas))
    )
    places = [4, 0, 7, 2]
    reached = {place for place, cost in flat if cost <= 30}
    has = sum(places[place] for place in reached)
    for found in (
        two_step(reaches, people, places, 30),
        enhanced(reaches, people, places, STEPS),
        three_step(reaches, people, places, STEPS),
    ):
        assert np.dot(found, people) == pytest.approx(has)


@settings(deadline=None)
@given(
    st.lists(st.lists(st.floats(0, 40), max_size=11), min_size=1, max_size=4),
    st.integers(0, 40),
)
def test_two_steps_are_those_of_the_textbook_cut_there_or_not(areas, within):
    """What lies beyond the limit changes no digit."""
    pairs = [list(enumerate(costs)) for costs in areas]
    cut = [[(n, cost) for n, cost in some if cost <= within] for some in pairs]
    people, places = list(range(1, len(areas) + 1)), list(range(11))
    seek = np.zeros(len(places))
    for head, some in zip(people, cut, strict=True):
        for n, _ in some:
            seek[n] += head
    told = [sum(places[n] / seek[n] for n, _ in some) for some in cut]

    def asked(some):
        flat = [pair for rows in some for pair in rows]
        reaches = Reaches(
            np.cumsum([0, *map(len, some)]).astype(np.int64),
            np.array([n for n, _ in flat], dtype=np.int32),
            np.array([cost for _, cost in flat], dtype=np.float64),
        )
        return two_step(reaches, people, places, within)

    assert asked(pairs) == pytest.approx(told, rel=1e-9)
    assert np.array_equal(asked(pairs), asked(cut))


def test_what_does_not_belong_together_is_refused():
    for demand, supply, steps, words in (
        ([1], PLACES, STEPS, "people of each area"),
        (PEOPLE, [1], STEPS, "a place that is not there"),
        (PEOPLE, PLACES, Steps((2.0, 1.0), (1.0, 1.0)), "go outwards"),
    ):
        with pytest.raises(NotPossible, match=words):
            enhanced(BY_HAND, demand, supply, steps)
