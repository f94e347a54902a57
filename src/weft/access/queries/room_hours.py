"""To whom would each room of a region be open, at each hour when it is empty?

Each room-hour is laid out as an offer like any other and put to the same kernel: free,
for all ages, with room for whoever comes, no booking, children may come along, hosted
in every language that a life needs (which is taken back life by life when it is
weighed). What nobody knows of the building stays unknown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from uuid import UUID

import numpy as np

from weft.access.domain.choice.choosing import RealChoice, World, choose
from weft.access.domain.choice.values import (
    CERTAIN,
    POSSIBLE,
    Flags,
    LifeNow,
    Longs,
)
from weft.access.domain.next_offer import Case, Hours, Prepared, Reach, Standing
from weft.access.domain.whatif import Baseline, cells_of
from weft.access.queries.everybody.offers import laid_out
from weft.access.queries.everybody.reckoning import THOUSANDTHS, Reckoned
from weft.access.queries.everybody.standing import now_of, tongue_of
from weft.access.queries.everybody.tiles import CLASSES
from weft.access.queries.everybody.world import beside
from weft.assets.domain.derived import NO_LIMIT
from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import JoiningRule
from weft.assets.domain.linking.overlapping import Hour
from weft.assets.domain.meeting import Room
from weft.assets.queries.on_offer import OnOffer
from weft.assets.queries.rooms import rooms_of_region
from weft.assets.queries.search.candidates import Time
from weft.commons.errors import NotPossible
from weft.commons.times import Window, at

TIMES = (
    (time(10), time(11, 30)),
    (time(13), time(14, 30)),
    (time(16), time(17, 30)),
    (time(18, 30), time(20)),
)
SHORTER = 0.75
"""Of the minutes that a life would go: the assumption that is changed."""
AT_ONCE = 500
"""Areas that the kernel is asked about together: it bounds the memory."""

NO_ROOM = (
    "Nobody has told us of a room here, and no place on the list is one where people "
    "often meet. Tell us of rooms, or load places from the map."
)


@dataclass(frozen=True, slots=True)
class _RoomHour:
    room: int
    hour: Hour
    told: bool


def prepared(reckoned: Reckoned) -> Prepared:
    """Make a region's week ready for the next offer.

    Raises
    ------
    NotPossible
        When the region has no room.
    """
    around = reckoned.around
    rooms, left_out = rooms_of_region(around.region, around.week)
    hours = list(_room_hours(rooms))
    if not hours:
        raise NotPossible(NO_ROOM)
    base = _base(reckoned, reckoned.now, reckoned.choice)
    short = tuple(map(_shorter, reckoned.now))
    lately = _base(reckoned, short, choose(base.world, short, classes=CLASSES))
    lacks = {
        one: ~each.found.has_three[..., CERTAIN]
        for one, each in ((Case.USUAL, base), (Case.SHORTER, lately))
    }
    laid = laid_out(
        [_as_offer(rooms, one, reckoned) for one in hours], around.week, reckoned.needs
    )
    there = beside(around, laid)
    living = [now_of(life, there, reckoned.needs) for life in reckoned.lives]
    world = there.world(reckoned.people, reckoned.tenth)
    usual, possible = _reach(world, living, lacks[Case.USUAL])
    nearer, _ = _reach(world, tuple(map(_shorter, living)), lacks[Case.SHORTER])
    return Prepared(
        lives=tuple(life.slug for life in reckoned.lives),
        areas=tuple(area.code for area in around.areas),
        areas_of=str(around.areas[0].vintage),
        basis=around.basis.value,
        people=reckoned.people,
        tenth=reckoned.tenth.astype(np.int64),
        tongue=_tongues(reckoned),
        tongues=tuple(tuple(sorted(one)) for one in reckoned.needs.tongues),
        rooms=tuple(str(room.key) for room in rooms),
        hire=_longs(-1 if r.hire_pence is None else r.hire_pence for r in rooms),
        hours=_as_hours(hours),
        groups=int(around.laid.offers.group.max(initial=-1)) + 1,
        rooms_left_out=left_out,
        reach={Case.USUAL: usual, Case.POSSIBLE: possible, Case.SHORTER: nearer},
        standing={
            Case.USUAL: _standing(base, lacks[Case.USUAL]),
            Case.SHORTER: _standing(lately, lacks[Case.SHORTER]),
        },
    )


def _base(
    reckoned: Reckoned, living: tuple[LifeNow, ...], found: RealChoice
) -> Baseline:
    return Baseline(world=reckoned.world, lives=living, found=found)


def _shorter(life: LifeNow) -> LifeNow:
    """Let somebody go less far."""
    ways = tuple((row, round(most * SHORTER), fare) for row, most, fare in life.ways)
    return replace(life, ways=ways)


def _room_hours(rooms: Sequence[Room]) -> Iterator[_RoomHour]:
    """List each room at each hour at which it is empty, or may be."""
    for number, room in enumerate(rooms):
        for day in range(7):
            for starts, ends in TIMES:
                hour = Hour(day, starts, ends)
                free = room.is_free(hour)
                if free is not False:
                    yield _RoomHour(number, hour, free is True)


def _as_offer(rooms: Sequence[Room], one: _RoomHour, reckoned: Reckoned) -> OnOffer:
    """Lay a room-hour out as an offer."""
    room, week = rooms[one.room], reckoned.around.week
    day = week.monday + timedelta(days=one.hour.day)
    window = Window(at(day, one.hour.starts), at(day, one.hour.ends))
    tongues = reckoned.needs.tongues
    return OnOffer(
        key=UUID(int=0),
        listing=0,
        name="",
        region=reckoned.around.region,
        group=None,
        kinds=(),
        point=room.point,
        gates=room.gates,
        online=False,
        facts={
            **room.facts,
            FactField.BRING_A_CHILD: True,
            FactField.ROOM: True,
            FactField.WOMEN_ONLY: False,
        },
        price_pence=0,
        languages=frozenset({"en"}).union(*tongues),
        least_age=None,
        greatest_age=None,
        joining_rule=JoiningRule.TURN_UP,
        joining_hours="",
        newcomers=NO_LIMIT,
        told_on=week.monday,
        sure_until=week.days[-1],
        drop_in=False,
        hours_known=True,
        times=(Time(window),),
    )


def _reach(
    world: World, living: Sequence[LifeNow], lacks: Flags
) -> tuple[Reach, Reach]:
    """Ask the kernel to which cells each is open: for certain, and possibly.

    It counts takers by class of need; here each area is a class of its own.
    """
    areas = len(world.areas)
    pairs: tuple[list[Longs], list[Longs]] = ([], [])
    for at_life, life in enumerate(living):
        wanted = np.flatnonzero(lacks[at_life])
        for first in range(0, len(wanted), AT_ONCE):
            some = wanted[first : first + AT_ONCE]
            takers = _takers(world, life, some)
            for plane, found in zip((CERTAIN, POSSIBLE), pairs, strict=True):
                offer, column = np.nonzero(takers[plane])
                found.append(np.column_stack([offer, at_life * areas + some[column]]))
    certain, possible = (_in_rows(found, len(world.offers)) for found in pairs)
    return certain, possible


def _takers(world: World, life: LifeNow, some: Longs) -> Longs:
    alone = replace(
        world.areas,
        people=np.full((1, len(some)), THOUSANDTHS, dtype=np.int64),
        need_class=np.arange(len(some), dtype=np.int32),
        inside=world.areas.inside[some],
    )
    ways = tuple(
        way._replace(begin=way.begin[some], end=way.end[some]) for way in world.ways
    )
    there = replace(world, areas=alone, ways=ways)
    return choose(there, [life], classes=len(some)).takers


def _in_rows(found: Sequence[Longs], many: int) -> Reach:
    """Order pairs of room-hour and cell by room-hour."""
    pairs = np.concatenate([*found, np.zeros((0, 2), dtype=np.int64)])
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    start = np.searchsorted(pairs[:, 0], np.arange(many + 1)).astype(np.int64)
    return Reach(start, pairs[:, 1].astype(np.int64))


def _standing(base: Baseline, lacks: Flags) -> Standing:
    cells = cells_of(base, lacks)
    return Standing(lacks.ravel(), cells.offers, cells.group, cells.kind)


def _tongues(reckoned: Reckoned) -> Longs:
    """Say which language each life needs."""
    told = reckoned.needs.tongues
    needed = [tongue_of(life) for life in reckoned.lives]
    return _longs(told.index(one) if one else -1 for one in needed)


def _as_hours(hours: Sequence[_RoomHour]) -> Hours:
    return Hours(
        room=_longs(one.room for one in hours),
        day=_longs(one.hour.day for one in hours),
        starts=_longs(_minutes(one.hour.starts) for one in hours),
        ends=_longs(_minutes(one.hour.ends) for one in hours),
        told=np.array([one.told for one in hours], dtype=np.bool_),
    )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _longs(values: Iterator[int]) -> Longs:
    return np.array(list(values), dtype=np.int64)
