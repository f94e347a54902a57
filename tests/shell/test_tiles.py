"""Is the map whole, the same every time, and read a piece at a time?"""

import gzip
import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import mapbox_vector_tile
import pytest
import shapely
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from pmtiles.reader import MemorySource, Reader, all_tiles

from weft.commons.errors import NotFound
from weft.commons.places import Point
from weft.shell.ranges import serve
from weft.shell.tiles import Knot, Outline, Scene, Shape, Street, draw, write
from weft.shell.tiles.archive import FIRST, LAST
from weft.shell.tiles.knots import clustered

ROOT = Path(__file__).parents[2]


def box(*edges):
    return shapely.to_wkb(shapely.box(*edges))


def knots(count=40):
    return tuple(
        Knot(
            point=Point(53.8 + (at * 37 % 50) / 2000, -1.8 + (at * 61 % 70) / 1500),
            name=f"Thing {at}",
            address=f"/assets/{at}",
            fresh=(True, False, None)[at % 3],
        )
        for at in range(count)
    )


def valley(count=40):
    river = shapely.to_wkb(shapely.LineString([(-1.81, 53.81), (-1.74, 53.82)]))
    return Scene(
        areas=(
            Outline(name="Waterside", boundary=box(-1.81, 53.79, -1.78, 53.83)),
            Outline(name="Ox Lea", boundary=box(-1.78, 53.79, -1.74, 53.83)),
        ),
        green=(Shape(shape=box(-1.8, 53.8, -1.79, 53.81), name="High Wood"),),
        water=(Shape(shape=river, name="River Tenter"),),
        streets=(Street(line=river, name="Mill Lane", from_zoom=13),),
        knots=knots(count),
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("tiles") / "valley.pmtiles"
    write(valley(), path)
    return path


def tiles(path):
    source = MemorySource(path.read_bytes())
    return {
        place: mapbox_vector_tile.decode(
            gzip.decompress(data), default_options={"y_coord_down": True}
        )
        for place, data in all_tiles(source)
    }


def test_every_zoom_holds_every_thing_once(archive):
    found = tiles(archive)
    for zoom in range(FIRST, LAST + 1):
        features = [
            feature["properties"]
            for (z, _, _), tile in found.items()
            if z == zoom and "knots" in tile
            for feature in tile["knots"]["features"]
        ]
        assert sum(said.get("count", 1) for said in features) == 40


def test_nearest_everything_has_its_own_name_and_address(archive):
    names = {
        feature["properties"]["name"]
        for (z, _, _), tile in tiles(archive).items()
        if z == LAST and "knots" in tile
        for feature in tile["knots"]["features"]
    }
    assert names == {f"Thing {at}" for at in range(40)}


def test_what_nobody_confirmed_is_not_called_fresh(archive):
    fresh = {
        feature["properties"]["name"]: feature["properties"]["fresh"]
        for (z, _, _), tile in tiles(archive).items()
        if z == LAST and "knots" in tile
        for feature in tile["knots"]["features"]
    }
    assert fresh["Thing 0"] is True
    assert fresh["Thing 1"] is False
    assert fresh["Thing 2"] is False


def test_a_street_is_left_out_until_there_is_room_for_it(archive):
    zooms = {z for (z, _, _), tile in tiles(archive).items() if "streets" in tile}
    assert zooms == {13, 14}


def test_areas_add_up_to_what_they_are_whole(archive):
    """A tile's grid has 4,096 steps and at most a step of margin is lost in cutting."""
    found = [
        (place, feature["geometry"])
        for place, tile in tiles(archive).items()
        if place[0] == 12 and "areas" in tile
        for feature in tile["areas"]["features"]
    ]
    inside = sum(
        shapely.box(0, 0, 4096, 4096)
        .intersection(shapely.geometry.shape(geometry))
        .area
        for _, geometry in found
    )
    from weft.shell.tiles.scene import mercator

    whole = shapely.transform(shapely.box(-1.81, 53.79, -1.74, 53.83), mercator)
    assert inside == pytest.approx(whole.area * (4096 * 2**12) ** 2, rel=2e-3)


def test_the_header_says_where_the_map_lies(archive):
    header = Reader(MemorySource(archive.read_bytes())).header()
    assert (header["min_zoom"], header["max_zoom"]) == (FIRST, LAST)
    assert header["min_lon_e7"] == -18_100_000
    assert header["max_lat_e7"] == 538_300_000


def test_the_same_scene_gives_the_same_bytes_in_any_process(tmp_path):
    code = (
        "import django; django.setup()\n"
        "import sys; from pathlib import Path\n"
        "from tests.shell.test_tiles import valley\n"
        "from weft.shell.tiles import write\n"
        "write(valley(), Path(sys.argv[1]))"
    )
    sums = set()
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.pmtiles"
        subprocess.run(  # noqa: S603 our own code
            [sys.executable, "-c", code, str(path)],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
                "DJANGO_SETTINGS_MODULE": "weft.config.settings",
                "WEFT_DATA_DIR": str(tmp_path / "data"),
            },
            check=True,
        )
        sums.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(sums) == 1


