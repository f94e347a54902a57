"""What could somebody do this week, there and back, and why not the others?"""

from weft.access.queries.choosing import choices, surprise
from weft.access.queries.values import (
    Choice,
    Choices,
    Example,
    FactShown,
    Gets,
    Wanted,
)

__all__ = [
    "Choice",
    "Choices",
    "Example",
    "FactShown",
    "Gets",
    "Wanted",
    "choices",
    "surprise",
]
