"""The map hangs together and leaves out what the real map leaves out."""

from collections import Counter, defaultdict
from itertools import pairwise

import opening_hours
import osmium
import pytest


class Read(osmium.SimpleHandler):
    def __init__(self):
        super().__init__()
        self.nodes = {}
        self.tagged = []
        self.ways = []

    def node(self, n):
        self.nodes[n.id] = (n.location.lon, n.location.lat)
        if len(n.tags):
            self.tagged.append(dict(n.tags))

    def way(self, w):
        self.ways.append(([node.ref for node in w.nodes], dict(w.tags)))


@pytest.fixture(scope="module")
def drawn(valley):
    read = Read()
    read.apply_file(str(valley.root / "osm" / "tenterdale-latest.osm.pbf"))
    return read


@pytest.fixture(scope="module")
def places(drawn):
    whole = [*drawn.tagged, *(tags for _, tags in drawn.ways)]
    kinds = ("amenity", "shop", "leisure", "tourism", "historic", "club", "craft")
    return [tags for tags in whole if any(kind in tags for kind in kinds)]


def test_ways_run_through_nodes_that_are_there(drawn):
    for nodes, _ in drawn.ways:
        assert len(nodes) >= 2
        assert all(node in drawn.nodes for node in nodes)


def test_one_can_walk_from_anywhere_to_anywhere(drawn):
    near = defaultdict(set)
    for nodes, tags in drawn.ways:
        if "highway" in tags:
            for a, b in pairwise(nodes):
                near[a].add(b)
                near[b].add(a)
    seen, queue = set(), [next(iter(near))]
    while queue:
        here = queue.pop()
        if here not in seen:
            seen.add(here)
            queue += near[here]
    assert len(seen) >= 0.999 * len(near)


def test_there_are_steps_gates_stiles_kerbs_and_bridges(drawn):
    nodes = Counter(tags.get("barrier", "") for tags in drawn.tagged)
    assert min(nodes["stile"], nodes["gate"], nodes["kerb"]) >= 5
    steps = [tags for _, tags in drawn.ways if tags.get("highway") == "steps"]
    assert len(steps) >= 15
    counted = [int(tags["step_count"]) for tags in steps if "step_count" in tags]
    assert len(counted) < len(steps)  # not everybody has counted
    assert min(counted) >= 6
    assert sum("bridge" in tags for _, tags in drawn.ways) >= 20
    assert [t for _, t in drawn.ways if t.get("name") == "Rushby Cut towpath"]


def test_few_places_say_when_they_open_or_whether_a_wheelchair_gets_in(places):
    hours = [tags["opening_hours"] for tags in places if "opening_hours" in tags]
    wheels = [tags for tags in places if "wheelchair" in tags]
    assert 0.03 <= len(hours) / len(places) <= 0.05
    assert 0.01 <= len(wheels) / len(places) <= 0.03


def test_most_opening_hours_can_be_read_and_some_cannot(places):
    hours = [tags["opening_hours"] for tags in places if "opening_hours" in tags]
    readable = [text for text in hours if opening_hours.validate(text)]
    assert 0.8 * len(hours) <= len(readable) <= len(hours)


def test_towns_villages_and_hamlets_have_names(drawn):
    settlements = Counter(t["place"] for t in drawn.tagged if "place" in t)
    assert settlements["town"] == 3
    assert settlements["village"] == 9
    assert settlements["hamlet"] >= 5
    names = {t["name"] for t in drawn.tagged if "place" in t}
    assert {"Aldermill", "Hollin Bridge", "Rushby", "Over Soyle"} <= names


def test_each_stop_of_the_timetable_is_on_the_map(drawn, valley):
    mapped = {t["naptan:AtcoCode"] for t in drawn.tagged if "naptan:AtcoCode" in t}
    assert mapped == {row["stop_id"] for row in valley.gtfs("stops")}


def test_parks_woods_moor_and_water_are_areas(drawn):
    for key, value in (
        ("leisure", "park"),
        ("natural", "wood"),
        ("natural", "heath"),
        ("natural", "water"),
        ("landuse", "allotments"),
    ):
        rings = [nodes for nodes, tags in drawn.ways if tags.get(key) == value]
        assert rings, value
        assert all(ring[0] == ring[-1] for ring in rings)
