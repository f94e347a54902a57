"""What is known of one place: what people say, what is in reach, what is missing?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from weft.access.domain.travel import Way, furthest_metres
from weft.access.queries import Choice, Choices, Wanted, choices
from weft.access.queries.of_place import LivesHere, lives_here
from weft.assets.queries import AssetsIn, Lost, assets_in, lost_in
from weft.assets.queries.around import (
    StoryAbout,
    WeekAround,
    stories_in,
    week_around,
)
from weft.commons.errors import NotFound
from weft.commons.places import Point
from weft.commons.provenance import Geography
from weft.commons.saying import day_of
from weft.commons.times import Week
from weft.ground import queries as ground
from weft.need.queries import NeedFigure, need_of_place
from weft.shell.tiles import Scene
from weft.voices.queries.opened import StrongIn, strong_in
from weft.voices.queries.priorities import PrioritiesShown, priorities_of_place
from weft.web.atlas import land_around
from weft.web.finding import where_are

AROUND = 6_000  # metres of land drawn around the middle of a place
WALK = 30
"""Minutes each way that «within reach» means on the page of a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An area with a middle, and everything its page says.

    ``fits`` is what somebody on foot could do this week from the area's middle, which
    stands for its people; ``lives`` what the newest published week says of its own
    areas, None where none is published.
    """

    area: ground.AreaAbout
    middle: Point
    stories: tuple[StoryAbout, ...]
    here: AssetsIn
    lost: tuple[Lost, ...]
    around: WeekAround
    fits: Choices
    lives: LivesHere | None
    missing: tuple[NeedFigure, ...]
    land: Scene
    strong: tuple[StrongIn, ...]  # what people there say it has: no figure of ours
    first: tuple[PrioritiesShown, ...]


def place(code: str, *, now: datetime) -> Place:
    """Say everything that is known of one place.

    Raises
    ------
    NotFound
        When no such area is loaded, or nobody knows where it lies.
    """
    area, middle = _found(code)
    around_it, today = _and_inside(area.code), day_of(now)
    return Place(
        area=area,
        middle=middle,
        stories=tuple(stories_in(area.code)),
        here=assets_in(area.code),
        lost=lost_in(area.code),
        around=around(middle, now=now),
        fits=reach(area, middle, now=now),
        lives=lives_here(area.region, area.code),
        missing=tuple(need_of_place(area.code)),
        land=land_around(area.region, middle, AROUND),
        strong=strong_in(around_it, area.region, today=today),
        first=priorities_of_place(around_it, area.region, today=today),
    )


def _and_inside(code: str) -> frozenset[str]:
    """Give the code of a place, and of the areas in it of which voices may speak."""
    small, middling = (
        ground.areas_inside(code, one) for one in (Geography.LSOA, Geography.MSOA)
    )
    return frozenset((code, *small, *middling))


@dataclass(frozen=True, slots=True, kw_only=True)
class NearHere:
    """An area, a few things one could walk to this week, and where they are."""

    area: ground.AreaAbout
    few: tuple[Choice, ...]
    where: Mapping[UUID, str]


def near_here(code: str, *, most: int, now: datetime) -> NearHere:
    """Say what one could do near a place, for one side of paper."""
    area, middle = _found(code)
    few = one_of_each_kind(reach(area, middle, now=now), most=most)
    return NearHere(area=area, few=few, where=where_are(few))


def missing_in(code: str) -> tuple[ground.AreaAbout, tuple[NeedFigure, ...]]:
    """Answer every question about what is missing around the people of a place."""
    area, _ = _found(code)
    return area, tuple(need_of_place(area.code))


def week_of(code: str, *, now: datetime) -> tuple[ground.AreaAbout, WeekAround]:
    """Count what is on around a place, hour by hour."""
    area, middle = _found(code)
    return area, around(middle, now=now)


def around(middle: Point, *, now: datetime) -> WeekAround:
    """Count what is on within a walk of a point this week."""
    metres = furthest_metres(WALK, (Way.FOOT,))
    return week_around(middle, metres, Week.of(day_of(now)))


def reach(area: ground.AreaAbout, middle: Point, *, now: datetime) -> Choices:
    """Find what somebody on foot could do this week from the middle of a place."""
    return choices(
        Wanted(
            start=middle,
            start_name=area.title,
            week=Week.of(day_of(now)),
            now=now,
            minutes_each_way=WALK,
        )
    )


def one_of_each_kind(fits: Choices, *, most: int) -> tuple[Choice, ...]:
    """Choose a few things to do that one goes to and that differ, best first."""
    there = [one for one in fits.fits if one.offer is not None and one.way is not None]
    kinds: dict[str, Choice] = {}
    for one in there:
        kinds.setdefault(one.kind, one)
    chosen = list(kinds.values())
    rest = [one for one in there if one not in chosen]
    return tuple((*chosen, *rest)[:most])


def _found(code: str) -> tuple[ground.AreaAbout, Point]:
    """Find an area and its middle."""
    area = ground.area(code, boundary=True)
    if area is None or area.point is None:
        raise NotFound(f"No area with the code {code} is loaded")
    return area, area.point
