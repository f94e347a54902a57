"""In which words is a group asked what its rooms are right for?"""

from dataclasses import dataclass

from weft.assets.domain.facts import OF_A_ROOM
from weft.assets.pages.presenters.yes_no import Asked, asked
from weft.assets.queries.rooms_in_hand import RoomInHand

DONE = "The list says so now. You can change it again here."


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomsInHandPage:
    """The rooms that are a group's to speak of, and what it may say of each."""

    rooms: tuple[RoomInHand, ...]
    back: str
    done: bool = False

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE if self.done else ""

    @property
    def asked(self) -> tuple[tuple[RoomInHand, tuple[Asked, ...]], ...]:
        """Ask of each room, field by field: name, question, answers, what is chosen."""
        return tuple(
            (
                room,
                tuple(
                    asked(field, own=room.own, listed=room.listed)
                    for field in OF_A_ROOM
                ),
            )
            for room in self.rooms
        )
