"""Who may read what was said in a room?"""

from datetime import date
from enum import IntEnum

from weft.voices.domain.kinds import Sees


class Reader(IntEnum):
    """Who reads; each may read what those before may, and more."""

    ANYBODY = 0
    ROOM = 1  # was there, and holds the link they were given
    HOST = 2  # held it


_FEWEST = {
    Sees.ANYBODY: Reader.ANYBODY,
    Sees.ROOM: Reader.ROOM,
    Sees.HOSTS: Reader.HOST,
}


def may_read(sees: Sees, *, until: date | None, reader: Reader, today: date) -> bool:
    """Say whether a consent lets somebody read the words of its room.

    Parameters
    ----------
    sees
        Whom those who were there said may read it.
    until
        The last day for which they said so; None: no day was said.
    reader
        Who asks.
    today
        The day they ask.

    Notes
    -----
    After its last day nobody reads the words any more, not even who held the room.
    """
    return reader >= _FEWEST[sees] and (until is None or today <= until)
