"""How is the way to each of a few things told, there and home again?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from weft.access.domain.fit import Plane
from weft.access.domain.going import Basis, Trip
from weft.access.domain.journeys.fare import FareTold, fare_told
from weft.access.domain.journeys.from_home import looked_up_to
from weft.access.domain.journeys.means import Means
from weft.access.domain.journeys.telling import Teller, WayTold
from weft.access.domain.timetable import MustBeBooked, booked_between
from weft.access.domain.travel import Way
from weft.access.queries.going import going_of, surroundings
from weft.access.queries.values import Choice, Wanted
from weft.access.queries.weighing import doors_of
from weft.assets.queries.search import Candidate
from weft.commons.places import Point
from weft.commons.saying import day_of
from weft.commons.times import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class ThereAndBack:
    """One way there and one home, each leg by leg; ``fare`` where a bus is taken."""

    there: WayTold
    back: WayTold
    fare: FareTold | None = None


def ways_told(wanted: Wanted, shown: Iterable[Choice]) -> Mapping[int, ThereAndBack]:
    """Tell the ways to what a page shows, by the number of its listing.

    Nothing is told of what is online, at no certain time, or where the way is an
    estimate from the straight line.
    """
    found = {}
    for choice in shown:
        told = _told(wanted, choice)
        if told is not None:
            found[choice.listing] = told
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One time that something is on, with the way there and home.

    ``told`` is None where the way is an estimate, or there is none. ``booked`` comes
    only for those who ring before, near both doors on that day; no time is reckoned
    with it.
    """

    window: Window
    trip: Trip
    told: ThereAndBack | None
    booked: tuple[MustBeBooked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTo:
    """The way to one offer, for each of its next times in a week.

    ``nowhere`` is True of what is online, or of which nobody has told us where it is.
    """

    basis: Basis
    nowhere: bool
    occasions: tuple[Occasion, ...]


def way_to(found: Candidate, wanted: Wanted, *, most: int) -> WayTo:
    """Tell the way to an offer and home again.

    Parameters
    ----------
    found
        The offer, with its times in the week.
    wanted
        Where from, how, in which week and from when on; nothing else of it counts.
    most
        How many times at most.
    """
    going, doors = going_of(wanted), doors_of(found)
    now = wanted.now
    windows = [one.window for one in found.times if now is None or one.window.end > now]
    occasions = []
    for window in windows[:most] if doors else ():
        trip = min(going.trips(doors, window), key=_best)
        told = _way(wanted, trip, doors, window)
        booked = _booked(wanted, doors, window)
        occasions.append(Occasion(window=window, trip=trip, told=told, booked=booked))
    return WayTo(
        basis=going.basis,
        nowhere=not doors,
        occasions=tuple(occasions),
    )


def _booked(
    wanted: Wanted, doors: Sequence[Point], session: Window
) -> tuple[MustBeBooked, ...]:
    """List what fetches those who ring, on the day of a session."""
    around = surroundings(wanted.start_region)
    if around is None or around.timetable is None or Way.BUS not in wanted.ways:
        return ()
    own = Way.WHEELS if Way.WHEELS in wanted.ways else Way.FOOT
    means = Means(own, Plane.POSSIBLE, by_bus=True)
    gates = tuple(doors) if len(doors) > 1 else ()
    here, there = around.homes([wanted.start]), around.doors([doors[0]], [gates])
    return booked_between(
        around.timetable,
        day_of(session.start),
        from_stops=around.to_stops(here, means).there.to,
        to_stops=around.to_stops(there, means).back.to,
    )


def _best(trip: Trip) -> tuple[int, bool]:
    """Say how good a trip is: lower is better."""
    return trip.longest, not trip.sure


def _told(wanted: Wanted, choice: Choice) -> ThereAndBack | None:
    """Tell the way to something that fits."""
    if choice.trip is None or choice.window is None:
        return None
    return _way(wanted, choice.trip, choice.doors, choice.window)


def _way(
    wanted: Wanted, trip: Trip, doors: Sequence[Point], session: Window
) -> ThereAndBack | None:
    """Tell one way there and home."""
    around = surroundings(wanted.start_region)
    if around is None or trip.basis is Basis.STRAIGHT_LINE:
        return None
    by_bus = trip.basis is Basis.TIMETABLE and trip.own in {Way.FOOT, Way.WHEELS}
    plane = Plane.CERTAIN if trip.sure else Plane.POSSIBLE
    teller = Teller(
        around=around,
        start=wanted.start,
        doors=doors,
        means=Means(trip.own, plane, by_bus=by_bus),
        limit=looked_up_to(wanted.minutes_each_way),
    )
    there, back = teller.there(session.start), teller.back(session.end)
    if there is None or back is None:
        return None
    timetable = around.timetable
    fare = fare_told(timetable.fares, there, back) if timetable else None
    return ThereAndBack(there=there, back=back, fare=fare)
