"""What is compiled before anybody asks?

Every kernel, by asking a road with one bus all that a region is asked: compiled once,
it is kept beside its module. Nobody then waits for it at their first question
(some 30 seconds of a processor; docs/running/install.md).
"""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from weft.access.domain.arrays import Arrays, as_bytes, from_bytes
from weft.access.domain.choice.choosing import World, choose
from weft.access.domain.choice.values import (
    OFFER_COLUMNS,
    Areas,
    Journeys,
    LifeNow,
    Offers,
    Sessions,
)
from weft.access.domain.fit import Plane
from weft.access.domain.journeys.everybody import Asked, Everybody
from weft.access.domain.journeys.for_money import for_money
from weft.access.domain.journeys.from_home import FromHome
from weft.access.domain.journeys.means import Means
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.journeys.surroundings import Surroundings
from weft.access.domain.journeys.telling import Teller
from weft.access.domain.spans import MINUTE
from weft.access.domain.streets import Network, streets_of
from weft.access.domain.timetable import Timetable
from weft.access.domain.timetable.tables import as_arrays, from_arrays
from weft.access.domain.travel import Way
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window
from weft.standards.osm.streets import Street

WEEK = Week(date(2026, 11, 23))
HOME, HALL = Point(53.7000, -2.0000), Point(53.7000, -1.9000)
AT = datetime(2026, 11, 24, 10, tzinfo=LONDON)
HOUR = timedelta(hours=1)


def warm() -> None:
    """Ask all that a region is asked, of a road with a bus."""
    around = Surroundings(Network.of(_kept(_road())), from_arrays(_kept(_bus())))
    session = Window(AT, AT + HOUR)
    for ways in ((Way.FOOT, Way.BUS), (Way.WHEELS, Way.BUS), (Way.BIKE,), (Way.CAR,)):
        going = FromHome(around=around, start=HOME, ways=ways, week=WEEK, minutes=60)
        going.furthest_metres(60)
        going.look_up([((HALL,), [session])])
        going.trips((HALL,), session)
        going.stays((HALL,), session, [Window(AT - HOUR, AT + 2 * HOUR)])
    means = Means(Way.FOOT, Plane.CERTAIN, by_bus=True)
    teller = Teller(around, HOME, (HALL,), means, 60 * MINUTE)
    teller.there(AT)
    teller.back(AT)
    _for_everybody(around)


def _for_everybody(around: Surroundings) -> None:
    """Reckon a real choice for one life in one area."""
    start, end = (np.array([n * 36_000], np.int32) for n in (34, 35))
    nowhere = np.zeros(1, np.int32)
    everybody = Everybody(around, around.homes([HOME]), around.doors([HALL]))
    asked = Asked(way=Way.FOOT, horizon=60 * MINUTE)
    session = Occasions(nowhere, start, end)
    by_bus = everybody.by_bus(session, asked, week=WEEK)
    paid = for_money(everybody, session, asked, WEEK, (0, 200))
    ways = (everybody.by_street(asked), by_bus, _unsure(by_bus), *paid)
    column: dict[str, Any] = {
        name: np.zeros(1, _TYPES.get(name, np.int32)) for name in OFFER_COLUMNS
    }
    yes = np.ones(1, np.bool_)
    sessions = Sessions(
        offer=nowhere, start=start, end=end, place=nowhere, sure=yes, drop_in=~yes
    )
    world = World(
        areas=Areas(
            people=np.ones((1, 1), np.int64),
            need_class=nowhere,
            inside=np.ones(1, np.int64),
        ),
        offers=Offers(**column, kinds=1),
        sessions=sessions,
        places=1,
        ways=ways,
    )
    free = np.array([[0, 6_048_000]], np.int32)
    life = LifeNow(windows=free, ways=tuple((n, 65_534, 0) for n in range(len(ways))))
    choose(world, [life], classes=1)


_TYPES: dict[str, type] = {
    "meets": np.int64,
    "fails": np.int64,
    "only_for": np.int64,
    "inside": np.int64,
    "sure": np.bool_,
}


def _unsure(told: Journeys) -> Journeys:
    """Give the same with times of their own for what is sure."""
    return told._replace(there_sure=told.there, back_sure=told.back)


def _kept(told: Arrays) -> Arrays:
    """Take them as they come back from a file: so the kernels meet them."""
    return from_bytes(as_bytes(told), what=told.what, about=told.about)


def _road() -> Arrays:
    """Build a road with some steps beside it."""
    at = [(HOME.longitude + 0.01 * n, HOME.latitude) for n in range(11)]
    road = Street(
        number=1,
        tags={"highway": "residential", "surface": "asphalt", "sidewalk": "both"},
        nodes=tuple(range(1, 12)),
        at=tuple(at),
    )
    steps = Street(number=2, tags={"highway": "steps"}, nodes=(1, 3), at=(at[0], at[2]))
    one_way = Street(
        number=3,
        tags={"highway": "residential", "oneway": "yes"},
        nodes=(3, 1),
        at=(at[2], at[0]),
    )
    return streets_of([road, steps, one_way])[0]


def _bus() -> Arrays:
    """Build a timetable with one bus there and one home."""
    calls = [(0, 9 * 60), (1, 9 * 60 + 20), (1, 12 * 60), (0, 12 * 60 + 20)]
    times = np.array([minute * MINUTE for _, minute in calls], np.int32)
    whole = np.array([1, 1], np.int8)
    told = Timetable(
        stop_id=np.array(["a", "b"]),
        stop_name=np.array(["a", "b"]),
        stop_lat=np.array([HOME.latitude, HALL.latitude]),
        stop_lon=np.array([HOME.longitude, HALL.longitude]),
        stop_boarding=whole,
        route_name=np.array(["1"]),
        route_kind=np.array([3], np.int32),
        route_operator=np.array([""]),
        trip_id=np.array(["out", "home"]),
        trip_route=np.zeros(2, np.int32),
        trip_service=np.zeros(2, np.int32),
        trip_headsign=np.array(["", ""]),
        trip_accessible=whole,
        first=np.array([0, 2, 4], np.int32),
        at_stop=np.array([stop for stop, _ in calls], np.int32),
        arrives=times,
        departs=times,
        pickup=np.zeros(4, np.int8),
        drop_off=np.zeros(4, np.int8),
        service_days=np.array([127], np.uint8),
        service_first=np.array([WEEK.days[0].toordinal()], np.int32),
        service_last=np.array([WEEK.days[-1].toordinal()], np.int32),
        **_NOTHING,
        about={},
    )
    return as_arrays(told)


_NOTHING: dict[str, Any] = {
    name: np.empty(0, kind)
    for kind, names in (
        (np.int32, "exception_service exception_day often_trip often_first often_last"),
        (np.int32, "often_every change_from change_to change_takes booked_trip"),
        (np.int32, "booked_stop booked_opens booked_closes booked_rule"),
        (np.bool_, "exception_runs often_exact"),
        (np.int8, "change_kind"),
        (np.str_, "rule_message rule_phone rule_address"),
    )
    for name in names.split()
}
"""Exceptions, buses every so often, changes and bookings: this timetable has none."""
