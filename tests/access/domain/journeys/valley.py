"""One long road with a bus along it: a home at one end, a hall at the other."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np

from tests.access.domain.timetable.little import Trip, timetable_of
from tests.access.streets_to_build import Valley, degrees
from weft.access.domain.journeys.from_home import FromHome
from weft.access.domain.journeys.surroundings import Surroundings
from weft.access.domain.travel import Way
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window

WEEK = Week(date(2026, 11, 23))
TUESDAY = datetime(2026, 11, 24, tzinfo=LONDON)
SPOTS = {"a": (0, 0), "b": (300, 0), "c": (3_300, 0), "d": (6_300, 0), "e": (6_600, 0)}
STOPS = (SPOTS["b"], SPOTS["c"], SPOTS["d"])


def point(east, north):
    ((longitude, latitude),) = degrees((east, north))
    return Point(latitude, longitude)


HOME, HALL, HALFWAY = point(0, 0), point(6_600, 0), point(3_450, 0)


def tuesday(start, end=None):
    first = TUESDAY + timedelta(hours=start)
    return first if end is None else Window(first, TUESDAY + timedelta(hours=end))


def a_bus(*at, back=False, accessible=0):
    """It takes ten minutes from stop to stop; ``at`` is when it leaves the first."""
    stops = (2, 1, 0) if back else (0, 1, 2)
    return Trip(
        tuple((stop, at[0] + 10 * n, at[0] + 10 * n) for n, stop in enumerate(stops)),
        accessible=accessible,
    )


def buses(*trips, boarding=(0, 0, 0)):
    """A timetable for the whole week, with its stops on the road."""
    told = timetable_of(trips, boarding)
    places = [point(*spot) for spot in STOPS]
    return replace(
        told,
        stop_name=np.array(["Mill Lane", "Halfway House", "Clothmarket"]),
        stop_lat=np.array([one.latitude for one in places]),
        stop_lon=np.array([one.longitude for one in places]),
        service_first=np.array([WEEK.days[0].toordinal()], np.int32),
        service_last=np.array([WEEK.days[-1].toordinal()], np.int32),
    )


def the_road(**tags):
    valley = Valley(**SPOTS)
    return valley.street("abcde", name="Long Lane", **tags).network()


def around(*trips, boarding=(0, 0, 0), **tags):
    told = buses(*trips, boarding=boarding) if trips else None
    return Surroundings(the_road(**tags), told)


def going(surroundings, *ways, minutes=30):
    return FromHome(
        around=surroundings,
        start=HOME,
        ways=ways or (Way.FOOT, Way.BUS),
        week=WEEK,
        minutes=minutes,
    )
