"""Who lives where, what is on, and how does everybody get there and home again?

All that the reckoning of real choice takes, from what is loaded for a region. Along the
streets and by timetable where these are loaded; else by straight lines, and said so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.choosing import World
from weft.access.domain.choice.values import USUAL, Areas, Ints, Journeys, Longs, Terms
from weft.access.domain.choice.windows import hours_in
from weft.access.domain.going import Basis
from weft.access.domain.journeys.everybody import Everybody
from weft.access.domain.journeys.for_all import (
    NO_FARES,
    REAL,
    By,
    Money,
    along,
    at_home,
    in_order,
    paid,
    straight,
)
from weft.access.domain.journeys.surroundings import Surroundings
from weft.access.domain.timetable.tickets import levels_of
from weft.access.queries.everybody.offers import LaidOut, Needs, laid_out
from weft.access.queries.going import surroundings
from weft.assets.queries.on_offer import on_offer
from weft.commons.errors import NotFound
from weft.commons.places import Point
from weft.commons.provenance import Geography
from weft.commons.times import Week
from weft.ground import queries as ground
from weft.ground.queries.about import AreaAbout

Means = By


class Goings(NamedTuple):
    """How some lives get about.

    Of those who pay fares out of a purse that has an end, ``paying`` says by which ways
    they go, and ``most_pence`` what the fullest of their purses holds for a visit.
    """

    means: tuple[By, ...]
    paying: tuple[By, ...] = ()
    most_pence: int = 0


AT_HOME_ROW = 0
YEAR = 2021


@dataclass(frozen=True, kw_only=True, eq=False)
class WeekAround:
    """A region's week, before anybody is asked about in it.

    Attributes
    ----------
    region, week
        Which.
    areas
        Output areas where the region has them, else LSOAs, by code; those without a
        point are in ``nowhere``.
    laid
        What is on offer.
    by
        The ways that are gone, in their order.
    ground
        Streets and timetable; None where none are loaded.
    basis
        What the ways are reckoned from.
    money
        By which of the ways fares of the timetable count.
    """

    region: str
    week: Week
    areas: tuple[AreaAbout, ...]
    nowhere: tuple[str, ...]
    laid: LaidOut
    by: tuple[By, ...]
    ground: Surroundings | None
    basis: Basis
    terms: Terms
    money: Money = NO_FARES

    @property
    def row_of(self) -> Mapping[By, int]:
        """Say which of the journeys serves which way; without a timetable no bus."""
        return {one: row for row, one in enumerate(self.by, start=1)}

    @property
    def paid_rows(self) -> Mapping[By, tuple[tuple[int, int], ...]]:
        """Say which journeys are for whom who pays, and for how many pence."""
        return self.money.rows(1 + len(self.by))

    @property
    def homes(self) -> tuple[Point, ...]:
        """Give the point of each area."""
        return tuple(one.point for one in self.areas if one.point is not None)

    @property
    def guessed(self) -> tuple[int, int]:
        """Count areas and places that no street leads to, where streets are loaded."""
        if self.everybody is None:
            return 0, 0
        areas, places = self.everybody.off
        return int(areas.sum()), int(places.sum())

    @cached_property
    def everybody(self) -> Everybody | None:
        """Hang homes and places on the streets, once; None where none are loaded."""
        if self.ground is None:
            return None
        points = [point for point, _ in self.laid.places]
        doors = self.ground.doors(points, [gates for _, gates in self.laid.places])
        return Everybody(self.ground, self.ground.homes(self.homes), doors)

    @cached_property
    def journeys(self) -> tuple[Journeys, ...]:
        """Find the ways, the first of them «at home»: what takes long of a week."""
        return (at_home(len(self.areas)), *self._found())

    def _found(self) -> tuple[Journeys, ...]:
        """Go by the best that is loaded."""
        horizon = self.terms.horizon
        if self.everybody is None:
            points = [point for point, _ in self.laid.places]
            return straight(self.homes, points, self.by, horizon)
        told = self.everybody, self.laid.occasions
        return (
            *along(*told, self.by, self.week, horizon),
            *paid(*told, self.money, self.week, horizon),
        )

    def people(self, people: Longs, need_class: Ints) -> Areas:
        """Put people into the areas; as ``world``."""
        inside = np.ones(len(self.areas), dtype=np.int64)
        return Areas(people=people, need_class=need_class, inside=inside)

    def world(self, people: Longs, need_class: Ints) -> World:
        """Put people into the week.

        Parameters
        ----------
        people
            Thousandths of each life in each area, (lives, areas).
        need_class
            Of each area.
        """
        return World(
            areas=self.people(people, need_class),
            offers=self.laid.offers,
            sessions=self.laid.sessions,
            places=REAL + len(self.laid.places),
            ways=self.journeys,
            hours=hours_in(self.week),
            terms=self.terms,
        )


def week_around(
    region: str,
    week: Week,
    going: Goings,
    needs: Needs,
    *,
    terms: Terms = USUAL,
) -> WeekAround:
    """Gather a region's week.

    Parameters
    ----------
    region
        Its slug. What neighbours offer counts too, where it is loaded: borders are not
        noticed.
    week
        Which.
    going
        How the lives that will be asked about get around.
    needs
        Which bit stands for which need.
    terms
        What the result rests on.

    Raises
    ------
    NotFound
        When the region has no areas with a point.
    """
    here, nowhere = _areas(region)
    slugs = [one.slug for one in ground.regions()]
    laid = laid_out(on_offer(slugs, week), week, needs)
    ground_of = surroundings(region)
    buses = ground_of is not None and ground_of.speaks_of(week)
    return WeekAround(
        region=region,
        week=week,
        areas=here,
        nowhere=nowhere,
        laid=laid,
        by=in_order(going.means, buses=buses),
        ground=ground_of,
        basis=_basis(ground_of, buses=buses),
        terms=terms,
        money=_money(ground_of, going) if buses else NO_FARES,
    )


def beside(around: WeekAround, laid: LaidOut) -> WeekAround:
    """Gather the ways from the same doors, by the same means, to other offers."""
    return replace(around, laid=laid)


def _money(around: Surroundings | None, going: Goings) -> Money:
    """Tell fares apart where the timetable tells of any, and somebody pays them."""
    if around is None or around.timetable is None or not going.paying:
        return NO_FARES
    levels = levels_of(around.timetable.fares, going.most_pence)
    return Money(going.paying, levels) if levels else NO_FARES


def _basis(around: Surroundings | None, *, buses: bool) -> Basis:
    if around is None:
        return Basis.STRAIGHT_LINE
    return Basis.TIMETABLE if buses else Basis.STREETS


def _areas(region: str) -> tuple[tuple[AreaAbout, ...], tuple[str, ...]]:
    """List the smallest areas that there are, by code."""
    for geography in (Geography.OA, Geography.LSOA):
        told = sorted(ground.areas(region, geography, YEAR), key=lambda one: one.code)
        here = tuple(one for one in told if one.point is not None)
        if here:
            return here, tuple(one.code for one in told if one.point is None)
    raise NotFound(f"No area of {region} has a point where its people live.")
