"""What was asked, where does it start, and what was found?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from weft.access.domain.travel import Way
from weft.access.queries import Choice, Choices, Wanted, choices, surprise
from weft.access.queries.ways_told import ThereAndBack, ways_told
from weft.assets.queries.around import whereabouts
from weft.commons.saying import day_of
from weft.commons.times import Window
from weft.ground.queries import Start, StartFound, find_start, forgotten
from weft.shell.tiles import Scene
from weft.web.asking import Asking
from weft.web.atlas import land_around
from weft.web.free_time import HoursRead

PENCE = 100
WAYS_MEANT = {
    "foot": (Way.FOOT,),
    "bus": (Way.FOOT, Way.BUS),
    "wheels": (Way.WHEELS, Way.BUS),
    "bike": (Way.BIKE,),
    "car": (Way.CAR,),
}
AROUND = 4_000  # metres of land drawn around a start


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One search: what was asked, from where, and what fits.

    ``start`` never holds a whole postcode: a page may be shared, printed, read over a
    shoulder.
    """

    asked: Asking
    start: StartFound
    free: tuple[Window, ...]
    hours: HoursRead
    found: Choices
    where: Mapping[UUID, str] = field(default_factory=dict)
    ways: Mapping[int, ThereAndBack] = field(default_factory=dict)
    land: Scene = field(default_factory=Scene)  # parks and water, to find one's way by

    @property
    def few(self) -> bool:
        """Tell whether there are fewer than three things, which a page must say."""
        return len(self.found.fits) < 3  # noqa: PLR2004 three real choices


def find(asked: Asking, *, now: datetime) -> Finding | Start | HoursRead:
    """Find what fits, or say why it cannot be looked for.

    Parameters
    ----------
    asked
        What somebody asked for; ``near`` is not empty.
    now
        What has begun before is not offered.

    Returns
    -------
    Finding, Start or HoursRead
        The places that may be meant, where it is not one; the hours as they were
        read, where nothing of them was understood.
    """
    start = find_start(asked.near)
    if not isinstance(start, StartFound):
        return start
    hours = asked.hours_read(today=day_of(now))
    if hours.not_understood and not hours.windows:
        return hours
    meant = wanted(asked, start, now=now)
    found = choices(meant)
    shown = found.fits[: asked.most]
    return Finding(
        asked=asked,
        start=forgotten(start),
        free=asked.windows(today=day_of(now)),
        hours=hours,
        found=found,
        where=where_are(shown),
        ways=ways_told(meant, shown),
        land=land_around(start.region, start.point, AROUND),
    )


def where_are(shown: Iterable[Choice]) -> Mapping[UUID, str]:
    """Say where the things are that a page shows."""
    things = tuple(shown)
    return whereabouts(
        [one.offer for one in things if one.offer is not None],
        [one.asset for one in things if one.asset is not None],
    )


def wanted(asked: Asking, start: StartFound, *, now: datetime) -> Wanted:
    """Put what was asked in the terms of the search."""
    return Wanted(
        start=start.point,
        start_name=forgotten(start).name,
        start_region=start.region,
        week=asked.week,
        windows=asked.windows(today=day_of(now)),
        now=now,
        words=asked.what,
        wishes=asked.wishes,
        languages=asked.languages,
        most_pence=None if asked.pay is None else asked.pay * PENCE,
        minutes_each_way=asked.far,
        spare_minutes=asked.spare,
        ways=WAYS_MEANT[asked.way],
    )


def surprising(asked: Asking, start: StartFound, *, now: datetime) -> Choice | None:
    """Find one thing of another kind that fits; the next press finds another."""
    return surprise(wanted(asked, start, now=now), seed=asked.again)
