"""How are a life's hours and the sessions laid out for the pass?

Free time and a session leave so much slack before it and so much after. A session is
open where the way there is no longer than the one and the way back no longer than the
other: two comparisons, whatever the windows are. A life never needs the sessions that
two of its conditions shut out, nor one by one those that no free window holds: of
these one line for each offer at a place is enough, to know what more hours would open.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.conditions import UNSURE, affordable, shut
from weft.access.domain.choice.values import (
    FAR,
    HOUR,
    HOURS_HELD,
    POSSIBLE,
    Bytes,
    Flags,
    Ints,
    Journeys,
    LifeNow,
    Longs,
    Offers,
    Sessions,
    Shorts,
    Terms,
)
from weft.commons.errors import NotPossible

SURE, NEAR_SURE, DROP_IN = 1, 2, 4
"""Flags of a line: the session is sure; one of its offer's here is; an open door."""

_TWO_BITS = np.array([n.bit_count() > 1 for n in range(256)])


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


class LifeArrays(NamedTuple):
    """One life in one week, as the pass reads it.

    Lines ``first[t]`` to ``first[t + 1]`` belong to target ``t``: ``before`` and
    ``after`` are the slack in deciseconds plus 1, 0 where no window holds it.
    """

    ways: Longs
    limits: Longs
    pays: Bytes
    shut: Bytes
    first: Longs
    before: Shorts
    after: Shorts
    offer: Ints
    session: Ints
    flags: Bytes
    windows: Ints
    numbers: Longs  # margin, horizon, least stay, enough


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


def slack(life: LifeNow, sessions: Sessions, terms: Terms) -> tuple[Shorts, Shorts]:
    """Say how much free time a life has before and after each session, margin taken.

    Returns
    -------
    two arrays
        Deciseconds plus 1, at most FAR; 0 where no window holds the session. For an
        open door upper bounds: ``passing`` looks at each window itself.
    """
    if not len(life.windows):
        nothing = np.zeros(len(sessions), dtype=np.uint16)
        return nothing, nothing
    opens, closes = life.windows[:, 0], life.windows[:, 1]
    least = terms.least_stay
    last = len(opens) - 1
    holds = np.clip(np.searchsorted(opens, sessions.start, side="right") - 1, 0, last)
    before = sessions.start - life.margin - opens[holds]
    after = closes[holds] - life.margin - sessions.end
    first = np.clip(np.searchsorted(closes, sessions.start, side="right"), 0, last)
    until = np.clip(np.searchsorted(opens, sessions.end, side="left") - 1, 0, last)
    before = np.where(
        sessions.drop_in, sessions.end - least - life.margin - opens[first], before
    )
    after = np.where(
        sessions.drop_in, closes[until] - life.margin - least - sessions.start, after
    )
    fits = (before >= 0) & (after >= 0)
    return _plus_one(before, fits), _plus_one(after, fits)


def _plus_one(span: np.ndarray, fits: Flags) -> Shorts:
    told = np.where(fits, np.minimum(span.astype(np.int64) + 1, FAR), 0)
    return told.astype(np.uint16)


def lay(
    life: LifeNow, offers: Offers, sessions: Sessions, order: Order, laid: "Laying"
) -> LifeArrays:
    """Lay one life out for the pass."""
    masks, pays = shut(life, offers), affordable(life, offers)
    hopeless = _TWO_BITS[masks[POSSIBLE] & ~np.uint8(UNSURE)]
    before, after = slack(life, sessions, laid.terms)
    fits = before > 0
    kept = fits[order.rows]
    empty = np.ones(len(order.begins), dtype=np.bool_)
    empty[order.run[kept]] = False
    kept[order.begins[empty]] = True
    kept &= ~hopeless[sessions.offer[order.rows]]
    by_place = order.rows[kept]
    timed = np.flatnonzero(~hopeless[sessions.offer]) if laid.timed else by_place[:0]
    rows = np.concatenate([by_place, timed])
    target = np.concatenate([sessions.place[by_place], timed + laid.places])
    near = np.concatenate([order.sure[order.run[kept]], sessions.sure[timed]])
    targets = laid.places + len(sessions)
    counts = np.bincount(target, minlength=targets)
    flags = SURE * sessions.sure[rows] + NEAR_SURE * near
    return LifeArrays(
        ways=np.array([way for way, _, _ in life.ways], dtype=np.int64),
        limits=np.array(
            [min(most, FAR - 1) for _, most, _ in life.ways], dtype=np.int64
        ),
        pays=pays,
        shut=masks,
        first=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        before=before[rows],
        after=after[rows],
        offer=sessions.offer[rows],
        session=rows.astype(np.int32),
        flags=(flags + DROP_IN * sessions.drop_in[rows]).astype(np.uint8),
        windows=life.windows.astype(np.int32).reshape(-1, 2),
        numbers=np.array([life.margin, *laid.numbers(life)], dtype=np.int64),
    )


class Laying(NamedTuple):
    """What every life of a week is laid out by."""

    places: int
    timed: bool
    terms: Terms

    def numbers(self, life: LifeNow) -> tuple[int, int, int]:
        """Give the terms as the pass reads them; nothing beyond FAR is known."""
        told = self.terms
        furthest = max([told.horizon, *(limit for _, limit, _ in life.ways)])
        return min(furthest, FAR - 1), told.least_stay, told.enough


def hours_of(sessions: Sessions, hours: int) -> np.ndarray:
    """Say in which hours of the week each session is on.

    Returns
    -------
    array
        Bit h of three 64-bit words is hour h; shape (sessions, 3). Hours outside the
        week are left out.
    """
    at = np.arange(HOURS_HELD)
    begins = (sessions.start // HOUR)[:, None]
    ends = (-(-sessions.end.astype(np.int64) // HOUR))[:, None]
    on = (at >= begins) & (at < np.minimum(ends, hours))
    return np.packbits(on, axis=1, bitorder="little").view(np.uint64)
