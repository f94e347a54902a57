"""In which ward does most of each LSOA lie?

A best fit by the ONS: wards cut through LSOAs.
"""

from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.told import GroundTold
from weft.ground.sources.lookup_table import read_pairs

PAIRS = (
    (Geography.LSOA, Geography.WARD),
    (Geography.LSOA, Geography.DISTRICT),
    (Geography.WARD, Geography.DISTRICT),
)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read the lookup."""
    return read_pairs(asked, pairs=PAIRS, needed=Geography.WARD, progress=progress)
