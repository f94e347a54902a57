"""Which streets do the extracts of a region hold?"""

import pytest

from tests.access.an_extract import LANE, PATH, written
from tests.need.building import an_asked
from weft.access.domain.arrays import What, as_bytes
from weft.access.domain.streets import Network
from weft.access.sources import streets
from weft.commons.errors import FileNotUnderstood


def test_what_lies_in_two_extracts_is_taken_once(tmp_path):
    gate = {3: {"barrier": "gate"}}
    one = written(tmp_path / "a.osm.pbf", LANE, PATH, joints=gate)
    two = written(tmp_path / "b.osm.pbf", PATH, joints=gate)

    alone = streets.read(an_asked(one))
    both = streets.read(an_asked(one, two))

    assert both.content.what is What.STREETS
    assert as_bytes(both.content) == as_bytes(alone.content)
    assert both.tally.left_out == {"told by another extract before": 2}
    assert both.tally.rows_read == both.tally.used + 2 == 5
    network = Network.of(both.content)
    assert (network.nodes, network.edges) == (5, 4)  # the gate has two sides


def test_an_extract_without_streets_is_refused(tmp_path):
    house = (12, [1, 2, 3, 1], {"building": "yes"})

    with pytest.raises(FileNotUnderstood, match="no street"):
        streets.read(an_asked(written(tmp_path / "a.osm.pbf", house)))
