"""What is told twice, of what must people be asked, and who was perhaps swallowed?"""

from weft.assets.queries.linking.audit import Audit, Share, linking_audit
from weft.assets.queries.linking.band import ListingInBand, Question, review_band
from weft.assets.queries.linking.doubles import Doubles, doubles_of, told_beside
from weft.assets.queries.linking.entries import entries_of
from weft.assets.queries.linking.overlapping import Overlap, overlaps
from weft.assets.queries.linking.rows import heaps_of, ruled

__all__ = [
    "Audit",
    "Doubles",
    "ListingInBand",
    "Overlap",
    "Question",
    "Share",
    "doubles_of",
    "entries_of",
    "heaps_of",
    "linking_audit",
    "overlaps",
    "review_band",
    "ruled",
    "told_beside",
]
