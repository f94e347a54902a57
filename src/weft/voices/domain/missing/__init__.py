"""Who was not in the room, and which room next? docs/methods/missing-voices.md."""

from weft.voices.domain.missing.due import (
    MORE_THAN,
    Living,
    Missing,
    OfGroup,
    Uneven,
    missing,
)
from weft.voices.domain.missing.next_room import NextRoom, Place, Question, next_rooms
from weft.voices.domain.missing.rooms import Counted, Session, Together, together

__all__ = [
    "MORE_THAN",
    "Counted",
    "Living",
    "Missing",
    "NextRoom",
    "OfGroup",
    "Place",
    "Question",
    "Session",
    "Together",
    "Uneven",
    "missing",
    "next_rooms",
    "together",
]
