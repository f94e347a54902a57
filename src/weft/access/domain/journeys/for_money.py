"""How does everybody get to the sessions of a week for so much fare and no more?

In the form that the reckoning of real choice takes: one set of journeys for each level
of fare, there and home together. A journey stands at the least level that it can be had
for, and two may lead from one area to one session: there by bus and home on foot, and
the other way round.
"""

from collections.abc import Iterator, Sequence
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
from weft.access.domain.timetable.running import of_use, on_its_way
from weft.access.domain.timetable.tickets import Held, purse_of
from weft.commons.times import Week

COPIES = 8
"""Of the spans of a block, by level, as many are in memory at a time."""

Levels = tuple[int, ...]
"""Sums in pence, the first 0."""

Flags = NDArray[np.bool_]
Longs = NDArray[np.int64]


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
    held: tuple[tuple[Held, Longs, PaidSpans], ...]  # for these sessions


class _Rows(NamedTuple):
    """Journeys: at which level of fare, from which area to which session."""

    level: Longs
    area: Longs
    target: Longs
    there: Spans
    back: Spans
    sure: Flags

    def kept(self, some: Flags | Longs) -> "_Rows":
        """Take some of them."""
        return _Rows(
            level=self.level[some],
            area=self.area[some],
            target=self.target[some],
            there=self.there[some],
            back=self.back[some],
            sure=self.sure[some],
        )


