"""Is every figure of docs/methods/real-choice-by-hand.md what the kernel says?"""

from dataclasses import replace

import numpy as np
import pytest

from tests.oracles.choice_worlds import journeys_of, offers_of, sessions_of
from weft.access.domain.choice import (
    CERTAIN,
    NO_LIMIT,
    POSSIBLE,
    Areas,
    Condition,
    LifeNow,
    World,
    chances,
    choose,
    effective_number,
    for_people,
    similarity_of,
)
from weft.access.domain.spans import HOUR, MINUTE

TOP, BOTTOM = 0, 1
CREATIVE, FOOD, LEARNING, HERITAGE = range(4)
HALL, LIBRARY, MILL = range(3)
TUE, THU = 24 * HOUR, 72 * HOUR
STEP_FREE = 1
KINDS = ["creative", "food", "learning", "heritage"]


def clock(day: int, hour: int, minute: int = 0) -> int:
    return day + hour * HOUR + minute * MINUTE


def walks(*minutes: tuple[int, int, int]) -> list[tuple[int, int, int]]:
    return [(place, there * MINUTE, back * MINUTE) for place, there, back in minutes]


OFFERS = offers_of(
    [
        {"group": 0, "kind": CREATIVE, "price_pence": 200, "meets": 1, "newcomers": 4,
         "go_with": 1},
        {"group": 1, "kind": FOOD, "meets": 1, "newcomers": 2},
        {"group": 2, "kind": LEARNING, "go_with": 0},
        {"group": 3, "kind": CREATIVE, "price_pence": 500, "meets": 1, "newcomers": 6,
         "go_with": 1},
        {"group": 3, "kind": HERITAGE, "fails": 1, "go_with": 0},
    ],
    kinds=4,
)  # fmt: skip
VILLAGE = World(
    areas=Areas(
        people=np.array([[40_000, 60_000]]),
        need_class=np.array([0, 1], dtype=np.int32),
        inside=np.array([1, 1]),
    ),
    offers=OFFERS,
    sessions=sessions_of(
        [
            (0, clock(TUE, 10, 30), clock(TUE, 11, 30), HALL),
            (1, clock(THU, 13, 15), clock(THU, 14, 30), HALL),
            (2, clock(TUE, 9), clock(TUE, 13), LIBRARY, True, True),
            (3, clock(THU, 13, 30), clock(THU, 14, 30), MILL),
            (4, clock(TUE, 11), clock(TUE, 12), MILL),
        ]
    ),
    places=3,
    ways=(
        journeys_of(
            [
                walks((HALL, 10, 15), (LIBRARY, 12, 18), (MILL, 25, 30)),
                walks((HALL, 6, 4), (LIBRARY, 5, 5), (MILL, 8, 8)),
            ]
        ),
    ),
)
CARER = LifeNow(
    windows=np.array(
        [
            [clock(TUE, 10), clock(TUE, 12, 30)],
            [clock(THU, 13), clock(THU, 15, 30)],
        ],
        dtype=np.int32,
    ),
    ways=((0, 20 * MINUTE, 0),),
    margin=5 * MINUTE,
    purse=300,
    needs=STEP_FREE,
)


@pytest.mark.shows("B2", "G13")
def test_every_figure_of_the_village_is_as_by_hand():
    found = choose(VILLAGE, [CARER])
    assert found.counts[0, TOP].tolist() == [[2, 2, 2, 1, 1], [3, 3, 3, 1, 1]]
    assert found.counts[0, BOTTOM].tolist() == [[2, 2, 2, 1, 1], [3, 3, 3, 1, 1]]
    hours = [np.flatnonzero(on).tolist() for on in found.hours_on[0, TOP]]
    certain = [24 + 10, 24 + 11, 72 + 13, 72 + 14]
    assert hours == [certain, sorted([*certain, 24 + 12])]
    assert found.has_three[0].tolist() == [[False, True], [False, True]]
    nothing = dict.fromkeys(Condition, 0)
    for (area, plane), more in {
        (TOP, CERTAIN): {Condition.NEEDS: 1},
        (TOP, POSSIBLE): {},
        (BOTTOM, CERTAIN): {Condition.MONEY: 1, Condition.NEEDS: 2},
        (BOTTOM, POSSIBLE): {Condition.MONEY: 1, Condition.NEEDS: 1},
    }.items():
        assert found.more[0, area, plane].tolist() == list((nothing | more).values())

    told = for_people(found, VILLAGE.areas.people)
    assert told.with_three.tolist() == [[0, 100_000]]
    assert told.more_of(Condition.NEEDS)[0, CERTAIN] == 100_000
    assert told.more_of(Condition.MONEY)[0, CERTAIN] == 60_000


def test_shared_places_and_the_effective_number_are_as_by_hand():
    takers = choose(VILLAGE, [CARER], classes=2).takers
    chance = chances(takers, OFFERS.newcomers, [2, 1])
    assert chance[CERTAIN, 0] == pytest.approx([8 / 140, 4 / 140])
    assert chance[CERTAIN, 1] == pytest.approx([4 / 140, 2 / 140])
    assert OFFERS.newcomers[2] == NO_LIMIT
    found = choose(VILLAGE, [CARER], chance=chance)
    assert found.shared[0, :, CERTAIN] == pytest.approx([12 / 140, 6 / 140])
    assert found.shared[0, :, POSSIBLE] == pytest.approx([1 + 12 / 140, 1 + 6 / 140])
    similarity, same = similarity_of(KINDS)
    for order, by_hand in ((0, 2.1667), (1, 2.1544), (2, 2.1429)):
        number = effective_number(found.kinds, similarity, order, same=same)
        assert number[0, BOTTOM, POSSIBLE] == pytest.approx(by_hand, abs=5e-5)


def test_a_minute_less_at_thursdays_door_closes_the_soup_at_the_top():
    later = CARER.windows + np.array([[0, 0], [MINUTE, 0]], dtype=np.int32)
    found = choose(VILLAGE, [replace(CARER, windows=later)])
    assert found.counts[0, :, CERTAIN, 0].tolist() == [1, 2]
    assert found.more[0, TOP, CERTAIN, Condition.HOURS] == 1
