"""How does everybody get everywhere: all areas, all places, all sessions of a week?

In the form that the reckoning of real choice takes. Without buses a way takes as long
at every hour, and leads to places. With buses it leads to sessions: there by the latest
departure that arrives by the start, back by the first arrival home after the end, each
by bus or all the way by oneself, whichever is sooner.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.choice.values import Journeys
from weft.access.domain.journeys.means import PLANES, Means
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.journeys.surroundings import Doors, Flags, Surroundings
from weft.access.domain.spans import FAR
from weft.access.domain.straight import near
from weft.access.domain.streets.search import dense
from weft.access.domain.timetable import (
    Around,
    Limits,
    week_spans,
)
from weft.access.domain.timetable import turned as turned_round
from weft.access.domain.travel import USUAL, Estimate, Way
from weft.commons.places import Point
from weft.commons.times import Week

Spans = NDArray[np.uint16]
AT_ONCE = 20_000_000
"""Spans held in memory together while rows are picked: 40 MB for each of four."""


FEWER = 2
"""So many times fewer places than homes: then the search begins at the places."""


class Block(NamedTuple):
    """Spans from some areas to all targets, on both planes; areas by targets."""

    there: Spans
    back: Spans
    there_sure: Spans
    back_sure: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What journeys are asked for.

    Attributes
    ----------
    way
        One way of getting about.
    horizon
        The longest way that is of interest, in deciseconds; at most 65,534.
    workers
        How many threads; the answers do not depend on it.
    """

    way: Way
    horizon: int
    workers: int = 1


def by_straight_lines(
    areas: Sequence[Point],
    places: Sequence[Point],
    asked: Asked,
    *,
    estimate: Estimate = USUAL,
) -> Journeys:
    """Estimate, where no street map is loaded: there and back are the same."""
    told = near(areas, places, asked.way, horizon=asked.horizon, estimate=estimate)
    return Journeys(told.first[:-1], told.first[1:], told.place, told.takes, told.takes)


