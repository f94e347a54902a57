"""How does one get to sessions that are new or moved, and with buses that run more?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from weft.access.domain.choice.values import Flags, Ints, Journeys, Sessions
from weft.access.domain.journeys.everybody import Asked, Everybody
from weft.access.domain.journeys.for_all import REAL, paid
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.journeys.surroundings import Doors, Surroundings
from weft.access.domain.spans import MINUTE
from weft.access.domain.timetable import Timetable
from weft.access.domain.timetable.lines import (
    Line,
    MoreRun,
    lines_of,
    run_at,
    runs_like,
    span_of,
    with_more,
)
from weft.access.domain.travel import Way
from weft.access.domain.whatif import Others, Runs, Trip
from weft.access.domain.whatif.parts import Rerouted
from weft.access.queries.everybody.world import WeekAround
from weft.access.queries.going import surroundings
from weft.commons.errors import NotPossible
from weft.commons.times import Week

NOWHERE = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Buses:
    """A week's timetable, ready to be asked for other journeys.

    Attributes
    ----------
    around
        The streets and the timetable; ``homes`` hang on them.
    week_around
        What was reckoned.
    lines
        Those that run in the week.
    ways
        What goes to the bus, by the way's place among the world's ways.
    """

    around: Surroundings
    homes: Doors
    week_around: WeekAround
    lines: tuple[Line, ...]
    ways: Mapping[int, Way]

    def timed(self, sessions: Sessions) -> Mapping[int, Journeys]:
        """Give the journeys to sessions that are new or moved (``whatif.Timed``)."""
        place = np.where(sessions.place >= REAL, sessions.place - REAL, NOWHERE)
        doors = self._doors_of_offers()
        stays = (sessions.place == NOWHERE) & (sessions.offer < len(doors))
        place[stays] = doors[sessions.offer[stays]]
        place[sessions.drop_in] = NOWHERE  # one comes by bus to one of its stays
        return self._journeys(Occasions(_ints(place), sessions.start, sessions.end))

    def _doors_of_offers(self) -> Ints:
        """Say at which place each offer of the week is; -1 at none."""
        told = self.week_around.laid
        doors = np.full(len(told.offers), NOWHERE, np.int32)
        here = told.occasions.place >= 0
        doors[told.sessions.offer[here]] = told.occasions.place[here]
        return doors

    def with_more(self, trips: Sequence[Trip | Runs]) -> tuple["Buses", Rerouted]:
        """Let more buses run, and say which journeys are others by that.

        Raises
        ------
        NotPossible
            When there is no such line in this week.
        """
        week, usual = self.week_around.week, self.around.buses
        runs = [run for trip in trips for run in self._runs(trip, usual, week)]
        if not runs:
            return self, {}
        around = self.around.with_timetable(with_more(usual, runs))
        more = Buses(
            around=around,
            homes=self.homes,
            week_around=self.week_around,
            lines=self.lines,
            ways=self.ways,
        )
        spans = [span_of(usual, week, run) for run in runs]
        sessions = _ints(np.flatnonzero(self._may_change(spans)))
        told = self.week_around.laid.occasions
        found = more._journeys(told.at(sessions))
        return more, {at: Others(sessions, one) for at, one in found.items()}

    def _runs(
        self, trip: Trip | Runs, usual: Timetable, week: Week
    ) -> tuple[MoreRun, ...]:
        """Say what runs more."""
        if isinstance(trip, Runs):
            line = next((one for one in self.lines if one.name == trip.line), None)
            if line is None or max(trip.day, trip.like) >= len(week.days):
                raise NotPossible(f"No line «{trip.line}» runs here in this week.")
            return runs_like(usual, week, line, day=trip.day, like=trip.like)
        for line in self.lines:
            for one in line.directions:
                if one.name == trip.route:
                    return (run_at(usual, week, one.trip, trip.minute * MINUTE),)
        raise NotPossible(f"No bus «{trip.route}» runs here in this week.")

    def _may_change(self, spans: Sequence[tuple[int, int]]) -> Flags:
        """Say to which sessions a bus on its way then may be of use."""
        told, horizon = self.week_around.laid.occasions, self.week_around.terms.horizon
        change = np.zeros(len(told.place), np.bool_)
        for begin, end in spans:
            change |= (begin <= told.start) & (told.start - horizon <= end)
            change |= (begin <= told.end + horizon) & (told.end <= end)
        return np.asarray(change & (told.place >= 0))

    def _journeys(self, occasions: Occasions) -> Mapping[int, Journeys]:
        """Go by each way with buses to some occasions; only their places matter."""
        places = np.unique(occasions.place[occasions.place >= 0])
        told = [self.week_around.laid.places[place] for place in places.tolist()]
        doors = self.around.doors(
            [point for point, _ in told], [gates for _, gates in told]
        )
        if not told:
            return {}
        everybody = Everybody(self.around, self.homes, doors)
        place = np.searchsorted(places, np.maximum(occasions.place, places[0]))
        at = Occasions(
            _ints(np.where(occasions.place >= 0, place, NOWHERE)),
            occasions.start,
            occasions.end,
        )
        week, horizon = self.week_around.week, self.week_around.terms.horizon
        by_bus = {
            row: everybody.by_bus(at, Asked(way=way, horizon=horizon), week=week)
            for row, way in self.ways.items()
        }
        rows = (row for rows in self.week_around.paid_rows.values() for row, _ in rows)
        money = paid(everybody, at, self.week_around.money, week, horizon)
        return by_bus | dict(zip(rows, money, strict=True))


def buses_of(around: WeekAround) -> Buses | None:
    """Take a week's buses; None where no timetable speaks of it."""
    told = surroundings(around.region)
    ways = {row: way for (way, by_bus), row in around.row_of.items() if by_bus}
    if told is None or not told.speaks_of(around.week) or not ways:
        return None
    homes = [area.point for area in around.areas if area.point is not None]
    return Buses(
        around=told,
        homes=told.homes(homes),
        week_around=around,
        lines=lines_of(told.buses, around.week),
        ways=ways,
    )


def _ints(told: "np.typing.ArrayLike") -> Ints:
    return np.asarray(told, dtype=np.int32)
