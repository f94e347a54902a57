"""Does a room let somebody read its words?"""

from datetime import date

from weft.voices.domain.kinds import Sees
from weft.voices.domain.reading import Reader, may_read
from weft.voices.models import Workshop


def is_open_to(room: Workshop, *, reader: Reader, today: date) -> bool:
    """Say whether a workshop's consent lets somebody read its words on a day."""
    return may_read(Sees(room.sees), until=room.until, reader=reader, today=today)
