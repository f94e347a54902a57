"""May the flat distance decide where the feed lets it, and say the same?"""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.web import valley
from weft.assets.queries.feeds import Asked, Near, services_page
from weft.commons.places import Point

DEGREE = 111_195.0  # metres, on the sphere of commons/places.py
FURTHEST = 0.9  # degrees of latitude: 100 km


def flat_metres(a: Point, b: Point) -> float:
    along = math.cos(math.radians(a.latitude)) * (b.longitude - a.longitude)
    return DEGREE * math.hypot(b.latitude - a.latitude, along)


@given(
    latitude=st.floats(-65, 65),
    up=st.floats(-FURTHEST, FURTHEST),
    along=st.floats(-FURTHEST, FURTHEST),
)
def test_as_far_as_100_km_the_flat_distance_is_right_to_2_in_100(latitude, up, along):
    here = Point(latitude, -1.9)
    east = along / math.cos(math.radians(latitude))
    there = Point(latitude + up, -1.9 + east)
    flat, sphere = flat_metres(here, there), here.metres_to(there)
    assume(10 < flat <= 100_000)
    assume(abs(there.latitude) <= 65)

    assert abs(flat - sphere) <= 0.02 * sphere


@pytest.mark.django_db
def test_near_is_what_the_sphere_says_at_every_distance():
    region = valley.region()
    far = [0, 1, 90, 940, 950, 960, 999, 1_001, 1_050, 9_400, 9_600, 30_000, 150_000]
    for metres in far:
        place = valley.place(region, f"at {metres}", point=valley.north_of_home(metres))
        valley.offer(region, f"{metres}", place=place, on=(None,) * 3)
    valley.derive(region)

    for asked in (100, 1_000, 10_000, 100_000, 200_000):
        near = Near(valley.HOME, asked)
        page = services_page(Asked(near=near), first=0, most=50)
        found = {int(one.service.name) for one in page.items}
        assert found == {metres for metres in far if metres <= asked}
        assert page.total == len(found)
