"""What runs on a real date: days of service, the night, the clocks."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.standards.gtfs.making import BASE, a_feed
from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.timetable import day_of, silent_about, since_monday
from weft.access.domain.timetable.days import service_start
from weft.access.exchange.timetable import timetable_from
from weft.commons.provenance import Tally
from weft.commons.times import Week
from weft.standards.gtfs import read_feed

LONDON = ZoneInfo("Europe/London")


def a_timetable(folder, **changed):
    return timetable_from(read_feed(a_feed(folder, **changed), tally=Tally()))


def departures(timetable, day):
    """Say at which wall-clock time the first hop of each run leaves, as «dd 08:00»."""
    laid = day_of(timetable, day)
    start = Week.of(day).window.start
    found = {}
    for run, leaves in zip(laid.onwards.run, laid.onwards.leaves, strict=True):
        if laid.begins <= leaves < laid.ends:
            passed = timedelta(milliseconds=100) * int(leaves)
            utc = start.astimezone(ZoneInfo("UTC")) + passed
            found.setdefault(int(run), f"{utc.astimezone(LONDON):%d %H:%M}")
    return sorted(found.values())


EVERY_DAY = ["100,1,1,1,1,1,1,1,20260101,20261231"]


@pytest.mark.parametrize(
    ("day", "hours", "eight"),
    [
        (date(2026, 3, 28), 24, "28 08:00"),
        (date(2026, 3, 29), 23, "29 08:00"),  # from 01:00 to 02:00
        (date(2026, 10, 25), 25, "25 08:00"),  # from 02:00 back to 01:00
        (date(2026, 10, 26), 24, "26 08:00"),
    ],
)
def test_a_bus_at_eight_is_at_eight_also_when_the_clocks_change(
    tmp_path, day, hours, eight
):
    timetable = a_timetable(tmp_path, calendar=EVERY_DAY)

    laid = day_of(timetable, day)

    assert laid.ends - laid.begins == hours * HOUR
    assert departures(timetable, day) == [eight]
    week = Week.of(day)
    instant = datetime(day.year, day.month, day.day, 8, tzinfo=LONDON)
    assert since_monday(week, instant) in laid.onwards.leaves


@pytest.mark.parametrize(
    ("day", "midnight"),
    [
        # noon less twelve hours: an hour before midnight in March, one after in October
        (date(2026, 3, 29), 6 * 24 - 1),
        (date(2026, 10, 25), 6 * 24 + 1),
        (date(2026, 11, 29), 6 * 24),
    ],
)
def test_a_day_of_service_begins_twelve_hours_before_its_noon(day, midnight):
    assert service_start(Week.of(day), day) == midnight * HOUR


def test_the_night_bus_of_friday_runs_on_saturday(tmp_path):
    timetable = a_timetable(
        tmp_path,
        stop_times=[
            "T1,25:10:00,25:10:00,450A,0,,,,,",
            "T1,25:30:00,25:30:00,450B,1,,,,,",
        ],
        calendar=["100,0,0,0,0,1,0,0,20260101,20261231"],
    )

    assert departures(timetable, date(2026, 11, 27)) == []
    assert departures(timetable, date(2026, 11, 28)) == ["28 01:10"]


def test_exceptions_add_and_take_away(tmp_path):
    timetable = a_timetable(
        tmp_path,
        calendar=["100,1,1,1,1,1,0,0,20260101,20261231"],
        calendar_dates=["100,20261225,2", "100,20261226,1"],
    )

    assert departures(timetable, date(2026, 12, 24)) == ["24 08:00"]
    assert departures(timetable, date(2026, 12, 25)) == []
    assert departures(timetable, date(2026, 12, 26)) == ["26 08:00"]
    assert departures(timetable, date(2026, 12, 27)) == []


@pytest.mark.parametrize(
    ("exact", "expected"),
    [("1", [(0, 0), (20, 20), (40, 40)]), ("0", [(n, n + 20) for n in range(41)])],
)
def test_every_so_often_is_reckoned_at_its_longest_wait(tmp_path, exact, expected):
    """Every 20 minutes from 09:00 to 10:00: exact times, or a bus within 20 minutes."""
    timetable = a_timetable(
        tmp_path, frequencies=[f"T1,09:00:00,10:00:00,1200,{exact}"]
    )
    day = date(2026, 11, 25)
    nine = day_of(timetable, day).begins + 9 * HOUR

    hops = day_of(timetable, day).onwards
    first = hops.here == 0

    found = sorted(
        ((leaves - nine) // MINUTE, (comes - nine) // MINUTE - 10)
        for leaves, comes in zip(
            hops.leaves[first].tolist(), hops.comes[first].tolist(), strict=True
        )
    )
    assert found == expected


def test_a_timetable_says_when_it_does_not_speak_of_a_week(tmp_path):
    timetable = a_timetable(
        tmp_path,
        calendar=["100,1,1,1,1,1,0,0,20261102,20270312"],
        feed_info=["ITO,https://i.example,EN,20261101,20270328,1"],
    )

    assert timetable.span == (date(2026, 11, 2), date(2027, 3, 12))
    assert silent_about(timetable, Week(date(2027, 3, 1))) == ""
    assert silent_about(timetable, Week(date(2027, 3, 8))) == (
        "this timetable ends on 12 March 2027"
    )
    assert silent_about(timetable, Week(date(2026, 10, 26))) == (
        "this timetable begins on 2 November 2026"
    )
    nothing = a_timetable(tmp_path, calendar=[], feed_info=BASE["feed_info"])
    assert "ever runs" in silent_about(nothing, Week(date(2027, 3, 1)))
    assert departures(nothing, date(2027, 3, 1)) == []
