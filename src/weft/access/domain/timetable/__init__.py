"""When does a bus go there, and when is one home again? (docs/methods/timetable.md).

tables      the timetable of a region, as arrays
days        what runs on a real date: hops from stop to stop
changing    how long it takes to change
scan        the compiled scan over hops
reach       how long there and back: of one stop, one session, a week of a region
legs        one journey, leg by leg
booking     what comes only to those who ring before, told beside
"""

from weft.access.domain.timetable.booking import MustBeBooked, booked_between
from weft.access.domain.timetable.changing import (
    LEAST_CHANGE,
    NEVER,
    Changes,
    Changing,
    Walks,
    changing,
    turned,
    walks_from,
)
from weft.access.domain.timetable.days import (
    Day,
    Hops,
    Rider,
    day_of,
    since_monday,
)
from weft.access.domain.timetable.legs import (
    Ends,
    Journey,
    OnFoot,
    Ride,
    journey_back,
    journey_there,
)
from weft.access.domain.timetable.reach import (
    LONGEST,
    Around,
    Events,
    Limits,
    WeekSpans,
    earliest_arrivals,
    latest_departures,
    spans_back,
    spans_there,
    week_spans,
)
from weft.access.domain.timetable.tables import Timetable, silent_about

__all__ = [
    "LEAST_CHANGE",
    "LONGEST",
    "NEVER",
    "Around",
    "Changes",
    "Changing",
    "Day",
    "Ends",
    "Events",
    "Hops",
    "Journey",
    "Limits",
    "MustBeBooked",
    "OnFoot",
    "Ride",
    "Rider",
    "Timetable",
    "Walks",
    "WeekSpans",
    "booked_between",
    "changing",
    "day_of",
    "earliest_arrivals",
    "journey_back",
    "journey_there",
    "latest_departures",
    "silent_about",
    "since_monday",
    "spans_back",
    "spans_there",
    "turned",
    "walks_from",
    "week_spans",
]
