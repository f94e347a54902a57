"""Are the next offers the best there are, or is it known how far from it they are?"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.siting import best_value, value
from weft.access.domain.siting import (
    MANY,
    NONE,
    Asked,
    Candidates,
    Cells,
    Effort,
    Goal,
    Proof,
    answers,
    held,
    next_offers,
    only_one,
    planned,
)
from weft.access.domain.siting.exact import Solved
from weft.commons.errors import NotPossible

BY_PRICES = Effort(nodes=0, kicks=3, steps=60)


@st.composite
def questions(draw):
    """Draw a small world: some cells have something already, some have nothing."""
    some = st.integers(0, 2)
    cells = []
    for _ in range(draw(st.integers(1, 8))):
        offers = draw(st.integers(0, 4))
        only = st.just(NONE) if not offers else some
        if offers > 1:
            only = st.one_of(some, st.just(MANY))
        group = st.one_of(only, st.just(NONE))  # of some nobody knows of whom they are
        row = (draw(st.integers(0, 30)), draw(some), offers, draw(group), draw(only))
        cells.append(row)
    offered = [
        (
            draw(st.sets(st.integers(0, len(cells) - 1))),
            draw(st.integers(0, 9)),
            draw(st.integers(NONE, 2)),
            draw(some),
            draw(st.integers(0, 4)),
        )
        for _ in range(draw(st.integers(0, 6)))
    ]
    return asked(
        cells,
        offered,
        most=draw(st.integers(0, 5)),
        budget=draw(st.one_of(st.none(), st.integers(0, 20))),
    )


def asked(cells, offered, *, most, budget=None):
    """Put one: (people, life, offers, group, kind), (to, cost, group, kind, slot)."""
    people, life, offers, group, kind = np.array(cells, dtype=np.int64).T
    lists = [sorted(to) for to, *_ in offered]
    columns = np.array([rest for _, *rest in offered], dtype=np.int64).reshape(-1, 4).T
    return Asked(
        cells=Cells(
            people=people.astype(float),
            weight=1 + life / 2,
            life=life,
            offers=offers,
            group=group,
            kind=kind,
        ),
        candidates=Candidates(
            start=np.cumsum([0, *map(len, lists)]),
            cell=np.array([cell for one in lists for cell in one], dtype=np.int64),
            **dict(zip(("cost", "group", "kind", "slot"), columns, strict=True)),
        ),
        most=most,
        budget=budget,
    )


@settings(max_examples=60)
@given(questions(), st.sampled_from(Goal))
def test_a_small_question_is_answered_as_by_trying_everything(question, goal):
    best = best_value(question, goal)

    plan = planned(question, goal)

    assert round(plan.value * 1000) == best == value(question, goal, plan.chosen)
    assert plan.is_best
    assert plan.bound >= plan.value


@settings(max_examples=60)
@given(questions(), st.sampled_from(Goal))
def test_no_plan_passes_the_bound_that_is_reckoned_without_a_solver(question, goal):
    plan = planned(question, goal, effort=BY_PRICES)

    assert plan.proof is Proof.PRICES
    assert plan.word is None
    assert round(plan.value * 1000) <= best_value(question, goal)
    assert best_value(question, goal) <= round(plan.bound * 1000)
    assert round(plan.value * 1000) == value(question, goal, plan.chosen)


@settings(max_examples=30)
@given(questions())
def test_what_is_put_in_anothers_place_brings_what_is_said(question):
    plan = planned(question, Goal.THIRD)

    for swap in plan.swaps:
        other = {*plan.chosen, swap.candidate} - {swap.instead_of}
        assert value(question, Goal.THIRD, other) == round(swap.value * 1000)
        assert 0.98 * plan.value <= swap.value <= plan.bound


@settings(max_examples=30)
@given(questions(), st.randoms())
def test_the_order_of_cells_changes_nothing_and_the_same_again_gives_the_same(
    question, chance
):
    turned = list(range(len(question.cells.people)))
    chance.shuffle(turned)
    order, cells = np.array(turned), question.cells
    other = Cells(
        **{
            name: getattr(cells, name)[order]
            for name in ("people", "weight", "life", "offers", "group", "kind")
        }
    )
    moved = replace(
        question.candidates, cell=np.argsort(order)[question.candidates.cell]
    )

    once = next_offers(question)

    assert next_offers(question) == once
    again = next_offers(replace(question, cells=other, candidates=moved))
    assert (again.third.value, again.first.value) == (
        once.third.value,
        once.first.value,
    )


def test_both_answers_stand_side_by_side_and_a_small_life_is_not_left_out():
    question = asked(
        [
            (500, 0, 2, MANY, 0),  # many lack a third, of another kind
            (40, 1, 0, NONE, NONE),  # fewer have none
            (3, 2, 0, NONE, NONE),  # three people; only one room would reach them
        ],
        [
            ({0}, 5, 1, 1, 0),
            ({0}, 5, 1, 0, 1),  # of the kind they have: brings nobody a third
            ({1}, 5, 1, 1, 2),
            ({2}, 5, 2, 2, 3),
        ],
        most=1,
    )

    answer = next_offers(question)

    assert (answer.third.chosen, answer.third.people) == ((0,), 500)
    assert (answer.first.chosen, answer.first.people) == ((2,), 40)
    many, fewer, small = answer.lives
    assert (many.third, fewer.first, small.first) == (500, 40, 0)
    assert (small.without_any, small.without_three) == (3, 3)
    assert small.alone == (Goal.FIRST, (3,), 3.0)
    assert many.alone is None


def test_a_solvers_word_is_told_and_never_believed(monkeypatch):
    question = asked(
        [(10, 0, 0, NONE, NONE), (10, 0, 0, NONE, NONE)],
        [({0}, 1, 0, 0, 0), ({1}, 1, 0, 0, 1)],
        most=1,
    )
    boast = Solved(chosen=(), bound=20_000, word="Optimal", by_clock=True)
    monkeypatch.setattr(answers, "solved", lambda *_, **__: boast)
    monkeypatch.setattr(answers, "bounded", lambda *_, **__: 30_000)

    plan = planned(question, Goal.FIRST)

    assert (plan.value, plan.bound, plan.gap) == (10, 20, 0.5)
    assert (plan.word, plan.by_clock, plan.is_best) == ("Optimal", True, False)
    assert (plan.swaps_in_all, plan.ties) == (1, 1)


def test_a_plan_is_held_against_other_weights_and_a_lower_budget():
    question = asked(
        [(30, 0, 0, NONE, NONE), (20, 0, 0, NONE, NONE)],
        [({0}, 8, 0, 0, 0), ({1}, 4, 0, 0, 1)],
        most=1,
    )
    plan = planned(question, Goal.FIRST)
    by_need = replace(question.cells, weight=np.array([1.0, 4.0]))

    same, otherwise, dearer = held(
        plan,
        {
            "as assumed": question,
            "by need": replace(question, cells=by_need),
            "half the money": replace(question, budget=4),
        },
    )

    assert (same.value, same.best, same.in_common, same.holds) == (30, 30, 1, True)
    assert (otherwise.value, otherwise.best, otherwise.holds) == (30, 80, False)
    assert (dearer.value, dearer.best, dearer.holds) == (None, 20, False)


def test_none_one_and_many_are_told_apart():
    start = np.array([0, 0, 2, 4])
    assert only_one(start, np.array([7, 7, 7, 8])).tolist() == [NONE, 7, MANY]
    assert only_one(np.array([0]), np.array([], dtype=np.int64)).tolist() == []


@pytest.mark.parametrize(
    "wrong",
    [
        lambda one: replace(
            one, candidates=replace(one.candidates, cell=np.array([5]))
        ),
        lambda one: replace(one, most=-1),
        lambda one: replace(
            one,
            candidates=replace(
                one.candidates, start=np.array([0, 2]), cell=np.array([0, 0])
            ),
        ),
        lambda one: replace(one, cells=replace(one.cells, people=np.array([np.nan]))),
        lambda one: replace(one, cells=replace(one.cells, group=np.array([3]))),
    ],
)
def test_what_cannot_be_is_refused(wrong):
    fine = asked([(1, 0, 0, NONE, NONE)], [({0}, 1, 0, 0, 0)], most=1)
    with pytest.raises(NotPossible):
        wrong(fine)
