"""A made-up West Yorkshire that moves: stops, lines, trips, areas, places, sessions.

The size that the field measured: 14,000 stops, 150 lines both ways, 2.8 million stop
times a week, walks of up to 400 m between stops. ``share`` makes all of it smaller or
larger at the same density. Chance has a fixed seed.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.spatial import cKDTree

from weft.access.domain.timetable import (
    Around,
    Events,
    Timetable,
    changing,
    turned,
    walks_from,
)
from weft.commons.times import Week

MONDAY = date(2026, 11, 23)
WEEK = Week(MONDAY)
STOPS, LINES, AREAS, SESSIONS, PLACES = 14_000, 150, 7_500, 20_000, 4_000
SQUARE_KILOMETRES = 2_003.0
TIMES_A_WEEK = 2_800_000
NEAR = 400.0  # metres on foot between stops, and from a door to one
A_METRE = 1.3 * 600 / 75  # deciseconds at 4.5 km/h along streets
MINUTE, HOUR = 600, 36_000
FIRST_BUS, LAST_BUS = 5 * HOUR, 24 * HOUR


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """Everything that a week of journeys is reckoned from."""

    timetable: Timetable
    around: Around
    starts: Events
    ends: Events


def a_world(share: float = 1.0, seed: int = 1) -> World:
    """Make it; ``share`` of West Yorkshire's area, people, lines and sessions."""
    rng = np.random.default_rng(seed)
    side = 1_000 * (SQUARE_KILOMETRES * share) ** 0.5
    towns = rng.uniform(0.15, 0.85, (max(round(5 * share), 1), 2)) * side
    lines, stops = _lines(rng, towns, side, share)
    timetable = _timetable(rng, lines, len(stops), share)
    areas, places = (
        _spots(rng, towns, side, round(count * share)) for count in (AREAS, PLACES)
    )
    around = _around(timetable, stops, areas, places)
    starts, ends = _sessions(rng, len(places), round(SESSIONS * share))
    return World(timetable=timetable, around=around, starts=starts, ends=ends)


def _spots(rng, towns, side, count):  # noqa: ANN001, ANN202 arrays throughout
    """Draw spots, two in three around a town and the rest anywhere."""
    spots = rng.normal(towns[rng.integers(0, len(towns), count)], side / 12)
    anywhere = rng.random(count) < 1 / 3
    spots[anywhere] = rng.uniform(0, side, (anywhere.sum(), 2))
    return np.clip(spots, 0, side)


def _lines(rng, towns, side, share):  # noqa: ANN001, ANN202 arrays throughout
    """Lay lines from a town to somewhere, a stop every 300 m; stops near are shared."""
    count, wanted = max(round(LINES * share), 2), round(STOPS * share)
    courses, spots = [], []
    each = wanted / count
    for _ in range(count):
        begin = rng.normal(towns[rng.integers(0, len(towns))], side / 40)
        heading = rng.uniform(0, 2 * np.pi)
        turns = rng.normal(0, 0.35, round(each * 1.06))
        headings = heading + np.cumsum(turns) * 0.5
        steps = 300 * np.column_stack([np.cos(headings), np.sin(headings)])
        course = np.clip(begin + np.cumsum(steps, axis=0), 0, side)
        courses.append(course)
        spots.append(course)
    every = np.concatenate(spots)
    grid = np.round(every / 90).astype(np.int64)
    _, first, which = np.unique(grid, axis=0, return_index=True, return_inverse=True)
    which, lines, at = which.ravel(), [], 0
    for course in courses:
        line = which[at : at + len(course)]
        at += len(course)
        lines.append(line[np.r_[True, line[1:] != line[:-1]]].astype(np.int32))
    return lines, every[first]


def _timetable(rng, lines, stops, share):  # noqa: ANN001, ANN202 arrays throughout
    """Run each line both ways, as often as makes up the stop times of a week."""
    calls_once = sum(2 * len(line) for line in lines)
    runs_a_day = TIMES_A_WEEK * share / 7 / calls_once
    trips, at_stop, times = [], [], []
    for line in lines:
        often = max(round(runs_a_day * rng.uniform(0.4, 1.6)), 1)
        for course in (line, line[::-1]):
            hops = rng.integers(3, 9, len(course) - 1) * 100
            along = np.r_[0, np.cumsum(hops)]
            starts = np.sort(rng.integers(FIRST_BUS, LAST_BUS, often)) // 600 * 600
            for start in starts:
                trips.append(len(course))
                at_stop.append(course)
                times.append(start + along)
    first = np.r_[0, np.cumsum(trips)].astype(np.int32)
    names = np.arange(stops).astype(np.str_)
    return _as_timetable(
        names, first, np.concatenate(at_stop), np.concatenate(times).astype(np.int32)
    )


