"""Which squares of a grid have a street in them, where no areas are loaded?

For a region made up over a true map: squares of the British National Grid stand for
LSOAs of 2021, with codes that the Office for National Statistics has given to nothing
(docs/data/streets.md). A region that does not say ``made_up`` is refused.
"""

from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from weft.commons.errors import FileNotUnderstood
from weft.commons.places import Point
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.grid import in_degrees, in_metres, point_of
from weft.ground.domain.told import AreaTold, GroundTold, PointTold
from weft.standards.osm.streets import Street, read_streets

USUAL_METRES = 500
FIRST_CODE = 1_900_001
"""The ONS has given W01000001 to W01002040: a code from here on is nobody's."""


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Lay the grid over the streets of the extracts.

    Raises
    ------
    FileNotUnderstood
        When the region is a real one, or a file is not PBF.
    """
    if not asked.region.made_up:
        raise FileNotUnderstood(
            "squares of a grid are made up, and this region is not",
            file=f"{asked.region.slug.replace('-', '_')}.toml",
            column=f"sources.{asked.source}",
            remedy="Take true boundaries, or say «made_up = true».",
        )
    edge = int(asked.option("metres", str(USUAL_METRES)))
    tally = Tally()
    squares: set[tuple[int, int]] = set()
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        squares |= _squares(path, edge, tally)
    areas, points = [], []
    for number, (column, row) in enumerate(sorted(squares)):
        code = f"W{FIRST_CODE + number:08d}"
        corner = column * edge, row * edge
        east, north = corner[0] / 1_000, corner[1] / 1_000
        square = shapely.box(*corner, corner[0] + edge, corner[1] + edge)
        areas.append(
            AreaTold(
                vintage=asked.vintage,
                code=code,
                name=f"Square {east:.1f} {north:.1f} (made up)",
                boundary=shapely.to_wkb(in_degrees(square)),
            )
        )
        middle = point_of(corner[0] + edge / 2, corner[1] + edge / 2)
        points.append(_point(asked, code, middle))
    content = GroundTold(areas=tuple(areas), points=tuple(points))
    return Reading(asked=asked, content=content, tally=tally)


def _squares(path: Path, edge: int, tally: Tally) -> set[tuple[int, int]]:
    """Find the squares in which a street of an extract has a node."""
    found: list[NDArray[np.float64]] = []
    for one in read_streets(path):
        if isinstance(one, Street) and one.at:
            tally.use()
            found.append(np.array(one.at))
        else:
            tally.leave_out("no street, or none of its nodes is in the extract")
    if not found:
        return set()
    cells = np.unique(in_metres(np.concatenate(found)) // edge, axis=0).astype(int)
    return {(column, row) for column, row in cells.tolist()}


def _point(asked: Asked, code: str, middle: Point) -> PointTold:
    """Let the middle of a square stand for it; nobody has weighted it."""
    return PointTold(vintage=asked.vintage, code=code, point=middle, weighted=False)
