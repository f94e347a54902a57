"""What of the register may be taken away as files, row by row?

Everything that is listed, but for persons, and for what has no address and whose holder
has not said yes to files (domain/visibility.py). What was taken is noted, so that a
file is never given out once something in it was withdrawn (``Contents``).
"""

from collections.abc import Callable, Iterator

from weft.assets.queries.open_files.columns import SESSIONS, THINGS
from weft.assets.queries.open_files.sessions import session_rows
from weft.assets.queries.open_files.standing import Contents, has_left
from weft.assets.queries.open_files.things import Row, thing_rows
from weft.assets.queries.open_files.told import services_to_take

RowsOf = Callable[[str, Contents], Iterator[Row]]

__all__ = [
    "SESSIONS",
    "THINGS",
    "Contents",
    "Row",
    "RowsOf",
    "has_left",
    "services_to_take",
    "session_rows",
    "thing_rows",
]
