"""How soon could one be from stop to stop, if a bus were always just leaving?

No real journey is sooner: a bound that holds on every day and at every hour.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.streets.search import Ground
from weft.access.domain.timetable import Timetable, Walks

Ints = NDArray[np.int32]


class _Hop(NamedTuple):
    """From which stop to which, in how long at least."""

    here: Ints
    there: Ints
    takes: Ints


def never_waiting(told: Timetable, walks: Walks) -> Ground:
    """Lay out stops as corners: between them the quickest hop of any day, and walks."""
    trip = np.repeat(np.arange(told.trips), np.diff(told.first))
    at = np.flatnonzero(trip[1:] == trip[:-1])
    hop = _Hop(
        np.concatenate([told.at_stop[at], np.repeat(*_rows(walks))]),
        np.concatenate([told.at_stop[at + 1], walks.to]),
        np.concatenate([told.arrives[at + 1] - told.departs[at], walks.takes]),
    )
    order = np.lexsort((hop.takes, hop.there, hop.here))
    here, there = hop.here[order], hop.there[order]
    once = np.ones(len(order), dtype=bool)
    once[1:] = (here[1:] != here[:-1]) | (there[1:] != there[:-1])
    takes = np.maximum(hop.takes[order][once], 1)
    first = np.searchsorted(here[once], np.arange(told.stops + 1))
    none = np.zeros(told.stops + 1)
    return Ground(
        np.column_stack((first, none)).astype(np.int32),
        np.column_stack((there[once], takes)).astype(np.int32),
        np.empty((0, 2), np.int32),
    )


def _rows(walks: Walks) -> tuple[NDArray[np.intp], Ints]:
    return np.arange(len(walks.first) - 1), np.diff(walks.first)
