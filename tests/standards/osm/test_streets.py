"""Which streets are in a PBF, and what stands in their way?"""

import osmium
import pytest
from osmium.osm.mutable import Node, Way

from weft.commons.errors import FileNotUnderstood
from weft.standards.osm.streets import Edge, Joint, Street, read_streets


@pytest.fixture
def an_extract(tmp_path):
    path = tmp_path / "lane.osm.pbf"
    writer = osmium.SimpleWriter(str(path))
    tags = {2: {"barrier": "gate"}, 3: {"amenity": "bench"}, 4: {"kerb": "raised"}}
    for number in range(1, 6):
        at = (-1.99 + number / 1_000, 53.73)
        writer.add_node(Node(id=number, location=at, tags=tags.get(number, {})))
    lane = {"highway": "residential", "name": "Mill Lane", "note": "wet"}
    writer.add_way(Way(id=10, nodes=[1, 2, 99, 3], tags=lane))
    writer.add_way(Way(id=11, nodes=[3, 4], tags={"barrier": "wall"}))
    writer.add_way(Way(id=12, nodes=[4, 5], tags={"railway": "rail"}))
    writer.add_way(
        Way(id=13, nodes=[4, 5], tags={"waterway": "river", "tunnel": "culvert"})
    )
    writer.add_way(Way(id=14, nodes=[98, 99], tags={"highway": "path"}))
    writer.add_way(Way(id=15, nodes=[1, 5], tags={"building": "yes"}))
    writer.close()
    return path


def test_streets_come_with_their_nodes_joints_and_the_lines_beside_them(an_extract):
    told = list(read_streets(an_extract))

    joints = [one for one in told if isinstance(one, Joint)]
    assert [(one.number, dict(one.tags)) for one in joints] == [
        (2, {"barrier": "gate"}),
        (4, {"kerb": "raised"}),
    ]
    lane, path = (one for one in told if isinstance(one, Street))
    assert (lane.number, lane.nodes, lane.unplaced) == (10, (1, 2, 3), 1)
    assert lane.at[0] == pytest.approx((-1.989, 53.73))
    assert lane.tags["name"] == "Mill Lane"
    assert (path.nodes, path.unplaced) == ((), 2)
    assert [one.number for one in told if isinstance(one, Edge)] == [11, 12]


def test_a_file_that_is_cut_short_is_refused_by_name(an_extract):
    an_extract.write_bytes(an_extract.read_bytes()[:-40])

    with pytest.raises(FileNotUnderstood, match="whole PBF") as refused:
        list(read_streets(an_extract))

    assert "lane.osm.pbf" in str(refused.value)
