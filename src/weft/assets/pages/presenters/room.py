"""What is a room, or something to borrow, right for, and what has nobody said of it?"""

from dataclasses import dataclass

from weft.assets.domain.facts import OF_A_ROOM, FactField
from weft.assets.domain.kinds import ROOMS, AssetKind
from weft.assets.domain.worded import Said, fact_in_words, state_of
from weft.assets.queries.about import AssetAbout
from weft.commons.saying import listed

NAMED = {
    FactField.WATER: "running water",
    FactField.DAYLIGHT: "daylight",
    FactField.LOUD: "loud things",
    FactField.RECORDING: "recording",
    FactField.SPRUNG_FLOOR: "a sprung floor",
    FactField.HARD_FLOOR: "a hard floor",
    FactField.CARPET: "carpet",
}


@dataclass(frozen=True, slots=True)
class RoomLines:
    """What is said of a room; ``unknown`` names in one line what nobody has said."""

    facts: tuple[Said, ...] = ()
    unknown: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.facts or self.unknown)


def room_of(about: AssetAbout) -> RoomLines:
    """Say what a room is right for.

    What nobody has told us is said only of rooms where people do things together: it
    is no question for a chemist's or a kiln.
    """
    if about.kind not in ROOMS:
        return RoomLines()
    values = {field: about.fact(field).value for field in OF_A_ROOM}
    told = [field for field, value in values.items() if value is not None]
    silent = [NAMED[field] for field in OF_A_ROOM if field not in told]
    asked = about.kind is AssetKind.PLACE and (told or about.offers_here)
    return RoomLines(
        facts=tuple(
            (state_of(values[one]), fact_in_words(one, values[one])) for one in told
        ),
        unknown=f"Nobody has told us about {listed(silent)}. Ask them."
        if silent and asked
        else "",
    )
