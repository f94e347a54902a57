"""What is told twice, of what must people be asked, and who was perhaps swallowed?"""

from weft.assets.queries.linking.audit import Audit, Share, linking_audit
from weft.assets.queries.linking.band import (
    Band,
    ListingInBand,
    Question,
    band,
    review_band,
)
from weft.assets.queries.linking.doubles import (
    Doubles,
    doubles_of,
    fronts_of,
    told_beside,
)
from weft.assets.queries.linking.entries import entries_of
from weft.assets.queries.linking.overlapping import (
    OneOfTwo,
    Overlap,
    Overlaps,
    overlaps,
    overlaps_to_judge,
)
from weft.assets.queries.linking.rows import heaps_of, ruled

__all__ = [
    "Audit",
    "Band",
    "Doubles",
    "ListingInBand",
    "OneOfTwo",
    "Overlap",
    "Overlaps",
    "Question",
    "Share",
    "band",
    "doubles_of",
    "entries_of",
    "fronts_of",
    "heaps_of",
    "linking_audit",
    "overlaps",
    "overlaps_to_judge",
    "review_band",
    "ruled",
    "told_beside",
]
