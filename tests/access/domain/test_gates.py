"""Is the nearest gate the nearest, and nothing where there is none?"""

import numpy as np

from tests.oracles.choice_worlds import journeys_of
from weft.access.domain.gates import nearest
from weft.access.domain.spans import FAR


def test_each_area_gets_its_shortest_way_and_none_is_far():
    told = journeys_of([[(0, 900, 10), (1, 600, 900)], [], [(1, 0, 0)]])
    assert nearest(told).tolist() == [600, FAR, 0]
    assert nearest(told).dtype == np.uint16
