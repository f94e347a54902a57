"""At which time of the week does one thing fit somebody best, if at any?"""

from collections.abc import Iterator
from dataclasses import dataclass

from weft.access.domain.fit import (
    SURE_DAYS,
    Cause,
    Circumstances,
    Obstacle,
    Plane,
    Visit,
    obstacles,
    plane,
    stay,
)
from weft.access.domain.travel import Journey, Way, journey
from weft.access.queries.values import Wanted
from weft.assets.queries.search import Candidate
from weft.commons.times import Window

AT_HOME = Journey(way=Way.FOOT, minutes=0, metres=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One candidate, at its best time, with what stands in the way then."""

    candidate: Candidate
    journey: Journey
    visit: Visit
    standing: frozenset[Obstacle]
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


def circumstances(wanted: Wanted) -> Circumstances:
    """Take what decides whether something fits out of what was said."""
    return Circumstances(
        free=wanted.windows,
        minutes_each_way=wanted.minutes_each_way,
        most_pence=wanted.most_pence,
        wishes=wanted.wishes,
        languages=wanted.languages,
    )


def weighed(candidate: Candidate, wanted: Wanted) -> Weighed | None:
    """Weigh every time of one thing and keep the best.

    Returns
    -------
    Weighed or None
        The time with the fewest walls, then the fewest questions, then the earliest.
        None where nobody knows the hours.
    """
    if not candidate.always_open and not candidate.hours_known:
        return None
    way = _way(candidate, wanted)
    life = circumstances(wanted)
    tried = [
        (visit, obstacles(visit, life)) for visit in _visits(candidate, way, wanted)
    ]
    if not tried:
        visit = _visit(candidate, way, None, wanted)
        off = obstacles(visit, life) | {Obstacle(Cause.NOT_THIS_WEEK)}
        return Weighed(candidate=candidate, journey=way, visit=visit, standing=off)
    visit, standing = min(tried, key=_worth)
    return Weighed(
        candidate=candidate,
        journey=way,
        visit=visit,
        standing=standing,
        others=tuple(
            other.session
            for other, theirs in tried
            if theirs == standing and other is not visit and other.session is not None
        ),
    )


def told_in_order(standing: Iterator[Obstacle]) -> tuple[Obstacle, ...]:
    """Put obstacles in the order of their causes, and facts in theirs."""
    causes = list(Cause)
    return tuple(
        sorted(standing, key=lambda one: (causes.index(one.cause), one.field or ""))
    )


def _worth(tried: tuple[Visit, frozenset[Obstacle]]) -> tuple[int, int, float]:
    """Say how good a time is: lower is better."""
    visit, standing = tried
    walls = sum(one.known for one in standing)
    start = visit.session.start.timestamp() if visit.session else 0.0
    return walls, len(standing) - walls, start


def _way(candidate: Candidate, wanted: Wanted) -> Journey:
    """Estimate the way to the door or the nearest gate; what is online needs none."""
    if candidate.point is None or candidate.online:
        return AT_HOME
    doors = candidate.gates or (candidate.point,)
    nearest = min(doors, key=wanted.start.metres_to)
    return journey(wanted.start, nearest, wanted.ways)


def _visits(candidate: Candidate, way: Journey, wanted: Wanted) -> Iterator[Visit]:
    """List every time of the week at which somebody could be there."""
    if candidate.always_open:
        yield _always(candidate, way, wanted)
        return
    for time in candidate.times:
        session = _left_of(candidate, time.window, way, wanted)
        if session is not None:
            yield _visit(candidate, way, session, wanted, dated=time.certain)


def _left_of(
    candidate: Candidate, window: Window, way: Journey, wanted: Wanted
) -> Window | None:
    """Say what is left of a time that may have begun, and fits into free time best."""
    now = wanted.now or window.start
    if not candidate.drop_in:
        return window if window.start >= now else None
    if window.end <= now:
        return None
    left = Window(max(window.start, now), window.end)
    return (_stay(left, way, wanted) or left) if wanted.windows else left


def _always(candidate: Candidate, way: Journey, wanted: Wanted) -> Visit:
    """Give a visit to what is always open: any free time that is long enough."""
    if not wanted.windows:
        return _visit(candidate, way, None, wanted)
    week = wanted.week.window.widened(24 * 60)
    return _visit(candidate, way, _stay(week, way, wanted) or week, wanted)


def _stay(open_from_to: Window, way: Journey, wanted: Wanted) -> Window | None:
    """Find the longest stay in free time."""
    return stay(
        open_from_to,
        free=wanted.windows,
        minutes_there=way.minutes,
        minutes_back=way.minutes,
    )


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
    way: Journey,
    session: Window | None,
    wanted: Wanted,
    *,
    dated: bool = True,
) -> Visit:
    """See one time of a candidate from somebody's front door."""
    return Visit(
        session=session,
        minutes_there=way.minutes,
        minutes_back=way.minutes,
        dated=dated,
        fresh=_fresh(candidate, wanted),
        walk_in=candidate.drop_in,
        price_pence=candidate.price_pence,
        facts={fact.field: fact.value for fact in candidate.facts},
        languages=frozenset(candidate.languages),
    )
