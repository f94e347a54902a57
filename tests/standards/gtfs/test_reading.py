"""What a feed says is read; what is broken in it is counted, never dropped silently."""

from datetime import date
from zipfile import ZipFile

import pytest

from tests.standards.gtfs.making import BASE, HEADINGS, a_feed
from weft.commons.errors import FileNotUnderstood
from weft.commons.provenance import Tally
from weft.standards.gtfs import read_feed, tables


def told(path):
    tally = Tally()
    return read_feed(path, tally=tally), tally


def clocks(feed, column="arrives"):
    return [
        f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        for seconds in feed.times[column].to_list()
    ]


def test_a_small_feed_is_read_whole(tmp_path):
    feed, tally = told(a_feed(tmp_path))

    assert feed.stops["id"].to_list() == ["450A", "450B", "450C"]
    assert feed.stops["boarding"].to_list() == [1, 0, 2]
    assert feed.routes.row(0, named=True)["short_name"] == "594"
    assert clocks(feed) == ["8:00:00", "8:10:00", "8:20:00"]
    assert clocks(feed, "departs")[1] == "8:11:00"
    assert feed.times["pickup"].to_list() == [0, 0, 1]
    assert feed.times["drop_off"].to_list() == [1, 0, 0]
    assert feed.services.row(0) == ("100", 31, date(2026, 11, 1), date(2027, 3, 28))
    assert feed.info.last == date(2027, 3, 28)
    assert tally.not_understood == {}


def test_the_night_goes_on_past_twenty_four(tmp_path):
    rows = ["T1,25:10:00,25:10:00,450A,0,,,,,", "T1,31:30:00,31:30:00,450B,1,,,,,"]

    feed, _ = told(a_feed(tmp_path, stop_times=rows))

    assert clocks(feed) == ["25:10:00", "31:30:00"]
    assert feed.times["pickup"].to_list() == [0, 0]  # blank is the usual way


@pytest.mark.parametrize(
    ("far", "expected"),
    [
        (("0", "1.5", "2", "4"), ["8:00:00", "8:15:00", "8:20:00", "8:40:00"]),
        (("", "", "", ""), ["8:00:00", "8:13:20", "8:26:40", "8:40:00"]),
        (("0", "9", "2", "4"), ["8:00:00", "8:13:20", "8:26:40", "8:40:00"]),
    ],
    ids=["by distance", "by stops", "by stops where distances run backwards"],
)
def test_a_blank_time_is_reckoned_between_told_ones_and_counted(
    tmp_path, far, expected
):
    told_times = ("08:00:00", "", "", "08:40:00")
    rows = [
        f"T1,{clock},{clock},450{stop},{n},,,,{far[n]},{int(bool(clock))}"
        for n, (clock, stop) in enumerate(zip(told_times, "ABCA", strict=True))
    ]

    feed, tally = told(a_feed(tmp_path, stop_times=rows))

    assert clocks(feed) == expected
    assert feed.times["guessed"].to_list() == [False, True, True, False]
    assert list(tally.joins.values()) == ["2 of 4"]


def test_no_word_about_wheelchairs_is_not_a_no_and_a_stop_takes_its_stations(tmp_path):
    stops = [
        "S1,,Bus Station,53.7,-1.9,1,1,,",
        "A,,Stand A,53.7,-1.9,,,S1,A",
        "B,,Stand B,53.7,-1.9,2,0,S1,B",
        "C,,Road End,53.7,-1.9,,,,",
        "D,,Door,53.7,-1.9,0,2,S1,",
        "E,,Stand E,53.7,-1.9,0,,S9,E",
    ]
    rows = ["T1,08:00:00,08:00:00,A,0,,,,,", "T1,08:01:00,08:01:00,B,1,,,,,"]

    feed, tally = told(a_feed(tmp_path, stops=stops, stop_times=rows))

    assert feed.stops["boarding"].to_list() == [1, 1, 2, 0, 0, 0]
    assert tally.not_understood == {"a station that the feed does not hold": 1}


