"""Whatever stands in a feed's cells: an answer, or a clear word; nothing else."""

import csv
import io
from datetime import date

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.standards.gtfs.making import BASE, a_feed
from weft.access.domain.timetable import (
    NEVER,
    changing,
    day_of,
    earliest_arrivals,
    latest_departures,
    silent_about,
    walks_from,
)
from weft.access.exchange.timetable import timetable_from
from weft.commons.errors import FileNotUnderstood
from weft.commons.provenance import Tally
from weft.commons.times import Week
from weft.standards.gtfs import read_feed

WHOLE = BASE | {
    "trips": [*BASE["trips"], "7001,100,T2,Anywhere,,,1,,"],
    "stop_times": [
        *BASE["stop_times"],
        "T2,09:00:00,09:00:00,450C,0,,0,1,,1",
        "T2,,,450B,1,,,,,",
        "T2,09:20:00,09:20:00,450A,2,,1,0,,1",
    ],
    "calendar_dates": ["100,20261128,1", "100,20261124,2"],
    "frequencies": ["T2,09:00:00,12:00:00,900,0"],
    "transfers": ["450A,450B,2,120", "450C,450C,3,"],
}
ODD = st.sampled_from(
    [
        *("", " ", "x", "0", "1", "2", "3", "-1", "7", "99", "1e9", "nan", "inf"),
        *("99999999999999999999", "24:00:00", "8:5:00", "99:59:59", "-1:00:00"),
        *("08:10:00", "20261125", "20269999", "00000000", "450A", "T1", "T9", "100"),
        *("«é»", "\N{NO-BREAK SPACE}", "a\tb", "4" * 300),
    ]
) | st.text(max_size=6)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(sorted(WHOLE)), st.integers(0, 9), st.integers(0, 9), ODD
    ),
    min_size=1,
    max_size=4,
)


def bent(changes):
    """Put odd cells into a feed."""
    tables = {
        name: [next(csv.reader([row])) for row in rows] for name, rows in WHOLE.items()
    }
    for name, row, column, odd in changes:
        rows = tables[name]
        cells = rows[row % len(rows)]
        cells[column % len(cells)] = odd
    out = {}
    for name, rows in tables.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        out[name] = [text.getvalue().rstrip("\n")]
    return out


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_odd_cells_are_counted_or_refused_and_never_a_bus_out_of_time(
    tmp_path_factory, changes
):
    path = a_feed(tmp_path_factory.mktemp("odd"), **bent(changes))
    tally = Tally()
    try:
        timetable = timetable_from(read_feed(path, tally=tally))
    except FileNotUnderstood:
        return
    silent_about(timetable, Week(date(2026, 11, 23)))
    stops = timetable.stops
    none = np.empty(0, np.int32)
    changes_of = changing(timetable, walks_from(stops, none, none, none))
    day = day_of(timetable, date(2026, 11, 25))
    assert (day.onwards.comes >= day.onwards.leaves).all()
    assert (np.diff(day.onwards.leaves) >= 0).all()
    ready = np.full(stops, day.begins + 1, np.int32)
    arrives = earliest_arrivals(day, changes_of, ready)
    assert (arrives > day.begins).all()
    leaves = latest_departures(day, changes_of, np.full(stops, day.ends, np.int32))
    assert (leaves < NEVER).all()
