"""Does moving what we take for granted move the answer the way it must?"""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.choice_worlds import lives, worlds
from weft.access.domain.choice.choosing import choose
from weft.access.domain.choice.values import NO_LIMIT, LifeNow
from weft.access.domain.choice.varying import Change, changed, varied
from weft.access.domain.spans import FAR, MINUTE

MORE = (Change.MORE_TIME, Change.MORE_MONEY, Change.NO_MARGIN)
LESS = (Change.LESS_TIME, Change.NO_MONEY, Change.MORE_MARGIN)


@settings(max_examples=60, deadline=None)
@given(worlds(), st.tuples(lives(), lives()))
def test_more_never_takes_three_away_and_less_never_gives_it(world, two):
    usual, found = choose(world, two).has_three, changed(world, two)
    for change in MORE:
        assert ((found >> change) & 1 >= usual).all()
    for change in LESS:
        assert ((found >> change) & 1 <= usual).all()
    for change in Change:
        alone = choose(world, [varied(one, change) for one in two]).has_three
        assert ((found >> change) & 1 == alone).all()


def test_staying_at_home_has_no_limit_to_move_and_no_purse_stays_none():
    never = np.zeros((0, 2), np.int32)
    life = LifeNow(windows=never, ways=((0, FAR - 1, 0), (1, 5 * MINUTE, 90)))
    assert varied(life, Change.LESS_TIME).ways == ((0, FAR - 1, 0), (1, 0, 90))
    assert varied(life, Change.MORE_TIME).ways[0] == (0, FAR - 1, 0)
    assert varied(life, Change.MORE_MONEY).purse == NO_LIMIT
    assert varied(life, Change.NO_MONEY).purse == 0
