"""What is left of a week for those who can reach only some of it?

Sessions that no journey leads to change nothing: without them, and the offers that have
no other, the answer is the same, and much smaller to reckon.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.values import (
    OFFER_COLUMNS,
    UNKNOWN,
    Flags,
    Ints,
    Journeys,
    Longs,
    Offers,
    Sessions,
)


class Reached(NamedTuple):
    """What is left, numbered anew in the same order.

    ``of`` says which offers of the whole the offers are.
    """

    offers: Offers
    sessions: Sessions
    places: int
    ways: tuple[Journeys, ...]
    of: Longs


def reached_only(
    offers: Offers, sessions: Sessions, places: int, ways: Sequence[Journeys]
) -> Reached:
    """Leave out what no journey leads to.

    Parameters
    ----------
    offers, sessions, places
        Of the whole.
    ways
        Of some areas, by the numbers of the whole.
    """
    used = [_used(way) for way in ways]
    near = np.zeros(places, dtype=np.bool_)
    kept = np.zeros(len(sessions), dtype=np.bool_)
    for way, rows in zip(ways, used, strict=True):
        (kept if way.timed else near)[way.target[rows]] = True
    kept |= (sessions.place >= 0) & near[np.maximum(sessions.place, 0)]
    of = np.unique(sessions.offer[kept]).astype(np.int64)
    at_place, at_session = _numbers(near), _numbers(kept)
    place = np.where(near[np.maximum(sessions.place, 0)], sessions.place, UNKNOWN)[kept]
    return Reached(
        offers=offers_at(offers, of),
        sessions=Sessions(
            offer=np.searchsorted(of, sessions.offer[kept]).astype(np.int32),
            start=sessions.start[kept],
            end=sessions.end[kept],
            place=np.where(place >= 0, at_place[place], place).astype(np.int32),
            sure=sessions.sure[kept],
            drop_in=sessions.drop_in[kept],
        ),
        places=int(near.sum()),
        ways=tuple(
            _only(way, rows, at_session if way.timed else at_place)
            for way, rows in zip(ways, used, strict=True)
        ),
        of=of,
    )


def offers_at(offers: Offers, of: Longs) -> Offers:
    """Take some offers; groups are numbered anew."""
    columns = {name: getattr(offers, name)[of] for name in OFFER_COLUMNS}
    known = columns["group"] >= 0
    groups = np.full(len(of), UNKNOWN, dtype=np.int32)
    groups[known] = np.unique(columns["group"][known], return_inverse=True)[1]
    return Offers(**{**columns, "group": groups}, kinds=offers.kinds)


def _used(way: Journeys) -> Flags:
    """Tell which rows of the journeys are some area's."""
    marks = np.zeros(len(way.target) + 1, dtype=np.int64)
    np.add.at(marks, way.begin, 1)
    np.add.at(marks, way.end, -1)
    return np.asarray(np.cumsum(marks)[:-1] > 0)


def _numbers(kept: Flags) -> Ints:
    """Give what is kept its number, in its order."""
    numbers: Ints = (np.cumsum(kept) - 1).astype(np.int32)
    return numbers


def _only(way: Journeys, used: Flags, numbers: Ints) -> Journeys:
    """Take the rows that are used, and number their targets anew."""
    begins = np.concatenate([[0], np.cumsum(used)]).astype(np.int64)
    sure = (way.there_sure, way.back_sure)
    there_sure, back_sure = (None if one is None else one[used] for one in sure)
    return Journeys(
        begin=begins[way.begin],
        end=begins[way.end],
        target=numbers[way.target[used]],
        there=way.there[used],
        back=way.back[used],
        there_sure=there_sure,
        back_sure=back_sure,
        timed=way.timed,
    )
