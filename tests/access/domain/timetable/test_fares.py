"""What a way costs is what the timetable's own fares say; unknown is never free."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.oracles import fares as slow
from tests.standards.gtfs.making import HEADINGS, a_feed
from weft.access.domain.arrays import as_bytes
from weft.access.domain.timetable.fares import Ridden, cheapest
from weft.access.domain.timetable.joining import joined
from weft.access.domain.timetable.tables import as_arrays, from_arrays
from weft.access.exchange.timetable import timetable_from
from weft.commons.provenance import Tally
from weft.standards.gtfs import read_feed

ZONES = {"450A": "1", "450B": "2", "450C": "3", "450D": ""}
STOPS = [*ZONES]
ROUTES = {"7001": "OP1", "7002": "OP1", "7003": "OP2"}
WITH_ZONES = {"stops": f"{HEADINGS['stops']},zone_id"}
FIELDS = HEADINGS["fare_attributes"].split(",")
RULE_FIELDS = HEADINGS["fare_rules"].split(",")


def told(folder, **tables):
    """A timetable of four stops in three zones, and three routes of two operators."""
    tally = Tally()
    path = a_feed(
        folder,
        headings=WITH_ZONES,
        agency=[
            f"{one},{one},https://a.example,Europe/London,EN,,"
            for one in ("OP1", "OP2")
        ],
        stops=[f"{stop},,{stop},53.7,-1.9,0,,,,{zone}" for stop, zone in ZONES.items()],
        routes=[f"{route},{agency},{route},,3" for route, agency in ROUTES.items()],
        **tables,
    )
    return timetable_from(read_feed(path, tally=tally)), tally


def ride(route, *stops, at=0):
    """A ride as it is paid for; minutes."""
    rows = tuple(STOPS.index(f"450{stop}") for stop in stops)
    return Ridden(route=[*ROUTES].index(route), stops=rows, leaves=at * 600)


def pence(timetable, *rides):
    paid = cheapest(timetable.fares, rides)
    return None if paid is None else paid.pence


FARE = st.fixed_dictionaries(
    {
        "price": st.sampled_from(["0", "1", "1.50", "2.00", "3.2"]),
        "currency_type": st.sampled_from(["GBP", "GBP", "GBP", "EUR"]),
        "payment_method": st.sampled_from(["0", "1"]),
        "transfers": st.sampled_from(["", "0", "1", "2"]),
        "agency_id": st.sampled_from(["", "", "OP1", "OP2"]),
        "transfer_duration": st.sampled_from(["", "600", "3600"]),
    }
)
RULE = st.fixed_dictionaries(
    {
        "fare_id": st.sampled_from(["F0", "F1", "F2", "F3"]),
        "route_id": st.sampled_from(["", "", *ROUTES]),
        "origin_id": st.sampled_from(["", "", "1", "2", "3"]),
        "destination_id": st.sampled_from(["", "", "1", "2", "3"]),
        "contains_id": st.sampled_from(["", "", "1", "2", "3"]),
    }
)
RIDE = st.tuples(
    st.sampled_from([*ROUTES]),
    st.lists(st.sampled_from("ABCD"), min_size=2, max_size=4),
    st.integers(0, 40),
)


def table(rows, names):
    return [",".join(row[name] for name in names) for row in rows]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(FARE, max_size=4),
    st.lists(RULE, max_size=6),
    st.lists(RIDE, min_size=1, max_size=4),
)
def test_it_is_what_trying_every_fare_on_every_cut_of_the_way_gives(
    tmp_path_factory, some, rules, ridden
):
    fares = [{"fare_id": f"F{n}", **fare} for n, fare in enumerate(some)]
    held = {fare["fare_id"] for fare in fares}
    rules = [rule for rule in rules if rule["fare_id"] in held]
    timetable, tally = told(
        tmp_path_factory.mktemp("fares"),
        fare_attributes=table(fares, FIELDS),
        fare_rules=table(rules, RULE_FIELDS),
    )
    times = np.cumsum([minutes for _, _, minutes in ridden])
    rides = [
        ride(route, *stops, at=int(at))
        for (route, stops, _), at in zip(ridden, times, strict=True)
    ]
    trips = [
        slow.Trip(
            route, ROUTES[route], tuple(ZONES[f"450{stop}"] for stop in stops), at * 60
        )
        for (route, stops, _), at in zip(ridden, times, strict=True)
    ]

    paid = pence(timetable, *rides)

    assert paid == slow.cheapest(fares, rules, trips)
    assert set(tally.not_understood) <= {"a fare that is no price in pounds"}
    apart = [pence(timetable, one) for one in rides]
    if None not in apart:
        assert paid <= sum(apart)  # one ticket after the other can always be bought
    twice = joined([timetable, told(tmp_path_factory.mktemp("more"))[0]])
    assert pence(twice, *rides) == paid
    kept = from_arrays(as_arrays(timetable))
    assert as_bytes(as_arrays(kept)) == as_bytes(as_arrays(timetable))


@pytest.mark.parametrize(
    ("fares", "rules", "rides", "expected"),
    [
        # Example 1 of the reference's own: one fare, unlimited changes
        (["only_fare,1.25,GBP,0,,,"], [], [("7001", "AB", 0), ("7002", "BC", 9)], 125),
        # 2: no changes
        (["only_fare,1.25,GBP,0,0,,"], [], [("7001", "AB", 0), ("7002", "BC", 9)], 250),
        # 3: changes for 90 minutes
        (
            ["only_fare,1.25,GBP,0,,,5400"],
            [],
            [("7001", "AB", 0), ("7002", "BC", 90)],
            125,
        ),
        (
            ["only_fare,1.25,GBP,0,,,5400"],
            [],
            [("7001", "AB", 0), ("7002", "BC", 91)],
            250,
        ),
        # 4: a dearer fare on one line
        (
            ["local,1.75,GBP,0,0,,", "express,5.00,GBP,0,0,,"],
            ["local,7001,,,", "express,7002,,,"],
            [("7001", "AB", 0), ("7002", "BC", 9)],
            675,
        ),
        # 5: from station to station
        (
            ["!S1_to_S2,1.75,GBP,0,0,,", "!S1_to_S3,3.25,GBP,0,0,,"],
            ["!S1_to_S2,,1,2,", "!S1_to_S3,,1,3,"],
            [("7001", "ABC", 0)],
            325,
        ),
        # 6: by the zones one goes through
        (
            ["F1,4.15,GBP,0,0,,", "F2,2.20,GBP,0,0,,"],
            ["F1,,,,1", "F1,,,,2", "F1,,,,3", "F2,,,,1", "F2,,,,2"],
            [("7001", "ABC", 0)],
            415,
        ),
        # nobody tells a fare of the second bus: the whole is unknown, not the half
        (
            ["one,2.00,GBP,0,0,,"],
            ["one,7001,,,"],
            [("7001", "AB", 0), ("7003", "BC", 9)],
            None,
        ),
        (["free,0.00,GBP,0,0,,"], [], [("7001", "AB", 0)], 0),
    ],
)
def test_the_references_own_examples(tmp_path, fares, rules, rides, expected):
    timetable, _ = told(tmp_path, fare_attributes=fares, fare_rules=rules)

    rode = [ride(route, *stops, at=at) for route, stops, at in rides]

    assert pence(timetable, *rode) == expected


def test_what_is_no_price_is_counted_and_never_free(tmp_path):
    timetable, tally = told(
        tmp_path,
        fare_attributes=[
            "a,two pounds,GBP,0,0,,",
            "b,-1,GBP,0,0,,",
            "c,1.234,GBP,0,0,,",
            "d,nan,GBP,0,0,,",
            "e,1.00,EUR,0,0,,",
            "a,1.00,GBP,0,0,,",
            "f,1.00,GBP,1,7,,",
        ],
        fare_rules=["f,7009,,,", "g,7001,,,", "f,,9,,"],
    )

    assert pence(timetable, ride("7001", "A", "B")) is None
    assert tally.not_understood == {
        "a fare that is no price in pounds": 5,
        "a fare that stands twice": 1,
        "a fare whose changes cannot be read": 1,
        "a rule of a fare that the feed does not hold": 1,
        "a fare of a route or zone that the feed does not hold": 2,
    }


NEWER = {
    "fare_products": [
        "single,Single,,,2.00,GBP",
        "single,Single,,app,1.80,GBP",
        "child,Child,child,,1.00,GBP",
        "far,Far,adult,,3.50,GBP",
    ],
    "rider_categories": ["adult,Adult,1", "child,Child,0"],
    "areas": ["town,Town", "hill,Hill"],
    "stop_areas": ["town,450A", "town,450B", "hill,450C"],
    "networks": ["valley,Valley"],
    "route_networks": ["valley,7001", "valley,7002"],
}


def test_the_newer_way_by_network_and_area(tmp_path):
    timetable, tally = told(
        tmp_path,
        **NEWER,
        fare_leg_rules=[
            "l,valley,town,town,,,single",
            "l,valley,town,hill,,,far",
            "l,valley,town,town,,,child",
            "l,valley,,town,peak,,far",
        ],
        fare_attributes=["old,9.00,GBP,0,0,,"],
    )

    assert pence(timetable, ride("7001", "A", "B")) == 200  # with neither card nor app
    assert pence(timetable, ride("7001", "A", "C")) == 350
    assert pence(timetable, ride("7001", "A", "B"), ride("7002", "B", "C")) == 550
    assert pence(timetable, ride("7003", "A", "B")) is None  # in no network told
    assert pence(timetable, ride("7001", "D", "B")) is None  # at peak; else nobody said
    assert tally.left_out["a fare of some hours only"] == 1
    assert tally.left_out["a fare for some riders only"] == 1
    assert tally.left_out["fares told the older way too"] == 1


def test_a_blank_is_whatever_no_rule_names_and_with_ranks_anything(tmp_path):
    rules = ["l,valley,,,,,single", "l,,,,,,far"]
    plain, _ = told(tmp_path, **NEWER, fare_leg_rules=rules)
    (tmp_path / "ranked").mkdir()
    headings = WITH_ZONES | {
        "fare_leg_rules": f"{HEADINGS['fare_leg_rules']},rule_priority"
    }
    path = a_feed(
        tmp_path / "ranked",
        headings=headings,
        stops=[f"{stop},,{stop},53.7,-1.9,0,,,,{zone}" for stop, zone in ZONES.items()],
        routes=[f"{route},OP1,{route},,3" for route in ROUTES],
        **NEWER,
        fare_leg_rules=["l,valley,,,,,far,1", "l,,,,,,single,"],
    )
    ranked = timetable_from(read_feed(path, tally=Tally()))

    assert pence(plain, ride("7001", "A", "B")) == 200
    assert pence(plain, ride("7003", "A", "B")) == 350
    assert pence(ranked, ride("7001", "A", "B")) == 350  # dearer, and it comes first
    assert pence(ranked, ride("7003", "A", "B")) == 200


def test_where_changes_alter_the_price_a_way_with_a_change_is_unknown(tmp_path):
    timetable, tally = told(
        tmp_path,
        **NEWER,
        fare_leg_rules=["l,valley,town,town,,,single"],
        fare_transfer_rules=["l,l,1,3600,1,0,"],
    )

    assert pence(timetable, ride("7001", "A", "B")) == 200
    assert (
        pence(timetable, ride("7001", "A", "B"), ride("7002", "B", "A", at=9)) is None
    )
    assert tally.left_out["what a change does to a fare"] == 1


def test_fares_of_two_timetables_stay_apart(tmp_path):
    (tmp_path / "other").mkdir()
    first, _ = told(tmp_path, fare_attributes=["a,2.00,GBP,0,0,,"])
    second, _ = told(
        tmp_path / "other",
        fare_attributes=["b,1.00,GBP,1,0,,"],
        fare_rules=["b,,1,2,", "b,,,,1", "b,,,,2"],
    )
    both = joined([first, second])
    there = len(first.route_name)

    assert pence(both, ride("7001", "A", "B")) == 200
    assert pence(both, replace(ride("7001", "A", "B"), route=there)) == 100
    assert pence(both, replace(ride("7001", "A", "C"), route=there)) is None
    assert (
        cheapest(both.fares, [replace(ride("7001", "A", "B"), route=there)])
        .tickets[0]
        .before
    )
