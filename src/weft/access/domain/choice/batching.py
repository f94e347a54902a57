"""What does the pass need to know of up to 32 lives?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.boards import boards_of
from weft.access.domain.choice.checking import doors_of
from weft.access.domain.choice.conditions import affordable, shut
from weft.access.domain.choice.laying import (
    GO_WITH,
    INSIDE,
    LIVES_BITS,
    MAY_GO_WITH,
    Batch,
    Order,
    ReachArrays,
    Stands,
    Words,
    words_of,
)
from weft.access.domain.choice.values import (
    POSSIBLE,
    Bytes,
    Condition,
    Ints,
    LifeNow,
    Offers,
    Sessions,
    Terms,
)
from weft.access.domain.spans import FAR

_ALONE = (Condition.NEEDS, Condition.ALLOWED, Condition.ROOM, Condition.WAY_IN)
_EVERY = np.uint64(0xFFFFFFFFFFFFFFFF)
_TWO_BITS = np.array([n.bit_count() > 1 for n in range(256)])


class Given(NamedTuple):
    """What every batch of a week is laid out by."""

    offers: Offers
    sessions: Sessions
    order: Order
    reach: ReachArrays
    places: int
    timed: bool
    hours: int
    terms: Terms
    whole: bool


def batched(lives: Sequence[LifeNow], given: Given) -> Batch:
    """Lay up to 32 lives out for the pass."""
    ways = len(given.reach.shift)
    horizons = [
        max([given.terms.horizon, *(limit for _, limit, _ in life.ways)])
        for life in lives
    ]
    goes = _limits(
        [[(way, limit) for way, limit, _ in life.ways] for life in lives], ways
    )
    would_go = _limits([[(0, horizon)] for horizon in horizons], 1)
    judged = shut(lives, given.offers)
    alive = words_of(~_TWO_BITS[judged[:, POSSIBLE:]])
    stands = _stands(given, alive)
    doors, begin = doors_of(lives, given.sessions, given.terms, stands.session, alive)
    stands = stands._replace(doors=begin[stands.first])
    longest = min(given.reach.longest, max(horizons))
    numbers = (longest, given.hours, int(given.whole))
    boards, of_stand = boards_of(lives, given.sessions, stands, alive, numbers)
    targets = np.arange(given.places + len(given.sessions) + 1)
    return Batch(
        uses=np.bitwise_or.reduce(goes[1], axis=1, initial=np.uint64(0)),
        limits=goes[0],
        limit_lives=goes[1],
        horizons=would_go[0],
        horizon_lives=would_go[1],
        pays=np.ascontiguousarray(words_of(affordable(lives, given.offers, ways)).T),
        rules=_rules(judged, given.offers),
        first=of_stand[np.searchsorted(stands.target, targets)].astype(np.int32),
        about=boards.about,
        cells=boards.cells,
        hour=boards.hours,
        doors=doors,
        lives=len(lives),
        whole=int(given.whole),
    )


def _limits(goes: Sequence[Sequence[tuple[int, int]]], ways: int) -> tuple[Ints, Words]:
    """Say for each way which limits there are, and which lives go just so far.

    Returns
    -------
    two arrays
        Deciseconds, and lives on both planes; (ways, n). Rows are filled up with
        limits that nothing is within.
    """
    by_way: list[dict[int, int]] = [{} for _ in range(ways)]
    for life, some in enumerate(goes):
        for way, limit in some:
            at = min(limit, FAR - 1)
            both = 1 << life | 1 << life + LIVES_BITS
            by_way[way][at] = by_way[way].get(at, 0) | both
    most = max((len(one) for one in by_way), default=0)
    values = np.full((ways, most), -1, dtype=np.int32)
    lives = np.zeros((ways, most), dtype=np.uint64)
    for way, one in enumerate(by_way):
        for n, limit in enumerate(sorted(one)):
            values[way, n], lives[way, n] = limit, one[limit]
    return values, lives


def _rules(judged: Bytes, offers: Offers) -> Words:
    """Say in whose way nothing stands, or one condition alone, and whom it is for."""
    rules = np.zeros((len(offers), 8), dtype=np.uint64)
    alone = [0, *(1 << condition for condition in _ALONE)]
    for column, one in enumerate(alone):
        rules[:, column] = words_of(judged == one)
    rules[:, INSIDE] = offers.inside.astype(np.int64).view(np.uint64)
    rules[offers.go_with == 1, GO_WITH] = _EVERY
    rules[offers.go_with < 0, MAY_GO_WITH] = _EVERY
    return rules


def _stands(given: Given, alive: Words) -> Stands:
    """Choose what stands at which target: what somebody could get into."""
    sessions, order = given.sessions, given.order
    known = alive[sessions.offer] != 0
    kept = known[order.rows]
    run, by_place = order.run[kept], order.rows[kept]
    begins = np.flatnonzero(np.diff(run, prepend=-1))
    timed = np.flatnonzero(known) if given.timed else by_place[:0]
    ends = np.arange(len(timed) + 1) + len(by_place)
    first = np.concatenate([begins, ends])
    session = np.concatenate([by_place, timed])
    target = [sessions.place[by_place[begins]], timed + given.places]
    sure = np.concatenate([order.sure[run[begins]], sessions.sure[timed]])
    return Stands(
        first=first.astype(np.int64),
        session=session.astype(np.int64),
        target=np.concatenate(target).astype(np.int64),
        sure=sure.astype(np.uint8),
        doors=first[:0],
    )
