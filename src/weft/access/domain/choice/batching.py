"""What does the pass need to know of up to 64 lives?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.checking import Checks, checks_of
from weft.access.domain.choice.conditions import affordable, shut
from weft.access.domain.choice.laying import (
    DROP_IN,
    NEAR_SURE,
    SURE,
    Batch,
    Order,
    ReachArrays,
    Words,
    words_of,
)
from weft.access.domain.choice.values import (
    POSSIBLE,
    Bytes,
    Condition,
    Ints,
    LifeNow,
    Longs,
    Offers,
    Sessions,
    Terms,
)
from weft.access.domain.spans import FAR, HOUR

_ALONE = (Condition.NEEDS, Condition.ALLOWED, Condition.ROOM, Condition.WAY_IN)
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


def batched(lives: Sequence[LifeNow], given: Given) -> Batch:
    """Lay up to 64 lives out for the pass."""
    ways = len(given.reach.shift)
    horizons = [
        max([given.terms.horizon, *(limit for _, limit, _ in life.ways)])
        for life in lives
    ]
    goes = _limits(
        [[(way, limit) for way, limit, _ in life.ways] for life in lives], ways
    )
    would_go = _limits([[(0, horizon)] for horizon in horizons], 1)
    judged = np.stack([shut(life, given.offers) for life in lives])
    alive = words_of(~_TWO_BITS[judged[:, POSSIBLE]])
    checks = checks_of(
        lives, given.sessions, given.terms, _longest(given.reach, horizons)
    )
    lines = _lines(given, alive, checks)
    session = lines.session
    taken = checks.of(session, alive[given.sessions.offer[session]])
    start = given.sessions.start[session] // HOUR
    end = -(-given.sessions.end[session].astype(np.int64) // HOUR)
    return Batch(
        uses=np.bitwise_or.reduce(goes[1], axis=1, initial=np.uint64(0)),
        limits=goes[0],
        limit_lives=goes[1],
        horizons=would_go[0],
        horizon_lives=would_go[1],
        pays=_pays(lives, given.offers, ways),
        ok=_ok(judged),
        all_lives=words_of(np.ones((len(lives), 1), dtype=np.bool_))[0],
        first=lines.first,
        offer=given.sessions.offer[session].astype(np.int32),
        session=session.astype(np.int32),
        flags=lines.flags,
        hour_from=np.maximum(start, 0).astype(np.int32),
        hour_to=np.minimum(end, given.hours).astype(np.int32),
        **taken._asdict(),
    )


def _longest(reach: ReachArrays, horizons: Sequence[int]) -> int:
    """Say how long a journey can be that anybody would make."""
    spans = [array[array < FAR].max(initial=0) for array in (reach.there, reach.back)]
    return int(min(max(spans), max(horizons)))


def _limits(goes: Sequence[Sequence[tuple[int, int]]], ways: int) -> tuple[Ints, Words]:
    """Say for each way which limits there are, and which lives go at least so far.

    Returns
    -------
    two arrays
        Deciseconds, ascending, and lives; (ways, n). Rows are filled up with limits
        that nothing is within.
    """
    by_way: list[dict[int, int]] = [{} for _ in range(ways)]
    for life, some in enumerate(goes):
        for way, limit in some:
            at = min(limit, FAR - 1)
            by_way[way][at] = by_way[way].get(at, 0) | 1 << life
    most = max((len(one) for one in by_way), default=0)
    values = np.full((ways, most), -1, dtype=np.int32)
    lives = np.zeros((ways, most), dtype=np.uint64)
    for way, one in enumerate(by_way):
        so_far = 0
        for n, limit in enumerate(sorted(one, reverse=True)):
            so_far |= one[limit]
            values[way, most - 1 - n] = limit
            lives[way, most - 1 - n] = so_far
    return values, lives


def _pays(lives: Sequence[LifeNow], offers: Offers, ways: int) -> Words:
    """Say who can pay, by plane, way and offer."""
    told = np.zeros((len(lives), 2, ways, len(offers)), dtype=np.bool_)
    for n, life in enumerate(lives):
        rows = affordable(life, offers)
        for (way, _, _), row in zip(life.ways, rows, strict=True):
            for plane in range(2):
                told[n, plane, way] = row >> plane & 1
    return words_of(told)


def _ok(judged: Bytes) -> Words:
    """Say in whose way nothing stands, or one condition alone: (2, offers, 5)."""
    alone = [judged == 0, *(judged == 1 << condition for condition in _ALONE)]
    return words_of(np.stack(alone, axis=-1))


class _Lines(NamedTuple):
    first: Ints
    session: Longs
    flags: Bytes


def _lines(given: Given, alive: Words, checks: Checks) -> _Lines:
    """Choose which sessions stand at which target.

    Where no session of an offer at a place can ever fit, the first alone stands for
    them: it is enough to know whether the place is near.
    """
    sessions, order = given.sessions, given.order
    known = alive[sessions.offer] != 0
    kept = checks.some[order.rows]
    empty = np.ones(len(order.begins), dtype=np.bool_)
    empty[order.run[kept]] = False
    kept[order.begins[empty]] = True
    kept &= known[order.rows]
    by_place = order.rows[kept]
    timed = np.flatnonzero(known) if given.timed else by_place[:0]
    session = np.concatenate([by_place, timed])
    target = np.concatenate([sessions.place[by_place], timed + given.places])
    near = np.concatenate([order.sure[order.run[kept]], sessions.sure[timed]])
    counts = np.bincount(target, minlength=given.places + len(sessions))
    flags = SURE * sessions.sure[session] + NEAR_SURE * near
    return _Lines(
        first=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        session=session,
        flags=(flags + DROP_IN * sessions.drop_in[session]).astype(np.uint8),
    )
