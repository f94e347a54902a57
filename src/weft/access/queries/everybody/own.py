"""In a week that somebody made of their own, what is within reach of each area?

One life for all areas, reckoned when it is asked for. Nothing of it is kept but in
memory, where it is a way of living like any other.
"""

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from threading import Lock

import numpy as np

from weft.access.domain.choice.choosing import RealChoice, choose
from weft.access.domain.choice.values import Ints, Longs
from weft.access.domain.choice.windows import left_of, of_week
from weft.access.domain.daylight import dark
from weft.access.domain.lives import Life
from weft.access.queries.everybody.offers import Needs
from weft.access.queries.everybody.standing import (
    goings_of,
    now_of,
    tongue_of,
)
from weft.access.queries.everybody.world import (
    Goings,
    WeekAround,
    week_around,
)
from weft.access.queries.soon import Beside
from weft.assets.queries.around import listed_mark, newest_session
from weft.assets.queries.on_offer import as_listed
from weft.commons.times import Week
from weft.ground import queries as ground

WEEKS_HELD = 2
"""Weeks with their ways that stay in memory; some 200 MB each for a county."""

ANSWERS_HELD = 16
AT_ONCE = 40
"""Listed things: a week as small as that is reckoned while one waits."""

PATIENCE = 8.0
"""Seconds that a page waits without a word."""

_ONE_AT_A_TIME = Lock()
_BESIDE = Beside("own-week")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OneWeek:
    """What is within reach of one way of living, area by area.

    Attributes
    ----------
    around
        What it was reckoned from: areas, offers, ways.
    choice
        Its first axis has one life; it counts areas, and no people.
    """

    around: WeekAround
    choice: RealChoice


def own_week(
    region: str, week: Week, life: Life, *, only_by_light: bool = False
) -> OneWeek:
    """Reckon one life's week in every area of a region.

    Parameters
    ----------
    region, week
        Which.
    life
        A life without a head-count; any languages.
    only_by_light
        Be out neither before it is light nor after it is dark.

    Raises
    ------
    NotFound
        When the region has no area with a point.
    """
    with _ONE_AT_A_TIME:  # the next who asks the same finds it reckoned
        return _own_week(region, week, life, (only_by_light, _loaded()))


def own_week_soon(
    region: str, week: Week, life: Life, *, only_by_light: bool = False
) -> OneWeek | None:
    """Reckon the same, and wait some seconds for it at most.

    Returns
    -------
    OneWeek or None
        None where it takes longer, as while kernels are compiled after an installation:
        it goes on beside, and whoever asks again finds it.

    Raises
    ------
    NotFound
        When the region has no area with a point.
    """
    slugs = [one.slug for one in ground.regions()]
    reckon = partial(own_week, region, week, life, only_by_light=only_by_light)
    if as_listed(slugs).things <= AT_ONCE:
        return reckon()
    return _BESIDE.soon(reckon, patience=PATIENCE)


@lru_cache(maxsize=ANSWERS_HELD)
def _own_week(region: str, week: Week, life: Life, how: tuple[bool, str]) -> OneWeek:
    (only_by_light, loaded), tongue = how, tongue_of(life)
    needs = Needs((tongue,) if tongue else ())
    # Whoever makes a week of their own says what the bus costs them.
    going = goings_of([life])._replace(paying=(), most_pence=0)
    around = _around(region, week, going, (needs, loaded))
    now = now_of(life, around, needs)
    if only_by_light:
        now = replace(now, windows=left_of(now.windows, _nights(around)))
    areas = len(around.areas)
    nobody: Longs = np.zeros((1, areas), dtype=np.int64)
    alike: Ints = np.zeros(areas, dtype=np.int32)
    return OneWeek(around=around, choice=choose(around.world(nobody, alike), [now]))


@lru_cache(maxsize=WEEKS_HELD)
def _around(
    region: str, week: Week, going: Goings, rest: tuple[Needs, str]
) -> WeekAround:
    needs, _ = rest  # another list is another week
    return week_around(region, week, going, needs)


def _loaded() -> str:
    """Say which lists and sessions are served, and of which build."""
    told = (
        f"{one.slug} {one.built_at} {one.inputs_hash} {listed_mark(one.slug)}"
        for one in ground.regions()
    )
    return f"{newest_session()} {' '.join(told)}"


def _nights(around: WeekAround) -> list[tuple[int, int]]:
    """List the nights of a week where the region lies."""
    point = next(area.point for area in around.areas if area.point is not None)
    week = around.week
    return [
        (of_week(night.start, week), of_week(night.end, week))
        for night in dark(week.window.widened(24 * 60), point)
    ]
