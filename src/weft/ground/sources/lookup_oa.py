"""In which LSOA, MSOA and district does each output area lie, exactly?

The ONS titles this table December 2021 and gives it the districts of 2022; both years
are read from the headings.
"""

from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.told import GroundTold
from weft.ground.sources.lookup_table import read_pairs

PAIRS = (
    (Geography.OA, Geography.LSOA),
    (Geography.OA, Geography.MSOA),
    (Geography.LSOA, Geography.MSOA),
    (Geography.LSOA, Geography.DISTRICT),
    (Geography.MSOA, Geography.DISTRICT),
)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read the lookup."""
    return read_pairs(asked, pairs=PAIRS, needed=Geography.MSOA, progress=progress)
