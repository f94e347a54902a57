"""How long does it take to change, at one stop or by walking to another?

Walks between stops come from the streets (or, in a test, from a table) and need not be
closed: from A to B and from B to C does not mean from A to C. What the timetable itself
says about changes comes on top.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.timetable.tables import Timetable

Numbers = NDArray[np.int32]

LEAST_CHANGE = 600
"""Getting off one bus and onto another at the same stop: one minute, an assumption."""

NEVER = 2**30
"""Later than any time."""

AT_LEAST, NOT_POSSIBLE = 2, 3  # transfer_type


class Walks(NamedTuple):
    """Ways on foot or on wheels from each of many rows, in one stretch of arrays.

    ``to[first[n]:first[n + 1]]`` are what row n leads to, ``takes`` how long, in
    deciseconds; int32 all.
    """

    first: Numbers
    to: Numbers
    takes: Numbers


class Changes(NamedTuple):
    """How long after getting off one may get on again.

    ``same`` at each stop itself, and walks from it to others.
    """

    same: Numbers
    walks: Walks


@dataclass(frozen=True, slots=True, eq=False)
class Changing:
    """Changes as time goes, and as it would go backwards."""

    onwards: Changes
    backwards: Changes


def walks_from(
    rows: int, here: NDArray[np.integer], there: NDArray[np.integer], takes: Numbers
) -> Walks:
    """Gather walks by the row where they begin; of two between the same, the shorter.

    Parameters
    ----------
    rows
        How many rows there are.
    here, there, takes
        Of each walk: the row it begins at, what it leads to, deciseconds.
    """
    order = np.lexsort((takes, there, here))
    here, there, takes = here[order], there[order], takes[order]
    again = np.zeros(len(here), bool)
    again[1:] = (here[1:] == here[:-1]) & (there[1:] == there[:-1])
    here, there, takes = here[~again], there[~again], takes[~again]
    first = np.searchsorted(here, np.arange(rows + 1)).astype(np.int32)
    return Walks(first, there.astype(np.int32), takes.astype(np.int32))


def turned(walks: Walks, rows: int) -> Walks:
    """Gather the same walks by where they lead, each keeping its time."""
    here = np.repeat(np.arange(len(walks.first) - 1), np.diff(walks.first))
    return walks_from(rows, walks.to, here, walks.takes)


def changing(
    timetable: Timetable, walks: Walks, *, least: int = LEAST_CHANGE
) -> Changing:
    """Put together how long each change takes.

    Parameters
    ----------
    timetable
        Its ``change_…``: a time that a change takes at least; a change that is not
        possible. «Recommended» and «the bus waits» (types 0 and 1) change nothing:
        nobody is promised that a bus waits.
    walks
        From stop to stop.
    least
        The shortest change, in deciseconds; at least 1, so that the order of buses
        of one minute says nothing.

    Raises
    ------
    ValueError
        When ``least`` is below 1.
    """
    if least < 1:
        raise ValueError("a change takes at least a decisecond")
    count = timetable.stops
    here = np.repeat(np.arange(count, dtype=np.int32), np.diff(walks.first))
    pairs = np.concatenate([_pair(here, walks.to, count), _itself(count)])
    takes = np.maximum(
        np.concatenate([walks.takes, np.zeros(count, np.int32)]), least
    ).astype(np.int64)
    pairs, takes = _with_the_timetables_word(timetable, pairs, takes, least)
    from_, to = (pairs // count).astype(np.int32), (pairs % count).astype(np.int32)
    same = np.full(count, NEVER, np.int32)
    own = from_ == to
    same[from_[own]] = takes[own]
    onwards = walks_from(count, from_[~own], to[~own], takes[~own].astype(np.int32))
    return Changing(Changes(same, onwards), Changes(same, turned(onwards, count)))


def _pair(here: Numbers, there: Numbers, count: int) -> NDArray[np.int64]:
    return here.astype(np.int64) * count + there


def _itself(count: int) -> NDArray[np.int64]:
    return np.arange(count, dtype=np.int64) * (count + 1)


def _with_the_timetables_word(
    timetable: Timetable,
    pairs: NDArray[np.int64],
    takes: NDArray[np.int64],
    least: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Lengthen changes to what the timetable asks, add its own, drop the impossible."""
    told = _pair(timetable.change_from, timetable.change_to, timetable.stops)
    shut = told[timetable.change_kind == NOT_POSSIBLE]
    asks = (timetable.change_kind == AT_LEAST) & (timetable.change_takes >= 0)
    asked = np.maximum(timetable.change_takes[asks], least).astype(np.int64)
    pairs, takes = np.concatenate([pairs, told[asks]]), np.concatenate([takes, asked])
    order = np.lexsort((-takes, pairs))  # the longer of two words stands
    pairs, takes = pairs[order], takes[order]
    keep = np.ones(len(pairs), bool)
    keep[1:] = pairs[1:] != pairs[:-1]
    keep &= ~np.isin(pairs, shut)
    return pairs[keep], takes[keep]
