"""Which services come there only for those who ring before? Told beside, never ridden.

Whether such a bus comes depends on a call that nobody has made yet, so no time is
reckoned with it; who needs it is told that it is there, when, and how one rings.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.timetable.days import service_start
from weft.access.domain.timetable.tables import Flags, Timetable
from weft.commons.times import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class MustBeBooked:
    """A service that fetches those who have rung.

    Attributes
    ----------
    name, operator
        Of its route, and whose it is.
    opens, closes
        Between which times it fetches, deciseconds since Monday.
    accessible
        Whether it takes a wheelchair: 0 unknown, 1 yes, 2 no.
    message, phone, address
        How one books, in the operator's own words; "" where they do not say.
    """

    name: str
    operator: str
    opens: int
    closes: int
    accessible: int
    message: str
    phone: str
    address: str


def booked_between(
    timetable: Timetable,
    day: date,
    *,
    from_stops: NDArray[np.integer],
    to_stops: NDArray[np.integer],
) -> tuple[MustBeBooked, ...]:
    """List what runs on a day and serves a stop of both, by the hour it opens.

    Parameters
    ----------
    from_stops, to_stops
        Rows of the stops near where somebody starts, and near where they go.
    """
    runs = np.append(timetable.runs(day), [False])
    start = service_start(Week.of(day), day)
    found = []
    for trip in np.unique(timetable.booked_trip).tolist():
        mine = timetable.booked_trip == trip
        at = timetable.booked_stop[mine]
        serves = np.isin(from_stops, at).any() and np.isin(to_stops, at).any()
        if serves and runs[timetable.trip_service[trip]]:
            found.append(_told(timetable, trip, mine, start))
    return tuple(sorted(found, key=lambda one: (one.opens, one.name)))


def _told(timetable: Timetable, trip: int, mine: Flags, start: int) -> MustBeBooked:
    """Tell one service; of several windows, from the first until the last."""
    route, rule = int(timetable.trip_route[trip]), int(timetable.booked_rule[mine][0])
    texts = (timetable.rule_message, timetable.rule_phone, timetable.rule_address)
    message, phone, address = (str(one[rule]) if rule >= 0 else "" for one in texts)
    return MustBeBooked(
        name=str(timetable.route_name[route]) if route >= 0 else "",
        operator=str(timetable.route_operator[route]) if route >= 0 else "",
        opens=start + int(timetable.booked_opens[mine].min()),
        closes=start + int(timetable.booked_closes[mine].max()),
        accessible=int(timetable.trip_accessible[trip]),
        message=message,
        phone=phone,
        address=address,
    )
