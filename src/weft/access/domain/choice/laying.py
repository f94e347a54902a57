"""How are lives, places and journeys laid out for the pass?

Up to 32 lives go through it together, on both planes: one bit of a word each, certain
in the low half and possible in the high.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.choice.values import (
    Bytes,
    Flags,
    Ints,
    Journeys,
    Longs,
    Sessions,
    Shorts,
)
from weft.commons.errors import NotPossible

LIVES_BITS = 32
MOST_LIVES = LIVES_BITS
"""So many go through the pass together."""

FREE, NEEDS, ALLOWED, ROOM, WAY_IN, INSIDE, GO_WITH, MAY_GO_WITH = range(8)
"""Columns of ``Batch.rules``: the lives in whose way nothing stands that does not hang
on time and place; only needs; only who may come; only room; only the way in. Then which
areas an offer is for, and every life where there is somebody to go with, or may be."""

FIRST = 8
"""Targets by which areas are put side by side."""

Words = NDArray[np.uint64]


class ReachArrays(NamedTuple):
    """The journeys of all ways behind one another; see ``Journeys``.

    ``shift`` (ways,) leads from a row to the one with what is unknown taken as shut.
    ``order`` (areas,) puts areas that reach the same behind one another.
    """

    begin: Longs
    end: Longs
    shift: Longs
    target: Ints
    there: Shorts
    back: Shorts
    longest: int  # of all journeys, in deciseconds
    order: Longs


class Stands(NamedTuple):
    """What stands where: an offer at a place, or a session that has its own journeys.

    The sessions of stand n are ``session[first[n]]`` to ``session[first[n + 1]]``;
    ``sure`` says whether one of them is, ``target`` where journeys lead to it, in
    order. Its open doors are ``doors[n]`` to ``doors[n + 1]``.
    """

    first: Longs
    session: Longs
    target: Longs
    sure: Bytes
    doors: Longs


class Doors(NamedTuple):
    """Open doors, one row for each session, life and window.

    ``life`` is its bits; then the longest way there, back, and both together, and the
    window without its margin and the opening, in deciseconds of the week.
    """

    life: Words
    there: Ints
    back: Ints
    both: Ints
    opens: Ints
    closes: Ints
    start: Ints
    end: Ints


class Batch(NamedTuple):
    """Up to 32 lives in one week, as the pass reads them; lives are bits of words.

    Boards ``first[t]`` to ``first[t + 1]`` belong to target ``t``: see ``boards.py``.
    """

    uses: Words  # (ways,): who goes by it
    limits: Ints  # (ways, n), and who goes just so far
    limit_lives: Words
    horizons: Ints  # (1, n), the same where distance is lifted
    horizon_lives: Words
    pays: Words  # (offers, ways)
    rules: Words  # (offers, 8): see FREE and what follows it
    first: Ints
    about: Ints  # of boards, with ``cells`` and ``hour``
    cells: Words
    hour: Ints
    doors: Doors
    lives: int
    whole: int  # 1 where hours and what stands in the way are asked, else 0


def reach_of(
    ways: Sequence[Journeys], *, areas: int, places: int, sessions: int
) -> ReachArrays:
    """Lay the journeys of several ways behind one another.

    Raises
    ------
    NotPossible
        When a way is not about these areas, places or sessions, or is quicker with
        what nobody knows taken as shut.
    """
    begin, end, shift, target, there, back = [], [], [], [], [], []
    rows = 0
    for way in ways:
        _check(way, areas, sessions if way.timed else places)
        at = way.target + places if way.timed else way.target
        planes = [(way.there, way.back)]
        if way.there_sure is not None and way.back_sure is not None:
            planes.append((way.there_sure, way.back_sure))
        begin.append(way.begin + rows)
        end.append(way.end + rows)
        shift.append(len(at) * (len(planes) - 1))
        target += [at] * len(planes)
        there += [one for one, _ in planes]
        back += [one for _, one in planes]
        rows += len(at) * len(planes)
    none = np.zeros((0, areas), dtype=np.int64)
    go, come = _joined(there, np.uint16), _joined(back, np.uint16)
    return ReachArrays(
        begin=np.array(begin, dtype=np.int64).reshape(len(ways), areas)
        if ways
        else none,
        end=np.array(end, dtype=np.int64).reshape(len(ways), areas) if ways else none,
        shift=np.array(shift, dtype=np.int64),
        target=_joined(target, np.int32),
        there=go,
        back=come,
        longest=max(_longest(go), _longest(come)),
        order=_side_by_side(ways, areas),
    )


def _side_by_side(ways: Sequence[Journeys], areas: int) -> Longs:
    """Order areas by the first targets that they reach, of the way with most journeys.

    Two areas whose first targets are the same lie near one another and share most of
    the rest, whatever targets are called. What one area has read of offers is then
    still at hand for the next (docs/methods/real-choice.md).
    """
    if not ways:
        return np.arange(areas)
    way = max(ways, key=lambda one: len(one.target))
    first = np.full((FIRST, areas), -1, dtype=np.int32)
    for n in range(FIRST):
        some = np.flatnonzero(way.begin + n < way.end)
        first[n, some] = way.target[way.begin[some] + n]
    return np.lexsort(first[::-1])


def _check(way: Journeys, areas: int, targets: int) -> None:
    if len(way.begin) != areas or len(way.end) != areas:
        raise NotPossible("Journeys must tell of each area once.")
    if len(way.target) and not 0 <= way.target.min() <= way.target.max() < targets:
        raise NotPossible("A journey leads to a place or session that is not there.")
    for some, sure in ((way.there, way.there_sure), (way.back, way.back_sure)):
        if sure is not None and (sure < some).any():
            raise NotPossible("What is unknown cannot make a journey quicker.")


def _longest(spans: Shorts) -> int:
    """Give the longest; one more than FAR is 0, and so FAR is never it."""
    return max(0, int((spans + np.uint16(1)).max(initial=0)) - 1)


def _joined(parts: list[np.ndarray], kind: type) -> np.ndarray:
    """Join; one part alone is not copied."""
    told = [part for part in parts if len(part)]
    if len(told) == 1:
        return np.ascontiguousarray(told[0], dtype=kind)
    return np.concatenate([*told, np.zeros(0, dtype=kind)]).astype(kind, copy=False)


class Order(NamedTuple):
    """The sessions by place and offer, the same for every life.

    ``rows`` are those with a place; ``run`` says for each the number of its offer at
    its place, ``begins`` where each run begins, ``sure`` whether one of it is sure.
    """

    rows: Longs
    run: Longs
    begins: Longs
    sure: Flags


def in_order(sessions: Sessions) -> Order:
    """Put sessions in the order in which the pass reads them."""
    rows = np.lexsort((sessions.start, sessions.offer, sessions.place))
    rows = rows[sessions.place[rows] >= 0]
    place, offer = sessions.place[rows], sessions.offer[rows]
    new = np.ones(len(rows), dtype=np.bool_)
    new[1:] = (place[1:] != place[:-1]) | (offer[1:] != offer[:-1])
    begins = np.flatnonzero(new)
    sure = np.logical_or.reduceat(sessions.sure[rows], begins) if len(rows) else new
    return Order(rows=rows, run=np.cumsum(new) - 1, begins=begins, sure=sure)


def words_of(told: Flags) -> Words:
    """Put what holds of each life, (lives, planes, ...), into bits of words, (...).

    Of one plane alone the words are its half, in the low bits.
    """
    lives, planes, *shape = told.shape
    lanes = np.zeros((2, LIVES_BITS, *shape), dtype=np.bool_)
    lanes[:planes, :lives] = told.swapaxes(0, 1)
    packed = np.packbits(lanes.reshape(2 * LIVES_BITS, -1), axis=0, bitorder="little")
    words = np.ascontiguousarray(packed.T).view("<u8").astype(np.uint64, copy=False)
    return words.reshape(shape)
