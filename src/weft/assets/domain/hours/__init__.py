"""When is something on, told in the words that people write? (docs/methods/hours.md)"""

from weft.assets.domain.hours.reading import read_hours
from weft.assets.domain.hours.values import (
    Half,
    HoursRead,
    Part,
    SessionRead,
    Sun,
)

__all__ = ["Half", "HoursRead", "Part", "SessionRead", "Sun", "read_hours"]
