"""Is what is weighed for the next offer enough, and is it counted as it was asked?"""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.access.domain.arrays import Arrays, What, as_bytes, from_bytes
from weft.access.domain.next_offer import (
    USUAL,
    Case,
    Hours,
    Order,
    Prepared,
    Reach,
    Settings,
    Standing,
    Weighable,
    Weights,
    as_arrays,
    asked_of,
    by_need,
    from_arrays,
    weighable,
    weighed,
    weights_by_place,
    weights_of,
)
from weft.access.domain.siting import MANY, NONE, Goal
from weft.access.domain.siting.answers import reached
from weft.access.domain.siting.plans import NEARLY
from weft.assets.domain.kinds import OfferKind

LIVES, AREAS, HOURS, ROOMS, TONGUES = 3, 2, 6, 3, 1
CELLS = LIVES * AREAS
TWO_KINDS = (OfferKind.CREATIVE, OfferKind.FOOD)


def longs(values):
    return np.array(values, dtype=np.int64)


@st.composite
def standings(draw):
    offers = draw(st.lists(st.integers(0, 3), min_size=CELLS, max_size=CELLS))
    ones = [NONE if few == 0 else draw(st.sampled_from([0, 1, MANY])) for few in offers]
    return Standing(
        lacks=np.array(
            [few < 3 or one != MANY for few, one in zip(offers, ones, strict=True)]
        ),
        offers=longs(offers),
        group=longs(ones),
        kind=longs(
            [
                NONE if few == 0 else draw(st.sampled_from([0, 3, MANY]))
                for few in offers
            ]
        ),
    )


@st.composite
def reaches(draw):
    some = st.sets(st.integers(0, CELLS - 1))
    rows = [sorted(draw(some)) for _ in range(HOURS)]
    ends = np.cumsum([0, *map(len, rows)])
    return Reach(longs(ends), longs([cell for row in rows for cell in row]))


@st.composite
def weeks(draw):
    people = st.lists(st.integers(0, 40_000), min_size=CELLS, max_size=CELLS)
    one_of = st.lists(st.integers(0, ROOMS - 1), min_size=HOURS, max_size=HOURS)
    reach, standing = draw(reaches()), draw(standings())
    return Prepared(
        lives=("a", "b", "c"),
        areas=("E1", "E2"),
        areas_of="OA 2021",
        basis="streets",
        people=longs(draw(people)).reshape(LIVES, AREAS),
        tenth=longs([1, 0]),
        tongue=longs(
            draw(st.lists(st.integers(-1, 0), min_size=LIVES, max_size=LIVES))
        ),
        tongues=(("ur",),),
        rooms=tuple(f"room {n}" for n in range(ROOMS)),
        hire=longs([600, -1, 0]),
        hours=Hours(
            room=longs(sorted(draw(one_of))),
            day=longs([n % 7 for n in range(HOURS)]),
            starts=longs([600] * HOURS),
            ends=longs([690] * HOURS),
            told=np.arange(HOURS) % 2 == 0,
        ),
        groups=2,
        rooms_left_out=0,
        reach=dict.fromkeys(Case, reach),
        standing=dict.fromkeys((Case.USUAL, Case.SHORTER), standing),
    )


def everything(wished):
    """Every room-hour, kind and language, with none left out."""
    every = [
        (hour, list(OfferKind).index(kind), tongue)
        for hour in range(HOURS)
        for kind in wished.kinds
        for tongue in (-1, 0)
    ]
    hour, kind, tongue = longs(every).T
    return Weighable(
        hour=hour,
        kind=kind,
        tongue=tongue,
        alike=longs([0] * len(every)),
        of=len(every),
    )


@settings(max_examples=25, deadline=None)
@given(weeks(), st.sampled_from(Weights), st.none() | st.integers(3_000, 12_000))
def test_no_choice_of_all_there_is_brings_more_than_what_was_weighed(
    told, weights, budget
):
    wished = Settings(
        most=2, budget_pence=budget, weights=weights, kinds=TWO_KINDS, own=(("a", 3),)
    )
    answer = weighed(told, wished).answer
    asked = asked_of(told, wished, everything(wished), Case.USUAL)
    worth, cost = asked.cells.worth, asked.candidates.cost
    slot = asked.candidates.slot
    for goal, plan in ((Goal.THIRD, answer.third), (Goal.FIRST, answer.first)):
        most = max(
            int(worth[reached(asked, goal, some)].sum())
            for many in range(3)
            for some in combinations(range(len(cost)), many)
            if len({slot[one] for one in some}) == many
            and (budget is None or cost[list(some)].sum() <= budget)
        )
        assert round(plan.value * 1_000) == most


@given(weeks())
def test_it_comes_back_from_its_file_as_it_was(told):
    kept = as_arrays(told)
    raw = as_bytes(kept)
    again = from_arrays(from_bytes(raw, what=What.NEXT_OFFER, about=kept.about))
    assert isinstance(kept, Arrays)
    assert as_bytes(as_arrays(again)) == raw
    assert (again.lives, again.tongues) == (("a", "b", "c"), (("ur",),))


