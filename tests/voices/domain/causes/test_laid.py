"""Things on the canvas lie apart, and stay where a hand put them."""

import numpy as np

from weft.voices.domain.causes import arrows_of, laid, tall
from weft.voices.domain.causes.laid import CELL
from weft.voices.domain.told import CauseTold

CAUSES = (
    CauseTold(ref="c1", cause="buses", effect="company"),
    CauseTold(ref="c2", cause="company", effect="fear"),
    CauseTold(ref="c3", cause="owls", effect="fear"),
    CauseTold(ref="c4", cause="song", effect="company"),
)


def test_things_stand_apart_and_where_a_hand_put_them():
    arrows = arrows_of(CAUSES)
    names = ["buses", "company", "fear", "owls", "song"]
    placed = {"company": (500, 300), "song": (40, 40)}
    found = laid(names, arrows, placed)
    assert found == laid(names, arrows, placed)
    assert {name: found[name] for name in placed} == placed
    at = np.array([found[name] for name in names])
    for one in range(len(names)):
        for other in range(one):
            across, down = np.abs(at[one] - at[other])
            assert across >= CELL[0] - 20 or down >= CELL[1] - 20
    assert tall(found) >= max(down for _, down in found.values())
    many = [f"t{n}" for n in range(300)]
    assert len(set(laid(many, (), {}).values())) == 300
