"""Is this file TransXChange, and what does somebody do who has one?

TransXChange is how operators register a timetable in Great Britain: XML, one file for
each line, with days told by rules (school days of an authority, «bank holidays and the
days after») that need other files to be read. The same timetables are published as
GTFS, made from it by the same service, so it is recognised and refused with advice.
"""

import re
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import members, open_stream

FIRST_BYTES = 4096
_ROOT = b"<TransXChange"
ADVICE = (
    "Choose «GTFS» on the page where it was downloaded (the Bus Open Data Service has "
    "it for each region, itm_<region>_gtfs.zip), or turn it into GTFS with a converter "
    "such as UK2GTFS."
)


def is_transxchange(path: Path) -> bool:
    """Tell whether a file, or the first XML in a zip, is TransXChange.

    Raises
    ------
    FileNotUnderstood
        When there is no such file, or it is empty.
    """
    with open_stream(path) as stream:
        first = stream.peek(FIRST_BYTES)[:FIRST_BYTES]
    if not first.startswith(b"PK"):
        return _ROOT in first
    inside = [name for name in members(path) if name.lower().endswith(".xml")]
    if not inside:
        return False
    with open_stream(path, member=_only(inside[0])) as stream:
        return _ROOT in stream.peek(FIRST_BYTES)[:FIRST_BYTES]


def refuse(path: Path) -> None:
    """Refuse a file that is TransXChange, and say what to choose in its place.

    Raises
    ------
    FileNotUnderstood
        When it is, and when there is no such file or it is empty.
    """
    if is_transxchange(path):
        raise FileNotUnderstood(
            "this is a timetable as TransXChange, and Weft reads GTFS",
            file=path.name,
            remedy=ADVICE,
        )


def _only(name: str) -> str:
    """Ask for a member by its whole name."""
    return f"^{re.escape(name)}$"
