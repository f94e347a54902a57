"""How is the way to each of a few things told, there and home again?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from weft.access.domain.fit import Plane
from weft.access.domain.going import Basis
from weft.access.domain.journeys.from_home import FURTHER
from weft.access.domain.journeys.means import Means
from weft.access.domain.journeys.surroundings import MINUTE
from weft.access.domain.journeys.telling import Teller, WayTold
from weft.access.domain.streets.search import LONGEST
from weft.access.domain.travel import Way
from weft.access.queries.going import surroundings
from weft.access.queries.values import Choice, Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class ThereAndBack:
    """One way there and one home, each leg by leg."""

    there: WayTold
    back: WayTold


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


def _told(wanted: Wanted, choice: Choice) -> ThereAndBack | None:
    """Tell one way there and home."""
    trip, session = choice.trip, choice.window
    around = surroundings(wanted.start_region)
    if trip is None or session is None or around is None:
        return None
    if trip.basis is Basis.STRAIGHT_LINE:
        return None
    by_bus = trip.basis is Basis.TIMETABLE and trip.own in {Way.FOOT, Way.WHEELS}
    plane = Plane.CERTAIN if trip.sure else Plane.POSSIBLE
    teller = Teller(
        around=around,
        start=wanted.start,
        doors=choice.doors,
        means=Means(trip.own, plane, by_bus=by_bus),
        limit=min(wanted.minutes_each_way * MINUTE + FURTHER, LONGEST),
    )
    there, back = teller.there(session.start), teller.back(session.end)
    if there is None or back is None:
        return None
    return ThereAndBack(there=there, back=back)
