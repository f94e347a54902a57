"""A made-up region for ./weft bench choice: towns, areas, offers, journeys, 24 lives.

Random, from a seed, of the size of West Yorkshire's output areas (7,500, 10,000 offers,
about 7.7 million journeys by bike). It says nothing about any real place.
"""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from weft.access.domain.choice import (
    NO_LIMIT,
    Areas,
    Journeys,
    LifeNow,
    Offers,
    Sessions,
    World,
)
from weft.access.domain.choice.windows import free_windows
from weft.access.domain.spans import HOUR, MINUTE
from weft.commons.times import Week

LIVES = 24
FULL = 7_500
OFFERS_AN_AREA = 4 / 3
SPEED = 250 / MINUTE * 1.0  # metres a decisecond, as 15 km/h along streets
REACH = 30 * MINUTE
KINDS = 11
AT_ONCE = 2_500  # homes; the distances of all at once would not fit into memory


@dataclass(frozen=True)
class Made:
    """A world and its lives."""

    world: World
    lives: list[LifeNow]

    @property
    def pairs(self) -> int:
        """Count journeys."""
        return len(self.world.ways[0].target)


def a_region(areas: int, week: Week, seed: int = 4) -> Made:
    """Make a region of so many areas, as dense as any other."""
    chance = np.random.default_rng(seed)
    offers = round(areas * OFFERS_AN_AREA)
    towns = max(1, round(5 * areas / FULL))
    homes = _points(chance, areas, towns)
    halls = _points(chance, offers, towns)
    world = World(
        areas=Areas(
            people=np.full((LIVES, areas), 1000, dtype=np.int64),
            need_class=np.zeros(areas, dtype=np.int32),
            inside=np.ones(areas, dtype=np.int64),
        ),
        offers=_offers(chance, offers),
        sessions=_sessions(chance, offers),
        places=offers,
        ways=(_journeys(chance, homes, halls),),
    )
    return Made(world, [_life(chance, week) for _ in range(LIVES)])


def _points(chance: np.random.Generator, number: int, towns: int) -> np.ndarray:
    """Lay two thirds around towns, 20 km apart, and one anywhere, in metres."""
    side = 20_000 * np.sqrt(towns)
    across = int(np.ceil(np.sqrt(towns)))
    at = np.arange(towns)
    middles = (np.column_stack([at % across, at // across]) + 0.5) * side / across
    town = chance.integers(0, towns, number)
    near = middles[town] + chance.normal(0, 3_400, (number, 2))
    anywhere = chance.uniform(0, side, (number, 2))
    return np.where(chance.random(number)[:, None] < 2 / 3, near, anywhere)


def _journeys(
    chance: np.random.Generator, homes: np.ndarray, halls: np.ndarray
) -> Journeys:
    tree = cKDTree(halls)
    parts = [
        _some_journeys(chance, homes[first : first + AT_ONCE], tree, first)
        for first in range(0, len(homes), AT_ONCE)
    ]
    rows, target, *spans = (np.concatenate(one) for one in zip(*parts, strict=True))
    ends = np.cumsum(np.bincount(rows, minlength=len(homes)))
    return Journeys(
        begin=np.concatenate([[0], ends[:-1]]).astype(np.int64),
        end=ends.astype(np.int64),
        target=target,
        there=spans[0],
        back=spans[1],
    )


def _some_journeys(
    chance: np.random.Generator, homes: np.ndarray, tree: cKDTree, first: int
) -> tuple[np.ndarray, ...]:
    """Make the journeys of some homes: home, target, there, back."""
    near = cKDTree(homes).sparse_distance_matrix(
        tree, REACH * SPEED, output_type="coo_matrix"
    )
    order = np.lexsort((near.col, near.row))
    straight = near.data[order] / SPEED
    spans = [
        np.minimum(straight * chance.uniform(1.0, 1.2, len(order)), REACH)
        for _ in range(2)
    ]
    rows = (near.row[order] + first).astype(np.int32)
    return rows, near.col[order].astype(np.int32), *(s.astype(np.uint16) for s in spans)


def _offers(chance: np.random.Generator, number: int) -> Offers:
    def ints(values: list[int], shares: list[float]) -> np.ndarray:
        return chance.choice(values, number, p=shares).astype(np.int32)

    meets = chance.integers(0, 64, number) | chance.integers(0, 64, number)
    nobody = np.zeros(number, dtype=np.int32)
    return Offers(
        group=chance.integers(0, max(1, number // 2), number).astype(np.int32),
        kind=chance.integers(0, KINDS, number).astype(np.int32),
        price_pence=ints([-1, 0, 300, 800], [0.2, 0.5, 0.2, 0.1]),
        meets=meets.astype(np.int64),
        fails=(chance.integers(0, 64, number) & ~meets).astype(np.int64),
        least_age=ints([0, 18, 60], [0.8, 0.1, 0.1]),
        most_age=np.full(number, NO_LIMIT, dtype=np.int32),
        only_for=nobody.astype(np.int64),
        inside=np.full(number, -1, dtype=np.int64),
        rule=nobody,
        newcomers=ints([-1, 0, 4, NO_LIMIT], [0.2, 0.1, 0.3, 0.4]),
        go_with=ints([-1, 0, 1], [0.5, 0.3, 0.2]),
        sure=chance.random(number) < 0.9,
        kinds=KINDS,
    )


def _sessions(chance: np.random.Generator, offers: int) -> Sessions:
    """Give each offer one to five sessions of one to three hours, 8 to 22 o'clock."""
    offer = np.repeat(np.arange(offers), chance.integers(1, 6, offers))
    number = len(offer)
    start = chance.integers(0, 7, number) * 24 * HOUR
    start += chance.integers(32, 80, number) * 15 * MINUTE
    return Sessions(
        offer=offer.astype(np.int32),
        start=start.astype(np.int32),
        end=(start + chance.integers(4, 13, number) * 15 * MINUTE).astype(np.int32),
        place=offer.astype(np.int32),
        sure=chance.random(number) < 0.95,
        drop_in=np.zeros(number, dtype=np.bool_),
    )


def _life(chance: np.random.Generator, week: Week) -> LifeNow:
    """Give a life some free time on each of some days."""
    quarters = []
    for day in range(7):
        if chance.random() < 0.75:
            first = int(chance.integers(28, 76))
            quarters.append(
                (96 * day + first, 96 * day + first + int(chance.integers(8, 28)))
            )
    youngest = int(chance.choice([16, 25, 65]))
    return LifeNow(
        windows=free_windows(quarters, week),
        ways=((0, int(chance.choice([10, 20, 30])) * MINUTE, 0),),
        margin=int(chance.choice([0, 5])) * MINUTE,
        purse=int(chance.choice([0, 500, NO_LIMIT])),
        needs=int(chance.choice([0, 1, 2, 4, 8, 3])),
        ages=(youngest, youngest + 15),
    )
