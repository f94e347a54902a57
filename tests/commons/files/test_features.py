"""Are features read one by one, whatever their number, and refused when broken?"""

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import features as module
from weft.commons.files import open_features, open_json

POINT = {"type": "Point", "coordinates": [-1.9, 53.7]}


def a_feature(**properties):
    return {"type": "Feature", "properties": properties, "geometry": POINT}


@pytest.fixture
def a_file(tmp_path):
    def written(told, name="map.geojson"):
        path = tmp_path / name
        path.write_text(told if isinstance(told, str) else json.dumps(told))
        return path

    return written


def a_collection(*features, **more):
    return {"type": "FeatureCollection", **more, "features": list(features)}


def test_features_are_read_in_their_order(a_file):
    path = a_file(a_collection(a_feature(n=1), a_feature(n=2), crs={"type": "name"}))

    assert [f.properties["n"] for f in open_features(path)] == [1, 2]


def test_a_feature_knows_its_line(a_file):
    rows = ",\n".join(json.dumps(a_feature(n=n)) for n in range(3))
    path = a_file('{"type": "FeatureCollection",\n"features": [\n' + rows + "\n]}")

    assert [f.line for f in open_features(path)] == [3, 4, 5]


def test_an_empty_collection_has_no_features(a_file):
    assert list(open_features(a_file(a_collection()))) == []


def test_what_the_portal_calls_attributes_are_properties(a_file):
    told = {"features": [{"attributes": {"LSOA21CD": "E01"}}]}

    (feature,) = open_features(a_file(told))

    assert (feature.text("LSOA21CD"), feature.geometry) == ("E01", None)


@pytest.mark.parametrize("cut", [30, 120, 171])
def test_a_file_cut_short_is_refused_with_its_line(a_file, cut):
    whole = json.dumps(a_collection(a_feature(n=1), a_feature(n=2)))

    with pytest.raises(FileNotUnderstood) as told:
        list(open_features(a_file(whole[:cut])))

    assert "cut short" in told.value.problem
    assert told.value.line == 1


def test_an_error_told_as_data_is_refused_by_what_it_says(a_file):
    error = {"error": {"code": 400, "message": "Invalid URL"}}

    for read in (lambda p: list(open_features(p)), open_json):
        with pytest.raises(FileNotUnderstood, match="Invalid URL"):
            read(a_file(error))


def test_a_table_is_no_map(a_file):
    with pytest.raises(FileNotUnderstood):
        list(open_features(a_file("code,name\nA,B\n")))


def test_a_list_of_other_things_is_refused(a_file):
    with pytest.raises(FileNotUnderstood, match="object"):
        list(open_features(a_file('{"features": [1, 2]}')))


def test_json_in_other_letters_is_refused_at_its_line(tmp_path):
    path = tmp_path / "told.json"
    path.write_bytes(b'{"a": 1,\n"b": "caf\xe9"}')

    with pytest.raises(FileNotUnderstood) as told:
        open_json(path)

    assert told.value.line == 2


@settings(max_examples=60, deadline=None)
@given(
    names=st.lists(st.text(max_size=30), max_size=12),
    indent=st.sampled_from([None, 1, 4]),
    step=st.integers(1, 80),
)
def test_wherever_the_file_is_cut_into_pieces_the_features_are_the_same(
    tmp_path_factory, names, indent, step
):
    path = tmp_path_factory.mktemp("m") / "map.geojson"
    told = a_collection(*(a_feature(name=name) for name in names))
    path.write_text(json.dumps(told, indent=indent), encoding="utf-8")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "MEGABYTE", step)
        read = [feature.properties["name"] for feature in open_features(path)]

    assert read == names


@pytest.mark.slow
def test_many_features_take_the_memory_of_few(tmp_path):
    path = tmp_path / "map.geojson"
    with path.open("w") as file:
        file.write('{"features": [')
        file.writelines(
            ("," if n else "") + json.dumps(a_feature(n=n, name="a" * 200))
            for n in range(100_000)
        )
        file.write("]}")
    tracemalloc.start()

    assert sum(1 for _ in open_features(path)) == 100_000

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert path.stat().st_size > 30_000_000
    assert most < 12_000_000
