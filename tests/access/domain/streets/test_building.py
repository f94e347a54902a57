"""How do streets become a network? On maps small enough to reckon by hand."""

import pytest

from tests.access.streets_to_build import Valley, between
from weft.access.domain.fit import Plane
from weft.access.domain.spans import FAR
from weft.access.domain.streets import streets_of
from weft.access.domain.travel import Way
from weft.commons.errors import FileNotUnderstood

HALF_AN_HOUR = 18_000
FOOT = 1.25  # metres a second


def times(network, way, plane=Plane.CERTAIN, *, area=(0, 0), place):
    both = between(network, way, plane, areas=[area], places=[place])
    both = both.times(HALF_AN_HOUR)
    return int(both.there[0, 0]), int(both.back[0, 0])


def test_streets_are_cut_where_they_meet_and_lengths_are_true():
    valley = Valley(a=(0, 0), b=(300, 0), c=(300, 400), d=(600, 0), e=(150, 0))
    network = valley.street("aebd").street("bc").network()

    assert (network.nodes, network.edges) == (4, 3)
    assert sorted(network.columns["edge_mm"]) == pytest.approx(
        [300_000, 300_000, 400_000], rel=5e-4
    )
    there, back = times(network, Way.FOOT, place=(300, 400))
    assert there == back == pytest.approx(700 / FOOT * 10, rel=1e-3)


def test_one_walks_up_to_a_locked_gate_from_both_sides_and_not_through_it():
    valley = Valley(a=(0, 0), g=(300, 0), b=(600, 0))
    network = valley.street("agb").joint("g", barrier="gate", locked="yes").network()

    assert times(network, Way.FOOT, place=(290, 5))[0] < HALF_AN_HOUR
    assert times(network, Way.FOOT, area=(600, 0), place=(310, 5))[0] < HALF_AN_HOUR
    assert times(network, Way.FOOT, place=(310, 5)) == (FAR, FAR)


def test_a_raised_kerb_holds_up_who_comes_off_the_path_and_not_who_stays_on_the_road():
    valley = Valley(a=(0, 0), k=(300, 0), b=(600, 0), p=(300, 300))
    valley.street("akb").street("kp", highway="footway", surface="asphalt")
    network = valley.joint("k", kerb="raised").network()

    assert times(network, Way.WHEELS, place=(600, 0))[0] < HALF_AN_HOUR
    assert times(network, Way.WHEELS, place=(300, 300))[0] == FAR
    assert times(network, Way.FOOT, place=(300, 300))[0] < HALF_AN_HOUR


def test_an_unknown_is_shut_on_the_certain_plane_and_open_on_the_possible():
    valley = Valley(a=(0, 0), k=(300, 0), p=(300, 300))
    network = valley.street("ak").street("kp", surface="sett").network()

    assert times(network, Way.WHEELS, place=(300, 300))[0] == FAR
    assert times(network, Way.WHEELS, Plane.POSSIBLE, place=(300, 300))[0] != FAR


def test_a_one_way_trap_lets_in_and_not_out():
    valley = Valley(a=(0, 0), b=(300, 0), c=(600, 0))
    network = valley.street("ab").street("bc", oneway="yes").network()

    there, back = times(network, Way.CAR, place=(600, 0))

    assert there != FAR
    assert back == FAR


def test_along_a_one_way_one_does_not_turn_round():
    ring = Valley(a=(0, 0), b=(600, 0), c=(300, 500))
    ring.street("ab", oneway="yes").street("bca", oneway="yes")
    network = ring.network()

    there, back = times(network, Way.CAR, area=(200, 0), place=(400, 0))

    parking = 5 * 600
    assert there - parking == pytest.approx(200 / (19 / 3.6) * 10, abs=2)
    assert back - parking > 4 * (there - parking)  # all the way round


def test_an_extract_without_streets_is_refused_with_advice():
    with pytest.raises(FileNotUnderstood, match="no street"):
        streets_of([])


def test_everything_is_counted():
    valley = Valley(a=(0, 0), b=(300, 0), g=(100, 0))
    valley.street("agb").street("ab", highway="construction").street("a")
    _, tally = streets_of(valley.joint("g", barrier="entrance").told)

    assert tally.rows_read == 4
    assert tally.used == 1
    assert tally.left_out == {
        "a street that is open to nobody of ours": 1,
        "a node that holds nobody up": 1,
    }
    assert sum(tally.not_understood.values()) == 1
