"""How is one way told?"""

import pytest

from tests.access.streets_to_build import Valley, between
from weft.access.domain.fit import Plane
from weft.access.domain.streets import told_path
from weft.access.domain.streets.verdicts import Kind, Surface, Why
from weft.access.domain.travel import Way

HALF_AN_HOUR = 18_000


@pytest.fixture
def the_stair():
    """Mill Lane, a stile, an unlit path, eleven steps, and the long way round."""
    valley = Valley(
        a=(0, 0), s=(200, 0), b=(300, 0), c=(350, 0), x=(0, 700), y=(350, 700)
    )
    valley.street("as", name="Mill Lane", lit="yes")
    valley.street("sb", highway="footway", surface="asphalt", lit="no")
    valley.street("bc", highway="steps", step_count="11")
    valley.street("axyc", name="High Road")
    return valley.joint("s", barrier="stile").network()


def told(network, way, *, back=False, plane=Plane.CERTAIN):
    one = between(network, way, plane, areas=[(0, 0)], places=[(350, 0)])
    return told_path(one, 0, 0, limit=HALF_AN_HOUR, back=back)


def test_a_way_is_told_with_its_facts(the_stair):
    way = told(the_stair, Way.FOOT)

    assert [one.name for one in way.stretches] == ["Mill Lane", "stile", "", ""]
    assert [one.kind for one in way.stretches] == [
        Kind.ROAD,
        Kind.JOINT,
        Kind.PATH,
        Kind.STEPS,
    ]
    assert way.metres == pytest.approx(350, abs=1)
    assert way.minutes == 5
    assert way.metres_lit(lit=True) == pytest.approx(200, abs=1)
    assert way.metres_lit(lit=False) == pytest.approx(100, abs=1)
    assert way.metres_lit(lit=None) == pytest.approx(50, abs=1)
    assert (way.flights, way.stretches[-1].steps) == (1, 11)
    assert way.stretches[2].surface is Surface.SMOOTH
    assert way.step_free is False
    assert way.on_wheels is False
    assert way.in_the_way == Why.BARRIER | Why.STEPS


def test_the_way_back_is_told_in_the_order_in_which_it_is_gone(the_stair):
    there, back = told(the_stair, Way.FOOT), told(the_stair, Way.FOOT, back=True)

    assert back.stretches == there.stretches[::-1]


def test_wheels_are_told_the_way_round(the_stair):
    way = told(the_stair, Way.WHEELS)

    assert [one.name for one in way.stretches] == ["High Road"]
    assert way.step_free is True
    assert way.on_wheels is True
    assert way.in_the_way == Why(0)


def test_what_nobody_has_said_is_told_as_unknown():
    valley = Valley(a=(0, 0), k=(200, 0), c=(350, 0))
    valley.street("ak").street("kc", highway="footway", surface="asphalt")
    network = valley.joint("k", highway="crossing").network()

    way = told(network, Way.FOOT)

    assert way.step_free is None
    assert way.on_wheels is None
    assert way.in_the_way == Why.KERB_UNKNOWN


def test_along_one_stretch_only_what_is_gone_is_told():
    network = Valley(a=(0, 0), c=(700, 0)).street("ac", name="Mill Lane").network()

    way = told(network, Way.FOOT)

    assert way.metres == pytest.approx(350, abs=1)
    assert [one.name for one in way.stretches] == ["Mill Lane"]


def test_what_is_out_of_reach_is_not_told():
    valley = Valley(a=(0, 0), b=(100, 0), c=(350, 0), d=(450, 0))
    network = valley.street("ab").street("cd").network()

    assert told(network, Way.FOOT) is None
