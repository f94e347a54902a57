"""Is it the same thing, told twice?

Listings come from many lists. Those that are the same are shown once and never
destroyed. Here is the reckoning, which knows nothing of tables: what speaks for and
against two listings being one, in words; what forbids it; of whom people must be asked;
and how pairs become heaps (docs/methods/linking.md).
"""

from weft.assets.domain.linking.clustering import heaps
from weft.assets.domain.linking.entry import Ages, Entry, Pair, Partition, Ruled, Slot
from weft.assets.domain.linking.judging import Judgement, Verdict, judge
from weft.assets.domain.linking.linker import Linked, link
from weft.assets.domain.linking.reading import Reading, Shared, Shelf, read_all
from weft.assets.domain.linking.vetoes import vetoes

__all__ = [
    "Ages",
    "Entry",
    "Judgement",
    "Linked",
    "Pair",
    "Partition",
    "Reading",
    "Ruled",
    "Shared",
    "Shelf",
    "Slot",
    "Verdict",
    "heaps",
    "judge",
    "link",
    "read_all",
    "vetoes",
]
