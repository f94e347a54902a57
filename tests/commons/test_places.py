"""Distances agree with the ellipsoid's, and no neighbour is missed by the cells."""

import pyproj
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.places import Cell, Point, cells_within

GEOD = pyproj.Geod(ellps="WGS84")
points = st.builds(Point, st.floats(50, 58), st.floats(-6, 2))


@given(here=points, east=st.floats(-0.8, 0.8), north=st.floats(-0.8, 0.8))
def test_the_sphere_is_close_enough_to_the_ellipsoid(here, east, north):
    there = Point(here.latitude + north, here.longitude + east)

    *_, exact = GEOD.inv(here.longitude, here.latitude, there.longitude, there.latitude)

    assert abs(here.metres_to(there) - exact) <= 0.004 * exact + 0.01


@given(
    here=points,
    metres=st.floats(1, 20_000),
    share=st.floats(0, 0.999),
    bearing=st.floats(0, 360),
)
def test_whoever_is_near_lies_in_one_of_the_cells(here, metres, share, bearing):
    longitude, latitude, _ = GEOD.fwd(
        here.longitude, here.latitude, bearing, metres * share * 0.995
    )

    assert Point(latitude, longitude).cell in cells_within(here, metres)


@given(column=st.integers(-300, 300), row=st.integers(2700, 3200))
def test_the_middle_of_a_cell_lies_in_it(column, row):
    assert Cell(column, row).middle.cell == Cell(column, row)


def test_a_cell_west_of_greenwich_is_one_word():
    assert Point(53.72, -1.86).cell.token.isalnum()