def test_a_map_cut_again_takes_the_place_of_the_old_whole(tmp_path):
    path = tmp_path / "valley.pmtiles"
    write(valley(3), path)
    before = path.read_bytes()
    write(valley(30), path)
    assert path.read_bytes() != before
    assert [one.name for one in tmp_path.iterdir()] == ["valley.pmtiles"]


@given(
    st.lists(st.tuples(st.floats(53, 54), st.floats(-2, -1)), max_size=40),
    st.integers(0, 16),
)
def test_gathering_loses_nobody(places, zoom):
    things = tuple(
        Knot(point=Point(*place), name=str(at), address=f"/{at}")
        for at, place in enumerate(places)
    )
    gathered = [
        knot.name for one in clustered(things, zoom=zoom, last=14) for knot in one.knots
    ]
    assert sorted(gathered) == sorted(thing.name for thing in things)


# --- read a piece at a time ---------------------------------------------


def answer(path, **headers):
    return serve(RequestFactory().get("/tiles", headers=headers), path)


def body(response):
    return (
        b"".join(response.streaming_content) if response.streaming else response.content
    )


def test_the_whole_is_given_to_whoever_asks_for_it(archive):
    found = answer(archive)
    assert found.status_code == 200
    assert found["Accept-Ranges"] == "bytes"
    assert body(found) == archive.read_bytes()


@given(data=st.data())
def test_a_range_is_the_very_bytes_asked_for(archive, data):
    whole = archive.read_bytes()
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start, len(whole) + 50))
    found = answer(archive, Range=f"bytes={start}-{end}")
    assert found.status_code == 206
    assert body(found) == whole[start : end + 1]
    last = min(end, len(whole) - 1)
    assert found["Content-Range"] == f"bytes {start}-{last}/{len(whole)}"
    assert int(found["Content-Length"]) == last - start + 1


def test_the_end_can_be_asked_for(archive):
    assert body(answer(archive, Range="bytes=-7")) == archive.read_bytes()[-7:]
    assert body(answer(archive, Range="bytes=7-")) == archive.read_bytes()[7:]


@pytest.mark.parametrize(
    "asked", ["bytes=99999999-", "bytes=9-3", "bytes=-", "bytes=-0"]
)
def test_a_range_that_is_not_there_is_said_to_be_so(archive, asked):
    found = answer(archive, Range=asked)
    assert found.status_code == 416
    assert found["Content-Range"] == f"bytes */{archive.stat().st_size}"


@pytest.mark.parametrize("asked", ["lines=1-2", "bytes=0-1,4-5", "nonsense"])
def test_what_is_no_single_range_gets_the_whole(archive, asked):
    assert answer(archive, Range=asked).status_code == 200


def test_what_has_not_changed_is_not_sent_again(archive):
    mark = answer(archive)["ETag"]
    assert answer(archive, **{"If-None-Match": mark}).status_code == 304
    old = answer(archive, Range="bytes=0-9", **{"If-Range": '"older"'})
    assert old.status_code == 200


def test_where_there_is_no_map_it_is_not_found(tmp_path):
    with pytest.raises(NotFound):
        answer(tmp_path / "none.pmtiles")


# --- drawn on the server ---------------------------------------------


def test_the_drawn_map_counts_everybody_on_the_paper():
    shown = draw(valley(), title="What is where")
    for drawing in str(shown.picture).split("<svg")[1:]:
        several = [
            int(words.split(">")[1].split("<")[0])
            for words in drawing.split("<text")[1:]
            if "w-reverse" in words
        ]
        single = drawing.count('class="w-ring')
        assert sum(several) + single == 40


def test_only_what_lies_on_the_paper_is_drawn():
    bounds = (-1.801, 53.799, -1.799, 53.801)
    shown = draw(valley(), title="Near", bounds=bounds)
    assert 0 < str(shown.picture).count('class="w-ring') < 40


def test_a_single_thing_is_a_map_too():
    scene = Scene(knots=knots(1))
    shown = draw(scene, title="One thing")
    assert "Thing 0" in shown.picture
    west, south, east, north = (float(edge) for edge in shown.edges.split(","))
    assert west < -1.8 < east
    assert south < 53.8 < north


def test_a_map_of_nothing_is_refused():
    with pytest.raises(ValueError, match="nothing"):
        draw(Scene(), title="Nothing")


def test_the_picture_may_stand_on_a_page_with_a_strict_policy():
    picture = str(draw(valley(), title="T").picture)
    assert "style=" not in picture
    assert io.StringIO(picture).read().isprintable()
