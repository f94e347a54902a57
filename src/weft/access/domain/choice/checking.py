"""For which lives does a session fit the hours, and how much slack is left?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.laying import Words
from weft.access.domain.choice.values import (
    Flags,
    Ints,
    LifeNow,
    Longs,
    Sessions,
    Terms,
)

_ANY = 2**30


class Taken(NamedTuple):
    """The checks of some lines; see ``laying.Batch``."""

    always: Words
    checks: Ints
    life: Words
    there: Ints
    back: Ints
    both: Ints
    opens: Ints
    closes: Ints


class Checks(NamedTuple):
    """The checks of every session, in the order of sessions and then of lives.

    ``rows`` (checks, 7) are session, life, there, back, both, opens, closes; ``begin``
    (sessions + 1,) says which are whose.
    """

    always: Words
    rows: Longs
    begin: Longs

    @property
    def some(self) -> Flags:
        """Tell which sessions may fit anybody."""
        return np.asarray((self.always != 0) | (np.diff(self.begin) > 0))

    def of(self, session: Longs, alive: Words) -> Taken:
        """Give the checks of some lines, of those lives that could get in."""
        counts = np.diff(self.begin)[session]
        ends = np.cumsum(counts)
        line = np.repeat(np.arange(len(session)), counts)
        at = self.begin[session][line] + np.arange(len(line)) - (ends - counts)[line]
        life = np.left_shift(np.uint64(1), self.rows[at, 1].astype(np.uint64))
        kept = (life & alive[line]) != 0
        counts = np.bincount(line[kept], minlength=len(session))
        columns = self.rows[at[kept], 2:].astype(np.int32).T
        return Taken(
            self.always[session] & alive,
            np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
            life[kept],
            *(np.ascontiguousarray(column) for column in columns),
        )


def checks_of(
    lives: Sequence[LifeNow], sessions: Sessions, terms: Terms, longest: int
) -> Checks:
    """Compare every session with every life's free windows.

    Parameters
    ----------
    lives
        Up to 64.
    sessions
        All of the week.
    terms
        For the shortest stay at an open door.
    longest
        The longest journey, one way, in deciseconds, that anybody would make.
    """
    always = np.zeros(len(sessions), dtype=np.uint64)
    found = [np.zeros((0, 7), dtype=np.int64)]
    for n, life in enumerate(lives):
        rows, wide = _of_sessions(life, sessions, longest)
        always[wide] |= np.uint64(1 << n)
        found += [
            _with_life(one, n) for one in (rows, *_of_doors(life, sessions, terms))
        ]
    told = np.concatenate(found)
    told = told[np.argsort(told[:, 0], kind="stable")]
    counts = np.bincount(told[:, 0], minlength=len(sessions))
    begin = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return Checks(always=always, rows=told, begin=begin)


def _with_life(rows: Longs, life: int) -> Longs:
    """Put the number of the life after that of the session."""
    return np.insert(rows, 1, life, axis=1)


def _of_sessions(
    life: LifeNow, sessions: Sessions, longest: int
) -> tuple[Longs, Longs]:
    """Compare sessions with beginning and end; give rows, and those always wide."""
    at = np.flatnonzero(~sessions.drop_in)
    if not len(life.windows):
        return np.zeros((0, 6), dtype=np.int64), at[:0]
    start = sessions.start[at].astype(np.int64)
    holds = np.searchsorted(life.windows[:, 0], start, side="right") - 1
    opens, closes = life.windows.astype(np.int64)[np.maximum(holds, 0)].T
    there = start - life.margin - opens
    back = closes - life.margin - sessions.end[at]
    fits = (there >= 0) & (back >= 0)
    wide = fits & (there >= longest) & (back >= longest)
    some = fits & ~wide
    columns = [at, there, back, np.full_like(there, _ANY), opens, closes]
    return np.column_stack([column[some] for column in columns]), at[wide]


def _of_doors(life: LifeNow, sessions: Sessions, terms: Terms) -> Iterator[Longs]:
    """Compare open doors with each free window: the stay lies in both."""
    at = np.flatnonzero(sessions.drop_in)
    start, end = sessions.start[at].astype(np.int64), sessions.end[at].astype(np.int64)
    least = terms.least_stay
    for low, high in life.windows.tolist():
        opens, closes = low + life.margin, high - life.margin
        there, back = end - least - opens, closes - least - start
        both = closes - opens - least
        fits = (there >= 0) & (back >= 0) & (both >= 0) & (end - start >= least)
        numbers = [np.full(len(at), one) for one in (both, opens, closes)]
        columns = [at, there, back, *numbers]
        yield np.column_stack([column[fits] for column in columns])
