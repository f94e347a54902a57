"""What is in a PBF of OpenStreetMap?"""

import osmium
import pytest
from osmium.osm.mutable import Node, Relation, Way

from weft.commons.errors import FileNotUnderstood
from weft.standards.osm import ThingKind
from weft.standards.osm.pbf import read_pbf

KEYS = frozenset({"leisure", "amenity", "waterway", "place"})
CORNERS = {
    1: (-1.990, 53.730),
    2: (-1.980, 53.730),
    3: (-1.980, 53.740),
    4: (-1.990, 53.740),
    5: (-1.985, 53.730),  # on the southern edge, where a path comes in
    6: (-1.985, 53.725),
    7: (-1.990, 53.735),  # a gate on the western edge
}


@pytest.fixture
def a_park(tmp_path):
    """A square park with a gate and a path, a canal, and a town."""
    path = tmp_path / "park.osm.pbf"
    writer = osmium.SimpleWriter(str(path))
    for number, at in CORNERS.items():
        tags = {"barrier": "gate"} if number == 7 else {}
        writer.add_node(Node(id=number, location=at, tags=tags))
    writer.add_node(
        Node(id=8, location=(-1.98, 53.73), tags={"place": "town", "name": "Hollin"})
    )
    park = {"leisure": "park", "name": "Ings"}
    writer.add_way(Way(id=10, nodes=[1, 5, 2, 3, 4, 7, 1], tags=park))
    writer.add_way(
        Way(id=11, nodes=[6, 5], tags={"highway": "footway", "name": "Low Path"})
    )
    writer.add_way(
        Way(id=12, nodes=[1, 2], tags={"waterway": "canal", "name": "The Cut"})
    )
    writer.close()
    return path


def things(path):
    return {thing.reference: thing for thing in read_pbf(path, keys=KEYS)}


def test_one_walks_to_a_parks_gate_and_not_to_its_middle(a_park):
    park = things(a_park)["way/10"]

    assert park.shape.is_area
    assert park.gates == ((-1.99, 53.735),)
    assert park.gates[0] != park.at


def test_where_no_gate_is_mapped_the_way_in_is_where_a_path_meets_the_edge(tmp_path):
    path = tmp_path / "no-gate.osm.pbf"
    writer = osmium.SimpleWriter(str(path))
    for number, at in CORNERS.items():
        writer.add_node(Node(id=number, location=at))
    writer.add_way(Way(id=10, nodes=[1, 5, 2, 3, 4, 1], tags={"leisure": "park"}))
    writer.add_way(Way(id=11, nodes=[6, 5], tags={"highway": "footway"}))
    writer.close()

    assert things(path)["way/10"].gates == ((-1.985, 53.73),)


def test_a_closed_way_comes_once_and_streets_and_towns_come_too(a_park):
    found = list(read_pbf(a_park, keys=KEYS))

    assert sorted(thing.reference for thing in found) == [
        "node/8",
        "way/10",
        "way/11",
        "way/12",
    ]


def test_a_canal_is_a_line(a_park):
    canal = things(a_park)["way/12"]

    assert canal.kind is ThingKind.WAY
    assert not canal.shape.is_area


def test_an_area_made_of_several_ways_is_put_together(tmp_path):
    path = tmp_path / "relation.osm.pbf"
    writer = osmium.SimpleWriter(str(path))
    for number, at in CORNERS.items():
        writer.add_node(Node(id=number, location=at))
    writer.add_way(Way(id=20, nodes=[1, 2, 3]))
    writer.add_way(Way(id=21, nodes=[3, 4, 1]))
    tags = {"type": "multipolygon", "leisure": "park", "name": "Two halves"}
    members = [("w", 20, "outer"), ("w", 21, "outer")]
    writer.add_relation(Relation(id=30, members=members, tags=tags))
    writer.close()

    assert things(path)["relation/30"].tags["name"] == "Two halves"


@pytest.mark.parametrize("keep", [0, 10, 100])
def test_a_file_cut_short_or_of_another_kind_is_refused_by_name(a_park, keep):
    a_park.write_bytes(a_park.read_bytes()[:keep] or b"<html>")

    with pytest.raises(FileNotUnderstood, match=r"park\.osm\.pbf"):
        list(read_pbf(a_park, keys=KEYS))
