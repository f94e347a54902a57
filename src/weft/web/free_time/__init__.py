"""When is somebody free, as they touched it or typed it?

Two ways to say it. Touched: parts of a day, coarse enough to stand in an address.
Typed: «Tue 12:45 to 15:00, weekdays after 6pm», exact, so it is read from a posted
form only and is never written anywhere.
"""

from weft.web.free_time.parts import (
    BLOCKS,
    Block,
    Part,
    blocks_around,
    touched,
    windows_of,
)
from weft.web.free_time.typed_hours import HoursRead, typed

__all__ = [
    "BLOCKS",
    "Block",
    "HoursRead",
    "Part",
    "blocks_around",
    "touched",
    "typed",
    "windows_of",
]
