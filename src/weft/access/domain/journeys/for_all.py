"""How do all that live somewhere get to all that is on, by every way that is asked?

Along the streets and by timetable where there are any, else by straight lines: the one
order in which ways stand, for a whole region and for a part of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.values import Journeys
from weft.access.domain.journeys.everybody import Asked, Everybody, by_straight_lines
from weft.access.domain.journeys.for_money import Levels, for_money
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.spans import FAR
from weft.access.domain.travel import Way
from weft.commons.places import Point
from weft.commons.times import Week

By = tuple[Way, bool]
"""What comes home again, and whether buses are taken."""


class Money(NamedTuple):
    """For which ways the fare counts, and which sums are told apart; else nothing."""

    by: tuple[By, ...] = ()
    levels: Levels = ()

    def rows(self, ways: int) -> Mapping[By, tuple[tuple[int, int], ...]]:
        """Say which rows behind the ways are whose, and what each costs in pence."""
        many = len(self.levels)
        return {
            by: tuple(
                (ways + many * n + at, pence) for at, pence in enumerate(self.levels)
            )
            for n, by in enumerate(self.by)
        }


NO_FARES = Money()

AT_HOME, SOMEWHERE = 0, 1
"""Two places that are on no map: at home, for what is online, and wherever an offer is
that nobody has told us the place of."""
REAL = 2
"""From here on places are those of the map."""


def in_order(asked: Collection[By], *, buses: bool) -> tuple[By, ...]:
    """Put ways in their order; without a timetable nobody takes a bus."""
    return tuple(sorted({(way, by_bus and buses) for way, by_bus in asked}))


def straight(
    homes: Sequence[Point], places: Sequence[Point], by: Sequence[By], horizon: int
) -> tuple[Journeys, ...]:
    """Go by straight lines; no bus is guessed at."""
    return tuple(
        shifted(by_straight_lines(homes, places, Asked(way=way, horizon=horizon)))
        for way, _ in by
    )


def along(
    everybody: Everybody,
    occasions: Occasions,
    by: Sequence[By],
    week: Week,
    horizon: int,
) -> tuple[Journeys, ...]:
    """Go along the streets, and by bus where a timetable speaks of the week."""
    found = []
    for way, by_bus in by:
        ask = Asked(way=way, horizon=horizon)
        found.append(
            everybody.by_bus(occasions, ask, week=week)
            if by_bus
            else shifted(everybody.by_street(ask))
        )
    return tuple(found)


def paid(
    everybody: Everybody,
    occasions: Occasions,
    money: Money,
    week: Week,
    horizon: int,
) -> Iterator[Journeys]:
    """Go by bus for each level of fare, in the order of ``Money.rows``."""
    for way, _ in money.by:
        ask = Asked(way=way, horizon=horizon)
        yield from for_money(everybody, occasions, ask, week, money.levels)


def shifted(told: Journeys) -> Journeys:
    """Make room for the places that are on no map."""
    return told._replace(target=told.target + np.int32(REAL))


def at_home(areas: int) -> Journeys:
    """Stay at home: certain for what is online, possible where nobody knows where."""
    nothing, far = np.zeros(2, np.uint16), np.array([0, FAR], np.uint16)
    return Journeys(
        begin=np.zeros(areas, np.int64),
        end=np.full(areas, 2, np.int64),
        target=np.arange(2, dtype=np.int32),
        there=nothing,
        back=nothing,
        there_sure=far,
        back_sure=far,
    )
