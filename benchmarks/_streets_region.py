"""A synthetic region: streets on a jittered grid, homes and places in five towns.

As large as West Yorkshire: a grid of 720 by 640 nodes at 66 m of which half of the
links are kept, every twelfth row and column a whole main road, only the largest piece;
lengths are the straight ones times 1.0 to 1.25. Homes and places are drawn from five
towns and a background; a fixed seed. Nodes are numbered along Morton's curve, for the
peers too.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from weft.access.domain.streets.building import morton

COLUMNS, ROWS, APART, MAIN_EVERY = 720, 640, 66.0, 12
AREAS, PLACES, TOWNS = 7_500, 10_000, 5
KMH = {"walk": (4.8, 4.8), "cycle": (15.0, 15.0), "drive": (24.0, 48.0)}
"""On a side street and on a main road."""


@dataclass(frozen=True)
class Region:
    """Links both ways, and where homes and places are."""

    nodes: int
    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    metres: NDArray[np.float64]
    main: NDArray[np.bool_]
    areas: NDArray[np.int64]
    places: NDArray[np.int64]

    @property
    def edges(self) -> int:
        """Count the directed edges."""
        return 2 * len(self.tail)

    def graph(self, way: str) -> csr_matrix:
        """Lay out whole deciseconds between nodes."""
        side, main = (kmh / 3.6 for kmh in KMH[way])
        spans = np.rint(self.metres / np.where(self.main, main, side) * 10)
        spans = np.maximum(spans, 1).astype(np.int32)
        pairs = (np.r_[self.tail, self.head], np.r_[self.head, self.tail])
        shape = (self.nodes, self.nodes)
        return csr_matrix((np.r_[spans, spans], pairs), shape=shape)


def region(scale: float = 1.0, seed: int = 7) -> Region:
    """Draw a region of so many times West Yorkshire."""
    rng = np.random.default_rng(seed)
    columns, rows = (round(side * sqrt(scale)) for side in (COLUMNS, ROWS))
    x, y = np.meshgrid(np.arange(columns) * APART, np.arange(rows) * APART)
    xy = np.column_stack((x.ravel(), y.ravel()))
    xy += rng.uniform(-0.3, 0.3, xy.shape) * APART
    number = np.arange(columns * rows).reshape(rows, columns)
    along = (number[:, :-1].ravel(), number[:, 1:].ravel())
    across = (number[:-1].ravel(), number[1:].ravel())
    main = np.r_[
        np.repeat(np.arange(rows) % MAIN_EVERY == 0, columns - 1),
        np.tile(np.arange(columns) % MAIN_EVERY == 0, rows - 1),
    ]
    tail, head = np.r_[along[0], across[0]], np.r_[along[1], across[1]]
    kept = main | (rng.random(len(tail)) < 0.5)
    return _whole(xy, (tail[kept], head[kept], main[kept]), scale, rng)


def _whole(
    xy: NDArray[np.float64],
    links: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]],
    scale: float,
    rng: np.random.Generator,
) -> Region:
    """Keep the largest piece, number it along the curve, and settle people in it."""
    tail, head, main = links
    ones = coo_matrix((np.ones(len(tail)), (tail, head)), shape=(len(xy),) * 2)
    piece = connected_components(ones, directed=False)[1]
    inside = np.flatnonzero(piece == np.bincount(piece).argmax())
    inside = inside[np.argsort(morton(xy[inside].astype(np.int64)), kind="stable")]
    number = np.full(len(xy), -1)
    number[inside] = np.arange(len(inside))
    metres = np.hypot(*(xy[tail] - xy[head]).T) * rng.uniform(1, 1.25, len(tail))
    held = number[tail] >= 0
    xy = xy[inside]
    return Region(
        nodes=len(inside),
        tail=number[tail[held]],
        head=number[head[held]],
        metres=metres[held],
        main=main[held],
        areas=_settled(xy, round(AREAS * scale), rng),
        places=_settled(xy, round(PLACES * scale), rng),
    )


def _settled(
    xy: NDArray[np.float64], many: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Draw nodes: four of five in towns, one anywhere."""
    from scipy.spatial import cKDTree  # noqa: PLC0415 only here

    size = xy.max(axis=0)
    towns = np.random.default_rng(11).uniform(0.15, 0.85, (TOWNS, 2)) * size
    spots = towns[rng.integers(0, TOWNS, many)] + rng.normal(0, 2_500, (many, 2))
    anywhere = rng.random(many) < 0.2
    spots[anywhere] = rng.uniform(0, 1, (anywhere.sum(), 2)) * size
    return cKDTree(xy).query(spots)[1]
