"""How long is the way from each area to each place, where no street map is loaded?

The same estimate as ``travel.minutes_by``, for many at once and in deciseconds. There
and back are the same (docs/methods/straight-line.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.spans import MINUTE
from weft.access.domain.travel import USUAL, Estimate, Way
from weft.commons.places import EARTH_METRES, Point

AT_ONCE = 4_000_000
"""Distances held in memory together: 32 MB of them."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Near:
    """Which places each area reaches, and how long the way is.

    Attributes
    ----------
    first
        Where the rows of each area begin, one more than there are areas; int64.
    place
        Of each row; int32, in order within an area.
    takes
        Of each row, deciseconds one way; uint16.
    """

    first: NDArray[np.int64]
    place: NDArray[np.int32]
    takes: NDArray[np.uint16]


def near(
    areas: Sequence[Point],
    places: Sequence[Point],
    way: Way,
    *,
    horizon: int,
    estimate: Estimate = USUAL,
) -> Near:
    """Estimate the ways of all areas to all places within a horizon.

    Parameters
    ----------
    areas, places
        Points of WGS 84.
    way
        One way of getting about.
    horizon
        The longest way that is of interest, in deciseconds; at most 65,534.

    Returns
    -------
    Near
        Spans rounded up to whole deciseconds.
    """
    here, there = _radians(areas), _radians(places)
    several = max(1, AT_ONCE // max(1, len(places)))
    counts, found, takes = [np.zeros(1, np.int64)], [], []
    for begin in range(0, len(areas), several):
        spans = _spans(here[begin : begin + several], there, way, estimate)
        within = spans <= horizon
        counts.append(np.count_nonzero(within, axis=1).astype(np.int64))
        found.append(np.nonzero(within)[1].astype(np.int32))
        takes.append(spans[within].astype(np.uint16))
    return Near(
        first=np.cumsum(np.concatenate(counts)),
        place=np.concatenate([*found, np.zeros(0, np.int32)]),
        takes=np.concatenate([*takes, np.zeros(0, np.uint16)]),
    )


def _radians(points: Sequence[Point]) -> NDArray[np.float64]:
    told = [(point.latitude, point.longitude) for point in points]
    return np.radians(np.array(told, dtype=np.float64).reshape(-1, 2))


def _spans(
    here: NDArray[np.float64],
    there: NDArray[np.float64],
    way: Way,
    estimate: Estimate,
) -> NDArray[np.int64]:
    """Measure along the great circle, as ``Point.metres_to``, and walk it."""
    north = there[None, :, 0] - here[:, None, 0]
    east = there[None, :, 1] - here[:, None, 1]
    half = (
        np.sin(north / 2) ** 2
        + np.cos(here[:, None, 0]) * np.cos(there[None, :, 0]) * np.sin(east / 2) ** 2
    )
    metres = 2 * EARTH_METRES * np.arcsin(np.sqrt(half))
    pace = estimate.paces[way]
    minutes = metres * estimate.detour / pace.metres_a_minute + pace.minutes_more
    whole: NDArray[np.int64] = np.ceil(minutes * MINUTE - 1e-6).astype(np.int64)
    return whole
