"""In which words is a group asked what its rooms are right for?"""

from dataclasses import dataclass

from weft.assets.domain.facts import OF_A_ROOM, WORDS, FactField
from weft.assets.domain.told import NO, YES
from weft.assets.domain.worded import fact_in_words
from weft.assets.queries.rooms_in_hand import RoomInHand

Choosable = tuple[str, str]
Asked = tuple[str, str, tuple[Choosable, ...], str]
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
            (room, tuple(_asked(room, field) for field in OF_A_ROOM))
            for room in self.rooms
        )


def _asked(room: RoomInHand, field: FactField) -> Asked:
    own = {True: YES, False: NO, None: ""}[room.own.get(field)]
    return (field.value, WORDS[field].ask, _answers(room, field), own)


def _answers(room: RoomInHand, field: FactField) -> tuple[Choosable, ...]:
    """Offer to leave it as it is, which says how it is."""
    told_by_others = field in room.listed and field not in room.own
    as_it_is = (
        f"Leave it: {fact_in_words(field, room.listed[field])}"
        if told_by_others
        else "Leave it open"
    )
    return (("", as_it_is), (YES, "Yes"), (NO, "No"))
