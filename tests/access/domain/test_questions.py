"""Is the question that is asked first the one whose answer makes most certain?"""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.choice_worlds import (
    areas_of,
    journeys_of,
    lives,
    offers_of,
    sessions_of,
    worlds,
)
from weft.access.domain.choice import (
    CERTAIN,
    NO_LIMIT,
    POSSIBLE,
    UNKNOWN,
    LifeNow,
    Offers,
    World,
    choose,
)
from weft.access.domain.choice.values import OFFER_COLUMNS
from weft.access.domain.spans import MINUTE
from weft.access.domain.whatif import Baseline, Buildings
from weft.access.domain.whatif.asking import Fact, questions, unknowns


def answered(world, row, fact, need):
    """Say yes to one unknown, in the whole world."""
    offers, sessions = world.offers, world.sessions

    def put(name, value):
        column = getattr(offers, name).copy()
        column[row] = value
        return replace(offers, **{name: column})

    match fact:
        case Fact.NEED:
            offers = put("meets", int(offers.meets[row]) | 1 << need)
        case Fact.PRICE:
            offers = put("price_pence", 0)
        case Fact.AGES:
            offers = put("least_age", max(0, offers.least_age[row]))
            if offers.most_age[row] == UNKNOWN:
                offers = put("most_age", NO_LIMIT)
        case Fact.ROOM:
            offers = put("newcomers", NO_LIMIT)
        case Fact.THERE:
            offers = put("sure", value=True)
            sure = sessions.sure | (sessions.offer == row)
            sessions = replace(sessions, sure=sure)
    return replace(world, offers=offers, sessions=sessions)


@settings(max_examples=40, deadline=None)
@given(worlds(), st.lists(lives(), min_size=2, max_size=2))
def test_each_brings_what_the_week_says_once_it_is_answered(world, living):
    base = Baseline(world=world, lives=tuple(living), found=choose(world, living))
    three = base.found.has_three
    gap = three[..., POSSIBLE] & ~three[..., CERTAIN]

    ranked = questions(base, most=1000)

    told = {(one.offer, one.fact, one.need): one for one in ranked}
    for row, fact, need in unknowns(world.offers, world.sessions, living):
        after = choose(answered(world, row, fact, need), living).has_three
        people = (world.areas.people * (gap & after[..., CERTAIN])).sum() / 1000
        one = told.get((row, fact, need))
        assert people == (one.people if one else 0)
        assert one is None or one.steps >= one.people
    keys = [(-one.people, -one.steps) for one in ranked]
    assert keys == sorted(keys)


@settings(max_examples=25, deadline=None)
@given(worlds(), st.lists(lives(), min_size=2, max_size=2))
def test_one_answer_about_a_building_is_worth_what_the_week_says_once_it_is_given(
    world, living
):
    base = Baseline(world=world, lives=tuple(living), found=choose(world, living))
    three = base.found.has_three
    gap = three[..., POSSIBLE] & ~three[..., CERTAIN]
    place = np.arange(len(world.offers)) % 2 - (np.arange(len(world.offers)) == 4)
    buildings = Buildings(place.astype(np.int64), 1)

    told = {one.offers: one for one in questions(base, buildings=buildings, most=1000)}

    first_need = [
        row
        for row, fact, need in unknowns(world.offers, world.sessions, living)
        if fact is Fact.NEED and need == 0
    ]
    for at in (0, 1):
        rows = tuple(row for row in first_need if place[row] == at)
        after = world
        for row in rows:
            after = answered(after, row, Fact.NEED, 0)
        has = choose(after, living).has_three[..., CERTAIN]
        people = (world.areas.people * (gap & has)).sum() / 1000
        one = told.get(rows)
        assert people == (one.people if one and rows else 0)


def test_what_one_answer_tells_is_one_question():
    """Three things that taking part online takes, of which one life lacks two."""
    offers = offers_of([{"group": one, "kind": one, "meets": 3} for one in range(2)])
    third = offers_of([{"group": 2, "kind": 2}])
    columns = {
        name: np.concatenate([getattr(offers, name), getattr(third, name)])
        for name in OFFER_COLUMNS
    }
    hours = [(600 + 90 * one) * MINUTE for one in range(3)]
    rows = [(one, start, start + 60 * MINUTE, 0) for one, start in enumerate(hours)]
    world = World(
        areas=areas_of(1, 1, people=40_000),
        offers=Offers(kinds=offers.kinds, **columns),
        sessions=sessions_of(rows),
        places=1,
        ways=(journeys_of([[(0, MINUTE, MINUTE)]]),),
    )
    free = np.array([[0, 1400 * MINUTE]], dtype=np.int32)
    living = [LifeNow(windows=free, ways=((0, 20 * MINUTE, 0),), needs=3, purse=500)]
    base = Baseline(world=world, lives=tuple(living), found=choose(world, living))

    assert questions(base) == ()  # either alone brings nobody there
    (one,) = questions(base, together=3)
    assert (one.offer, one.need, one.people) == (2, 0, 40)


def test_the_unknown_ramp_of_the_third_offer_is_asked_about_first():
    """Two for certain, a third without a word on steps, a fourth on its price."""
    hours = [(one, (600 + 90 * one) * MINUTE) for one in range(4)]
    world = World(
        areas=areas_of(2, 1, people=40_000),
        offers=offers_of(
            [
                {"group": 0, "kind": 0, "meets": 1},
                {"group": 0, "kind": 1, "meets": 1},
                {"group": 1, "kind": 1},
                {"group": 0, "kind": 1, "meets": 1, "price_pence": UNKNOWN},
            ]
        ),
        sessions=sessions_of(
            [(one, start, start + 60 * MINUTE, 0) for one, start in hours]
        ),
        places=1,
        ways=(journeys_of([[(0, MINUTE, MINUTE)], []]),),
    )
    free = np.array([[0, 1400 * MINUTE]], dtype=np.int32)
    way = (0, 20 * MINUTE, 0)
    living = [LifeNow(windows=free, ways=(way,), needs=1, purse=500)]
    base = Baseline(world=world, lives=tuple(living), found=choose(world, living))

    ramp, *others = questions(base)

    assert (ramp.offer, ramp.fact, ramp.need, ramp.lives) == (2, Fact.NEED, 0, (0,))
    assert (ramp.people, ramp.steps) == (40, 40)
    assert others == []  # the price would make no other group: nobody comes nearer
    tenfold = questions(base, weights=np.full((1, 2), 10))
    assert tenfold[0].people == 400
