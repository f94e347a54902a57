"""Who lives where, what is on, and how does everybody get there and home again?

All that the reckoning of real choice takes, from what is loaded for a region. Along the
streets and by timetable where these are loaded; else by straight lines, and said so.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from weft.access.domain.choice.choosing import World
from weft.access.domain.choice.values import USUAL, Areas, Ints, Journeys, Longs, Terms
from weft.access.domain.choice.windows import hours_in
from weft.access.domain.going import Basis
from weft.access.domain.journeys.everybody import (
    Asked,
    Everybody,
    by_straight_lines,
)
from weft.access.domain.journeys.surroundings import Doors, Surroundings
from weft.access.domain.spans import FAR
from weft.access.domain.travel import Way
from weft.access.queries.everybody.offers import REAL, LaidOut, Needs, laid_out
from weft.access.queries.going import surroundings
from weft.assets.queries.on_offer import on_offer
from weft.commons.errors import NotFound
from weft.commons.places import Point
from weft.commons.provenance import Geography
from weft.commons.times import Week
from weft.ground import queries as ground
from weft.ground.queries.about import AreaAbout

Means = tuple[Way, bool]
"""What comes home again, and whether buses are taken."""

AT_HOME_ROW = 0
YEAR = 2021


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
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
    journeys
        The ways, the first of them «at home».
    row_of
        Which of them serves which means; without a timetable none serves buses.
    basis
        What the ways are reckoned from.
    """

    region: str
    week: Week
    areas: tuple[AreaAbout, ...]
    nowhere: tuple[str, ...]
    laid: LaidOut
    journeys: tuple[Journeys, ...]
    row_of: Mapping[Means, int]
    basis: Basis
    terms: Terms

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
            areas=Areas(
                people=people,
                need_class=need_class,
                inside=np.ones(len(self.areas), dtype=np.int64),
            ),
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
    means: Collection[Means],
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
    means
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
    homes = [area.point for area in here if area.point is not None]
    found, basis = _ways(region, homes, laid, (means, week), terms)
    return WeekAround(
        region=region,
        week=week,
        areas=here,
        nowhere=nowhere,
        laid=laid,
        journeys=(_at_home(len(here)), *found.values()),
        row_of={one: row for row, one in enumerate(found, start=1)},
        basis=basis,
        terms=terms,
    )


def beside(around: WeekAround, laid: LaidOut) -> WeekAround:
    """Gather the ways from the same doors, by the same means, to other offers."""
    homes = [area.point for area in around.areas if area.point is not None]
    asked = tuple(around.row_of), around.week
    found, basis = _ways(around.region, homes, laid, asked, around.terms)
    return replace(
        around,
        laid=laid,
        journeys=(_at_home(len(homes)), *found.values()),
        row_of={one: row for row, one in enumerate(found, start=1)},
        basis=basis,
    )


def _ways(
    region: str,
    homes: Sequence[Point],
    laid: LaidOut,
    asked: tuple[Collection[Means], Week],
    terms: Terms,
) -> tuple[dict[Means, Journeys], Basis]:
    """Find all ways, by the best that is loaded."""
    (means, week), around = asked, surroundings(region)
    if around is None:
        return _straight(homes, laid, means, terms), Basis.STRAIGHT_LINE
    buses = around.speaks_of(week)
    found = _along(around, homes, laid, (means, week, buses), terms)
    return found, Basis.TIMETABLE if buses else Basis.STREETS


def _areas(region: str) -> tuple[tuple[AreaAbout, ...], tuple[str, ...]]:
    """List the smallest areas that there are, by code."""
    for geography in (Geography.OA, Geography.LSOA):
        told = sorted(ground.areas(region, geography, YEAR), key=lambda one: one.code)
        here = tuple(one for one in told if one.point is not None)
        if here:
            return here, tuple(one.code for one in told if one.point is None)
    raise NotFound(f"No area of {region} has a point where its people live.")


def _straight(
    homes: Sequence[Point], laid: LaidOut, means: Collection[Means], terms: Terms
) -> dict[Means, Journeys]:
    """Go by straight lines; no bus is guessed at."""
    points, found = _points(laid), {}
    for way in sorted({way for way, _ in means}):
        asked = Asked(way=way, horizon=terms.horizon)
        found[way, False] = _shifted(by_straight_lines(homes, points, asked))
    return found


def _along(
    around: Surroundings,
    homes: Sequence[Point],
    laid: LaidOut,
    asked: tuple[Collection[Means], Week, bool],
    terms: Terms,
) -> dict[Means, Journeys]:
    """Go along the streets, and by bus where a timetable speaks of the week."""
    means, week, buses = asked
    everybody = Everybody(around, around.homes(homes), _doors(around, laid))
    found: dict[Means, Journeys] = {}
    for way, by_bus in sorted({(way, by_bus and buses) for way, by_bus in means}):
        ask = Asked(way=way, horizon=terms.horizon)
        if by_bus:
            told = everybody.by_bus(laid.occasions, ask, week=week)
        else:
            told = _shifted(everybody.by_street(ask))
        found[way, by_bus] = told
    return found


def _points(laid: LaidOut) -> list[Point]:
    return [point for point, _ in laid.places]


def _doors(around: Surroundings, laid: LaidOut) -> Doors:
    """Enter each place by its gates, where the map knows any."""
    return around.doors(_points(laid), [gates for _, gates in laid.places])


def _shifted(told: Journeys) -> Journeys:
    """Make room for the places that are on no map."""
    return told._replace(target=told.target + np.int32(REAL))


def _at_home(areas: int) -> Journeys:
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
