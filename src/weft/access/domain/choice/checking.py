"""For which lives is an open door worth going to, and how long may the way be?"""

from collections.abc import Iterator, Sequence

import numpy as np

from weft.access.domain.choice.laying import LIVES_BITS, Doors, Words
from weft.access.domain.choice.values import LifeNow, Longs, Sessions, Terms


def doors_of(
    lives: Sequence[LifeNow],
    sessions: Sessions,
    terms: Terms,
    rows: Longs,
    alive: Words,
) -> tuple[Doors, Longs]:
    """Compare open doors with every life's free windows.

    Parameters
    ----------
    lives
        Up to 32.
    sessions
        All of the week.
    terms
        For the shortest stay at an open door.
    rows
        Of which sessions the doors are asked, one stand after the other.
    alive
        Which lives could get in, by offer; bits of the low half.

    Returns
    -------
    Doors
        In the order of ``rows``.
    array
        Where the doors of each row begin, and the end: (rows + 1,).
    """
    at = np.flatnonzero(sessions.drop_in[rows])
    session = rows[at]
    found = [np.zeros((0, 7), dtype=np.int64)]
    if len(at):
        for n, life in enumerate(lives):
            could = alive[sessions.offer[session]] >> np.uint64(n) & np.uint64(1)
            some = could != 0
            for one in _of_life(life, sessions, terms, session[some]):
                one[:, 0] = at[some][one[:, 0]]
                found.append(np.insert(one, 1, n, axis=1))
    told = np.concatenate(found)
    told = told[np.argsort(told[:, 0], kind="stable")]
    counts = np.bincount(told[:, 0], minlength=len(rows))
    bit, row = told[:, 1].astype(np.uint64), rows[told[:, 0]]
    sure = sessions.sure[row].astype(np.uint64) << bit
    columns = [*told[:, 2:].T, sessions.start[row], sessions.end[row]]
    doors = Doors(
        sure | np.uint64(1) << bit + np.uint64(LIVES_BITS),
        *(np.ascontiguousarray(column, dtype=np.int32) for column in columns),
    )
    return doors, np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def _of_life(
    life: LifeNow, sessions: Sessions, terms: Terms, at: Longs
) -> Iterator[Longs]:
    """Compare open doors with each free window: the stay lies in both."""
    start, end = sessions.start[at].astype(np.int64), sessions.end[at].astype(np.int64)
    least = terms.least_stay
    for low, high in life.windows.tolist():
        opens, closes = low + life.margin, high - life.margin
        there, back = end - least - opens, closes - least - start
        both = closes - opens - least
        fits = (there >= 0) & (back >= 0) & (both >= 0) & (end - start >= least)
        numbers = [np.full(len(at), one) for one in (both, opens, closes)]
        columns = [np.arange(len(at)), there, back, *numbers]
        yield np.column_stack([column[fits] for column in columns])
