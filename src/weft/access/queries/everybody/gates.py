"""How long does everybody take to a green space, to a college and to work?"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from weft.access.domain.choice.values import Shorts
from weft.access.domain.gates import (
    HOME_FROM,
    MANY_JOBS,
    THERE_BY,
    By,
    Gate,
    nearest,
)
from weft.access.domain.journeys.everybody import Asked, Everybody, by_straight_lines
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.spans import FAR
from weft.access.domain.travel import Way
from weft.access.queries.everybody.world import WeekAround
from weft.access.queries.going import surroundings
from weft.assets.queries.of_kind import AtGates, places_of_kind
from weft.commons.places import Point
from weft.ground import queries as ground
from weft.need import queries as need

GREEN_KINDS = ("park", "recreation_ground", "garden", "nature_reserve", "wood")
COLLEGE_KINDS = ("college",)
JOBS = "jobs.total"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gates:
    """The nearest of each.

    Attributes
    ----------
    takes
        Deciseconds there, FAR where none is within reach; (gates, 2, areas), by
        ``Gate`` and ``By``.
    known
        How many of each are known in the regions that are loaded; of 0 nothing can be
        said.
    """

    takes: Shorts
    known: tuple[int, ...]


def gates_of(around: WeekAround) -> Gates:
    """Reckon the way from every area of a region to the nearest of each."""
    slugs = [one.slug for one in ground.regions()]
    targets: dict[Gate, Sequence[AtGates]] = {
        Gate.GREEN: places_of_kind(slugs, GREEN_KINDS),
        Gate.COLLEGE: places_of_kind(slugs, COLLEGE_KINDS),
        Gate.WORK: _where_many_work(slugs),
    }
    takes = np.full((len(Gate), len(By), len(around.areas)), FAR, dtype=np.uint16)
    for gate, places in targets.items():
        if places:
            takes[gate] = _takes(around, places)
    known = tuple(len(targets[gate]) for gate in Gate)
    return Gates(takes=takes, known=known)


def _where_many_work(regions: Sequence[str]) -> tuple[AtGates, ...]:
    """List the small areas with many jobs, at the point where their people live."""
    found: list[AtGates] = []
    for region in regions:
        jobs = _jobs(region)
        small = need.SMALL
        found += (
            (area.point, ())
            for area in ground.areas(region, small.geography, small.year)
            if area.point is not None and jobs.get(area.code, 0) >= MANY_JOBS
        )
    return tuple(found)


def _jobs(region: str) -> dict[str, float]:
    """Read the newest count of jobs by small area."""
    for about in need.tables(region):
        if about.vintage == need.SMALL and JOBS in about.keys:
            frame = need.frame(about)
            told = zip(frame.codes, frame.column(JOBS).tolist(), strict=True)
            return {code: jobs for code, jobs in told if not isnan(jobs)}
    return {}


def _takes(around: WeekAround, places: Sequence[AtGates]) -> Shorts:
    """Go on foot, and by bus where a timetable speaks of the week."""
    ask = Asked(way=Way.FOOT, horizon=around.terms.horizon)
    homes = [area.point for area in around.areas if area.point is not None]
    points = [point for point, _ in places]
    streets = surroundings(around.region)
    if streets is None:
        walk = nearest(by_straight_lines(homes, points, ask))
        return np.stack([walk, np.full_like(walk, FAR)])
    everybody = Everybody(
        streets,
        streets.homes(homes),
        streets.doors(points, [gates for _, gates in places]),
    )
    walk = nearest(everybody.by_street(ask))
    if not streets.speaks_of(around.week):
        return np.stack([walk, np.full_like(walk, FAR)])
    rides = nearest(everybody.by_bus(_occasions(points), ask, week=around.week))
    return np.stack([walk, rides])


def _occasions(points: Sequence[Point]) -> Occasions:
    """Be at each by the stated hour, and go home from the other."""
    every = np.arange(len(points), dtype=np.int32)
    return Occasions(
        every, np.full_like(every, THERE_BY), np.full_like(every, HOME_FROM)
    )