_NONE, _NO_SPAN = np.zeros(0, np.int64), np.zeros(0, np.uint16)


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
    cells = len(occasions.place) * len(levels) * COPIES
    several = max(1, AT_ONCE // max(1, cells))
    rows: list[_Rows] = []
    for begin in range(0, areas, several):
        end = min(begin + several, areas)
        rows += _of_block(about, plans, walks(begin, end), (begin, end))
    told = _Rows(
        level=np.concatenate([_NONE, *(one.level for one in rows)]),
        area=np.concatenate([_NONE, *(one.area for one in rows)]),
        target=np.concatenate([_NONE, *(one.target for one in rows)]),
        there=np.concatenate([_NO_SPAN, *(one.there for one in rows)]),
        back=np.concatenate([_NO_SPAN, *(one.back for one in rows)]),
        sure=np.concatenate([np.zeros(0, np.bool_), *(one.sure for one in rows)]),
    )
    return tuple(_journeys(told, level, areas) for level in range(len(levels)))


def _plan(about: _Week, plane: Plane) -> _Plan:
    """Scan the week with every ticket that may hold there and back, and with none."""
    everybody, occasions = about.everybody, about.occasions
    means = Means(about.asked.way, plane)
    long = occasions.end - occasions.start
    buses = everybody.around.buses
    purse = purse_of(buses, about.levels, plane, int(long.min(initial=FAR)))
    around, limits = everybody.at_stops(means, about.asked)

    def paid(some: Occasions, there: int = 0, back: int = 0) -> PaidSpans:
        paying = Paying(purse.tickets, there, back)
        return week_paid(buses, about.week, some.events, around, limits, paying)

    held = []
    for one in purse.held:
        rows = _worth_holding(about, one)
        if len(rows) and one.pence <= about.levels[-1]:
            spans = paid(occasions.at(rows), one.there, one.back)
            held.append((one, rows, spans))
    return _Plan(plane, paid(occasions), tuple(held))


def _worth_holding(about: _Week, one: Held) -> Longs:
    """List the sessions that are over before a ticket is, while its buses run."""
    when, horizon = about.occasions, about.asked.horizon
    spans = on_its_way(about.everybody.around.buses, about.week, one.routes)
    use = (when.place >= 0) & (when.end - when.start <= one.lasts)
    use &= of_use(spans, when.start, (horizon, 0)) & of_use(
        spans, when.end, (0, horizon)
    )
    return np.flatnonzero(use)


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
        yield _plain(about, plan.plane, plain, certain, some[0])
        for held, targets, spans in plan.held:
            fewer = about._replace(occasions=about.occasions.at(targets))
            ways = _ways(fewer, spans, None, some)
            alone = _Ways(plain.there[..., targets], plain.back[..., targets])
            rows = _with(fewer, plan.plane, held, (ways, alone), some[0])
            yield rows._replace(target=targets[rows.target])
        certain = plain


def _ways(
    about: _Week,
    spans: PaidSpans,
    on_foot: tuple[Spans, Spans] | None,
    some: tuple[int, int],
) -> _Ways:
    """Go all the way by oneself where that is sooner, to each session; None: ride."""
    place = about.occasions.place
    ridden = (spans.there, spans.there_of), (spans.back, spans.back_of)

    def sooner(walk: Spans | None, told: Spans, of: NDArray[np.intp]) -> Spans:
        found: Spans = told[of, :, some[0] : some[1]].transpose(1, 2, 0)
        if walk is not None:
            found = np.minimum(walk[:, np.maximum(place, 0)], found)
        found[..., place < 0] = FAR
        return found

    there, back = (
        sooner(walk, *told)
        for walk, told in zip(on_foot or (None, None), ridden, strict=True)
    )
    return _Ways(there, back)


def _plain(
    about: _Week, plane: Plane, ways: _Ways, certain: _Ways | None, first: int
) -> _Rows:
    """Pay each ride as one goes."""
    sooner = _Sooner(_sooner(ways.there), _sooner(ways.back))
    rows, (out, home) = _paired(about.levels, ways, sooner, plane, 0)
    if certain is not None:
        # What is certain stands there already, but where sums were rounded.
        levels = np.array(about.levels)
        exact = levels[rows.level] == levels[out] + levels[home]
        known = rows.there == certain.there[out, rows.area, rows.target]
        known &= rows.back == certain.back[home, rows.area, rows.target]
        rows = rows.kept(~(known & exact))
    return rows._replace(area=rows.area + first)


def _with(
    about: _Week, plane: Plane, held: Held, told: tuple[_Ways, _Ways], first: int
) -> _Rows:
    """Hold a ticket there and back, where it helps and lasts so long.

    It may be worth riding where one would sooner walk, for the ticket home.
    """
    ways, plain = told
    sooner = _Sooner(_sooner(ways.there), _sooner(ways.back))
    rows, (out, home) = _paired(about.levels, ways, sooner, plane, held.pence)
    helps = rows.there < plain.there[out, rows.area, rows.target]
    helps |= rows.back < plain.back[home, rows.area, rows.target]
    long = (about.occasions.end - about.occasions.start).astype(np.int64)[rows.target]
    if plane is Plane.CERTAIN:
        long = long + rows.there + rows.back
    rows = rows.kept(helps & (long <= held.lasts))
    return rows._replace(area=rows.area + first)


def _sooner(told: Spans) -> Flags:
    """Tell where each level gets one there sooner than the one below."""
    below = np.concatenate([np.full_like(told[:1], FAR), told[:-1]])
    found: Flags = told < below
    return found


def _paired(
    levels: Levels, ways: _Ways, sooner: _Sooner, plane: Plane, beside: int
) -> tuple[_Rows, tuple[Longs, Longs]]:
    """Pair each way there with each way home between the same two.

    Returns
    -------
    tuple
        The rows, and of each the level that is paid there and that is paid home.
    """
    targets = sooner.there.shape[2]
    (out, at), (home, back_at) = (_steps(told) for told in sooner)
    begin = np.searchsorted(back_at, at)
    many = np.searchsorted(back_at, at, side="right") - begin
    one = np.repeat(np.arange(len(at)), many)
    other = np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many) + begin[one]
    out, at, home = out[one], at[one], home[other]
    sums = np.array(levels)
    pence = sums[out] + sums[home] + beside
    fits = pence <= sums[-1]
    out, at, home, pence = out[fits], at[fits], home[fits], pence[fits]
    sure = plane is Plane.CERTAIN
    level = np.searchsorted(sums, pence, side="left" if sure else "right")
    area, target = np.divmod(at, targets)
    rows = _Rows(
        level=level - (not sure),
        area=area,
        target=target,
        there=ways.there[out, area, target],
        back=ways.back[home, area, target],
        sure=np.full(len(area), sure),
    )
    return rows, (out, home)


def _steps(sooner: Flags) -> tuple[Longs, Longs]:
    """List the levels that matter, and between which two each does, in their order."""
    level, at = np.nonzero(sooner.reshape(len(sooner), -1))
    order = np.argsort(at, kind="stable")
    return level[order], at[order]


def _journeys(rows: _Rows, level: int, areas: int) -> Journeys:
    """Lay the journeys of one level area by area."""
    some = rows.kept(rows.level == level)
    some = some.kept(np.lexsort((~some.sure, some.target, some.area)))
    edges = np.searchsorted(some.area, np.arange(areas + 1)).astype(np.int64)
    all_sure = bool(some.sure.all())

    def sure(told: Spans) -> Spans | None:
        found: Spans = np.where(some.sure, told, FAR).astype(np.uint16)
        return None if all_sure else found

    return Journeys(
        begin=edges[:-1],
        end=edges[1:],
        target=some.target.astype(np.int32),
        there=some.there,
        back=some.back,
        there_sure=sure(some.there),
        back_sure=sure(some.back),
        timed=True,
    )
