"""Which part of a week does a scenario touch? Some offers, and what leads to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice import (
    UNKNOWN,
    Areas,
    Journeys,
    LifeNow,
    Offers,
    RealChoice,
    Sessions,
    World,
)
from weft.access.domain.choice.values import OFFER_COLUMNS, Flags, Ints, Longs, Shorts

Timed = Callable[[Sessions], Mapping[int, Journeys]]
"""Gives, for sessions that are new or at another hour, the journeys by each timetabled
way (by its place among the world's ways), whose targets are these sessions. Their
offers are rows of the offers as they would be (``Applied.offers``)."""


class Others(NamedTuple):
    """Journeys that are others than they were, to some of the sessions as they are now.

    The targets of the journeys count within these.
    """

    sessions: Ints
    journeys: Journeys


Rerouted = Mapping[int, Others]
"""Other journeys, by the way's place among the ways."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Baseline:
    """A week as it is, ready to be asked «what if».

    Attributes
    ----------
    found
        What the kernel says of it.
    """

    world: World
    lives: tuple[LifeNow, ...]
    found: RealChoice
    order: tuple[tuple[Longs, Longs], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        order = tuple(order_of(way) for way in self.world.ways)
        object.__setattr__(self, "order", order)

    @property
    def sessions(self) -> int:
        """Count the sessions of the week."""
        return len(self.world.sessions)

    def to(self, at: int, sessions: Ints) -> Journeys:
        """Take the journeys by one way to some sessions; targets count within these."""
        numbers = np.arange(len(sessions), dtype=np.int32)
        return _rows(self.world.ways[at], self.order[at], sessions, numbers)


class Part:
    """The offers of some groups, with their sessions and what leads to them."""

    def __init__(
        self, base: Baseline, offers: Offers, sessions: Sessions, mine: Flags
    ) -> None:
        self.base, self.not_reckoned = base, 0
        self.kept = mine[sessions.offer]
        row = np.cumsum(mine) - 1
        self.offers = Offers(
            kinds=offers.kinds,
            **{name: getattr(offers, name)[mine] for name in OFFER_COLUMNS},
        )
        self.whole = sessions
        self.sessions = Sessions(
            offer=row[sessions.offer[self.kept]].astype(np.int32),
            start=sessions.start[self.kept],
            end=sessions.end[self.kept],
            place=sessions.place[self.kept],
            sure=sessions.sure[self.kept],
            drop_in=sessions.drop_in[self.kept],
        )

    def ways(
        self, was: Ints, timed: Timed | None, rerouted: Rerouted
    ) -> list[Journeys]:
        """Take the journeys that lead to these sessions, of every area.

        Parameters
        ----------
        was
            Which session of the baseline each is; see ``Applied.was``.
        """
        places = np.unique(self.sessions.place[self.sessions.place >= 0])
        olds = was[self.kept]
        moved = np.flatnonzero(olds == UNKNOWN).astype(np.int32)
        same = np.flatnonzero(olds != UNKNOWN).astype(np.int32)
        new = np.flatnonzero(self.kept)[moved].astype(np.int32)
        more = timed(_some(self.whole, new)) if timed and len(moved) else {}
        told = []
        for at, way in enumerate(self.base.world.ways):
            if not way.timed:
                told.append(_rows(way, self.base.order[at], places, places))
                continue
            rows = self._as_before(at, (olds[same], same), rerouted.get(at))
            if len(moved) and at not in more:
                self.not_reckoned = len(moved)
            told.append(_joined(rows, more[at], moved) if at in more else rows)
        return told

    def _as_before(
        self, at: int, told: tuple[Ints, Ints], others: Others | None
    ) -> Journeys:
        """Take the journeys of one way to sessions that stay, some of them others.

        Parameters
        ----------
        told
            Their numbers in the baseline, and here.
        """
        (olds, same), way = told, self.base.world.ways[at]
        if others is None:
            return _rows(way, self.base.order[at], olds, same)
        place = np.full(self.base.sessions, UNKNOWN, dtype=np.int32)
        place[others.sessions] = np.arange(len(others.sessions), dtype=np.int32)
        within = place[olds]
        is_other, new = within >= 0, others.journeys
        kept = _rows(way, self.base.order[at], olds[~is_other], same[~is_other])
        put = np.arange(np.count_nonzero(is_other), dtype=np.int32)
        more = _rows(new, order_of(new), within[is_other], put)
        return _joined(kept, more, same[is_other])

    def world(self, ways: list[Journeys], areas: Ints) -> World:
        """Make a world of them, as wide as the areas that matter."""
        whole = self.base.world
        return World(
            areas=Areas(
                people=whole.areas.people[:, areas],
                need_class=whole.areas.need_class[areas],
                inside=whole.areas.inside[areas],
            ),
            offers=self.offers,
            sessions=self.sessions,
            places=whole.places,
            ways=tuple(
                way._replace(begin=way.begin[areas], end=way.end[areas]) for way in ways
            ),
            hours=whole.hours,
            terms=whole.terms,
        )


def order_of(way: Journeys) -> tuple[Longs, Longs]:
    """Order the rows by target, and say where each target's begin."""
    order = np.argsort(way.target, kind="stable")
    many = int(way.target.max(initial=-1)) + 2
    starts = np.searchsorted(way.target[order], np.arange(many))
    return order, starts.astype(np.int64)


def retimed(base: Baseline, at: int, others: Others) -> Ints:
    """List the sessions to which some journey by a way is truly another one."""
    many = max(1, len(others.sessions))
    ways = (base.to(at, others.sessions), others.journeys)
    both = np.concatenate([_distinct(_packed(one, many)) for one in ways])
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    same = (both[1:] == both[:-1]).all(axis=1)
    alone = ~np.append(same, [False]) & ~np.append([False], same)
    alone = alone[: len(both)]
    changed: Ints = others.sessions[np.unique(both[alone, 0] % many)]
    return changed


def _packed(way: Journeys, many: int) -> Longs:
    """Give each journey as two numbers: from where to what; and how long, in one."""
    rows = _laid(way)
    area = np.repeat(np.arange(len(way.begin)), way.end - way.begin)
    long = np.zeros(len(rows), dtype=np.int64)
    for column, usual in (
        (way.there, way.there),
        (way.back, way.back),
        (way.there_sure, way.there),
        (way.back_sure, way.back),
    ):
        told = usual if column is None else column
        long = (long << 16) | told[rows].astype(np.int64)
    return np.column_stack([area * many + way.target[rows], long])


def _distinct(rows: Longs) -> Longs:
    """Order by both numbers, and take each pair once."""
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    first = np.append([True], (rows[1:] != rows[:-1]).any(axis=1))
    return np.asarray(rows[first[: len(rows)]])


def _rows(
    way: Journeys, ordered: tuple[Longs, Longs], targets: Ints, now: Ints
) -> Journeys:
    """Take the rows that lead to these targets, under their numbers of now."""
    order, starts = ordered
    inside = targets < len(starts) - 1
    targets, now = targets[inside], now[inside]
    lengths = starts[targets + 1] - starts[targets]
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    rows = order[np.repeat(starts[targets], lengths) + within]
    turned = np.argsort(rows, kind="stable")
    rows = rows[turned]
    return Journeys(
        begin=np.searchsorted(rows, way.begin).astype(np.int64),
        end=np.searchsorted(rows, way.end).astype(np.int64),
        target=np.repeat(now, lengths)[turned].astype(np.int32),
        there=way.there[rows],
        back=way.back[rows],
        there_sure=None if way.there_sure is None else way.there_sure[rows],
        back_sure=None if way.back_sure is None else way.back_sure[rows],
        timed=way.timed,
    )


def _laid(way: Journeys) -> Longs:
    """List the rows area by area; some may stand in two areas."""
    lengths = way.end - way.begin
    first = np.cumsum(lengths) - lengths
    rows = np.repeat(way.begin - first, lengths) + np.arange(lengths.sum())
    return np.asarray(rows, dtype=np.int64)


def _some(sessions: Sessions, rows: Ints) -> Sessions:
    return Sessions(
        offer=sessions.offer[rows],
        start=sessions.start[rows],
        end=sessions.end[rows],
        place=sessions.place[rows],
        sure=sessions.sure[rows],
        drop_in=sessions.drop_in[rows],
    )


def _joined(some: Journeys, more: Journeys, numbers: Ints) -> Journeys:
    """Lay the journeys to new sessions behind the others, area by area."""
    both = (some, some.target), (more, numbers[more.target])
    area = np.concatenate(
        [np.repeat(np.arange(len(way.begin)), way.end - way.begin) for way, _ in both]
    )
    order = np.argsort(area, kind="stable")
    ends = np.cumsum((some.end - some.begin) + (more.end - more.begin))

    def laid(of: Callable[[Journeys], Shorts | None], usual: str) -> Shorts:
        told = []
        for way, _ in both:
            column = of(way)
            plain: Shorts = getattr(way, usual)
            told.append((plain if column is None else column)[_laid(way)])
        return np.concatenate(told)[order]

    target = np.concatenate([told[_laid(way)] for way, told in both])
    return Journeys(
        begin=np.concatenate([[0], ends[:-1]]).astype(np.int64),
        end=ends.astype(np.int64),
        target=target[order].astype(np.int32),
        there=laid(lambda way: way.there, "there"),
        back=laid(lambda way: way.back, "back"),
        there_sure=laid(lambda way: way.there_sure, "there"),
        back_sure=laid(lambda way: way.back_sure, "back"),
        timed=True,
    )
