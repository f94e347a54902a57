"""Into which tiles are areas cut?"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.choice.values import Areas, Longs
from weft.access.domain.tiles.values import Tile


def cut(homes: NDArray[np.float64], areas: Areas, *, most: int) -> tuple[Tile, ...]:
    """Cut areas into tiles that lie together, each of at most so many.

    Halved across its longer side, and again, until each is small enough; so the same
    areas give the same tiles.

    Parameters
    ----------
    homes
        Latitude and longitude of each area, (areas, 2).
    areas
        Who lives there.
    most
        Areas of one tile, at least 1.
    """
    rows = np.arange(len(homes), dtype=np.int64)
    return tuple(
        Tile(
            rows=some,
            homes=homes[some],
            areas=Areas(
                people=areas.people[:, some],
                need_class=areas.need_class[some],
                inside=areas.inside[some],
            ),
        )
        for some in _halved(homes, rows, max(1, most))
        if len(some)
    )


def _halved(homes: NDArray[np.float64], rows: Longs, most: int) -> Iterator[Longs]:
    """Halve until small enough; within a tile rows stay in their order."""
    if len(rows) <= most:
        yield np.sort(rows)
        return
    here = homes[rows] * [1.0, np.cos(np.radians(homes[rows[0], 0]))]
    side = int(np.argmax(np.ptp(here, axis=0)))
    ordered = rows[np.argsort(here[:, side], kind="stable")]
    middle = len(ordered) // 2
    yield from _halved(homes, ordered[:middle], most)
    yield from _halved(homes, ordered[middle:], most)
