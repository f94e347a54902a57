"""What does every tile need, what is its own, and what comes of it?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.choice.choosing import RealChoice
from weft.access.domain.choice.values import (
    Areas,
    Bytes,
    LifeNow,
    Longs,
    Numbers,
    Offers,
    Sessions,
    Terms,
)
from weft.access.domain.journeys.for_all import NO_FARES, REAL, By, Money
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.journeys.surroundings import Surroundings
from weft.commons.places import Point
from weft.commons.times import Week


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Common:
    """What is the same for every tile of a week.

    Attributes
    ----------
    offers, sessions, occasions
        Of the whole; ``occasions`` only matter where buses are taken.
    points
        Of the places from ``REAL`` on: latitude and longitude, (places, 2).
    gates
        Of each place its ways in; empty where nobody knows any of any place.
    by
        The ways that are gone, in their order; lives count «at home» before them.
    lives
        In the order of ``Tile.areas.people``.
    classes
        Of need; as ``choose``.
    chance
        Of a place at each offer, where it is to be added up; as ``choose``.
    varied
        Whether it is asked who would have three if an assumption were moved.
    money
        By which of the ways fares count.
    """

    offers: Offers
    sessions: Sessions
    occasions: Occasions
    points: NDArray[np.float64]
    gates: tuple[tuple[Point, ...], ...]
    by: tuple[By, ...]
    lives: tuple[LifeNow, ...]
    week: Week
    hours: int
    classes: int
    terms: Terms
    chance: Numbers | None = None
    varied: bool = False
    money: Money = NO_FARES

    @property
    def places(self) -> int:
        """Count the places, those on no map among them."""
        return REAL + len(self.points)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tile:
    """Some areas of the whole.

    Attributes
    ----------
    rows
        Which rows of the whole they are.
    homes
        Latitude and longitude of each, (areas, 2).
    areas
        Who lives there.
    """

    rows: Longs
    homes: NDArray[np.float64]
    areas: Areas


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """What came of a tile.

    Attributes
    ----------
    rows
        Which areas of the whole.
    offers
        Which offers of the whole are in reach: the axis of ``choice.takers``.
    choice
        What is within reach of them.
    changed
        Who would have three if an assumption were moved, as ``varying.changed``; 0
        where it was not asked.
    """

    rows: Longs
    offers: Longs
    choice: RealChoice
    changed: Bytes


class Whole(NamedTuple):
    """The parts laid together; as ``Part``."""

    choice: RealChoice
    changed: Bytes


Across = Callable[[Common, Sequence[Tile], Surroundings | None], Iterator[Part]]
"""Reckons tiles, here or elsewhere, and gives the parts as they are ready, in any
order, each once."""


def points_of(places: NDArray[np.float64]) -> list[Point]:
    """Make points of degrees."""
    return [Point(north, east) for north, east in places.tolist()]