@pytest.fixture
def a_week():
    """One hour in each room; the third is nearest, and one life needs Urdu."""
    reach = Reach(longs([0, 1, 1, 4, 4, 4, 4]), longs([0, 0, 2, 4]))
    none = Standing(
        np.ones(CELLS, dtype=bool), *(longs([v] * CELLS) for v in (0, -1, -1))
    )
    return Prepared(
        lives=("a", "b", "c"),
        areas=("E1", "E2"),
        areas_of="OA 2021",
        basis="streets",
        people=longs([[10_000, 0], [20_000, 0], [30_000, 0]]),
        tenth=longs([1, 0]),
        tongue=longs([-1, -1, 0]),
        tongues=(("ur",),),
        rooms=("x", "y", "z"),
        hire=longs([600, -1, 0]),
        hours=Hours(
            room=longs([0, 1, 2, 2, 2, 2]),
            day=longs([0] * HOURS),
            starts=longs([600] * HOURS),
            ends=longs([690] * HOURS),
            told=np.arange(HOURS) == 0,
        ),
        groups=0,
        rooms_left_out=0,
        reach=dict.fromkeys(Case, reach),
        standing=dict.fromkeys((Case.USUAL, Case.SHORTER), none),
    )


def first_choice(told, **wished):
    found = weighed(told, replace(USUAL, most=1, kinds=TWO_KINDS[:1], **wished))
    plan = found.answer.first
    tongues = [int(found.candidates.tongue[one]) for one in plan.chosen]
    return plan.people, plan.cost, tongues


def test_what_is_asked_decides_what_is_chosen(a_week):
    """All three lives by somebody who speaks Urdu; two where the money ends before."""
    assert first_choice(a_week) == (60.0, 5_250, [0])  # (0 + 20 + 15) pounds, 1.5 hours
    assert first_choice(a_week, budget_pence=4_000) == (30.0, 3_000, [-1])
    assert first_choice(a_week, budget_pence=2_000) == (0.0, 0, [])
    assert first_choice(a_week, only_told=True) == (10.0, 3_900, [-1])
    own = {"weights": Weights.OWN, "own": (("b", 0), ("c", 0))}
    # the cheaper of two for one life; whoever else comes is told all the same
    assert first_choice(a_week, **own) == (30.0, 3_000, [-1])


def test_the_places_that_stand_first_count_most_and_each_life_as_said(a_week):
    """Four times in the first area; of what counts for nobody, nothing is left."""
    inside = {"E1": "north", "E2": "south", "E3": "south"}
    places = weights_by_place(Order(places=("south", "north")), inside)
    assert dict(places) == {"E1": 3, "E2": 4, "E3": 4}
    own = replace(USUAL, weights=Weights.OWN, own=(("b", 0),), own_areas=places)
    assert weights_of(a_week, own).tolist() == [[3, 4], [0, 0], [3, 4]]
    assert weights_of(a_week, by_need(own))[1].tolist() == [2, 1]  # theirs is let go
    assert weights_of(a_week, replace(own, weights=Weights.ALIKE)).min() == 1


@settings(max_examples=20, deadline=None)
@given(weeks(), st.permutations(TWO_KINDS))
def test_what_stands_first_is_taken_while_nearly_as_many_come(told, first):
    """It costs two in a hundred at most, and no swap to an earlier kind is left."""
    wished = Settings(most=2, kinds=TWO_KINDS, weights=Weights.OWN)
    plain, ours = (
        weighed(told, replace(wished, kinds_first=some)) for some in ((), tuple(first))
    )
    for before, after in (
        (plain.answer.third, ours.answer.third),
        (plain.answer.first, ours.answer.first),
    ):
        least = NEARLY * before.value
        assert least <= after.value <= after.bound + 1e-9
        kind = ours.candidates.kind
        rank = {list(OfferKind).index(one): n for n, one in enumerate(first)}
        assert not [
            one
            for one in after.swaps
            if rank[int(kind[one.candidate])] < rank[int(kind[one.instead_of])]
            and one.value >= least
        ]


def test_people_count_twice_where_most_go_short(a_week):
    weights = weights_of(a_week, replace(USUAL, weights=Weights.NEED))
    assert weights[0].tolist() == [2.0, 1.0]  # of the second no tenth is known


def test_of_hours_that_are_alike_three_are_weighed_and_the_others_told(a_week):
    """Five hours of the third room, open to the same people."""
    same = Reach(longs([0, 0, 1, 2, 3, 4, 5]), longs([0] * 5))
    rooms = replace(a_week.hours, room=longs([0, 2, 2, 2, 2, 2]))
    told = replace(a_week, hours=rooms, reach=dict.fromkeys(Case, same))
    found = weighable(told, replace(USUAL, kinds=TWO_KINDS[:1]))
    assert (len(found), found.of, found.alike.tolist()) == (3, 5, [2, 2, 2])
