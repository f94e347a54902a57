"""How does everybody get to the sessions of a week for so much fare and no more?

In the form that the reckoning of real choice takes: one set of journeys for each level
of fare, there and home together. A journey stands at the least level that it can be had
for, and two may lead from one area to one session: there by bus and home on foot, and
the other way round.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.choice.values import Journeys
from weft.access.domain.fit import Plane
from weft.access.domain.journeys.everybody import (
    AT_ONCE,
    Asked,
    Block,
    Everybody,
    Spans,
)
from weft.access.domain.journeys.means import PLANES, Means
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.spans import FAR
from weft.access.domain.timetable.paying import PaidSpans, Paying, week_paid
from weft.access.domain.timetable.tickets import Held, purse_of
from weft.commons.times import Week

Levels = tuple[int, ...]
"""Sums in pence, the first 0."""

Flags = NDArray[np.bool_]


class _Ways(NamedTuple):
    """Ways there and home for each level of fare; levels by areas by sessions."""

    there: Spans
    back: Spans


class _Sooner(NamedTuple):
    """Where a level gets one there, or home, sooner than the one below."""

    there: Flags
    back: Flags


class _Plan(NamedTuple):
    """What one plane tells: ways without a ticket for both, and with each of those."""

    plane: Plane
    plain: PaidSpans
    held: tuple[tuple[Held, PaidSpans], ...]


class _Rows(NamedTuple):
    """Journeys at one level of fare."""

    level: int
    area: NDArray[np.intp]
    target: NDArray[np.intp]
    there: Spans
    back: Spans
    sure: bool


class _Week(NamedTuple):
    """What all of it is about."""

    everybody: Everybody
    occasions: Occasions
    asked: Asked
    week: Week
    levels: Levels


def for_money(
    everybody: Everybody,
    occasions: Occasions,
    asked: Asked,
    week: Week,
    levels: Levels,
) -> tuple[Journeys, ...]:
    """Go by oneself, and by bus where that is sooner and can be paid for.

    Parameters
    ----------
    everybody
        Homes and places on the streets, and a timetable with fares.
    occasions
        The sessions of the week.
    asked
        On foot or on wheels, and how far.
    levels
        As ``tickets.levels_of``.

    Returns
    -------
    tuple
        Of each level the journeys that cost so much there and home.
    """
    about = _Week(everybody, occasions, asked, week, levels)
    plans = [_plan(about, plane) for plane in PLANES]
    walks, areas = everybody.walks(asked), everybody.homes.count
    several = max(1, AT_ONCE // max(1, len(occasions.place) * len(levels)))
    rows: list[_Rows] = []
    for begin in range(0, areas, several):
        end = min(begin + several, areas)
        rows += _of_block(about, plans, walks(begin, end), (begin, end))
    return tuple(
        _journeys([one for one in rows if one.level == level], areas)
        for level in range(len(levels))
    )


def _plan(about: _Week, plane: Plane) -> _Plan:
    """Scan the week with every ticket that may hold there and back, and with none."""
    everybody, occasions = about.everybody, about.occasions
    means = Means(about.asked.way, plane)
    long = occasions.end - occasions.start
    buses = everybody.around.buses
    purse = purse_of(buses, about.levels, plane, int(long.min(initial=FAR)))
    around, limits = everybody.at_stops(means, about.asked)

    def paid(there: int, back: int) -> PaidSpans:
        paying = Paying(purse.tickets, there, back)
        return week_paid(buses, about.week, occasions.events, around, limits, paying)

    held = tuple(
        (one, paid(one.there, one.back))
        for one in purse.held
        if one.pence <= about.levels[-1]
    )
    return _Plan(plane, paid(0, 0), held)


def _of_block(
    about: _Week, plans: Sequence[_Plan], walked: Block, some: tuple[int, int]
) -> Iterator[_Rows]:
    """Find the journeys from some areas; what is certain first, and not told again."""
    certain: _Ways | None = None
    for plan in plans:
        on_foot = (
            (walked.there_sure, walked.back_sure)
            if plan.plane is Plane.CERTAIN
            else (walked.there, walked.back)
        )
        plain = _ways(about, plan.plain, on_foot, some)
        yield from _plain(about, plan.plane, plain, certain, some[0])
        for held, spans in plan.held:
            ways = _ways(about, spans, on_foot, some)
            yield from _with(about, plan.plane, held, (ways, plain), some[0])
        certain = plain


def _ways(
    about: _Week,
    spans: PaidSpans,
    on_foot: tuple[Spans, Spans],
    some: tuple[int, int],
) -> _Ways:
    """Go all the way by oneself where that is sooner, to each session."""
    place = about.occasions.place
    ridden = (spans.there, spans.there_of), (spans.back, spans.back_of)

    def sooner(walk: Spans, told: Spans, of: NDArray[np.intp]) -> Spans:
        by_bus = told[of, :, some[0] : some[1]].transpose(1, 2, 0)
        found: Spans = np.minimum(walk[:, np.maximum(place, 0)], by_bus)
        found[..., place < 0] = FAR
        return found

    there, back = (
        sooner(walk, *told) for walk, told in zip(on_foot, ridden, strict=True)
    )
    return _Ways(there, back)


def _plain(
    about: _Week, plane: Plane, ways: _Ways, certain: _Ways | None, first: int
) -> Iterator[_Rows]:
    """Pay each ride as one goes."""
    sooner = _Sooner(_sooner(ways.there), _sooner(ways.back))
    for pair, level in _pairs(about.levels, sooner, plane, 0):
        there, back = ways.there[pair[0]], ways.back[pair[1]]
        keep = sooner.there[pair[0]] & sooner.back[pair[1]]
        pence = about.levels[pair[0]] + about.levels[pair[1]]
        if certain is not None and about.levels[level] == pence:
            known = there == certain.there[pair[0]]
            keep &= ~(known & (back == certain.back[pair[1]]))
        yield _rows(level, keep, (there, back), plane, first)


def _with(
    about: _Week,
    plane: Plane,
    held: Held,
    told: tuple[_Ways, _Ways],
    first: int,
) -> Iterator[_Rows]:
    """Hold a ticket there and back, where it helps on both ways and lasts so long."""
    ways, plain = told
    sooner = _Sooner(
        _sooner(ways.there) & (ways.there < plain.there),
        _sooner(ways.back) & (ways.back < plain.back),
    )
    stay = (about.occasions.end - about.occasions.start).astype(np.int64)
    for pair, level in _pairs(about.levels, sooner, plane, held.pence):
        there, back = ways.there[pair[0]], ways.back[pair[1]]
        lasts = np.broadcast_to(stay, there.shape)
        if plane is Plane.CERTAIN:
            lasts = lasts + there + back
        keep = sooner.there[pair[0]] & sooner.back[pair[1]] & (lasts <= held.lasts)
        yield _rows(level, keep, (there, back), plane, first)


def _sooner(told: Spans) -> Flags:
    """Tell where each level gets one there sooner than the one below."""
    below = np.concatenate([np.full_like(told[:1], FAR), told[:-1]])
    found: Flags = told < below
    return found


def _pairs(
    levels: Levels, sooner: _Sooner, plane: Plane, beside: int
) -> Iterator[tuple[tuple[int, int], int]]:
    """Pair what is paid there with what is paid home, and give the level of both."""
    some = [np.flatnonzero(told.any(axis=(1, 2))).tolist() for told in sooner]
    for there, back in product(*some):
        pence = levels[there] + levels[back] + beside
        if pence <= levels[-1]:
            at = np.searchsorted(
                levels, pence, side="left" if plane is Plane.CERTAIN else "right"
            )
            yield (there, back), int(at) - (plane is Plane.POSSIBLE)


def _rows(
    level: int, keep: Flags, spans: tuple[Spans, Spans], plane: Plane, first: int
) -> _Rows:
    area, target = np.nonzero(keep)
    there, back = (told[area, target] for told in spans)
    return _Rows(level, area + first, target, there, back, plane is Plane.CERTAIN)


def _journeys(rows: Sequence[_Rows], areas: int) -> Journeys:
    """Lay the journeys of one level area by area."""
    none = np.zeros(0, np.intp)
    area = np.concatenate([none, *(one.area for one in rows)])
    target = np.concatenate([none, *(one.target for one in rows)])
    sure = np.concatenate(
        [none.astype(bool), *(np.full(len(one.area), one.sure) for one in rows)]
    )
    order = np.lexsort((~sure, target, area))
    there, back = (
        np.concatenate(
            [none.astype(np.uint16), *(getattr(one, name) for one in rows)]
        ).astype(np.uint16)[order]
        for name in ("there", "back")
    )
    sure = sure[order]
    edges = np.searchsorted(area[order], np.arange(areas + 1)).astype(np.int64)
    return Journeys(
        begin=edges[:-1],
        end=edges[1:],
        target=target[order].astype(np.int32),
        there=there,
        back=back,
        there_sure=None if sure.all() else np.where(sure, there, FAR).astype(np.uint16),
        back_sure=None if sure.all() else np.where(sure, back, FAR).astype(np.uint16),
        timed=True,
    )
