"""A made-up region to choose sites in: five towns and what lies between them."""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.siting import Asked, Candidates, Cells

KILOMETRES, TOWNS = 45, 5
WALK = 4_800 / 36_000  # metres a decisecond, at 4.8 km/h
HALF_AN_HOUR = 30 * 600  # deciseconds
LIVES, GROUPS, KINDS = 12, 200, 12


@dataclass(frozen=True, kw_only=True, eq=False)
class Region:
    """Areas with people, rooms, and how long it is from each room to each area.

    ``times`` (rooms, areas): deciseconds on foot in a straight line.
    """

    people: np.ndarray
    times: np.ndarray

    @property
    def costs(self) -> np.ndarray:
        """Give the person-deciseconds of each room and area: whole numbers."""
        return self.times * self.people


def region(areas: int, rooms: int, seed: int = 43) -> Region:
    """Draw one: two thirds live in towns."""
    chance = np.random.default_rng(seed)
    towns = chance.random((TOWNS, 2)) * KILOMETRES * 1000

    def drawn(many: int) -> np.ndarray:
        spots = chance.random((many, 2)) * KILOMETRES * 1000
        in_town = chance.random(many) < 0.67
        near = towns[chance.integers(0, TOWNS, many)]
        near = near + chance.normal(0, 2500, (many, 2))
        return np.where(in_town[:, None], near, spots)

    homes, sites = drawn(areas), drawn(rooms)
    people = chance.integers(1000, 2200, areas).astype(np.int64)
    apart = np.hypot(*(sites[:, None] - homes[None]).transpose(2, 0, 1))
    return Region(people=people, times=np.rint(apart / WALK).astype(np.int64))


def coverage(told: Region, most: int) -> Asked:
    """Ask for the first choice of people who have none, half an hour's walk away."""
    rooms, areas = told.times.shape
    near = told.times <= HALF_AN_HOUR
    none = np.full(areas, -1, dtype=np.int64)
    return Asked(
        cells=Cells(
            people=told.people.astype(float),
            weight=np.ones(areas),
            life=np.zeros(areas, dtype=np.int64),
            offers=np.zeros(areas, dtype=np.int64),
            group=none,
            kind=none,
        ),
        candidates=Candidates(
            start=np.concatenate([[0], np.cumsum(near.sum(axis=1))]),
            cell=np.nonzero(near)[1].astype(np.int64),
            cost=np.zeros(rooms, dtype=np.int64),
            group=np.arange(rooms),
            kind=np.zeros(rooms, dtype=np.int64),
            slot=np.arange(rooms),
        ),
        most=most,
    )


def next_offer(told: Region, most: int, seed: int = 44) -> Asked:
    """Ask for the third choice of twelve lives who have some of it already."""
    chance = np.random.default_rng(seed)
    rooms, areas = told.times.shape
    offers = chance.poisson(1.3, (areas, LIVES)).ravel()
    one = offers > 0
    several = (offers > 1) & (chance.random(offers.size) < 0.8)

    def only(many: int) -> np.ndarray:
        drawn = np.where(one, chance.integers(0, many, offers.size), -1)
        return np.where(several, -2, drawn)

    near = np.nonzero(told.times <= HALF_AN_HOUR)
    fits = chance.random((rooms, LIVES)) < 0.35
    of_room = np.repeat(near[0], LIVES)
    life = np.tile(np.arange(LIVES), len(near[0]))
    kept = fits[of_room, life]
    cell = (np.repeat(near[1], LIVES) * LIVES + life)[kept]
    return Asked(
        cells=Cells(
            people=np.repeat(told.people / 50, LIVES),
            weight=np.repeat(1 + chance.random(areas), LIVES),
            life=np.tile(np.arange(LIVES), areas),
            offers=offers,
            group=only(GROUPS),
            kind=only(KINDS),
        ),
        candidates=Candidates(
            start=np.searchsorted(of_room[kept], np.arange(rooms + 1)).astype(np.int64),
            cell=cell.astype(np.int64),
            cost=chance.integers(20, 200, rooms) * 100,
            group=chance.integers(0, GROUPS, rooms),
            kind=chance.integers(0, KINDS, rooms),
            slot=np.arange(rooms) // 2,
        ),
        most=most,
        budget=most * 9000,
    )
