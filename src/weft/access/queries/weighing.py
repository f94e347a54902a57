"""At which time of the week does one thing fit somebody best, if at any?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from weft.access.domain.fit import (
    SURE_DAYS,
    Cause,
    Circumstances,
    Lack,
    Obstacle,
    Plane,
    Visit,
    lacking,
    obstacles,
    plane,
)
from weft.access.domain.going import Asked, Going, Trip, stay
from weft.access.domain.travel import Way
from weft.access.queries.values import Wanted
from weft.assets.queries.search import Candidate
from weft.commons.places import Point
from weft.commons.times import Window

AT_HOME = Trip(
    own=Way.FOOT,
    way=Way.FOOT,
    way_back=Way.FOOT,
    minutes_there=0,
    minutes_back=0,
    metres=0,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One candidate, at its best time, with what stands in the way then."""

    candidate: Candidate
    trip: Trip
    visit: Visit
    standing: frozenset[Obstacle]
    lack: Lack | None = None  # where only some minutes of free time lack
    others: tuple[Window, ...] = ()

    @property
    def plane(self) -> Plane:
        """Say how sure we are."""
        return plane(self.standing)

    @property
    def walls(self) -> tuple[Obstacle, ...]:
        """List what is known to stand in the way, in the order in which it is told."""
        return told_in_order(one for one in self.standing if one.known)

    @property
    def questions(self) -> tuple[Obstacle, ...]:
        """List what nobody has told us, in the order in which it is asked."""
        return told_in_order(one for one in self.standing if not one.known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """One trip to one time."""

    trip: Trip
    visit: Visit
    standing: frozenset[Obstacle]
    lack: Lack | None

    @property
    def worth(self) -> tuple[int, int, int, float, int]:
        """Say how good it is: lower is better."""
        walls = sum(one.known for one in self.standing)
        start = self.visit.session.start.timestamp() if self.visit.session else 0.0
        lacks = self.lack.minutes if self.lack else 0
        return walls, len(self.standing) - walls, lacks, start, self.trip.longest


def circumstances(wanted: Wanted) -> Circumstances:
    """Take what decides whether something fits out of what was said."""
    return Circumstances(
        free=wanted.windows,
        minutes_each_way=wanted.minutes_each_way,
        most_pence=wanted.most_pence,
        wishes=wanted.wishes,
        languages=wanted.languages,
    )


def weighed(candidate: Candidate, wanted: Wanted, going: Going) -> Weighed | None:
    """Weigh every time of one thing, and every way to it, and keep the best.

    Returns
    -------
    Weighed or None
        The time with the fewest walls, then the fewest questions, then the fewest
        minutes that lack, then the earliest, then the shorter way. None where nobody
        knows the hours.
    """
    if not candidate.always_open and not candidate.hours_known:
        return None
    life = circumstances(wanted)
    tried = [
        _tried(trip, visit, life) for trip, visit in _visits(candidate, going, wanted)
    ]
    if not tried:
        return _not_this_week(candidate, going, wanted, life)
    best = min(tried, key=lambda one: one.worth)
    return Weighed(
        candidate=candidate,
        trip=best.trip,
        visit=best.visit,
        standing=best.standing,
        lack=best.lack,
        others=_as_good(best, tried),
    )


def told_in_order(standing: Iterator[Obstacle]) -> tuple[Obstacle, ...]:
    """Put obstacles in the order of their causes, and facts in theirs."""
    causes = list(Cause)
    return tuple(
        sorted(standing, key=lambda one: (causes.index(one.cause), one.field or ""))
    )


def _tried(trip: Trip, visit: Visit, life: Circumstances) -> _Tried:
    """See what stands in the way of one trip to one time."""
    return _Tried(
        trip=trip,
        visit=visit,
        standing=obstacles(visit, life),
        lack=_lack(visit, life),
    )


def _lack(visit: Visit, life: Circumstances) -> Lack | None:
    """Say which minutes lack for the way, where the time itself suits."""
    away, session = visit.away, visit.session
    if away is None or session is None or not suits(session, life.free):
        return None
    return lacking(away, life.free)


def suits(session: Window, free: Sequence[Window]) -> bool:
    """Tell whether somebody is free for as long as it lasts, the way left aside."""
    return not free or any(session.within(window) for window in free)


def _as_good(best: _Tried, tried: Iterable[_Tried]) -> tuple[Window, ...]:
    """List the other times that fit just as well."""
    alike = (
        one.visit.session
        for one in tried
        if one.standing == best.standing and one.visit.session is not None
    )
    return tuple(
        dict.fromkeys(session for session in alike if session != best.visit.session)
    )


def _not_this_week(
    candidate: Candidate, going: Going, wanted: Wanted, life: Circumstances
) -> Weighed:
    """Say that it is not on, and what would stand in the way besides."""
    trip = min(_trips(candidate, going, None), key=lambda one: one.longest)
    visit = _visit(candidate, trip, None, wanted)
    off = obstacles(visit, life) | {Obstacle(Cause.NOT_THIS_WEEK)}
    return Weighed(candidate=candidate, trip=trip, visit=visit, standing=off)


def _trips(
    candidate: Candidate, going: Going, session: Window | None
) -> tuple[Trip, ...]:
    """Go to the door or to a gate; what is online needs no way."""
    doors = doors_of(candidate)
    return tuple(going.trips(doors, session)) if doors else (AT_HOME,)


def doors_of(candidate: Candidate) -> tuple[Point, ...]:
    """List where one goes in; none for what is online."""
    if candidate.point is None or candidate.online:
        return ()
    return candidate.gates or (candidate.point,)


def to_look_up(candidates: Iterable[Candidate], wanted: Wanted) -> Iterator[Asked]:
    """List the ways that will be asked about: those to times that suit."""
    for one in candidates:
        times = () if one.drop_in or one.always_open else one.times
        suiting = [t.window for t in times if suits(t.window, wanted.windows)]
        if doors := doors_of(one):
            yield doors, suiting


def _stays(
    candidate: Candidate, going: Going, open_from_to: Window, wanted: Wanted
) -> tuple[tuple[Window, Trip], ...]:
    """Find the longest stays in free time."""
    doors = doors_of(candidate)
    if doors:
        return tuple(going.stays(doors, open_from_to, wanted.windows))
    found = stay(open_from_to, free=wanted.windows, minutes_there=0, minutes_back=0)
    return ((found, AT_HOME),) if found else ()


def _visits(
    candidate: Candidate, going: Going, wanted: Wanted
) -> Iterator[tuple[Trip, Visit]]:
    """List every time of the week at which somebody could be there, and every way."""
    if candidate.always_open:
        yield from _always(candidate, going, wanted)
        return
    for time in candidate.times:
        for session, trip in _left_of(candidate, time.window, going, wanted):
            yield trip, _visit(candidate, trip, session, wanted, dated=time.certain)


def _left_of(
    candidate: Candidate, window: Window, going: Going, wanted: Wanted
) -> Iterator[tuple[Window, Trip]]:
    """Say what is left of a time that may have begun, and fits into free time best."""
    now = wanted.now or window.start
    if not candidate.drop_in:
        if window.start >= now:
            # To a time at which somebody is not free any hour's way tells enough.
            when = window if suits(window, wanted.windows) else None
            yield from ((window, trip) for trip in _trips(candidate, going, when))
        return
    if window.end <= now:
        return
    left = Window(max(window.start, now), window.end)
    stays = _stays(candidate, going, left, wanted) if wanted.windows else ()
    yield from stays or ((left, trip) for trip in _trips(candidate, going, None))


def _always(
    candidate: Candidate, going: Going, wanted: Wanted
) -> Iterator[tuple[Trip, Visit]]:
    """Give a visit to what is always open: any free time that is long enough."""
    if not wanted.windows:
        for trip in _trips(candidate, going, None):
            yield trip, _visit(candidate, trip, None, wanted)
        return
    week = wanted.week.window.widened(24 * 60)
    stays = _stays(candidate, going, week, wanted)
    for session, trip in stays or ((week, t) for t in _trips(candidate, going, None)):
        yield trip, _visit(candidate, trip, session, wanted)


def _fresh(candidate: Candidate, wanted: Wanted) -> bool:
    """Tell whether we still stand by what we were told; a moor does not move away."""
    if candidate.always_open:
        return True
    until = candidate.standing.sure_until
    if until is not None:
        return wanted.week.monday <= until
    # Listed before sureness was reckoned, or nobody knows since when.
    told = candidate.told_on
    return told is not None and (wanted.week.monday - told).days <= SURE_DAYS


def _visit(
    candidate: Candidate,
    trip: Trip,
    session: Window | None,
    wanted: Wanted,
    *,
    dated: bool = True,
) -> Visit:
    """See one time of a candidate from somebody's front door."""
    return Visit(
        session=session,
        minutes_there=trip.minutes_there,
        minutes_back=trip.minutes_back,
        dated=dated,
        fresh=_fresh(candidate, wanted),
        way_known=trip.sure,
        walk_in=candidate.drop_in,
        price_pence=candidate.price_pence,
        facts={fact.field: fact.value for fact in candidate.facts},
        languages=frozenset(candidate.languages),
    )
