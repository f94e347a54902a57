"""The slow twin of the timetable: a feed read with ``csv``, each vehicle in its turn.

Knows nothing of hops, arrays or sorted scans, and shares no line with ``weft``. Stop by
stop the best is written down, and every vehicle of the day is ridden from its first
stop to its last, again and again, until nothing changes. Walks are not closed: one may
walk once between two vehicles, and from the first door and to the last one.
"""

import csv
import io
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zipfile import ZipFile
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
SECOND = 10
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
KNOWN = {"foot": "012", "certain": "1", "possible": "01"}


@dataclass(frozen=True)
class Call:
    """One vehicle at one stop; deciseconds since the Monday of the week."""

    stop: str
    arrives: int
    departs: int
    may_board: bool
    may_alight: bool


@dataclass
class Buses:
    """Every vehicle of some days, and how long changes take."""

    vehicles: list[list[Call]] = field(default_factory=list)
    walks: dict[tuple[str, str], int] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)
    least: int = 600

    def change(self, stop):
        return self.same.get(stop, self.least)

    def walks_of(self):
        out, into = defaultdict(list), defaultdict(list)
        for (here, there), takes in self.walks.items():
            out[here].append((there, takes))
            into[there].append((here, takes))
        return out, into


def tables(path):
    with ZipFile(path) as box:
        return {
            name.removesuffix(".txt"): list(
                csv.DictReader(io.StringIO(box.read(name).decode("utf-8-sig")))
            )
            for name in box.namelist()
            if name != "shapes.txt"
        }


def clock(text):
    hours, minutes, seconds = map(int, text.split(":"))
    return ((hours * 60 + minutes) * 60 + seconds) * SECOND


def elapsed(monday, day, hour=0):
    """Count the deciseconds that pass from a Monday's midnight to an hour."""
    start = datetime.combine(monday, time(), LONDON).astimezone(UTC)
    end = datetime.combine(day, time(hour), LONDON).astimezone(UTC)
    return round((end - start).total_seconds() * SECOND)


def running(told, day):
    found = set()
    for row in told["calendar"]:
        within = row["start_date"] <= f"{day:%Y%m%d}" <= row["end_date"]
        if within and row[DAYS[day.weekday()]] == "1":
            found.add(row["service_id"])
    for row in told.get("calendar_dates", ()):
        if row["date"] == f"{day:%Y%m%d}":
            if row["exception_type"] == "1":
                found.add(row["service_id"])
            else:
                found.discard(row["service_id"])
    return found


def buses_on(path, day: date, *, walks=None, least=600, rider="foot"):
    """List every vehicle of a date, the two days before it and the one after."""
    told = tables(path)
    monday = day - timedelta(days=day.weekday())
    boarding = {
        row["stop_id"]: row["wheelchair_boarding"] or "0" for row in told["stops"]
    }
    calls = defaultdict(list)
    for row in told["stop_times"]:
        if row["arrival_time"]:
            calls[row["trip_id"]].append(row)
    often = defaultdict(list)
    for row in told.get("frequencies", ()):
        often[row["trip_id"]].append(row)
    found = Buses(walks=dict(walks or {}), least=least)
    change(told, found)
    for service_day in (day + timedelta(days=n) for n in (-2, -1, 0, 1)):
        start = elapsed(monday, service_day, 12) - 12 * 3600 * SECOND
        today = running(told, service_day)
        for trip in told["trips"]:
            if trip["service_id"] not in today or trip["trip_id"] not in calls:
                continue
            rows = sorted(calls[trip["trip_id"]], key=lambda r: int(r["stop_sequence"]))
            aboard = (trip["wheelchair_accessible"] or "0") in KNOWN[rider]
            for shift, wait in shifts(rows, often[trip["trip_id"]]):
                found.vehicles.append(
                    [
                        Call(
                            row["stop_id"],
                            start + clock(row["arrival_time"]) + shift + wait,
                            start + clock(row["departure_time"]) + shift,
                            aboard
                            and row["pickup_type"] in {"", "0", "3"}
                            and boarding[row["stop_id"]] in KNOWN[rider],
                            aboard
                            and row["drop_off_type"] in {"", "0", "3"}
                            and boarding[row["stop_id"]] in KNOWN[rider],
                        )
                        for row in rows
                    ]
                )
    return found


