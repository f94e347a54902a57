"""How is the same reckoning done in parts, each of which fits anywhere?

A tile is some areas that lie together; its halo is every offer that anybody there can
reach, found by going there and never guessed. The tiles' answers laid together are the
whole, bit for bit (docs/methods/tiles.md).
"""

from weft.access.domain.tiles.cutting import cut
from weft.access.domain.tiles.joining import by_tiles, sharing
from weft.access.domain.tiles.reckoning import one_by_one, reckon_tile
from weft.access.domain.tiles.values import Across, Common, Part, Tile, Whole

__all__ = [
    "Across",
    "Common",
    "Part",
    "Tile",
    "Whole",
    "by_tiles",
    "cut",
    "one_by_one",
    "reckon_tile",
    "sharing",
]
