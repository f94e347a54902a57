"""A grid of made-up areas, with made-up people, over a true map."""

from dataclasses import replace

import pytest
import shapely

from tests.access.an_extract import LANE, PATH, written
from tests.need.building import an_asked
from weft.commons.errors import FileNotUnderstood
from weft.commons.provenance import Geography, Vintage
from weft.ground.sources import grid_areas
from weft.need.sources import grid_people

LSOA = Vintage(Geography.LSOA, 2021)


def test_squares_with_a_street_in_them_stand_for_areas(tmp_path):
    path = written(tmp_path / "a.osm.pbf", LANE, PATH)

    reading = grid_areas.read(an_asked(path, vintage=LSOA))

    areas = reading.content.areas
    assert [one.code for one in areas] == [
        f"W0190000{n}" for n in range(1, len(areas) + 1)
    ]
    assert 2 <= len(areas) <= 3  # a row of streets half a kilometre long
    assert all("made up" in one.name for one in areas)
    shapes = [shapely.from_wkb(one.boundary) for one in areas]
    for one, point in zip(shapes, reading.content.points, strict=True):
        assert one.contains(shapely.Point(point.point.longitude, point.point.latitude))
        assert point.weighted is False
    assert not shapes[0].overlaps(shapes[1])
    assert reading.tally.used == 2


def test_so_many_people_live_in_each_square():
    codes = frozenset({"W01900001", "W01900002"})
    asked = an_asked("a.osm.pbf", vintage=LSOA, areas={LSOA: codes})

    (frame,) = grid_people.read(asked).content

    assert frame.codes == ("W01900001", "W01900002")
    assert frame.values.tolist() == [[100.0], [100.0]]
    assert "nobody" in frame.columns[0].of_whom


@pytest.mark.parametrize("source", [grid_areas, grid_people])
def test_nobody_is_made_up_in_a_real_region(tmp_path, source):
    asked = an_asked(written(tmp_path / "a.osm.pbf", LANE), vintage=LSOA)
    real = replace(asked, region=replace(asked.region, made_up=False))

    with pytest.raises(FileNotUnderstood, match="made up"):
        source.read(real)
