"""How is it said when people met, and who came?"""

from collections.abc import Iterable

from weft.commons.saying import counted, dated
from weft.voices.queries.shown import WorkshopShown


def room_said(room: WorkshopShown) -> str:
    """Say where and when people met."""
    when = dated(room.held_on) if room.held_on else "nobody noted when"
    return f"{room.place}, {when}" if room.place else f"Nobody noted where; {when}"


def whole_room_said(room: WorkshopShown) -> str:
    """Say of a room where and when it was, who held it and who came."""
    held = (
        f"Held by {room.hosted_by}." if room.hosted_by else "Nobody noted who held it."
    )
    paid = {
        True: "All were paid for coming.",
        False: "Nobody was paid for coming.",
        None: "Nobody noted whether those who came were paid.",
    }[room.paid_coming]
    return f"{room_said(room)}. {held} {came_said([room])} {paid}"


def came_said(rooms: Iterable[WorkshopShown]) -> str:
    """Say how many came and spoke; what nobody counted is said."""
    rooms = tuple(rooms)
    came = [one.came for one in rooms if one.came is not None]
    spoke = [one.spoke for one in rooms if one.spoke is not None]
    if not came:
        return "Nobody noted how many came."
    said = f"{counted(sum(came), 'person', 'people')} came"
    if len(came) < len(rooms):
        said = f"{said} to the {len(came)} workshops that counted"
    return (
        f"{said}, {sum(spoke)} spoke."
        if spoke
        else f"{said}; who spoke was not counted."
    )