def shifts(rows, often):
    """Say by how much a vehicle is moved, and how long one may have to wait for it."""
    if not often:
        return [(0, 0)]
    found = []
    template = clock(rows[0]["departure_time"])
    for row in often:
        first, last = clock(row["start_time"]), clock(row["end_time"])
        every = int(row["headway_secs"]) * SECOND
        at = first
        if row["exact_times"] == "1":
            while at < last:
                found.append((at - template, 0))
                at += every
        else:  # stand there on a minute, and a bus comes before the interval is over
            while at == first or at <= last - every:
                found.append((at - template, every))
                at += min(every, 60 * SECOND)
    return found


def change(told, found):
    """Hear what the feed says about changes."""
    for row in told.get("transfers", ()):
        pair = row["from_stop_id"], row["to_stop_id"]
        if row["transfer_type"] == "3":
            found.walks.pop(pair, None)
            if pair[0] == pair[1]:
                found.same[pair[0]] = 2**30
        elif row["transfer_type"] == "2" and row["min_transfer_time"]:
            asked = int(row["min_transfer_time"]) * SECOND
            if pair[0] == pair[1]:
                found.same[pair[0]] = max(asked, found.least)
            else:
                found.walks[pair] = max(asked, found.walks.get(pair, 0))
    for pair, takes in found.walks.items():
        found.walks[pair] = max(takes, found.least)


def earliest(buses, ready, *, until):
    """Say when a vehicle first puts somebody down at each stop.

    ``ready``: from when one can stand at which stop; no bus is ridden on from a stop
    that it leaves after ``until``.
    """
    out, _ = buses.walks_of()
    arrived, ready = {}, dict(ready)
    going_on = True
    while going_on:
        going_on = False
        for vehicle in buses.vehicles:
            aboard = False
            for here, there in pairwise(vehicle):
                if here.departs > until:
                    break
                if here.may_board and ready.get(here.stop, 2**40) <= here.departs:
                    aboard = True
                sooner = there.arrives < arrived.get(there.stop, 2**40)
                if aboard and there.may_alight and sooner:
                    arrived[there.stop] = there.arrives
                    going_on = True
                    again = there.arrives + buses.change(there.stop)
                    ready[there.stop] = min(ready.get(there.stop, 2**40), again)
                    for other, takes in out[there.stop]:
                        again = there.arrives + takes
                        ready[other] = min(ready.get(other, 2**40), again)
    return arrived


def latest(buses, there_by, *, since):
    """Say when a vehicle last leaves each stop that is still in time.

    ``there_by``: until when one must be put down at which stop; no bus is ridden that
    comes to a stop before ``since``.
    """
    _, into = buses.walks_of()
    leaves, there_by = {}, dict(there_by)
    going_on = True
    while going_on:
        going_on = False
        for vehicle in buses.vehicles:
            useful = False
            for there, here in pairwise(vehicle[::-1]):
                if there.arrives < since:
                    break
                if there.may_alight and there_by.get(there.stop, -(2**40)) >= (
                    there.arrives
                ):
                    useful = True
                later = here.departs > leaves.get(here.stop, -(2**40))
                if useful and here.may_board and later:
                    leaves[here.stop] = here.departs
                    going_on = True
                    again = here.departs - buses.change(here.stop)
                    there_by[here.stop] = max(there_by.get(here.stop, again), again)
                    for other, takes in into[here.stop]:
                        again = here.departs - takes
                        there_by[other] = max(there_by.get(other, again), again)
    return leaves
