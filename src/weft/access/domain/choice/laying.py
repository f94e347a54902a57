"""How are lives and sessions laid out for the pass?

Free time and a session leave so much slack before it and so much after. A session fits
where the way there is no longer than the one and the way back no longer than the
other: two comparisons, whatever the windows are. For most lives the slack is either
none or more than any journey takes; only the few between are compared one by one.
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

SURE, NEAR_SURE, DROP_IN = 1, 2, 4
"""Flags of a line: the session is sure; one of its offer's here is; an open door."""

MOST_LIVES = 64
"""So many go through the pass together, one bit each."""

Words = NDArray[np.uint64]


class ReachArrays(NamedTuple):
    """The journeys of all ways behind one another; see ``Journeys``.

    ``shift`` (ways,) leads from a row to the one with what is unknown taken as shut.
    """

    begin: Longs
    end: Longs
    shift: Longs
    target: Ints
    there: Shorts
    back: Shorts


class Batch(NamedTuple):
    """Up to 64 lives in one week, as the pass reads them; lives are bits of words.

    Lines ``first[t]`` to ``first[t + 1]`` belong to target ``t``, one a session.
    ``always`` are the lives whose free time is wide enough for any journey that they
    would make. Checks ``checks[n]`` to ``checks[n + 1]`` belong to line ``n``, one a
    life and window: the longest way there, back, and both together; ``opens`` and
    ``closes`` are the window without its margin.
    """

    uses: Words  # (ways,): who goes by it
    limits: Ints  # (ways, n), ascending, and who goes at least so far
    limit_lives: Words
    horizons: Ints  # (1, n), the same where distance is lifted
    horizon_lives: Words
    pays: Words  # (2 planes, ways, offers)
    ok: Words  # (2, offers, 5): free of all; needs alone, allowed, room, way in
    all_lives: np.uint64
    first: Ints
    offer: Ints
    session: Ints
    flags: Bytes
    hour_from: Ints
    hour_to: Ints
    always: Words
    checks: Ints
    life: Words
    there: Ints
    back: Ints
    both: Ints
    opens: Ints
    closes: Ints


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
    return ReachArrays(
        begin=np.array(begin, dtype=np.int64).reshape(len(ways), areas)
        if ways
        else none,
        end=np.array(end, dtype=np.int64).reshape(len(ways), areas) if ways else none,
        shift=np.array(shift, dtype=np.int64),
        target=_joined(target, np.int32),
        there=_joined(there, np.uint16),
        back=_joined(back, np.uint16),
    )


def _check(way: Journeys, areas: int, targets: int) -> None:
    if len(way.begin) != areas or len(way.end) != areas:
        raise NotPossible("Journeys must tell of each area once.")
    if len(way.target) and not 0 <= way.target.min() <= way.target.max() < targets:
        raise NotPossible("A journey leads to a place or session that is not there.")
    for some, sure in ((way.there, way.there_sure), (way.back, way.back_sure)):
        if sure is not None and (sure < some).any():
            raise NotPossible("What is unknown cannot make a journey quicker.")


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
    """Put what holds of each life, along the first axis, into bits of words."""
    bits = np.zeros(told.shape[1:], dtype=np.uint64)
    for life, so in enumerate(told):
        bits |= so.astype(np.uint64) << np.uint64(life)
    return bits
