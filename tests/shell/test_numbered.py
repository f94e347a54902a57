"""Is each number of a list on the map once, apart from the others, and on the paper?"""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.places import Point
from weft.shell.tiles import Knot, Scene, Shape, draw_numbered, write
from weft.shell.tiles.numbered import EDGE, ROOM, pushed_apart


def knots(*points):
    return tuple(
        Knot(point=Point(*point), name=f"Thing {at}", address=f"/{at}", mark=str(at))
        for at, point in enumerate(points, start=1)
    )


def test_every_number_is_drawn_once_on_each_of_the_two_pictures():
    drawn = draw_numbered(
        Scene(knots=knots((53.8, -1.8), (53.8, -1.8), (53.81, -1.79))), title="Where"
    )

    for mark in "123":
        assert drawn.picture.count(f">{mark}</text>") == 2


@pytest.mark.parametrize("count", [2, 5, 10])
def test_things_on_one_spot_are_pushed_apart(count):
    moved = pushed_apart(np.full((count, 2), 150.0), width=328, height=328)

    gaps = [np.hypot(*(a - b)) for at, a in enumerate(moved) for b in moved[at + 1 :]]
    assert min(gaps) > ROOM * 0.8


@given(
    st.lists(
        st.tuples(st.floats(-50, 400), st.floats(-50, 400)), min_size=2, max_size=10
    )
)
def test_no_number_ever_leaves_the_paper_once_it_has_moved(points):
    start = np.clip(np.array(points), EDGE, 328 - EDGE)
    moved = pushed_apart(start, width=328, height=328)

    assert np.isfinite(moved).all()
    assert (moved >= EDGE - 1.5).all()
    assert (moved <= 328 - EDGE + 1.5).all()


def test_the_same_list_gives_the_same_picture():
    scene = Scene(knots=knots((53.8, -1.8), (53.8, -1.8)))

    assert draw_numbered(scene, title="a") == draw_numbered(scene, title="a")


def test_a_shape_of_mixed_kinds_is_cut_into_plain_ones(tmp_path):
    mixed = shapely.GeometryCollection(
        [
            shapely.box(-1.8, 53.8, -1.79, 53.81),
            shapely.LineString([(-1.79, 53.81), (-1.77, 53.82)]),
        ]
    )
    file = tmp_path / "mixed.pmtiles"

    write(
        Scene(green=(Shape(shape=shapely.to_wkb(mixed)),), knots=knots((53.8, -1.8))),
        file,
    )

    assert file.stat().st_size > 0