def _as_timetable(names, first, at_stop, times):  # noqa: ANN001, ANN202 arrays throughout
    none, texts = np.empty(0, np.int32), np.empty(0, np.str_)
    stops, trips, calls = len(names), len(first) - 1, len(times)
    row = np.zeros(trips, np.int32)
    return Timetable(
        stop_id=names,
        stop_name=names,
        stop_lat=np.full(stops, 53.7),
        stop_lon=np.full(stops, -1.7),
        stop_boarding=np.zeros(stops, np.int8),
        route_name=np.array(["1"]),
        route_kind=np.array([3], np.int32),
        route_operator=np.array([""]),
        trip_id=np.arange(trips).astype(np.str_),
        trip_route=row,
        trip_service=row,
        trip_headsign=np.full(trips, ""),
        trip_accessible=np.zeros(trips, np.int8),
        first=first,
        at_stop=at_stop,
        arrives=times,
        departs=times,
        pickup=np.zeros(calls, np.int8),
        drop_off=np.zeros(calls, np.int8),
        service_days=np.array([127], np.uint8),
        service_first=np.array([date(2026, 1, 1).toordinal()], np.int32),
        service_last=np.array([date(2027, 12, 31).toordinal()], np.int32),
        exception_service=none,
        exception_day=none,
        exception_runs=np.empty(0, bool),
        often_trip=none,
        often_first=none,
        often_last=none,
        often_every=none,
        often_exact=np.empty(0, bool),
        change_from=none,
        change_to=none,
        change_kind=np.empty(0, np.int8),
        change_takes=none,
        booked_trip=none,
        booked_stop=none,
        booked_opens=none,
        booked_closes=none,
        booked_rule=none,
        rule_message=texts,
        rule_phone=texts,
        rule_address=texts,
        about={},
    )


def _around(timetable, stops, areas, places):  # noqa: ANN001, ANN202 arrays throughout
    """Walk up to 400 m between stops, 800 m from an area, 600 m from a place."""
    tree = cKDTree(stops)
    between = tree.query_pairs(NEAR, output_type="ndarray")
    both = np.concatenate([between, between[:, ::-1]])
    far = np.linalg.norm(stops[both[:, 0]] - stops[both[:, 1]], axis=1)
    walks = walks_from(len(stops), both[:, 0], both[:, 1], _takes(far))
    of_areas, of_places = (
        _to_stops(tree, stops, spots, reach)
        for spots, reach in ((areas, 2 * NEAR), (places, 1.5 * NEAR))
    )
    of_stops = turned(of_areas, len(stops))
    return Around(
        changing=changing(timetable, walks),
        from_places=of_places,
        to_places=of_places,
        from_areas=of_stops,
        to_areas=of_stops,
        areas=len(areas),
    )


def _takes(metres):  # noqa: ANN001, ANN202 arrays throughout
    return np.round(metres * A_METRE).astype(np.int32)


def _to_stops(tree, stops, spots, reach):  # noqa: ANN001, ANN202 arrays throughout
    """Walk from each spot to every stop within reach."""
    near = tree.query_ball_point(spots, reach)
    here = np.repeat(np.arange(len(spots)), [len(one) for one in near])
    there = np.concatenate([np.asarray(one, np.int64) for one in near])
    far = np.linalg.norm(spots[here] - stops[there], axis=1)
    return walks_from(len(spots), here, there, _takes(far))


def _sessions(rng, places, count):  # noqa: ANN001, ANN202 arrays throughout
    """Begin between nine and half past eight in the evening, most on weekdays."""
    day = rng.choice(7, count, p=[0.16, 0.16, 0.16, 0.16, 0.16, 0.12, 0.08])
    quarter = rng.integers(9 * 4, 20 * 4 + 3, count)
    starts = (day * 24 * HOUR + quarter * 15 * MINUTE).astype(np.int32)
    lasts = rng.choice([60, 90, 120], count).astype(np.int32) * MINUTE
    place = rng.integers(0, places, count).astype(np.int32)
    return Events(place=place, when=starts), Events(place=place, when=starts + lasts)
