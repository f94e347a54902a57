"""Which places, streets and stops does an extract of OpenStreetMap hold?"""

import osmium
import pytest
from osmium.osm.mutable import Node, Way

from tests.assets.asking import an_asked
from weft.assets.sources import osm_pbf


@pytest.fixture
def an_extract(tmp_path):
    path = tmp_path / "valley.osm.pbf"
    writer = osmium.SimpleWriter(str(path))
    nodes = {
        1: ({"amenity": "pub", "name": "The Shuttle"}, (-1.98, 53.73)),
        2: ({"place": "village", "name": "Nab Hill"}, (-1.97, 53.74)),
        3: ({"highway": "bus_stop", "name": "Top Lock"}, (-1.96, 53.73)),
        4: ({"natural": "tree"}, (-1.95, 53.73)),
        5: ({"amenity": "wibble"}, (-1.95, 53.74)),
        6: ({}, (-1.94, 53.73)),
        7: ({}, (-1.93, 53.73)),
    }
    for number, (tags, at) in nodes.items():
        writer.add_node(Node(id=number, location=at, tags=tags))
    writer.add_way(
        Way(id=10, nodes=[6, 7], tags={"highway": "residential", "name": "Low Lane"})
    )
    for number, pair in ((11, [6, 7]), (12, [7, 1])):
        tags = {"waterway": "canal", "name": "The Cut"}
        writer.add_way(Way(id=number, nodes=pair, tags=tags))
    writer.close()
    return path


def test_places_and_the_names_one_may_start_from(an_extract):
    content = osm_pbf.read(an_asked(an_extract)).content

    assert {a.name for a in content.assets} == {"The Shuttle", "The Cut"}
    assert {place.name for place in content.named_places} == {
        "Nab Hill",
        "Top Lock",
        "Low Lane",
    }


def test_everything_read_is_accounted_for(an_extract):
    tally = osm_pbf.read(an_asked(an_extract)).tally

    counted = (
        tally.used + sum(tally.left_out.values()) + sum(tally.not_understood.values())
    )
    assert tally.rows_read == counted
    assert tally.used == 2
    assert tally.examples == [
        "a key and value nobody has decided about: amenity=wibble"
    ]


@pytest.mark.slow
def test_a_whole_real_extract_holds_nothing_undecided(shared):
    path = shared / "data/other-regions/newport/newport-2023-06-13.osm.pbf"

    reading = osm_pbf.read(an_asked(path))

    assert reading.tally.not_understood == {}
    assert reading.tally.used > 1_000
    streets = [p for p in reading.content.named_places if p.kind == "street"]
    assert len(streets) > 1_000
    canals = [a for a in reading.content.assets if a.place_kind == "canal"]
    assert any(canal.gates for canal in canals)
