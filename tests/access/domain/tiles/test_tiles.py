"""Tiles laid together are the whole, however it is cut; nothing in reach is missed."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.access.domain.choice.test_choice import same
from tests.access.domain.journeys.test_everybody import BUSES
from tests.access.domain.journeys.valley import HALFWAY, HALL, HOME, WEEK, point
from tests.oracles.choice_worlds import areas_of, lives, offers_of, sessions_of, worlds
from weft.access.domain.choice import NO_LIMIT, LifeNow, Terms, World, choose
from weft.access.domain.choice.windows import hours_in
from weft.access.domain.journeys.everybody import Everybody
from weft.access.domain.journeys.for_all import REAL, along, at_home, straight
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.tiles import (
    Common,
    Part,
    by_tiles,
    cut,
    one_by_one,
    sharing,
)
from weft.access.domain.tiles.restricting import reached_only
from weft.access.domain.tiles.values import points_of
from weft.access.domain.travel import Way

CLASSES = 3
TWO = st.tuples(lives(), lives())


def nowhere(sessions):
    none = np.zeros(sessions, np.int32)
    return Occasions(none - 1, none, none)


def common_of(world, two, **more):
    usual = {
        "offers": world.offers,
        "sessions": world.sessions,
        "occasions": nowhere(len(world.sessions)),
        "points": np.zeros((max(0, world.places - REAL), 2)),
        "gates": (),
        "by": (),
        "lives": tuple(two),
        "week": WEEK,
        "hours": world.hours,
        "classes": CLASSES,
        "terms": world.terms,
    }
    return Common(**{**usual, **more})


def drawn(world, two):
    """Reckon tiles of a world whose journeys are drawn, not found."""

    def across(common, tiles, _around):
        for tile in reversed(tiles):
            ways = [
                way._replace(begin=way.begin[tile.rows], end=way.end[tile.rows])
                for way in world.ways
            ]
            left = reached_only(world.offers, world.sessions, world.places, ways)
            told = {"offers": left.offers, "sessions": left.sessions}
            small = replace(
                world, areas=tile.areas, places=left.places, ways=left.ways, **told
            )
            chance = None if common.chance is None else common.chance[:, left.of]
            found = choose(small, two, classes=CLASSES, chance=chance)
            moved = np.zeros_like(found.three)
            yield Part(rows=tile.rows, offers=left.of, choice=found, changed=moved)

    return across


@settings(max_examples=150, deadline=None)
@given(worlds(), TWO, st.integers(1, 3), st.integers(0, 9))
def test_any_world_cut_anyhow_is_the_whole_bit_for_bit(world, two, most, seed):
    homes = np.random.default_rng(seed).random((len(world.areas), 2))
    tiles = cut(homes, world.areas, most=most)
    common = common_of(world, two)
    assert sorted(np.concatenate([one.rows for one in tiles])) == list(
        range(len(world.areas))
    )
    assert max(len(one.rows) for one in tiles) <= most

    whole = choose(world, two, classes=CLASSES)
    assert same(by_tiles(common, tiles, None, drawn(world, two)).choice, whole)


@settings(max_examples=60, deadline=None)
@given(worlds(), TWO, st.integers(1, 3))
def test_places_shared_over_all_tiles_add_up_and_are_those_of_the_whole(
    world, two, most
):
    common, weights = common_of(world, two), [3.0, 1.0, 0.5]
    tiles = cut(np.zeros((len(world.areas), 2)), world.areas, most=most)
    whole = cut(np.zeros((len(world.areas), 2)), world.areas, most=100)
    reckon = drawn(world, two)
    parted = sharing(common, tiles, None, reckon, weights=weights).choice
    again = sharing(common, whole, None, reckon, weights=weights).choice
    assert same(parted, again)

    people = world.areas.people[:, :, None] / 1000
    told = (parted.shared * people).sum(axis=(0, 1))
    takers = parted.takers.sum(axis=-1) / 1000
    places = world.offers.newcomers
    some = np.where(places == NO_LIMIT, np.inf, np.maximum(places, 0))
    assert told == pytest.approx(np.minimum(takers, some).sum(axis=1), abs=1e-6)


def a_world(homes, places, seed=3):
    """Three lives, thirty offers with a session or two, at any of the places."""
    chance = np.random.default_rng(seed)
    offers = offers_of(
        [
            {"group": int(chance.integers(9)), "kind": n % 3, "newcomers": n % 7}
            for n in range(30)
        ]
    )
    rows = []
    for n in range(30):
        start = (24 + int(chance.integers(8, 18))) * HOUR
        rows.append((n, start, start + HOUR, REAL + n % places))
    rows += [(0, 30 * HOUR, 31 * HOUR, 0), (1, 30 * HOUR, 31 * HOUR, 1)]
    return offers, sessions_of(rows), areas_of(homes, 3)


def three_lives(ways):
    windows = np.array([[24 * HOUR, 48 * HOUR]], np.int32)
    return [
        LifeNow(windows=windows, ways=((0, 0, 0), (way, 60 * MINUTE, 0)), way_in=(1, 1))
        for way in range(1, ways + 1)
    ]


def test_straight_lines_reach_no_further_in_a_tile_than_in_the_whole():
    chance = np.random.default_rng(11)
    homes = 53.5 + chance.random((60, 2)) / 3  # 37 km: on foot never to all
    points = 53.5 + chance.random((80, 2)) / 3
    by = ((Way.BIKE, False), (Way.FOOT, False))
    offers, sessions, areas = a_world(len(homes), len(points))
    terms, two = Terms(), three_lives(2)
    ways = straight(points_of(homes), points_of(points), by, terms.horizon)
    areas = replace(areas, people=areas.people[:2])
    world = World(
        areas=areas,
        offers=offers,
        sessions=sessions,
        places=REAL + len(points),
        ways=(at_home(len(homes)), *ways),
        terms=terms,
    )
    common = common_of(world, two, points=points, by=by)
    tiles = cut(homes, areas, most=7)

    whole = choose(world, two, classes=CLASSES)
    assert whole.counts[..., 0].max() > whole.counts[..., 0].min()
    assert same(by_tiles(common, tiles, None, one_by_one).choice, whole)


def test_by_bus_a_tile_takes_every_session_that_the_timetable_leads_to():
    homes = [HOME, point(1_500, 30), HALFWAY, point(0, 5_000), point(6_300, 20)]
    places = [HALL, HALFWAY, point(3_300, 200), HOME]
    by = ((Way.BIKE, False), (Way.FOOT, False), (Way.FOOT, True), (Way.WHEELS, True))
    offers, sessions, areas = a_world(len(homes), len(places))
    where = np.where(sessions.place >= REAL, sessions.place - REAL, -1)
    occasions = Occasions(where.astype(np.int32), sessions.start, sessions.end)
    terms = Terms(horizon=60 * MINUTE)
    everybody = Everybody(BUSES, BUSES.homes(homes), BUSES.doors(places))
    ways = along(everybody, occasions, by, WEEK, terms.horizon)
    people, two = areas.people[[0, 0, 0, 0]], three_lives(4)
    world = World(
        areas=replace(areas, people=people),
        offers=offers,
        sessions=sessions,
        places=REAL + len(places),
        ways=(at_home(len(homes)), *ways),
        hours=hours_in(WEEK),
        terms=terms,
    )
    degrees = [
        np.array([(one.latitude, one.longitude) for one in some])
        for some in (homes, places)
    ]
    common = common_of(world, two, points=degrees[1], by=by, occasions=occasions)

    whole = choose(world, two, classes=CLASSES)
    walked, ridden = (whole.counts[n, 0, 1, 0] for n in (1, 2))
    assert ridden > walked  # who lives at one end gets further by bus
    for most in (1, 2):
        tiles = cut(degrees[0], world.areas, most=most)
        assert same(by_tiles(common, tiles, BUSES, one_by_one).choice, whole)


def test_no_area_no_tile():
    assert cut(np.zeros((0, 2)), areas_of(0, 1), most=5) == ()
