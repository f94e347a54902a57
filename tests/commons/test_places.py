"""Distances agree with the ellipsoid's, and no neighbour is missed by the cells."""

import pyproj
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.places import Cell, Point, Square, cells_within

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


@given(column=st.integers(-600, 600), row=st.integers(5400, 6400))
def test_the_middle_of_a_square_lies_in_it_and_four_squares_make_a_cell(column, row):
    square = Square(column, row)

    assert square.middle.square == square
    assert square.middle.cell == Cell(column // 2, row // 2)


@given(column=st.integers(-600, 600), row=st.integers(5400, 6400))
def test_a_square_is_one_kilometre_wide_and_high(column, row):
    here = Square(column, row).middle
    north = Square(column, row + 1).middle
    east = Square(column + 1, row).middle

    assert abs(here.metres_to(north) - 1_000) < 1
    # Its scale is right at 54° north; at either end of England it is not far out.
    assert 900 < here.metres_to(east) < 1_150


def test_cells_and_squares_west_of_greenwich_are_one_word():
    assert Point(53.72, -1.86).cell.token.isalnum()
    assert Point(53.72, -1.86).square.token.isalnum()
