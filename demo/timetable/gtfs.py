"""How does the Bus Open Data Service hand out a timetable: GTFS in a zip?

The files and columns are those of BODS; ``transfers``, ``frequencies``, the two files
of fares with the zones of stops, and the three files of the dial-a-ride (flexible GTFS)
come on top, as other feeds have them.
"""

from collections.abc import Iterable
from hashlib import sha256

from demo.files import Folder, Row, as_csv
from demo.setting import Setting
from demo.timetable import fares
from demo.timetable.calendars import SERVICES, calendars
from demo.timetable.routes import FREQUENT, OPERATORS, PATTERNS, Pattern
from demo.timetable.stops import Course, Stops, row

FILE = "transport/itm_tenterdale_gtfs.zip"
DIAL_A_RIDE = "DAR"
HEADERS = {
    "agency": "agency_id,agency_name,agency_url,agency_timezone,agency_lang,"
    "agency_phone,agency_noc",
    "stops": "stop_id,stop_code,stop_name,stop_lat,stop_lon,wheelchair_boarding,"
    "location_type,parent_station,platform_code,zone_id",
    "routes": "route_id,agency_id,route_short_name,route_long_name,route_type",
    "trips": "route_id,service_id,trip_id,trip_headsign,block_id,shape_id,"
    "wheelchair_accessible,trip_direction_name,vehicle_journey_code",
    "stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence,"
    "stop_headsign,pickup_type,drop_off_type,shape_dist_traveled,timepoint,"
    "stop_direction_name,location_group_id,start_pickup_drop_off_window,"
    "end_pickup_drop_off_window,pickup_booking_rule_id,drop_off_booking_rule_id",
    "calendar": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
    "start_date,end_date",
    "calendar_dates": "service_id,date,exception_type",
    "frequencies": "trip_id,start_time,end_time,headway_secs,exact_times",
    "transfers": "from_stop_id,to_stop_id,transfer_type,min_transfer_time",
    "booking_rules": "booking_rule_id,booking_type,prior_notice_last_day,"
    "prior_notice_last_time,message,phone_number",
    "location_groups": "location_group_id,location_group_name",
    "location_group_stops": "location_group_id,stop_id",
    "feed_info": "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,"
    "feed_end_date,feed_version",
    **fares.HEADERS,
}
TABLES = dict[str, list[Row]]


def write(setting: Setting, stops: Stops, folder: Folder) -> None:
    """Write the whole feed."""
    tables: TABLES = {name: [] for name in HEADERS}
    tables["agency"] = [
        (
            f"OP{n}",
            name,
            "https://tenterdale.example/buses",
            "Europe/London",
            "EN",
            "",
            noc,
        )
        for n, (_, name, noc) in enumerate(OPERATORS, 1)
    ]
    tables["stops"] = [row(stop) for stop in stops.all]
    tables["routes"] = [*routes()]
    for pattern in PATTERNS:
        trips(pattern, stops, tables)
    frequent(stops, tables)
    dial_a_ride(stops, tables)
    days(setting, tables)
    tables["transfers"] = [*transfers(stops)]
    tables["fare_attributes"] = [*fares.FARES]
    tables["fare_rules"] = [*fares.rules()]
    members = {
        f"{name}.txt": as_csv(HEADERS[name].split(","), rows).encode()
        for name, rows in tables.items()
    }
    folder.zip(FILE, members, rows=len(tables["stop_times"]))


def route_id(route: str) -> str:
    """Give a route its number in the feed."""
    known = [*dict.fromkeys(pattern.route for pattern in PATTERNS), DIAL_A_RIDE]
    return str(7000 + known.index(route))


def routes() -> Iterable[Row]:
    """List the routes; BODS leaves the long name blank."""
    operators = {code: f"OP{n}" for n, (code, *_) in enumerate(OPERATORS, 1)}
    for route in dict.fromkeys(pattern.route for pattern in PATTERNS):
        pattern = next(p for p in PATTERNS if p.route == route)
        kind = 712 if pattern.operator == "SCH" else 3
        yield (route_id(route), operators[pattern.operator], route, "", kind)
    yield (route_id(DIAL_A_RIDE), operators["DAR"], "Dial-a-Ride", "", 715)


def clock(minutes: float) -> str:
    """Write minutes after midnight as GTFS does; the night goes on past 24."""
    seconds = round(minutes * 60)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def trip_id(*parts: object) -> str:
    """Give a trip the kind of name BODS gives."""
    return "VJ" + sha256("|".join(map(str, parts)).encode()).hexdigest()[:40]


