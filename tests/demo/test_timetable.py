"""The buses run forwards in time, inside the valley, and not on Sunday nights."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest
import shapely
from shapely.geometry import Point

from demo.setting import Setting


def seconds(text):
    hours, minutes, rest = (int(part) for part in text.split(":"))
    return hours * 3600 + minutes * 60 + rest


@pytest.fixture(scope="module")
def trips(valley):
    found = defaultdict(list)
    for row in valley.gtfs("stop_times"):
        found[row["trip_id"]].append(row)
    return dict(found)


@pytest.fixture(scope="module")
def about(valley):
    routes = {row["route_id"]: row for row in valley.gtfs("routes")}
    calendars = {row["service_id"]: row for row in valley.gtfs("calendar")}
    return {
        row["trip_id"]: (routes[row["route_id"]], calendars[row["service_id"]])
        for row in valley.gtfs("trips")
    }


def test_times_increase_from_stop_to_stop(trips, about):
    assert trips.keys() == about.keys()
    for trip, rows in trips.items():
        if about[trip][0]["route_type"] == "715":
            continue
        assert [int(row["stop_sequence"]) for row in rows] == list(range(len(rows)))
        times = [seconds(row["arrival_time"]) for row in rows]
        assert all(a < b for a, b in pairwise(times)), trip


def test_every_stop_lies_in_the_valley_and_is_used(valley, trips):
    districts = list(valley.shapes("Local_Authority*", "LAD24CD").values())
    whole = shapely.coverage_union_all(districts)
    stops = valley.gtfs("stops")
    for stop in stops:
        assert whole.contains(Point(float(stop["stop_lon"]), float(stop["stop_lat"])))
    used = {row["stop_id"] for rows in trips.values() for row in rows} - {""}
    assert used <= {stop["stop_id"] for stop in stops}
    assert len(used) > 250


def test_a_trip_goes_on_past_midnight_on_friday(trips, about):
    late = {
        about[trip][1]["service_id"]
        for trip, rows in trips.items()
        if rows[0]["departure_time"] >= "25:00:00"
    }
    (service,) = late
    calendar = next(c for _, c in about.values() if c["service_id"] == service)
    assert calendar["friday"] == "1"
    assert calendar["saturday"] == calendar["monday"] == "0"


def test_no_bus_leaves_waterside_after_seven_but_on_friday(valley, trips, about):
    names = {row["stop_id"]: row["stop_name"] for row in valley.gtfs("stops")}
    for trip, rows in trips.items():
        here = [
            row for row in rows if names.get(row["stop_id"], "") == "Dye House Bridge"
        ]
        late = [r for r in here if r["departure_time"] > "19:30:00"]
        if late:
            assert about[trip][1]["friday"] == "1"
            assert about[trip][1]["thursday"] == "0"


def test_school_buses_keep_to_school_terms(valley, about):
    schools = {c["service_id"] for r, c in about.values() if r["route_type"] == "712"}
    (service,) = schools
    off = {
        date.fromisoformat(row["date"])
        for row in valley.gtfs("calendar_dates")
        if row["service_id"] == service and row["exception_type"] == "2"
    }
    terms = Setting(week=date(2026, 11, 23)).terms()
    assert date(2026, 12, 22) in off
    assert date(2026, 12, 18) not in off
    assert not [day for day in off for a, b in terms if a <= day <= b]


def test_on_bank_holidays_buses_run_as_on_sundays(valley):
    by_service = {row["service_id"]: row for row in valley.gtfs("calendar")}
    changes = {
        (row["service_id"], row["date"], row["exception_type"])
        for row in valley.gtfs("calendar_dates")
    }
    for service, row in by_service.items():
        if row["friday"] == "1" and row["start_date"] <= "20270101":
            assert (service, "20270101", "2") in changes
    (sunday,) = [
        s
        for s, row in by_service.items()
        if row["sunday"] == "1" and row["start_date"] < "20270101"
    ]
    assert (sunday, "20270101", "1") in changes
    assert (sunday, "20261225", "1") not in changes


def test_whether_a_wheelchair_can_board_is_mostly_not_known(valley):
    boarding = [row["wheelchair_boarding"] for row in valley.gtfs("stops")]
    assert set(boarding) == {"0", "1", "2"}
    assert boarding.count("0") > len(boarding) / 2
    assert {row["wheelchair_accessible"] for row in valley.gtfs("trips")} == {
        *("0", "1", "2")
    }


def test_the_dial_a_ride_comes_where_one_rings_for_it(valley, trips, about):
    (trip,) = [t for t, (route, _) in about.items() if route["route_type"] == "715"]
    rules = {row["booking_rule_id"] for row in valley.gtfs("booking_rules")}
    for row in trips[trip]:
        assert row["pickup_booking_rule_id"] in rules
        window = "start_pickup_drop_off_window", "end_pickup_drop_off_window"
        assert seconds(row[window[0]]) < seconds(row[window[1]])
    assert valley.gtfs("location_group_stops")


def test_frequencies_and_transfers_speak_of_what_is_there(valley, trips):
    assert {row["trip_id"] for row in valley.gtfs("frequencies")} <= trips.keys()
    stops = {row["stop_id"] for row in valley.gtfs("stops")}
    for row in valley.gtfs("transfers"):
        assert {row["from_stop_id"], row["to_stop_id"]} <= stops


def test_fares_are_told_of_some_buses_and_of_the_community_s_own_by_nobody(valley):
    zones = {row["zone_id"] for row in valley.gtfs("stops")}
    fares = {row["fare_id"]: row for row in valley.gtfs("fare_attributes")}
    for row in valley.gtfs("fare_rules"):
        assert row["fare_id"] in fares
        assert {row["origin_id"], row["destination_id"]} <= zones
    operators = {row["agency_id"] for row in valley.gtfs("agency")}
    assert {row["agency_id"] for row in fares.values()} < operators
