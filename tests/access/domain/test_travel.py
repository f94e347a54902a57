import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.travel import (
    USUAL,
    Estimate,
    Pace,
    Way,
    furthest_metres,
    journey,
    minutes_by,
)
from weft.commons.places import Point

HOME = Point(53.79, -1.75)
ways = st.sets(st.sampled_from(list(Way)), min_size=1)
metres = st.floats(0, 40_000)


def test_a_kilometre_on_foot_is_estimated_at_eighteen_minutes():
    # 1,000 m in a straight line, 1,300 along the streets, 75 m a minute: 17.3 minutes.
    assert minutes_by(Way.FOOT, 1_000) == 18


def test_a_car_takes_its_parking_with_it():
    assert minutes_by(Way.CAR, 0) == 5


def test_next_door_takes_no_time_on_foot():
    assert minutes_by(Way.FOOT, 0) == 0


def test_every_number_of_the_estimate_can_be_changed():
    slow = Estimate(detour=2.0, foot=Pace(metres_a_minute=50, minutes_more=3))

    assert minutes_by(Way.FOOT, 1_000, estimate=slow) == 43


@given(nearer=metres, more=metres, way=st.sampled_from(list(Way)))
def test_further_is_never_quicker(nearer, more, way):
    assert minutes_by(way, nearer + more) >= minutes_by(way, nearer)


@given(ways, ways, st.floats(53.5, 54), st.floats(-2, -1.2))
def test_one_more_way_of_getting_about_never_takes_longer(some, more, north, east):
    there = Point(north, east)

    assert (
        journey(HOME, there, some | more).minutes <= journey(HOME, there, some).minutes
    )


@given(st.integers(0, 90), ways, metres)
def test_nothing_within_reach_lies_beyond_the_furthest(minutes, some, far):
    if min(minutes_by(way, far) for way in some) <= minutes:
        assert far <= furthest_metres(minutes, some) + 1


def test_somebody_with_no_way_of_getting_about_is_asked_and_not_guessed_at():
    with pytest.raises(ValueError, match="way of getting about"):
        journey(HOME, HOME, ())


def test_wheels_are_given_more_time_than_feet():
    assert USUAL.wheels.metres_a_minute < USUAL.foot.metres_a_minute
