"""Which places does OpenStreetMap know, told layer by layer?"""

import json

import pytest

from tests.assets.asking import an_asked
from weft.assets.sources import osm_geojson
from weft.commons.errors import FileNotUnderstood


def a_feature(number, /, *, other="", **tags):
    return {
        "type": "Feature",
        "properties": {"osm_id": number, "other_tags": other or None, **tags},
        "geometry": {"type": "Point", "coordinates": [-1.98, 53.73]},
    }


def a_layer(folder, name, *features):
    path = folder / f"{name}.geojson"
    lines = ",\n".join(json.dumps(one) for one in features)
    path.write_text(
        '{"type": "FeatureCollection",\n"features": [\n' + lines + "\n]}", "utf-8"
    )
    return path


def read(*paths):
    return osm_geojson.read(an_asked(*paths))


def test_a_place_in_two_layers_is_taken_once(tmp_path):
    both = a_feature(1, amenity="cafe", shop="bakery", name="Crumb")
    reading = read(a_layer(tmp_path, "cafe", both), a_layer(tmp_path, "bakery", both))

    assert [asset.reference for asset in reading.content.assets] == ["node/1"]
    assert reading.tally.used == 1
    assert reading.tally.left_out == {osm_geojson.REPEATED: 1}


def test_every_feature_is_used_left_out_or_not_understood(tmp_path):
    layer = a_layer(
        tmp_path,
        "mixed",
        a_feature(1, amenity="pub", name="The Shuttle"),
        a_feature(2, amenity="atm"),
        a_feature(3, amenity="wibble"),
        a_feature(None, amenity="pub", name="No number"),
    )

    tally = read(layer).tally

    assert tally.rows_read == 4
    assert tally.used == 1
    assert sum(tally.left_out.values()) == 1
    assert sum(tally.not_understood.values()) == 2
    assert any("amenity=wibble" in example for example in tally.examples)


def test_hours_that_could_not_be_read_are_counted_with_an_example(tmp_path):
    told = {1: "Mo-Su 12:00-23:00", 2: "whenever"}
    features = [
        a_feature(n, other=f'"opening_hours"=>"{hours}"', amenity="cafe", name="A")
        for n, hours in told.items()
    ]

    tally = read(a_layer(tmp_path, "cafes", *features)).tally

    assert tally.joins == {"opening hours": "1 of 2"}
    assert tally.examples == ["opening hours not understood: whenever"]


def test_places_may_be_walked_through_again_and_are_the_same(tmp_path, monkeypatch):
    from weft.assets.sources import walks

    features = [a_feature(n, amenity="pub", name=f"Pub {n}") for n in range(9)]
    layer = a_layer(tmp_path, "pubs", *features)
    kept = list(read(layer).content.assets)
    monkeypatch.setattr(walks, "MOST_KEPT", 3)

    streamed = read(layer).content.assets

    assert list(streamed) == kept
    assert list(streamed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>404</body></html>",
        '{"type": "FeatureCollection", "features": [{"type": "Fea',
        '{"error": {"code": 400, "message": "Invalid"}}',
        "",
    ],
)
def test_a_layer_that_is_no_geojson_is_refused_by_name(tmp_path, text):
    path = tmp_path / "layer.geojson"
    path.write_text(text, "utf-8")

    with pytest.raises(FileNotUnderstood, match=r"layer\.geojson"):
        read(path)


def test_a_byte_order_mark_is_read_over(tmp_path):
    path = a_layer(tmp_path, "pubs", a_feature(1, amenity="pub", name="The Shuttle"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert read(path).tally.used == 1


@pytest.mark.slow
@pytest.mark.shows("A13")
def test_four_real_districts_add_up(shared):
    layers = sorted((shared / "data/west-yorkshire/osm").glob("*.geojson"))
    assert len(layers) == 582

    reading = read(*layers)

    tally = reading.tally
    assert tally.rows_read == 26_593
    assert tally.left_out[osm_geojson.REPEATED] == 272
    assert tally.not_understood == {}
    assert tally.used + sum(tally.left_out.values()) == tally.rows_read
    assets = list(reading.content.assets)
    assert len(assets) == tally.used
    assert len({asset.reference for asset in assets}) == tally.used
    both = [a for a in assets if a.mix.cultural and a.mix.community]
    kinds = {asset.place_kind for asset in both}
    assert {"library", "pub", "social_club"} <= kinds
    for what in ("food", "heritage", "cultural", "creative"):
        assert sum(1 for a in assets if getattr(a.mix, what)) > 50
