"""On which stretch does a place lie?"""

import numpy as np
import pytest

from tests.access.streets_to_build import CORNER, Valley, degrees, metres
from weft.access.domain.fit import Plane
from weft.access.domain.streets import Hung, Snapper, at_points, entrances
from weft.access.domain.travel import Way
from weft.commons.places import Point


def snapped(network, *spots, way=Way.FOOT, plane=Plane.CERTAIN):
    return Snapper(network).snap(at_points(metres(*spots)), way, plane)


def test_a_place_hangs_on_the_nearest_point_of_a_stretch():
    network = Valley(a=(0, 0), b=(500, 0)).street("ab").network()

    found = snapped(network, (125, 40))

    ends = sorted((found.from_tail_mm[0], found.to_head_mm[0]))
    assert ends == pytest.approx([125_000, 375_000], abs=400)
    assert found.off_mm[0] == pytest.approx(40_000, abs=100)
    assert found.counted() == {Hung.PLAINLY: 1}


def test_a_place_far_from_every_street_is_said_to_be_on_none():
    network = Valley(a=(0, 0), b=(500, 0)).street("ab").network()

    found = snapped(network, (125, 401))

    assert found.edge[0] == -1
    assert found.counted() == {Hung.NOWHERE: 1}


def test_a_motorway_has_no_doors():
    valley = Valley(a=(0, 0), b=(500, 0), c=(0, 90), d=(500, 90))
    network = valley.street("ab", highway="motorway").street("cd").network()

    found = snapped(network, (250, 10), way=Way.CAR)

    assert found.off_mm[0] == pytest.approx(80_000, abs=200)


def test_a_wall_between_sends_one_to_the_street_on_this_side():
    valley = Valley(
        a=(0, 0), b=(500, 0), c=(0, 100), d=(500, 100), v=(-50, 20), w=(550, 20)
    )
    network = valley.street("ab").street("cd").wall("vw").network()

    found = snapped(network, (250, 30))

    assert found.off_mm[0] == pytest.approx(70_000, abs=200)
    assert found.counted() == {Hung.ROUND_A_WALL: 1}


def test_where_walls_are_all_round_the_nearest_street_is_taken_and_counted():
    valley = Valley(a=(0, 0), b=(500, 0), v=(-50, 20), w=(550, 20))
    network = valley.street("ab").wall("vw", railway="rail").network()

    found = snapped(network, (250, 30))

    assert found.off_mm[0] == pytest.approx(30_000, abs=200)
    assert found.counted() == {Hung.ACROSS_A_WALL: 1}


def test_an_island_does_not_swallow_a_place_in_silence():
    nodes = {chr(0x100 + n): (n * 30.0, 0.0) for n in range(9)}
    valley = Valley(**nodes, x=(60, 60), y=(120, 60))
    for one, other in zip(list(nodes), list(nodes)[1:], strict=False):
        valley.street(one + other)
    network = valley.street("xy").network()

    found = snapped(network, (90, 50), (90, 430))

    assert found.off_mm[0] == pytest.approx(50_000, abs=200)
    assert found.counted() == {Hung.PAST_AN_ISLAND: 1, Hung.ON_AN_ISLAND: 1}


def test_the_nearest_is_the_nearest_of_all():
    rng = np.random.default_rng(3)
    valley = Valley(
        **{chr(0x100 + n): tuple(rng.uniform(0, 900, 2)) for n in range(40)}
    )
    names = list(valley.nodes)
    for n in range(39):
        valley.street(names[n] + names[n + 1])
    network = valley.network()
    spots = rng.uniform(0, 900, (50, 2))

    found = snapped(network, *spots)

    course = np.array([valley.nodes[name] for name in names])
    for spot, off in zip(spots, found.off_mm, strict=True):
        assert off / 1_000 == pytest.approx(nearest(spot, course), abs=0.5)


def nearest(spot, course):
    begin, step = course[:-1], np.diff(course, axis=0)
    share = ((spot - begin) * step).sum(axis=1) / (step**2).sum(axis=1)
    foot = begin + np.clip(share, 0, 1)[:, None] * step
    return np.hypot(*(foot - spot).T).min()


# --- where a place is entered ---------------------------------------------------------


def point(east, north):
    ((longitude, latitude),) = degrees((east, north))
    return Point(latitude, longitude)


@pytest.fixture
def a_fenced_field():
    valley = Valley(
        a=(0, 0),
        b=(500, 0),
        p=(100, 10),
        q=(400, 10),
        r=(400, 300),
        s=(100, 300),
        g=(200, 300),
        h=(200, 400),
        i=(0, 400),
    )
    valley.street("ab").street("aihg", highway="footway")
    return valley.wall("pqrgsp", barrier="fence").network()


def test_a_place_within_a_fence_is_reached_at_the_gate(a_fenced_field):
    found = entrances(a_fenced_field, [point(250, 30), point(450, 30)])

    assert found.of.tolist() == [0, 1]
    assert found.metres[0] - CORNER == pytest.approx([200, 300], abs=0.3)
    assert found.metres[1] - CORNER == pytest.approx([450, 30], abs=0.3)
    assert found.inside_mm[0] == pytest.approx(np.hypot(50, 270) * 1_000, abs=500)


def test_a_park_is_reached_at_each_of_its_own_gates(a_fenced_field):
    gates = [[point(0, 50), point(500, 50)]]

    found = entrances(a_fenced_field, [point(250, 150)], gates)

    assert found.of.tolist() == [0, 0]
    assert found.inside_mm.tolist() == [0, 0]
    hung = Snapper(a_fenced_field).snap(found, Way.FOOT, Plane.CERTAIN)
    assert hung.places == 1