FIRST, SECOND, THIRD = BASE["stop_times"]
BROKEN = {
    "a time of a trip that the feed does not hold": {
        "stop_times": [*BASE["stop_times"], "T9,08:00:00,08:00:00,450A,0,,,,,"]
    },
    "a time at a stop that the feed does not hold": {
        "stop_times": [FIRST, SECOND, THIRD.replace("450C", "450X")]
    },
    "a trip whose times run backwards": {
        "stop_times": [FIRST, SECOND, THIRD.replace("08:20", "07:20")]
    },
    "a trip with a time that is no time": {
        "stop_times": [FIRST, SECOND.replace("08:10:00", "8.10"), THIRD]
    },
    "a trip whose first or last time is blank": {
        "stop_times": [FIRST, SECOND, THIRD.replace("08:20:00", "")]
    },
    "a trip with one stop": {"stop_times": [FIRST]},
    "a trip with a number twice": {
        "stop_times": [FIRST, SECOND, THIRD.replace(",2,,1", ",1,,1")]
    },
    "a calendar whose days cannot be read": {
        "calendar": [*BASE["calendar"], "200,1,1,1,1,1,0,0,2026-11-01,20270328"]
    },
    "an exception of a calendar that cannot be read": {
        "calendar_dates": ["100,20261225,3"]
    },
    "a trip of a calendar that the feed does not hold": {"calendar": []},
    "a stop at 0,0, or without a place": {
        "stops": [*BASE["stops"][:2], "450C,wygc,Clothmarket,0.0,0.0,2,,,"]
    },
    "«every so often» that cannot be read": {
        "frequencies": ["T1,08:00:00,07:00:00,600,0"]
    },
    "a change at a stop that the feed does not hold": {
        "transfers": ["450A,450Z,2,120"]
    },
    "a trip of a route that the feed does not hold": {"routes": []},
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_counted_under_its_own_name(tmp_path, what):
    feed, tally = told(a_feed(tmp_path, **BROKEN[what]))

    assert what in tally.not_understood
    assert not (feed.times["departs"] < feed.times["arrives"]).any()


def test_a_stop_at_nought_nought_is_kept_without_a_place(tmp_path):
    feed, _ = told(a_feed(tmp_path, **BROKEN["a stop at 0,0, or without a place"]))

    assert feed.stops["lat"].to_list()[2] is None
    assert len(feed.times) == 3  # the bus still calls there


def test_a_stations_change_holds_for_each_of_its_stops(tmp_path):
    stops = [
        "S1,,Bus Station,53.7,-1.9,1,1,,",
        "450A,,Stand A,53.7,-1.9,,,S1,A",
        "450B,,Stand B,53.7,-1.9,2,0,S1,B",
        BASE["stops"][2],
    ]
    transfers = ["S1,S1,2,180", "450A,450C,3,", "450A,450B,2,60"]

    feed, _ = told(a_feed(tmp_path, stops=stops, transfers=transfers))

    rows = {row[:2]: row[2:] for row in feed.transfers.iter_rows()}
    assert rows[1, 1] == (2, 180)
    assert rows[2, 1] == (2, 180)
    assert rows[1, 3] == (3, None)


def test_a_service_that_must_be_booked_stands_apart(tmp_path):
    heading = HEADINGS["stop_times"] + (
        ",location_group_id,start_pickup_drop_off_window,end_pickup_drop_off_window,"
        "pickup_booking_rule_id,drop_off_booking_rule_id"
    )
    blank = "," * 5
    rows = [row + blank for row in BASE["stop_times"]] + [
        "T2,,,,0,,2,1,,0,valley,09:30:00,15:30:00,ring,ring",
        "T2,,,,1,,1,2,,0,valley,09:30:00,15:30:00,ring,ring",
    ]

    feed, tally = told(
        a_feed(
            tmp_path,
            headings={"stop_times": heading},
            stop_times=rows,
            trips=[*BASE["trips"], "7001,100,T2,Anywhere,,,1,,"],
            booking_rules=["ring,2,Ring by noon the day before.,01632 960 131"],
            location_group_stops=["valley,450A", "valley,450C"],
        )
    )

    assert len(feed.times) == 3
    assert feed.booked["stop"].to_list() == [0, 2]
    assert set(feed.booked["opens"]) == {9 * 3600 + 1800}
    assert feed.rules.row(0, named=True)["phone"] == "01632 960 131"
    assert tally.not_understood == {}


def test_a_table_is_read_alike_whole_and_in_pieces(tmp_path, monkeypatch):
    rows = [FIRST.replace(",,0,1", ',"to, ""the""\r\n end",0,1'), SECOND, THIRD]
    path = a_feed(tmp_path, stop_times=rows)
    whole, _ = told(path)
    monkeypatch.setattr(tables, "AT_ONCE", 7)

    in_pieces, _ = told(path)

    assert len(whole.times) == 3
    assert in_pieces.times.equals(whole.times)


def test_the_tables_may_lie_in_a_folder_and_begin_with_a_mark(tmp_path):
    whole = a_feed(tmp_path)
    inside = tmp_path / "inside.zip"
    with ZipFile(whole) as box, ZipFile(inside, "w") as other:
        for name in box.namelist():
            other.writestr(f"gtfs/{name}", b"\xef\xbb\xbf" + box.read(name))

    assert told(inside)[0].times.equals(told(whole)[0].times)


@pytest.mark.parametrize("missing", ["stops", "routes", "trips", "stop_times"])
def test_a_zip_that_is_no_gtfs_is_refused(tmp_path, missing):
    with pytest.raises(FileNotUnderstood, match=f"no {missing}.txt"):
        told(a_feed(tmp_path, **{missing: None}))


def test_a_zip_cut_short_is_refused(tmp_path):
    path = a_feed(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(FileNotUnderstood, match="cut short"):
        told(path)


XML = '<?xml version="1.0"?>\n<TransXChange SchemaVersion="2.1"></TransXChange>'


@pytest.mark.parametrize("zipped", [False, True])
def test_transxchange_is_told_apart_with_advice(tmp_path, zipped):
    path = tmp_path / "904_FE_PF_904.xml"
    path.write_text(XML)
    if zipped:
        path = tmp_path / "lines (1).zip"
        with ZipFile(path, "w") as box:
            box.writestr("lines (1)/904.xml", XML)

    with pytest.raises(FileNotUnderstood, match=r"TransXChange.*Choose «GTFS»"):
        told(path)


def test_a_true_transxchange_file_is_refused_and_a_true_feed_read(shared):
    other = shared / "data" / "other-regions"
    with pytest.raises(FileNotUnderstood, match="TransXChange"):
        told(next((other / "transxchange").glob("*.xml")))

    feed, tally = told(next((other / "newport").glob("*_gtfs.zip")))

    assert (len(feed.stops), len(feed.trips), len(feed.times)) == (2686, 176, 7765)
    assert dict(feed.stops["boarding"].value_counts().iter_rows()) == {
        0: 1920,
        1: 283,
        2: 483,
    }
    assert set(feed.trips["accessible"]) == {0}
    assert feed.times["arrives"].max() == 31 * 3600 + 30 * 60
    assert tally.not_understood == {}
