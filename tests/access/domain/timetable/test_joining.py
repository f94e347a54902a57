"""A feed that comes in two parts says what it says whole."""

from dataclasses import replace
from datetime import date
from random import Random
from zipfile import ZipFile

import numpy as np
import pytest

from tests.access.domain.timetable.conftest import served
from tests.standards.gtfs.making import a_feed
from weft.access.domain.arrays import as_bytes
from weft.access.domain.spans import HOUR
from weft.access.domain.timetable import (
    NEVER,
    booked_between,
    earliest_arrivals,
    silent_about,
)
from weft.access.domain.timetable.joining import joined
from weft.access.domain.timetable.tables import as_arrays
from weft.commons.times import Week

DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def halves(valley, tmp_path_factory):
    """Every other trip of the valley, and the rest; stops and calendars in both."""
    found = []
    for half in (0, 1):
        path = tmp_path_factory.mktemp("half") / "half_gtfs.zip"
        with ZipFile(valley.path) as whole, ZipFile(path, "w") as part:
            for name in whole.namelist():
                heading, *rows = whole.read(name).decode().splitlines()
                if name == "stops.txt" and half:
                    rows = rows[::-1]
                if name == "trips.txt":
                    rows = [row for n, row in enumerate(rows) if n % 2 == half]
                part.writestr(name, "\n".join([heading, *rows, ""]))
        found.append(served(path))
    return found


def test_two_halves_are_the_whole(valley, halves):
    whole, both = valley.timetable, joined([half.timetable for half in halves])
    again = replace(valley, timetable=both)
    chance = Random("halves")

    assert both.stop_id.tolist() == whole.stop_id.tolist()
    assert both.span == whole.span
    for _ in range(12):
        stop, when = chance.randrange(whole.stops), chance.randrange(6, 20) * HOUR
        arrivals = []
        for told in (valley, again):
            day, changing = told.on(DAY)
            ready = np.full(whole.stops, NEVER, np.int32)
            ready[stop] = day.begins + when
            arrivals.append(earliest_arrivals(day, changing, ready))
        assert (arrivals[0] == arrivals[1]).all()
    every = np.arange(whole.stops)
    assert booked_between(both, DAY, from_stops=every, to_stops=every) == (
        booked_between(whole, DAY, from_stops=every, to_stops=every)
    )


def test_one_alone_stays_as_it_is(valley):
    alone = joined([valley.timetable])

    assert as_bytes(as_arrays(alone)) == as_bytes(as_arrays(valley.timetable))


def test_the_whole_speaks_of_the_days_of_which_each_does(tmp_path):
    buses, trains, nothing = (
        served(a_feed(tmp_path, name=f"{n}_gtfs.zip", calendar=rows)).timetable
        for n, rows in enumerate(
            (
                ["100,1,1,1,1,1,0,0,20261101,20270328"],
                ["100,1,1,1,1,1,0,0,20261201,20270115"],
                [],
            )
        )
    )

    both = joined([buses, trains])

    assert both.span == (date(2026, 12, 1), date(2027, 1, 15))
    assert "ends on 15 January" in silent_about(both, Week(date(2027, 2, 1)))
    assert both.stops == buses.stops
    assert joined([buses, nothing]).span is None