@dataclass(frozen=True, slots=True, eq=False)
class Everybody:
    """All areas by their points, and all places by their doors.

    What no street leads from or to, as far as the map goes, is reached by a straight
    line; on wheels possibly only, since steps on it are not known.
    """

    around: Surroundings
    homes: Doors
    places: Doors

    def by_street(self, asked: Asked) -> Journeys:
        """Go all the way along the streets, to each place."""
        return _picked(
            self.walks(asked), self.homes.count, self.places.count, timed=False
        )

    def by_bus(self, occasions: Occasions, asked: Asked, *, week: Week) -> Journeys:
        """Go by oneself, and by bus where that is sooner, to each session of a week.

        Raises
        ------
        ValueError
            For a bike or a car: it is not taken onto a bus; and without a timetable.
        """
        walks = self.walks(asked)
        certain, possible = (
            week_spans(
                self.around.buses,
                week,
                occasions.events,
                *self.at_stops(Means(asked.way, plane), asked),
            )
            for plane in PLANES
        )
        nowhere = occasions.place < 0

        def block(begin: int, end: int) -> Block:
            walked = walks(begin, end)

            def sooner(walk: Spans, spans: Spans, of: NDArray[np.intp]) -> Spans:
                ridden = spans[of, begin:end].T
                found: Spans = np.minimum(walk[:, occasions.place], ridden)
                found[:, nowhere] = FAR
                return found

            there_sure = sooner(walked.there_sure, certain.there, certain.there_of)
            back_sure = sooner(walked.back_sure, certain.back, certain.back_of)
            there = sooner(walked.there, possible.there, possible.there_of)
            back = sooner(walked.back, possible.back, possible.back_of)
            # A door hangs on the nearest stretch of each plane (as in ``walks``), so
            # that the walk to a stop may be longer on the possible one.
            return Block(
                np.minimum(there, there_sure),
                np.minimum(back, back_sure),
                there_sure,
                back_sure,
            )

        return _picked(block, self.homes.count, len(occasions.place), timed=True)

    def near(self, asked: Asked) -> NDArray[np.bool_]:
        """Tell which places anybody reaches by themselves, there and back."""
        found = np.zeros(self.places.count, dtype=np.bool_)
        found[self.by_street(asked).target] = True
        return found

    def walks(self, asked: Asked) -> Callable[[int, int], Block]:
        """Lay out all ways by oneself, to be reckoned a block of areas at a time."""
        if len(self.places.entered.of) * FEWER < self.homes.count:
            whole = self._walks_from_places(asked)
            return lambda begin, end: Block(*(told[begin:end] for told in whole))
        between = [
            self.around.between(self.homes, self.places, Means(asked.way, plane))
            for plane in PLANES
        ]
        searches = [
            plane.asked(asked.horizon, turned=turned)
            for plane in between
            for turned in (False, True)
        ]

        def block(begin: int, end: int) -> Block:
            there_sure, back_sure, there, back = (
                dense(ground, seeds, limit, targets, begin, end)
                for ground, seeds, limit, targets, *_ in searches
            )
            found = Block(there, back, there_sure, back_sure)
            return self._whole(found, asked, begin)

        return block

    def _whole(self, found: Block, asked: Asked, begin: int) -> Block:
        """Add what the streets cannot tell; and what is certain is possible.

        A place hangs on the nearest stretch of each plane, and the nearest possible
        one may begin with a longer way.
        """
        if any(off.any() for off in self.off):
            lines = self._by_lines(asked, begin, begin + len(found.there))
            sure = np.uint16(FAR) if asked.way is Way.WHEELS else lines
            found = Block(
                *(np.minimum(told, lines) for told in found[:2]),
                *(np.minimum(told, sure) for told in found[2:]),
            )
        there, back, there_sure, back_sure = found
        return Block(
            np.minimum(there, there_sure),
            np.minimum(back, back_sure),
            there_sure,
            back_sure,
        )

    @property
    def off(self) -> tuple[Flags, Flags]:
        """Tell which areas, and which places, hang on no street."""
        off = self.around.off_the_streets
        return off(self.homes), off(self.places)

    def _by_lines(self, asked: Asked, begin: int, end: int) -> Spans:
        """Estimate the ways that the streets cannot tell, areas by places; else FAR."""
        found = np.full((end - begin, self.places.count), FAR, np.uint16)
        no_home, no_place = self.off
        every = np.ones(self.places.count, np.bool_)
        here = np.arange(begin, end)
        for some, towards in ((here[no_home[here]], every), (here, no_place)):
            places = np.flatnonzero(towards)
            told = near(
                [self.homes.points[n] for n in some.tolist()],
                [self.places.points[n] for n in places.tolist()],
                asked.way,
                horizon=asked.horizon,
            )
            rows = np.repeat(some - begin, np.diff(told.first))
            found[rows, places[told.place]] = told.takes
        return found

    def _walks_from_places(self, asked: Asked) -> Block:
        """Reckon the same from the other end: sooner where there are few places."""
        entered = self.places.entered
        gates = Doors(replace(entered, of=np.arange(len(entered.of))), len(entered.of))
        spans: list[Spans] = []
        for plane in reversed(PLANES):
            between = self.around.between(gates, self.homes, Means(asked.way, plane))
            for turned in (True, False):  # from homes to gates, then home again
                told = dense(*between.asked(asked.horizon, turned=turned))
                nearest = np.full(
                    (self.places.count, self.homes.count), FAR, told.dtype
                )
                np.minimum.at(nearest, entered.of, told)
                spans.append(nearest.T)
        return self._whole(Block(*spans), asked, 0)

    def at_stops(self, means: Means, asked: Asked) -> tuple[Around, Limits]:
        """Lay out what is not riding: from homes and places to stops, and changes."""
        at_places = self.around.to_stops(self.places, means)
        at_homes = self.around.to_stops(self.homes, means)
        stops = self.around.stops().count
        around = Around(
            changing=self.around.changing(means),
            from_places=at_places.there,
            to_places=at_places.back,
            from_areas=turned_round(at_homes.there, stops),
            to_areas=turned_round(at_homes.back, stops),
            areas=self.homes.count,
        )
        limits = Limits(rider=means.rider, within=asked.horizon, workers=asked.workers)
        return around, limits


def _picked(
    block: Callable[[int, int], Block], areas: int, targets: int, *, timed: bool
) -> Journeys:
    """Keep what is within reach both ways, area by area, targets in their order."""
    several = max(1, AT_ONCE // max(1, targets))
    counts, rows = [np.zeros(1, np.int64)], []
    for begin in range(0, areas, several):
        spans = block(begin, min(begin + several, areas))
        reached = (spans.there < FAR) & (spans.back < FAR)
        counts.append(np.count_nonzero(reached, axis=1).astype(np.int64))
        rows.append(
            (
                np.nonzero(reached)[1].astype(np.int32),
                *(told[reached] for told in spans),
            )
        )
    first = np.cumsum(np.concatenate(counts))
    target, there, back, there_sure, back_sure = (
        np.concatenate([np.zeros(0, kind), *(row[n] for row in rows)])
        for n, kind in enumerate((np.int32, *[np.uint16] * 4))
    )
    alike = (there == there_sure).all() and (back == back_sure).all()
    return Journeys(
        begin=first[:-1],
        end=first[1:],
        target=target,
        there=there,
        back=back,
        there_sure=None if alike else there_sure,
        back_sure=None if alike else back_sure,
        timed=timed,
    )