def accessible(pattern: Pattern) -> int:
    """Say whether the bus takes a wheelchair: 0 where nobody recorded it."""
    return {"ALD": 1, "HRC": 2, "WLK": 2}.get(pattern.operator, 0)


def trips(pattern: Pattern, stops: Stops, tables: TABLES) -> None:
    """Add the trips of one pattern, there and back."""
    there, back = stops.courses[pattern.through]
    for course, starts, way in (
        (there, pattern.out, "outbound"),
        (back, pattern.back, "inbound"),
    ):
        for start in starts:
            add_trip(pattern, course, start, way, tables)


def add_trip(
    pattern: Pattern, course: Course, start: int, way: str, tables: TABLES
) -> str:
    """Add one trip with its times at each stop."""
    trip = trip_id(pattern.route, pattern.service, way, start, len(tables["trips"]))
    end = course.stops[-1].name
    access = accessible(pattern)
    service = SERVICES[pattern.service]
    number = f"VJ{len(tables['trips']) + 1}"
    tables["trips"].append(
        (route_id(pattern.route), service, trip, end, "", "", access, way, number)
    )
    last = len(course.stops) - 1
    for n, (stop, away) in enumerate(zip(course.stops, course.minutes, strict=True)):
        time = clock(start + round(away * 2) / 2)
        pickup, drop = int(n == last), int(n == 0)
        far = f"{away * 0.33:.6f}"
        tables["stop_times"].append(
            (trip, time, time, stop.id, n, "", pickup, drop, far, int(n in (0, last)))
            + ("",) * 6
        )
    return trip


def frequent(stops: Stops, tables: TABLES) -> None:
    """Add the two trips that stand for a bus every quarter of an hour."""
    there, back = stops.courses[FREQUENT.through]
    for course, start, way in ((there, 400, "outbound"), (back, 410, "inbound")):
        trip = add_trip(FREQUENT, course, start, way, tables)
        hours = clock(start), clock(start + 12 * 60)
        tables["frequencies"].append((trip, *hours, 900, 0))


def dial_a_ride(stops: Stops, tables: TABLES) -> None:
    """Add the bus that comes if one rings by noon the day before."""
    group, rule, trip = "valley", "ring-the-day-before", trip_id("dial-a-ride")
    message = "Ring by noon the working day before. Say if you use a wheelchair."
    tables["booking_rules"] = [(rule, 2, 1, "12:00:00", message, "01632 960 131")]
    tables["location_groups"] = [(group, "Anywhere in Tenterdale")]
    tables["location_group_stops"] = [(group, stop.id) for stop in stops.all]
    tables["trips"].append(
        (
            route_id(DIAL_A_RIDE),
            SERVICES["dial-a-ride"],
            trip,
            "Anywhere",
            "",
            "",
            1,
            "",
            "",
        )
    )
    for n, (pickup, drop) in enumerate(((2, 1), (1, 2))):
        tables["stop_times"].append(
            (
                *(trip, "", "", "", n, "", pickup, drop, "", 0, "", group),
                *("09:30:00", "15:30:00", rule, rule),
            )
        )


def days(setting: Setting, tables: TABLES) -> None:
    """Add calendars, their exceptions, and the dates of the feed."""
    for calendar in calendars(setting):
        first, last = (f"{day:%Y%m%d}" for day in (calendar.first, calendar.last))
        tables["calendar"].append((calendar.service, *calendar.days, first, last))
        for kind, dates in ((1, calendar.added), (2, calendar.removed)):
            tables["calendar_dates"] += [
                (calendar.service, f"{day:%Y%m%d}", kind) for day in dates
            ]
    feed = calendars(setting)[0]
    version = f"{setting.ago(days=3):%Y%m%d}_115702"
    about = "Tenterdale Timetables (made up)", "https://tenterdale.example/buses", "EN"
    tables["feed_info"] = [
        (*about, f"{feed.first:%Y%m%d}", f"{feed.last:%Y%m%d}", version)
    ]


def transfers(stops: Stops) -> Iterable[Row]:
    """Say how long it takes to change: two minutes across a road."""
    for a, b in stops.at.values():
        yield (a.id, b.id, 2, 120)
        yield (b.id, a.id, 2, 120)
