"""In which NHS place and integrated care board does each LSOA lie?

From a dated lookup and never a constant: on 1 April 2026 42 boards became 36.
"""

from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.told import GroundTold
from weft.ground.sources.lookup_table import read_pairs

PAIRS = (
    (Geography.LSOA, Geography.PLACE),
    (Geography.LSOA, Geography.ICB),
    (Geography.PLACE, Geography.ICB),
    (Geography.LSOA, Geography.DISTRICT),
)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read the lookup."""
    return read_pairs(asked, pairs=PAIRS, needed=Geography.PLACE, progress=progress)
